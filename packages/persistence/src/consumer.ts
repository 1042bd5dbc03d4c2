import type { CloudEvent } from '@mandate-graph/domain';
import type { DataSource, EntityManager } from 'typeorm';
import type { Logger } from './logger.ts';
import { pause } from './repeating.ts';

export const CONSUMER_TABLE: readonly string[] = [
  `CREATE TABLE feed_cursor (
    producer text PRIMARY KEY,
    cursor text,
    moved_at timestamptz NOT NULL
  )`,
];

export type FetchPage = (
  after: string | null,
  limit: number,
  waitSeconds: number,
  signal: AbortSignal,
) => Promise<{ readonly events: readonly CloudEvent[]; readonly cursor: string }>;

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
 */
export class FeedConsumer {
  readonly #stop = new AbortController();
  #loop: Promise<void> | null = null;
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

  /** Reads until nothing is new; gives the number of events applied. */
  async catchUp(): Promise<number> {
    let applied = 0;
    for (;;) {
      const count = await this.#step(0);
      if (count === 0) return applied;
      applied += count;
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
    const { source, producer, fetchPage, apply } = this.options;
    const before = await this.#cursor(source.manager);
    const page = await fetchPage(before, PAGE, waitSeconds, this.#stop.signal);
    if (page.events.length === 0) return 0;
    await source.transaction(async (manager) => {
      await manager.query('INSERT INTO feed_cursor VALUES ($1, NULL, now()) ON CONFLICT DO NOTHING', [producer]);
      // Another process may follow the same feed: whoever comes second finds the cursor moved, and applies nothing.
      const [row] = await manager.query('SELECT cursor FROM feed_cursor WHERE producer = $1 FOR UPDATE', [producer]);
      if (row.cursor !== before) return;
      await apply(manager, page.events);
      await manager.query('UPDATE feed_cursor SET cursor = $2, moved_at = now() WHERE producer = $1', [
        producer,
        page.cursor,
      ]);
    });
    this.options.applied?.();
    return page.events.length;
  }

  async #cursor(manager: EntityManager): Promise<string | null> {
    const [row] = await manager.query('SELECT cursor FROM feed_cursor WHERE producer = $1', [this.options.producer]);
    return row?.cursor ?? null;
  }
}
