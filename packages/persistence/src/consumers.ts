import type { FeedConsumer } from './consumer.ts';
import { pause } from './outbox.ts';

/** The consumers of one subgraph, one per producer, started and stopped together. */
export class FeedConsumers {
  constructor(private readonly consumers: readonly FeedConsumer[]) {}

  start(): void {
    for (const consumer of this.consumers) consumer.start();
  }

  async stop(): Promise<void> {
    await Promise.all(this.consumers.map((consumer) => consumer.stop()));
  }

  /** Resolves once every feed has been read to its end, or when the time is up: a producer that is down blocks nobody. */
  async caughtUp(withinMs: number): Promise<void> {
    const done = new AbortController();
    const all = Promise.all(this.consumers.map((consumer) => consumer.caughtUp));
    await Promise.race([all, pause(withinMs, done.signal)]);
    done.abort();
  }
}
