import { setTimeout as delay } from 'node:timers/promises';
import { sentenceOf } from './failure.ts';

/**
 * What runs, in the order it is stopped (readers of feeds before the institutions they read), and when in milliseconds
 * after the beginning of the stop each stage must be over: what hangs is left behind, so that the database is stopped
 * in any case.
 */
const STAGES = { gateway: 11_000, readers: 13_000, institutions: 15_000, clock: 16_000, database: 20_000 };
export type Stage = keyof typeof STAGES;

/** Everything a process has started, and how to stop it. */
export class Running {
  readonly #closers = new Map<Stage, (() => Promise<void>)[]>();
  #stopping: Promise<readonly string[]> | undefined;

  constructor(private readonly stages: Readonly<Record<Stage, number>> = STAGES) {}

  add(stage: Stage, close: () => Promise<void>): void {
    this.#closers.set(stage, [...(this.#closers.get(stage) ?? []), close]);
  }

  /** Stops everything, and gives a sentence for each thing that would not. However often it is called, it stops once. */
  stop(): Promise<readonly string[]> {
    this.#stopping ??= this.#stop();
    return this.#stopping;
  }

  async #stop(): Promise<readonly string[]> {
    const began = Date.now();
    const problems: string[] = [];
    for (const [stage, end] of Object.entries(this.stages) as [Stage, number][]) {
      const over = new AbortController();
      const late = delay(Math.max(0, end - (Date.now() - began)), 'late' as const, { signal: over.signal });
      const closing = (this.#closers.get(stage) ?? []).map(async (close) => {
        try {
          if ((await Promise.race([close(), late])) === 'late') problems.push(`The ${stage} did not stop in time.`);
        } catch (error) {
          problems.push(`The ${stage} did not stop as it should: ${sentenceOf(error)}`);
        }
      });
      await Promise.all(closing);
      over.abort();
      await late.catch(() => undefined);
    }
    return problems;
  }
}
