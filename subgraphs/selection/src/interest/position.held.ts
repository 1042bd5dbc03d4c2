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

/**
 * What is known on a local day (yyyy-mm-dd) of the posts of candidates: by the file, as the institution read it, and by the
 * mandates they accepted in other procedures. The number of statements does not grow with the candidates.
 */
export async function positionsHeld(
  manager: EntityManager,
  keys: PersonKeys,
  procedureIds: readonly string[],
  day: string,
): Promise<PositionHeld[]> {
  const recorded: Row[] = await manager.query(
    `SELECT held.procedure_id AS "procedureId", held.id AS "candidacyId", candidacy.candidate_id AS "candidateId",
       held.data
     FROM position_held held JOIN candidacy ON candidacy.id = held.id
     WHERE held.procedure_id = ANY($1::uuid[]) ORDER BY held.id`,
    [procedureIds],
  );
  await keys.load(recorded.map(({ candidateId }) => candidateOf(candidateId)));
  return [...recorded.flatMap((row) => byFile(keys, row)), ...(await byMandate(manager, procedureIds, day))];
}

/** Nobody, where the candidate was erased. */
function byFile(keys: PersonKeys, { procedureId, candidacyId, candidateId, data }: Row): PositionHeld[] {
  const content = keys.open<PositionContent>(candidateOf(candidateId), positionPlace(candidacyId), data);
  return content?.position == null ? [] : [{ procedureId, candidacyId, position: content.position }];
}

const byMandate = (manager: EntityManager, procedureIds: readonly string[], day: string): Promise<PositionHeld[]> =>
  manager.query(
    `SELECT candidacy.procedure_id AS "procedureId", candidacy.id AS "candidacyId", mandate.position
     FROM candidacy JOIN mandate ON mandate.candidate_id = candidacy.candidate_id
       AND mandate.procedure_id <> candidacy.procedure_id
     WHERE candidacy.procedure_id = ANY($1::uuid[]) AND daterange(starts_on, ends_on, '[]') @> $2::date
     ORDER BY candidacy.id, mandate.id`,
    [procedureIds, day],
  );

/** 0: nothing was recorded yet. */
export async function positionVersion(manager: EntityManager, candidacyId: string): Promise<number> {
  const [row]: { version: number }[] = await manager.query('SELECT version FROM position_held WHERE id = $1', [
    candidacyId,
  ]);
  return row?.version ?? 0;
}
