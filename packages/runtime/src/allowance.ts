import { GraphQLError } from 'graphql';

/**
 * How much one request may reach: what leads to more can lead on without end. Whoever asks beyond it gets nothing more,
 * so that the work stops at once; the answer as a whole is then the refusal.
 */
export class Allowance {
  #left: number;

  constructor(
    private readonly limit: number,
    /** What is counted, in words. */
    private readonly what: string,
  ) {
    this.#left = limit;
  }

  /** Whether this many more may be reached. Once it is false, it stays so. */
  admit(count: number): boolean {
    if (this.#left >= 0) this.#left -= count;
    return this.#left >= 0;
  }

  /** The error to answer with; null as long as the limit holds. */
  get refusal(): GraphQLError | null {
    if (this.#left >= 0) return null;
    return new GraphQLError(
      `A request may reach at most ${this.limit} ${this.what}, but this one reaches more: ask for fewer levels, or for less of each.`,
      { extensions: { code: 'LIMIT_EXCEEDED' } },
    );
  }
}
