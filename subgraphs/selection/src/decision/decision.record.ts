import type { LanguageRole } from '@mandate-graph/domain';
import type { Terms } from '../mandate/mandate.terms.rules.ts';

/**
 * IN_EFFECT: accepted, or nobody is appointed. DECLINED: also where no answer came. FALLEN: the candidate or the vacancy was
 * withdrawn before an answer.
 */
export const DECISION_STATUSES = ['AWAITING_ANSWER', 'IN_EFFECT', 'DECLINED', 'FALLEN'] as const;
export type DecisionStatus = (typeof DECISION_STATUSES)[number];

export const DECIDING_AUTHORITIES = ['GOVERNMENT', 'COMPETENT_AUTHORITY'] as const;
export type DecidingAuthority = (typeof DECIDING_AUTHORITIES)[number];

/** A decision on the appointment as acts see it. */
export interface DecisionRecord {
  readonly id: string;
  /** Null: nobody is appointed. */
  readonly candidacyId: string | null;
  readonly status: DecisionStatus;
  readonly authority: DecidingAuthority;
  readonly departsFromRanking: boolean;
  readonly languageRole: LanguageRole | null;
  /** Null: nobody is appointed. */
  readonly terms: Terms | null;
  readonly decidedAt: Date;
  readonly version: number;
}

/** What a decision says of a candidate whom it concerns; sealed. */
export interface Statement {
  /** On titles and merits: why chosen, or why not. */
  readonly reasons: string;
  /** Of the one who is chosen: why before others with a better place. */
  readonly departureReasons?: string;
  /** Of the one who is chosen: why the terms are others than those of the regime. */
  readonly termsReasons?: string;
}

export const statementPlace = (decisionId: string, candidacyId: string): string =>
  `decision_statement:${decisionId}:${candidacyId}`;
