import type { CloudEvent } from '@mandate-graph/domain';
import type { DataSource, EntityManager } from 'typeorm';
import { clearProblems, isOfData, keepProblem, whatFailed } from './feed.problem.ts';
import type { Logger } from './logger.ts';
import { pause } from './repeating.ts';

export const CONSUMER_TABLE: readonly string[] = [
  `CREATE TABLE feed_cursor (
    producer text PRIMARY KEY,
    cursor text,
    moved_at timestamptz NOT NULL
  )`,
];

interface Page {
  readonly events: readonly CloudEvent[];
  readonly cursor: string;
}

export type FetchPage = (
  after: string | null,
  limit: number,
  waitSeconds: number,
  signal: AbortSignal,
) => Promise<Page>;

export interface ConsumerOptions {
  readonly source: DataSource;
  readonly producer: string;
  readonly fetchPage: FetchPage;
  /** Applies events in the order given, in the transaction that moves the cursor. */
  readonly apply: (manager: EntityManager, events: readonly CloudEvent[]) => Promise<void>;
  /** Called once what was applied is committed. */
  readonly applied?: () => void;
  readonly log: Logger;
}

/** Small enough that a page of whole notices is applied well within the time a statement may take. */
const PAGE = 50;
const WAIT_SECONDS = 20;
const RETRY_MS = { first: 200, last: 5_000 };

/**
 * Follows one producer's feed. Delivery is at least once; since the cursor moves in the transaction that applies the
 * events, the effect is exactly once. Without a cursor it starts at the beginning, which is how a consumer is rebuilt.
 *
 * What fails is tried again, and the feed waits for it; but an event that fails by what it says would fail for ever. A page
 * with such a one is read once more, event by event, and that one is kept as a problem: those after it go on.
 */
export class FeedConsumer {
  readonly #stop = new AbortController();
  #loop: Promise<void> | null = null;
  /** How many events are still to be read one by one. */
  #apart = 0;
  #caughtUp: () => void = () => undefined;
  /** Resolves once the feed has been read to its end for the first time. */
  readonly caughtUp = new Promise<void>((resolve) => {
    this.#caughtUp = resolve;
  });

  constructor(private readonly options: ConsumerOptions) {}

  start(): void {
    this.#loop ??= this.#follow();
  }

  async stop(): Promise<void> {
    this.#stop.abort();
    await this.#loop;
  }

  /** Reads until nothing is new; gives the number of events read. */
  async catchUp(): Promise<number> {
    let read = 0;
    for (;;) {
      const count = await this.#step(0);
      if (count === 0) return read;
      read += count;
    }
  }

  async #follow(): Promise<void> {
    let delay = RETRY_MS.first;
    let wait = 0;
    while (!this.#stop.signal.aborted) {
      try {
        const count = await this.#step(wait);
        if (count === 0) this.#caughtUp();
        wait = count === 0 ? WAIT_SECONDS : 0;
        delay = RETRY_MS.first;
      } catch (error) {
        if (this.#stop.signal.aborted) return;
        this.options.log.warn(
          { producer: this.options.producer, err: error },
          'a feed could not be followed; it is tried again',
        );
        await pause(delay, this.#stop.signal);
        delay = Math.min(delay * 2, RETRY_MS.last);
      }
    }
  }

  async #step(waitSeconds: number): Promise<number> {
    const { source, fetchPage, apply, applied } = this.options;
    const before = await this.#cursor(source.manager);
    const page = await fetchPage(before, this.#apart > 0 ? 1 : PAGE, waitSeconds, this.#stop.signal);
    if (page.events.length === 0) return 0;
    try {
      await this.#take(before, page, apply);
    } catch (error) {
      if (!isOfData(error)) throw error;
      if (this.#apart === 0) {
        this.#apart = page.events.length;
        return this.#step(0);
      }
      await this.#passOver(before, page, error);
    }
    if (this.#apart > 0) this.#apart -= 1;
    applied?.();
    return page.events.length;
  }

  /** Moves the cursor in the transaction in which something is done about a page; false: another process has done it. */
  #take(before: string | null, { events, cursor }: Page, act: ConsumerOptions['apply']): Promise<boolean> {
    const { source, producer } = this.options;
    return source.transaction(async (manager) => {
      await manager.query('INSERT INTO feed_cursor VALUES ($1, NULL, now()) ON CONFLICT DO NOTHING', [producer]);
      // Another process may follow the same feed: whoever comes second finds the cursor moved, and applies nothing.
      const [row] = await manager.query('SELECT cursor FROM feed_cursor WHERE producer = $1 FOR UPDATE', [producer]);
      if (row.cursor !== before) return false;
      await clearProblems(manager, producer, events);
      await act(manager, events);
      await manager.query('UPDATE feed_cursor SET cursor = $2, moved_at = now() WHERE producer = $1', [
        producer,
        cursor,
      ]);
      return true;
    });
  }

  /** Of a page of one event. */
  async #passOver(before: string | null, page: Page, error: Error): Promise<void> {
    const { producer, log } = this.options;
    const { id: event, type, subject } = page.events[0]!;
    const problem = { producer, event, cursor: page.cursor, type, subject, what: whatFailed(error) };
    const kept = await this.#take(before, page, (manager) => keepProblem(manager, problem));
    if (kept) log.error({ ...problem, err: error }, 'an event could not be taken in; the feed goes on after it');
  }

  async #cursor(manager: EntityManager): Promise<string | null> {
    const [row] = await manager.query('SELECT cursor FROM feed_cursor WHERE producer = $1', [this.options.producer]);
    return row?.cursor ?? null;
  }
}
