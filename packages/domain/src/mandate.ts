import type { LocalizedText } from './language.ts';

export const MANDATE_KINDS = ['MANDATE', 'INTERIM'] as const;
export type MandateKind = (typeof MANDATE_KINDS)[number];

/** The terms of the mandate. A duration is only what the notice or the regime's data says, never a default. */
export interface MandateTerms {
  readonly kind: MandateKind | null;
  /** Null when the notice does not say. */
  readonly interim: boolean | null;
  /** ISO 8601 duration in calendar units, e.g. `P6Y`. */
  readonly duration: string | null;
  readonly startsOn: string | null;
  readonly endsOn: string | null;
}

/** A decimal amount as a string (`"185457.89"`), with its ISO 4217 currency. Never a float. */
export interface Money {
  readonly amount: string;
  readonly currency: 'EUR';
}

export const euro = (amount: string): Money => ({ amount, currency: 'EUR' });

/** Four different concepts: a scale code, a band, a gross annual amount, a mobility budget. None implies another. */
export interface Pay {
  /** Code of the pay scale (weddenschaal), e.g. `A500`. */
  readonly payScale: string | null;
  /** Salary band (salarisband), a number of its own: neither a class nor a rank. */
  readonly salaryBand: number | null;
  /** Gross salary per year. */
  readonly grossAnnualSalary: Money | null;
  readonly indexed: boolean | null;
  /** The day of the index the amount is at. */
  readonly indexDate: string | null;
  /** Per year. */
  readonly mobilityBudget: Money | null;
  /** Who the notice says is paid so. */
  readonly payee: LocalizedText | null;
}
