import { type ConsumerOptions, FeedConsumer, type FetchPage } from './consumer.ts';
import { pause } from './repeating.ts';

export interface FollowOptions extends Pick<ConsumerOptions, 'source' | 'log' | 'applied'> {
  readonly producers: readonly string[];
  readonly fetchFrom: (producer: string) => FetchPage;
  readonly applyOf: (producer: string) => ConsumerOptions['apply'];
}

/** A producer that is down does not hold up a start for longer. */
const CAUGHT_UP_WITHIN_MS = 5_000;

/** The consumers of one subgraph, one per producer, started and stopped together. */
export class FeedConsumers {
  readonly #consumers: readonly FeedConsumer[];

  constructor({ producers, fetchFrom, applyOf, ...options }: FollowOptions) {
    this.#consumers = producers.map(
      (producer) =>
        new FeedConsumer({ ...options, producer, fetchPage: fetchFrom(producer), apply: applyOf(producer) }),
    );
  }

  start(): void {
    for (const consumer of this.#consumers) consumer.start();
  }

  async stop(): Promise<void> {
    await Promise.all(this.#consumers.map((consumer) => consumer.stop()));
  }

  /** Resolves once every feed has been read to its end, or when the time is up: a producer that is down blocks nobody. */
  async caughtUp(withinMs = CAUGHT_UP_WITHIN_MS): Promise<void> {
    const done = new AbortController();
    const all = Promise.all(this.#consumers.map((consumer) => consumer.caughtUp));
    await Promise.race([all, pause(withinMs, done.signal)]);
    done.abort();
  }
}
