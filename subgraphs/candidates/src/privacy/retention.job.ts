import { type Clock, systemClock } from '@mandate-graph/domain';
import { type Logger, pause } from '@mandate-graph/persistence';
import type { Temporal } from 'temporal-polyfill';
import type { DataSource, EntityManager } from 'typeorm';
import { sweepUnfinished } from '../document/document.sweep.ts';
import type { Inbox } from '../inbox/inbox.messages.rules.ts';
import type { Sealing } from '../person/sealing.ts';
import { CandidateLocks } from '../writing/candidate.locks.ts';
import type { LockedCandidate, Settling } from '../writing/work.ts';
import { erase } from './erasure.ts';
import { FactsRepository } from './facts.repository.ts';
import { RetentionRepository } from './retention.repository.ts';
import { accountStep, isFileOver } from './retention.rules.ts';

/** In milliseconds: before the first round, for the subgraph to be up, and between rounds. */
const PAUSES = { first: 5_000, next: 900_000 };
/** Uploads are swept in each round, periods are applied in each of so many: hourly. */
const ROUNDS = 4;
const BATCH = 100;
const BY = 'rule:retention';

/** What a run did, in numbers. */
export interface RetentionCounts {
  readonly erased: number;
  readonly told: number;
  readonly filesEmptied: number;
  readonly answersForgotten: number;
  readonly failed: number;
}

const NOTHING: RetentionCounts = { erased: 0, told: 0, filesEmptied: 0, answersForgotten: 0, failed: 0 };

interface JobOptions {
  readonly source: DataSource;
  readonly sealing: Sealing;
  readonly settling: Settling;
  readonly inbox: Inbox;
  readonly clock: Clock;
  readonly log: Logger;
  readonly pauses?: typeof PAUSES;
}

/**
 * Keeps nothing of candidates longer than its purpose needs. Each candidate in a transaction of its own, under their
 * lock: it may run in several processes at once, and one whom it fails for holds up nobody else.
 */
export class RetentionJob {
  readonly #stop = new AbortController();
  #loop: Promise<void> | null = null;

  constructor(private readonly options: JobOptions) {}

  start(): void {
    this.#loop ??= this.#follow();
  }

  async stop(): Promise<void> {
    this.#stop.abort();
    await this.#loop;
  }

  async run(now: Temporal.Instant): Promise<RetentionCounts> {
    const repository = new RetentionRepository(this.options.source.manager);
    let counts: RetentionCounts = { ...NOTHING, answersForgotten: await repository.forgetAnswers(now) };
    let after: string | null = null;
    for (;;) {
      const candidateIds: string[] = await repository.candidates(now, after, BATCH);
      for (const id of candidateIds) {
        if (this.#stop.signal.aborted) return counts;
        counts = sum(counts, await this.#keepTo(id, now));
      }
      if (candidateIds.length < BATCH) return counts;
      after = candidateIds.at(-1)!;
    }
  }

  async #follow(): Promise<void> {
    const { log, clock, source, pauses = PAUSES } = this.options;
    for (let round = 0; ; round += 1) {
      await pause(round === 0 ? pauses.first : pauses.next, this.#stop.signal);
      if (this.#stop.signal.aborted) return;
      // Links and uploads end by the system's time.
      await sweepUnfinished(source.manager, systemClock.now()).catch((error) =>
        log.warn({ err: error }, 'unfinished uploads could not be swept; it is tried again'),
      );
      if (round % ROUNDS !== 0) continue;
      try {
        // The clock is asked each time: in a demonstration it is moved.
        log.info({ ...(await this.run(clock.now())) }, 'retention periods were applied');
      } catch (error) {
        log.warn({ err: error }, 'retention periods could not be applied; it is tried again');
      }
    }
  }

  async #keepTo(id: string, now: Temporal.Instant): Promise<RetentionCounts> {
    try {
      return await this.options.source.transaction(async (manager) => {
        const candidate = await new CandidateLocks(manager, this.options.sealing).ofId(id);
        return candidate === null ? NOTHING : this.#apply(manager, candidate, now);
      });
    } catch (error) {
      this.options.log.error(
        { err: error },
        'retention periods could not be applied to a candidate; it is tried again',
      );
      return { ...NOTHING, failed: 1 };
    }
  }

  async #apply(manager: EntityManager, candidate: LockedCandidate, now: Temporal.Instant): Promise<RetentionCounts> {
    const work = { manager, candidate, now, by: BY };
    await this.options.settling.settle(work);
    const repository = new RetentionRepository(manager);
    const applications = await new FactsRepository(manager).ofCandidate(candidate.id, now);
    const step = accountStep({ ...(await repository.account(candidate.id)), applications }, now);
    if (step === 'ERASE') {
      await erase(work);
      return { ...NOTHING, erased: 1 };
    }
    const over = applications.filter((application) => isFileOver(application, now)).map(({ id }) => id);
    const filled = await repository.filled(over);
    await repository.emptyFiles(filled);
    if (step !== 'KEEP') await this.#tell(work, step.tell);
    return { ...NOTHING, filesEmptied: filled.length, told: step === 'KEEP' ? 0 : 1 };
  }

  #tell(work: Parameters<Inbox['post']>[0], erasedAt: Temporal.Instant): Promise<void> {
    const facts = { erasedAt: erasedAt.toString() };
    return this.options.inbox.post(work, [
      { code: 'ERASURE_DUE', applicationId: null, vacancyId: null, dueAt: erasedAt, facts },
    ]);
  }
}

const sum = (one: RetentionCounts, other: RetentionCounts): RetentionCounts => ({
  erased: one.erased + other.erased,
  told: one.told + other.told,
  filesEmptied: one.filesEmptied + other.filesEmptied,
  answersForgotten: one.answersForgotten + other.answersForgotten,
  failed: one.failed + other.failed,
});
