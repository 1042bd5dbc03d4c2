import { placeOf } from '@mandate-graph/writing';
import type { EntityManager } from 'typeorm';
import type { Placed } from './ranking.rules.ts';

/** Where the reasons of a candidate's place are kept. */
export const rankPlace = (candidacyId: string): string => placeOf('ranking_place', candidacyId);

/** Who has which place in a procedure, in that order; whoever was ranked and has left since still has theirs. */
export const placedIn = (manager: EntityManager, procedureId: string): Promise<Placed[]> =>
  manager.query(
    `SELECT id AS application, place FROM ranking_place WHERE procedure_id = $1 AND place IS NOT NULL
     ORDER BY place, id`,
    [procedureId],
  );
