import type { TypedKind } from '@mandate-graph/domain';
import { badInput } from '@mandate-graph/runtime';
import type { InstitutionRegistry, Stub } from '../institution/institution.registry.ts';
import type { SubjectLoaders } from './subject.loaders.ts';
import { idAt, momentOf } from './subject.rules.ts';

/** Finds single subjects by their ids. */
export class SubjectService {
  constructor(
    private readonly registry: InstitutionRegistry,
    private readonly loaders: SubjectLoaders,
    private readonly today: string,
  ) {}

  /**
   * The reference to a subject; null when there is none, or none on the day: without a day, today. It is the rule that
   * institutions read by, so that what is found here is there.
   */
  async find(kind: TypedKind, id: string, asOf: string | null | undefined): Promise<Stub | null> {
    const moment = momentOf(kind, id, asOf ?? null);
    if (Array.isArray(moment)) throw badInput(moment);
    const stub = this.registry.stub(kind, idAt(moment));
    if (stub === null) return null;
    const day = moment.day ?? this.today;
    return (await this.loaders.existence.load({ id: moment.id, day })) ? stub : null;
  }
}
