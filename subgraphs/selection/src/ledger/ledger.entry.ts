import type { Work } from '../writing/work.ts';

/** Why somebody need not sit the computer assessment: what it rests on, and its last day where it has one. */
export interface Exemption {
  readonly rule: 'EXEMPT_AFTER_PASS' | 'EXEMPT_HOLDER';
  /** yyyy-mm-dd; null: as long as the function is held. */
  readonly until: string | null;
}

/** Who of the candidates is exempt from the computer assessment of this procedure today, by the id of the candidate. */
export async function exemptionsOf(
  _work: Work,
  _candidateIds: readonly string[],
): Promise<ReadonlyMap<string, Exemption>> {
  return new Map();
}

/** Why somebody may not sit the computer assessment on a day: a waiting period, and its last day where it has one. */
export interface Barred {
  /** yyyy-mm-dd. */
  readonly until: string | null;
}

/** Whether a candidate may not sit the computer assessment of this procedure on a local day (yyyy-mm-dd); null: they may. */
export async function barredOn(_work: Work, _candidateId: string, _day: string): Promise<Barred | null> {
  return null;
}

/** An assessment that was sat, as it is told to the ledger of all vacancies. */
export interface NewAttempt {
  readonly candidateId: string;
  readonly applicationId: string;
  /** The local day of the session, yyyy-mm-dd. */
  readonly testDay: string;
  /** The day of passing, as the regime reckons it; null: it was not passed. */
  readonly passedDay: string | null;
  readonly outcome: 'PASSED' | 'FAILED';
  /** Decimals; sealed under the key of the candidate. */
  readonly score: { readonly total: string; readonly outOf: string | null };
}

/** Keeps an attempt; one that is there for the application is corrected by it. The key of the candidate has been made. */
export async function recordAttempt(_work: Work, _attempt: NewAttempt): Promise<void> {}
