import type { Problem } from '@mandate-graph/domain';
import type { EntityManager } from 'typeorm';
import { problem } from './problem.rules.ts';

/** Nobody acts on a procedure in which they take part themselves, whatever else they are in it. */
export const OWN_CANDIDACY: Problem = problem(
  'procedure',
  'OWN_CANDIDACY',
  null,
  'procedure must be one in which whoever acts is no candidate',
);

/** Whether somebody is a candidate of a procedure, as far as it is known who signs in for whom. */
export async function isCandidate(manager: EntityManager, procedureId: string, holder: string): Promise<boolean> {
  const [row]: { known: boolean }[] = await manager.query(
    `SELECT EXISTS (SELECT FROM candidacy JOIN candidate_holder held ON held.candidate_id = candidacy.candidate_id
       WHERE candidacy.procedure_id = $1 AND held.holder = $2) AS known`,
    [procedureId, holder],
  );
  return row!.known;
}
