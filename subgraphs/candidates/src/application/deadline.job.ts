import type { Clock } from '@mandate-graph/domain';
import { type Logger, Repeating } from '@mandate-graph/persistence';
import type { Sealing } from '@mandate-graph/writing';
import type { Temporal } from 'temporal-polyfill';
import type { DataSource } from 'typeorm';
import { eachCandidate } from '../writing/each.candidate.ts';
import type { Settling } from '../writing/work.ts';

/** Requests that came just before a deadline are answered first. */
const GRACE = { seconds: 30 };

/**
 * Whose key is gone was erased. Each of the two reasons has an index of its own. Vacancies are gone through one by one:
 * guessing how many applications are behind theirs, the planner would rather read all applications.
 */
export const DUE = `SELECT candidate_id AS id FROM (
    SELECT candidate_id FROM application WHERE due_at <= $1
    UNION
    SELECT behind.candidate_id FROM vacancy_projection vacancy CROSS JOIN LATERAL (
      SELECT candidate_id FROM application
      WHERE vacancy_id = vacancy.id AND vacancy_version < vacancy.version OFFSET 0
    ) behind
  ) due JOIN person_key USING (candidate_id)
  WHERE $2::uuid IS NULL OR candidate_id > $2 ORDER BY candidate_id LIMIT $3`;

interface DeadlineJobOptions {
  readonly source: DataSource;
  readonly sealing: Sealing;
  readonly settling: Settling;
  readonly clock: Clock;
  readonly log: Logger;
  readonly everyMs?: number;
}

/** Settles the candidates whom the clock or a vacancy has something new for. */
export class DeadlineJob {
  readonly rounds: Repeating;

  constructor(private readonly options: DeadlineJobOptions) {
    const { clock, log, everyMs = 5_000 } = options;
    this.rounds = new Repeating({
      ...{ everyMs, log, failed: 'what is due could not be looked up; it is tried again' },
      // The clock is asked each time: in a demonstration it is moved.
      run: (signal) => this.run(clock.now(), signal),
    });
  }

  /** Gives the number of candidates settled. */
  async run(now: Temporal.Instant, signal: AbortSignal): Promise<number> {
    const { log } = this.options;
    const settled = await eachCandidate({
      ...this.options,
      ...{ now, signal },
      page: (after, size) => this.#due(now, after, size),
      act: async ({ candidate }) => candidate.id,
      failed: (err, candidate) => log.error({ err, candidate }, 'a candidate could not be settled; it is tried again'),
    });
    return settled.length;
  }

  async #due(now: Temporal.Instant, after: string | null, size: number): Promise<string[]> {
    const rows: { id: string }[] = await this.options.source.query(DUE, [now.subtract(GRACE).toString(), after, size]);
    return rows.map(({ id }) => id);
  }
}
