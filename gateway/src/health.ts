/** What a readiness probe is told: names and states, no addresses. */
export interface ReadinessState {
  readonly status: 'ready' | 'not ready' | 'draining';
  readonly subgraphs: Readonly<Record<string, boolean>>;
}

export interface ReadinessOptions {
  /** Asks each subgraph, by name. */
  readonly checks: ReadonlyMap<string, () => Promise<boolean>>;
  /** How long a result serves other probes, in milliseconds. */
  readonly keep?: number;
  /** Monotonic time in milliseconds. */
  readonly now?: () => number;
}

const KEEP = 500;

/**
 * Whether the gateway can answer: it is not draining, and every subgraph says it is ready.
 * However many probes come in, each subgraph is asked once at a time, and not again while the result is fresh.
 */
export class Readiness {
  #draining = false;
  #latest: { readonly state: Promise<ReadinessState>; until: number } | null = null;

  constructor(private readonly options: ReadinessOptions) {}

  async state(): Promise<ReadinessState> {
    const now = this.options.now ?? (() => performance.now());
    if (!this.#draining && (this.#latest === null || this.#latest.until <= now())) {
      const latest = { state: this.#ask(), until: Number.POSITIVE_INFINITY };
      this.#latest = latest;
      void latest.state.then(() => {
        latest.until = now() + (this.options.keep ?? KEEP);
      });
    }
    const state = this.#draining ? null : await this.#latest!.state;
    // Draining may have begun while the subgraphs were asked.
    return state === null || this.#draining ? { status: 'draining', subgraphs: {} } : state;
  }

  /** From now on the gateway is not ready, whatever its subgraphs say. */
  drain(): void {
    this.#draining = true;
  }

  async #ask(): Promise<ReadinessState> {
    const answers = await Promise.all(
      [...this.options.checks].map(async ([name, check]) => [name, await check()] as const),
    );
    const ready = answers.every(([, answer]) => answer);
    return { status: ready ? 'ready' : 'not ready', subgraphs: Object.fromEntries(answers) };
  }
}
