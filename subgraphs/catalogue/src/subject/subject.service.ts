import { type Clock, parseId, type Reading, systemClock, type TypedKind } from '@mandate-graph/domain';
import { type Actor, badInput, isPermitted } from '@mandate-graph/runtime';
import type { InstitutionRegistry, Stub } from '../institution/institution.registry.ts';
import type { SubjectLoaders } from './subject.loaders.ts';
import { idOf, referenceOf } from './subject.rules.ts';

/** Finds single subjects by their ids. */
export class SubjectService {
  constructor(
    private readonly actor: Actor,
    private readonly registry: InstitutionRegistry,
    private readonly loaders: SubjectLoaders,
    private readonly today: string,
    /** The time by which things are recorded: not the demonstration's. */
    private readonly recording: Clock = systemClock,
  ) {}

  /**
   * The reference to a subject; null when there is none, or none on the day: without a day, today. It is the rule that
   * institutions read by, so that what is found here is there. Whoever may see drafts of the institution is led to every
   * vacancy that was ever recorded, and finds out there.
   */
  async find(kind: TypedKind, id: string, asked: Reading): Promise<Stub | null> {
    const reference = referenceOf(kind, id, asked, this.recording.now());
    if (Array.isArray(reference)) throw badInput(reference);
    const stub = this.registry.stub(kind, idOf(reference));
    if (stub === null) return null;
    const { asOf, knownAt } = reference.reading;
    const { institution } = parseId(reference.id)!;
    const drafts = kind === 'vacancy' && isPermitted(this.actor, 'DRAFT_READ', { institution });
    const sought = { id: reference.id, day: asOf ?? this.today, knownAt, drafts };
    return (await this.loaders.existence.load(sought)) ? stub : null;
  }
}
