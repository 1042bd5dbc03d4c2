/** What a rule comes to. */
export const TRUTHS = ['SATISFIED', 'NOT_SATISFIED', 'UNDETERMINED'] as const;
export type Truth = (typeof TRUTHS)[number];

/** Why somebody takes part conditionally only. */
export const RESERVATIONS = ['DIPLOMA_COUNTRY', 'DIPLOMA_LANGUAGE'] as const;
export type Reservation = (typeof RESERVATIONS)[number];

/** What a whole file comes to. It is a proposal: a person decides, with reasons. */
export const OUTCOMES = ['ELIGIBLE', 'CONDITIONAL', 'UNDETERMINED', 'NOT_ELIGIBLE'] as const;
export type Outcome = (typeof OUTCOMES)[number];

export interface Judged {
  readonly value: Truth;
  /** Empty unless satisfied. */
  readonly reservations: readonly Reservation[];
}

/** All must hold: one that does not decides, then one that is not known. Of none, all hold. */
export function allOf(judged: readonly Judged[]): Judged {
  if (judged.some(({ value }) => value === 'NOT_SATISFIED')) return plain('NOT_SATISFIED');
  if (judged.some(({ value }) => value === 'UNDETERMINED')) return plain('UNDETERMINED');
  const all = new Set(judged.flatMap(({ reservations }) => reservations));
  return { value: 'SATISFIED', reservations: RESERVATIONS.filter((reservation) => all.has(reservation)) };
}

/** One must hold: one that does decides, the one with fewest reservations; then one that is not known. Of none, none does. */
export function anyOf(judged: readonly Judged[]): Judged {
  const satisfied = judged.filter(({ value }) => value === 'SATISFIED');
  if (satisfied.length > 0) return satisfied.reduce((best, next) => (ranks(next) < ranks(best) ? next : best));
  return plain(judged.some(({ value }) => value === 'UNDETERMINED') ? 'UNDETERMINED' : 'NOT_SATISFIED');
}

export const plain = (value: Truth): Judged => ({ value, reservations: [] });

export function outcomeOf({ value, reservations }: Judged): Outcome {
  if (value !== 'SATISFIED') return value === 'UNDETERMINED' ? 'UNDETERMINED' : 'NOT_ELIGIBLE';
  return reservations.length === 0 ? 'ELIGIBLE' : 'CONDITIONAL';
}

/** Fewer reservations first, then in the order of their list, so that the order of alternatives does not matter. */
const ranks = ({ reservations }: Judged): string =>
  `${reservations.length}${reservations.map((reservation) => RESERVATIONS.indexOf(reservation)).join('')}`;
