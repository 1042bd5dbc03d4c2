import { randomUUID } from 'node:crypto';
import { VersionConflict } from '@mandate-graph/persistence';
import { type Actor, isPermitted, permittingGrant, refusal } from '@mandate-graph/runtime';
import type { Temporal } from 'temporal-polyfill';
import { UNKNOWN_APPLICATION } from '../application/application.acts.rules.ts';
import { ApplicationStore } from '../application/application.store.ts';
import type { ApplicationView } from '../application/application.type.ts';
import type { Sealing } from '../person/sealing.ts';
import type { RecordedOfApplication } from '../writing/result.types.ts';
import { NOT_YET } from '../writing/version.rules.ts';
import type { Outcome, Work, WriteResult } from '../writing/work.ts';
import type { WritingService } from '../writing/writing.service.ts';
import type { RemoveAdjustmentInput, SaveAdjustmentInput } from './adjustment.input.ts';
import type { AdjustmentLoaders } from './adjustment.loaders.ts';
import { AdjustmentRepository } from './adjustment.repository.ts';
import { type AdjustmentData, type AdjustmentFacts, adjustmentProblems, statusProblems } from './adjustment.rules.ts';

type Result = Promise<WriteResult<RecordedOfApplication>>;
type Standing = Pick<AdjustmentFacts, 'id' | 'version'>;

/** Adjustments that candidates ask for: kept by themselves, and seen by them and by whoever organises the tests. */
export class AdjustmentService {
  constructor(
    private readonly loaders: AdjustmentLoaders,
    private readonly writing: WritingService,
    private readonly sealing: Sealing,
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
    const repository = new AdjustmentRepository(work.manager, this.sealing);
    const standing = application === null ? [] : await repository.standing(work, application.id);
    const before: Standing | null = standing.find((one) => one.id === id) ?? null;
    const problems = [
      ...(application === null ? [UNKNOWN_APPLICATION] : statusProblems(application.standing.status)),
      ...adjustmentProblems({ id, version, request: content?.request ?? '' }, standing),
    ];
    if (application === null || problems.length > 0) return { problems };
    const current = before ?? { id: randomUUID(), version: NOT_YET };
    const given = version ?? NOT_YET;
    if (current.version !== given) throw new VersionConflict(current.id, given, current.version);
    const next = { id: current.id, version: current.version + 1 };
    await repository.record(work, application.id, next, content);
    return { answer: { ...next, recordedAt: work.now.toString(), applicationId: application.id } };
  }
}

/** Of an adjustment, by its id, or null for a new one. Content null: it is removed. */
interface Change {
  readonly id: string | null;
  readonly version: number | null;
  readonly content: AdjustmentData | null;
}
