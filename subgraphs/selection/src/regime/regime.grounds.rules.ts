import type { LocalizedText } from '@mandate-graph/domain';

/**
 * What a rule rests on. FOUND: read in a law, its report, or what an administration publishes about it. STATED: a
 * notice says so. UNVERIFIED: believed to hold, and still to be looked up. CHOICE: nothing at hand says it, so it is ours.
 */
export const RULE_BASES = ['FOUND', 'STATED', 'UNVERIFIED', 'CHOICE'] as const;
export type RuleBasis = (typeof RULE_BASES)[number];

/** Why a rule is what it is. */
export interface Ground {
  readonly basis: RuleBasis;
  /** The text it stands in; of a choice, what is silent and why it was made so. */
  readonly source: LocalizedText;
}

/** A rule that says what it rests on. */
export interface Ruled<T> extends Ground {
  readonly value: T;
}

const on =
  (basis: RuleBasis) =>
  <T>(value: T, source: LocalizedText): Ruled<T> => ({ value, basis, source });

export const found = on('FOUND');
export const stated = on('STATED');
export const unverified = on('UNVERIFIED');
export const choice = on('CHOICE');

export const groundOf = ({ basis, source }: Ground): Ground => ({ basis, source });
