import type { LanguageRole } from '@mandate-graph/domain';
import { instantOf } from '@mandate-graph/runtime';
import type { Temporal } from 'temporal-polyfill';
import type { EntityManager } from 'typeorm';
import type { MemberFunction } from './committee.rules.ts';

/** A member of the committee as acts see it. */
export interface MemberRecord {
  readonly id: string;
  readonly procedureId: string;
  /** Digest of the subject the member signs in with; null once the member was erased. */
  readonly holder: string | null;
  readonly function: MemberFunction;
  /** Null: not known, and then never guessed. */
  readonly languageRole: LanguageRole | null;
  /** Global id of the position the member holds, where it is known. */
  readonly positionId: string | null;
  /** The member whose place it is. */
  readonly replaces: string | null;
  readonly joinedAt: Temporal.Instant;
  /** Null: on the committee now. */
  readonly leftAt: Temporal.Instant | null;
  readonly version: number;
}

type Row = Omit<MemberRecord, 'joinedAt' | 'leftAt'> & { readonly joinedAt: Date; readonly leftAt: Date | null };

/** Everybody who is or was on the committee, in the order in which they joined. */
export const membersOf = async (manager: EntityManager, procedureId: string): Promise<MemberRecord[]> =>
  (await membersOfAll(manager, [procedureId]))[0]!;

/** The same of many procedures, in their order, in one statement. */
export async function membersOfAll(manager: EntityManager, procedureIds: readonly string[]): Promise<MemberRecord[][]> {
  const rows: Row[] = await manager.query(
    `SELECT id, procedure_id AS "procedureId", holder, function, language_role AS "languageRole",
       position_id AS "positionId", replaces, joined_at AS "joinedAt", left_at AS "leftAt", version
     FROM committee_member WHERE procedure_id = ANY($1::uuid[]) ORDER BY joined_at, id`,
    [procedureIds],
  );
  const records = rows.map(({ joinedAt, leftAt, ...row }) => ({
    ...row,
    joinedAt: instantOf(joinedAt),
    leftAt: leftAt === null ? null : instantOf(leftAt),
  }));
  return procedureIds.map((id) => records.filter(({ procedureId }) => procedureId === id));
}
