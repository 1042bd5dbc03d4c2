import { placeOf } from '@mandate-graph/writing';
import type { EntityManager } from 'typeorm';
import { candidateOf, type PersonKeys } from '../person/person.keys.ts';

/** The post that a candidate holds. */
export interface PositionHeld {
  readonly procedureId: string;
  readonly candidacyId: string;
  /** Global id. */
  readonly position: string;
}

/** As it is sealed. Null: none, which replaces what was recorded before. */
export interface PositionContent {
  readonly position: string | null;
  readonly reasons: string;
}

export const positionPlace = (candidacyId: string): string => placeOf('position_held', candidacyId);

interface Row {
  readonly procedureId: string;
  readonly candidacyId: string;
  readonly candidateId: string;
  readonly data: Buffer | null;
}

/** What is known of the posts of candidates, by the file as the institution read it; two statements. */
export async function positionsHeld(
  manager: EntityManager,
  keys: PersonKeys,
  procedureIds: readonly string[],
): Promise<PositionHeld[]> {
  const rows: Row[] = await manager.query(
    `SELECT held.procedure_id AS "procedureId", held.id AS "candidacyId", candidacy.candidate_id AS "candidateId",
       held.data
     FROM position_held held JOIN candidacy ON candidacy.id = held.id
     WHERE held.procedure_id = ANY($1::uuid[]) ORDER BY held.id`,
    [procedureIds],
  );
  if (rows.length === 0) return [];
  await keys.load(rows.map(({ candidateId }) => candidateOf(candidateId)));
  return rows.flatMap(({ procedureId, candidacyId, candidateId, data }) => {
    const content = keys.open<PositionContent>(candidateOf(candidateId), positionPlace(candidacyId), data);
    return content?.position == null ? [] : [{ procedureId, candidacyId, position: content.position }];
  });
}

/** 0: nothing was recorded yet. */
export async function positionVersion(manager: EntityManager, candidacyId: string): Promise<number> {
  const [row]: { version: number }[] = await manager.query('SELECT version FROM position_held WHERE id = $1', [
    candidacyId,
  ]);
  return row?.version ?? 0;
}
