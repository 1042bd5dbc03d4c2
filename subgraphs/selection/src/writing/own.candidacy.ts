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

/** A candidacy of whoever asks ($1: the digest of their subject) in a procedure: to be put in EXISTS. */
export const ownCandidacyIn = (procedureId: string): string =>
  `SELECT FROM candidacy own JOIN candidate_holder held ON held.candidate_id = own.candidate_id
   WHERE held.holder = $1 AND own.procedure_id = ${procedureId}`;

/** Whether somebody is a candidate of a procedure, as far as it is known who signs in for whom. */
export async function isCandidate(manager: EntityManager, procedureId: string, holder: string): Promise<boolean> {
  const [row]: { known: boolean }[] = await manager.query(`SELECT EXISTS (${ownCandidacyIn('$2')}) AS known`, [
    holder,
    procedureId,
  ]);
  return row!.known;
}
