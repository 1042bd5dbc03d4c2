import type { LanguageRole } from '@mandate-graph/domain';
import { instantOf } from '@mandate-graph/runtime';
import type { Temporal } from 'temporal-polyfill';
import type { EntityManager } from 'typeorm';

export const MEMBER_FUNCTIONS = ['CHAIR', 'MEMBER'] as const;
export type MemberFunction = (typeof MEMBER_FUNCTIONS)[number];

/** A member of the committee as acts see it. */
export interface MemberRecord {
  readonly id: string;
  /** Digest of the subject the member signs in with. */
  readonly holder: string;
  readonly function: MemberFunction;
  /** Null: not known, and then never guessed. */
  readonly languageRole: LanguageRole | null;
  /** Global id of the position the member holds, where it is known. */
  readonly positionId: string | null;
  readonly joinedAt: Temporal.Instant;
  /** Null: on the committee now. */
  readonly leftAt: Temporal.Instant | null;
  readonly version: number;
}

type Row = Omit<MemberRecord, 'joinedAt' | 'leftAt'> & { readonly joinedAt: Date; readonly leftAt: Date | null };

/** Everybody who is or was on the committee, in the order in which they joined. */
export async function membersOf(manager: EntityManager, procedureId: string): Promise<MemberRecord[]> {
  const rows: Row[] = await manager.query(
    `SELECT id, holder, function, language_role AS "languageRole", position_id AS "positionId",
       joined_at AS "joinedAt", left_at AS "leftAt", version
     FROM committee_member WHERE procedure_id = $1 ORDER BY joined_at, id`,
    [procedureId],
  );
  return rows.map(({ joinedAt, leftAt, ...row }) => ({
    ...row,
    joinedAt: instantOf(joinedAt),
    leftAt: leftAt === null ? null : instantOf(leftAt),
  }));
}
