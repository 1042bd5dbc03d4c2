import type { LanguageRole, MandateRecorded } from '@mandate-graph/domain';
import type { Terms } from './mandate.terms.rules.ts';

/** Why a mandate ends before its term. */
export const END_CAUSES = [
  'RESIGNATION',
  'OTHER_FUNCTION',
  'EVALUATION',
  'AGE_LIMIT',
  'LEAVE',
  'RETURN_OF_HOLDER',
  'OTHER',
] as const;
export type EndCause = (typeof END_CAUSES)[number];

/** What ended a mandate; sealed. */
export interface Ended {
  readonly cause: EndCause;
  readonly reasons: string;
}

/** A mandate as acts see it. */
export interface MandateRecord {
  readonly id: string;
  readonly candidacyId: string;
  readonly candidateId: string;
  /** Global id. */
  readonly position: MandateRecorded['position'];
  readonly languageRole: LanguageRole | null;
  /** As they were decided. */
  readonly terms: Terms;
  /** The last day, yyyy-mm-dd; null: not fixed. */
  readonly endsOn: string | null;
  readonly version: number;
}

/** The columns of it. */
export const MANDATE_COLUMNS = `mandate.id, mandate.candidacy_id AS "candidacyId", mandate.candidate_id AS "candidateId",
  mandate.position, mandate.language_role AS "languageRole", mandate.terms, mandate.ends_on::text AS "endsOn",
  mandate.version`;
