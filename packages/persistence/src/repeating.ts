import type { Logger } from './logger.ts';

export interface Repeated {
  /** In milliseconds, between the end of a round and the next one. */
  readonly everyMs: number;
  /** Before the first round; left out: none. */
  readonly firstMs?: number;
  /** A round; the signal fires once it is to end. */
  readonly run: (signal: AbortSignal) => Promise<unknown>;
  /** What the log says of a round that failed. */
  readonly failed: string;
  readonly log: Logger;
}

/** Does something again and again, one round at a time, until it is stopped; after a round that failed it goes on. */
export class Repeating {
  readonly #stop = new AbortController();
  #wake = new AbortController();
  #loop: Promise<void> | null = null;

  constructor(private readonly repeated: Repeated) {}

  start(): void {
    this.#loop ??= this.#follow();
  }

  /** The next round comes soon: something is new. */
  nudge(): void {
    this.#wake.abort();
  }

  /** Resolves once the last round has ended. */
  async stop(): Promise<void> {
    this.#stop.abort();
    await this.#loop;
  }

  async #follow(): Promise<void> {
    const { everyMs, firstMs = 0, run, failed, log } = this.repeated;
    const stop = this.#stop.signal;
    if (firstMs > 0) await pause(firstMs, stop);
    while (!stop.aborted) {
      // Before the round: what it is woken for meanwhile it may have passed by already.
      this.#wake = new AbortController();
      await run(stop).catch((error) => log.warn({ err: error }, failed));
      await pause(everyMs, AbortSignal.any([stop, this.#wake.signal]));
    }
  }
}

/** Resolves after a while, or at once when the signal fires. */
export const pause = (ms: number, signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    if (signal.aborted) return resolve();
    const done = (): void => {
      clearTimeout(timer);
      signal.removeEventListener('abort', done);
      resolve();
    };
    const timer = setTimeout(done, ms);
    signal.addEventListener('abort', done);
  });
