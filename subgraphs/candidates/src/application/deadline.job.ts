import type { Clock } from '@mandate-graph/domain';
import { type Logger, pause } from '@mandate-graph/persistence';
import type { Temporal } from 'temporal-polyfill';
import type { DataSource } from 'typeorm';
import type { Sealing } from '../person/sealing.ts';
import { CandidateLocks } from '../writing/candidate.locks.ts';
import type { Settling } from '../writing/work.ts';

/** Requests that came just before a deadline are answered first. */
const GRACE = { seconds: 30 };
const BATCH = 200;

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

/**
 * Settles the candidates whom the clock or a vacancy has something new for. Each in a transaction of its own, under
 * their lock: it may run in several processes at once, and one whom it fails for holds up nobody else.
 */
export class DeadlineJob {
  readonly #stop = new AbortController();
  #wake = new AbortController();
  #loop: Promise<void> | null = null;

  constructor(
    private readonly source: DataSource,
    private readonly sealing: Sealing,
    private readonly settling: Settling,
    private readonly clock: Clock,
    private readonly log: Logger,
    private readonly everyMs = 5_000,
  ) {}

  start(): void {
    this.#loop ??= this.#follow();
  }

  async stop(): Promise<void> {
    this.#stop.abort();
    await this.#loop;
  }

  /** Runs soon: something is new. */
  nudge(): void {
    this.#wake.abort();
  }

  /** Gives the number of candidates settled. */
  async run(now: Temporal.Instant): Promise<number> {
    let settled = 0;
    let after: string | null = null;
    for (;;) {
      const candidateIds: string[] = await this.#due(now, after);
      for (const id of candidateIds) {
        if (this.#stop.signal.aborted) return settled;
        if (await this.#settle(id, now)) settled += 1;
      }
      if (candidateIds.length < BATCH) return settled;
      after = candidateIds.at(-1)!;
    }
  }

  async #follow(): Promise<void> {
    while (!this.#stop.signal.aborted) {
      // Before it runs: what it is woken for meanwhile it may have passed by already.
      this.#wake = new AbortController();
      // The clock is asked each time: in a demonstration it is moved.
      await this.run(this.clock.now()).catch((error) =>
        this.log.warn({ err: error }, 'what is due could not be looked up; it is tried again'),
      );
      await pause(this.everyMs, AbortSignal.any([this.#stop.signal, this.#wake.signal]));
    }
  }

  async #due(now: Temporal.Instant, after: string | null): Promise<string[]> {
    const rows: { id: string }[] = await this.source.query(DUE, [now.subtract(GRACE).toString(), after, BATCH]);
    return rows.map(({ id }) => id);
  }

  async #settle(id: string, now: Temporal.Instant): Promise<boolean> {
    try {
      return await this.source.transaction(async (manager) => {
        const candidate = await new CandidateLocks(manager, this.sealing).ofId(id);
        if (candidate !== null) await this.settling.settle({ manager, candidate, now });
        return candidate !== null;
      });
    } catch (error) {
      this.log.error({ err: error, candidate: id }, 'a candidate could not be settled; it is tried again');
      return false;
    }
  }
}
