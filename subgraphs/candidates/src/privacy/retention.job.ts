import { type Clock, systemClock } from '@mandate-graph/domain';
import { type Logger, Repeating } from '@mandate-graph/persistence';
import type { Sealing } from '@mandate-graph/writing';
import type { Temporal } from 'temporal-polyfill';
import type { DataSource } from 'typeorm';
import { sweepUnfinished } from '../document/document.sweep.ts';
import type { Inbox } from '../inbox/inbox.messages.rules.ts';
import { eachCandidate } from '../writing/each.candidate.ts';
import type { Settling, Work } from '../writing/work.ts';
import { erase } from './erasure.ts';
import { FactsRepository } from './facts.repository.ts';
import { RetentionRepository } from './retention.repository.ts';
import { accountStep, isFileOver } from './retention.rules.ts';

/** In milliseconds: before the first round, for the subgraph to be up, and between rounds. */
const PAUSES = { first: 5_000, next: 900_000 };
/** Uploads are swept in each round, periods are applied in each of so many: hourly. */
const ROUNDS = 4;
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

/** Keeps nothing of candidates longer than its purpose needs. */
export class RetentionJob {
  readonly rounds: Repeating;
  #round = 0;

  constructor(private readonly options: JobOptions) {
    const { log, pauses = PAUSES } = options;
    this.rounds = new Repeating({
      ...{ firstMs: pauses.first, everyMs: pauses.next, log },
      failed: 'retention periods could not be applied; it is tried again',
      run: (signal) => this.#next(signal),
    });
  }

  async run(now: Temporal.Instant, signal: AbortSignal): Promise<RetentionCounts> {
    const { source, log } = this.options;
    const repository = new RetentionRepository(source.manager);
    const answersForgotten = await repository.forgetAnswers(now);
    let failed = 0;
    const counts = await eachCandidate({
      ...this.options,
      ...{ now, signal },
      page: (after, size) => repository.candidates(now, after, size),
      act: (work) => this.#apply({ ...work, by: BY }),
      failed: (err) => {
        failed += 1;
        log.error({ err }, 'retention periods could not be applied to a candidate; it is tried again');
      },
    });
    return counts.reduce(sum, { ...NOTHING, answersForgotten, failed });
  }

  async #next(signal: AbortSignal): Promise<void> {
    const { log, clock, source } = this.options;
    const applies = this.#round % ROUNDS === 0;
    this.#round += 1;
    // Links and uploads end by the system's time.
    await sweepUnfinished(source.manager, systemClock.now()).catch((error) =>
      log.warn({ err: error }, 'unfinished uploads could not be swept; it is tried again'),
    );
    // The clock is asked each time: in a demonstration it is moved.
    if (applies) log.info({ ...(await this.run(clock.now(), signal)) }, 'retention periods were applied');
  }

  async #apply(work: Work): Promise<RetentionCounts> {
    const { manager, candidate, now } = work;
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

  #tell(work: Work, erasedAt: Temporal.Instant): Promise<void> {
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
