import type { GraphQLError } from 'graphql';
import { LIMITS, type LimitName, limitExceeded } from './limits.ts';

/**
 * How much one request may reach: what leads to more can lead on without end. Whoever asks beyond it gets nothing more,
 * so that the work stops at once; the answer as a whole is then the refusal.
 */
export class Allowance {
  #left: number;

  constructor(private readonly limit: LimitName) {
    this.#left = LIMITS[limit].bound;
  }

  /** Whether this many more may be reached. Once it is false, it stays so. */
  admit(count: number): boolean {
    if (this.#left >= 0) this.#left -= count;
    return this.#left >= 0;
  }

  /** The error to answer with; null as long as the limit holds. */
  get refusal(): GraphQLError | null {
    if (this.#left >= 0) return null;
    return limitExceeded([{ name: this.limit, value: null }]);
  }
}
