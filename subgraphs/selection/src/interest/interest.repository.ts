import type { EntityManager } from 'typeorm';

export const CONFLICT_KINDS = ['DECLARED', 'IS_CANDIDATE', 'REPORTING_LINE'] as const;
export type ConflictKind = (typeof CONFLICT_KINDS)[number];

/** What ties a member of the committee to a candidate. */
export interface Conflict {
  readonly memberId: string;
  /** Null: the whole procedure. */
  readonly candidacyId: string | null;
  readonly kind: ConflictKind;
  /** The member takes no part: neither hears, nor scores, nor votes, nor sees scores. */
  readonly barring: boolean;
}

/**
 * Every conflict of everybody who is or was on the committee: what was declared, and what follows from who holds which
 * post on a local day (yyyy-mm-dd).
 */
export async function conflictsOf(_manager: EntityManager, _procedureId: string, _day: string): Promise<Conflict[]> {
  return [];
}
