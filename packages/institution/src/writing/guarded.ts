import type { EntityManager } from 'typeorm';
import type { Outcome, Recording, SubjectService } from '../subject/subject.service.ts';
import { guardProblems } from './guard.rules.ts';

/**
 * Records by the rules and by what the database guards itself, with paths of the input for the latter. When it is not ok,
 * the caller rolls back what it was done in.
 */
export async function recordGuarded(
  manager: EntityManager,
  subjects: SubjectService,
  recordings: readonly Recording[],
  input: object,
): Promise<Outcome> {
  try {
    const outcome = await subjects.record(manager, recordings);
    // Some guards wait for the end of the transaction, where it would be too late to tell what else is wrong.
    if (outcome.ok) await manager.query('SET CONSTRAINTS ALL IMMEDIATE');
    return outcome;
  } catch (error) {
    const problems = guardProblems(error, input);
    if (problems === null) throw error;
    return { ok: false, problems };
  }
}
