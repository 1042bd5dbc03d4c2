import { type Actor, isPermitted, permittingGrant, refusal } from '@mandate-graph/runtime';
import { type Outcome, requireVersion, type WriteResult } from '@mandate-graph/writing';
import type { Temporal } from 'temporal-polyfill';
import { UNKNOWN_APPLICATION } from '../application/application.acts.rules.ts';
import { ApplicationStore } from '../application/application.store.ts';
import type { ApplicationView } from '../application/application.type.ts';
import { notYet } from '../writing/put.version.ts';
import type { RecordedOfApplication } from '../writing/result.types.ts';
import type { Work } from '../writing/work.ts';
import type { WritingService } from '../writing/writing.service.ts';
import type { RemoveAdjustmentInput, SaveAdjustmentInput } from './adjustment.input.ts';
import type { AdjustmentLoaders } from './adjustment.loaders.ts';
import { type AdjustmentData, type AdjustmentFacts, adjustmentProblems, statusProblems } from './adjustment.rules.ts';
import { AdjustmentStore } from './adjustment.store.ts';

type Result = Promise<WriteResult<RecordedOfApplication>>;

/** Adjustments that candidates ask for: kept by themselves, and seen by them and by whoever organises the tests. */
export class AdjustmentService {
  constructor(
    private readonly loaders: AdjustmentLoaders,
    private readonly writing: WritingService,
    private readonly actor: Actor,
    private readonly now: Temporal.Instant,
  ) {}

  /** Whoever reads those of another leaves a trace in the access log. */
  async of({ id: applicationId, whose }: ApplicationView): Promise<AdjustmentFacts[]> {
    if (isPermitted(this.actor, 'OWN', whose)) {
      return this.loaders.ofApplication.load({ applicationId, reader: null });
    }
    const grant = permittingGrant(this.actor, 'ADJUSTMENTS_READ', whose);
    if (grant === null) throw refusal(this.actor);
    const reader = {
      subject: this.actor.subject,
      role: grant.role,
      operation: 'Application.adjustments',
      at: this.now.toString(),
    };
    return this.loaders.ofApplication.load({ applicationId, reader });
  }

  async save(input: SaveAdjustmentInput): Result {
    return this.#write('saveAdjustment', input, ({ application, id = null, version = null, kind, request }, work) =>
      this.#change(work, application, { id, version, content: { kind, request } }),
    );
  }

  async remove(input: RemoveAdjustmentInput): Result {
    return this.#write('removeAdjustment', input, ({ application, id, version }, work) =>
      this.#change(work, application, { id, version, content: null }),
    );
  }

  async #write<I extends SaveAdjustmentInput | RemoveAdjustmentInput>(
    mutation: string,
    input: I,
    act: (given: I, work: Work) => Promise<Outcome<RecordedOfApplication>>,
  ): Result {
    const result = await this.writing.own({ mutation, input, act });
    this.loaders.ofApplication.clearAll();
    return result;
  }

  async #change(
    work: Work,
    applicationId: string,
    { id, version, content }: Change,
  ): Promise<Outcome<RecordedOfApplication>> {
    const application = await new ApplicationStore(work.manager).one(work.candidate.id, applicationId);
    const store = new AdjustmentStore(work, applicationId);
    const standing = application === null ? [] : await store.standing();
    const problems = [
      ...(application === null ? [UNKNOWN_APPLICATION] : statusProblems(application.standing.status)),
      ...adjustmentProblems({ id, version, request: content?.request ?? '' }, standing),
    ];
    if (problems.length > 0) return { problems };
    const before = standing.find((one) => one.id === id) ?? notYet();
    requireVersion(before.id, version, before.version);
    return { answer: await store.put(before, content) };
  }
}

/** Of an adjustment, by its id, or null for a new one. Content null: it is removed. */
interface Change {
  readonly id: string | null;
  readonly version: number | null;
  readonly content: AdjustmentData | null;
}
