import type { Work } from '../writing/work.ts';
import { LedgerRepository } from './ledger.repository.ts';
import { windowOfAttempt } from './ledger.rules.ts';

/**
 * Whoever is told of a failure may have a seat elsewhere on a day of the waiting period: those procedures are settled for
 * it, each on its own, once this is committed.
 */
export async function dueElsewhere({ manager, procedure }: Work, candidateIds: readonly string[]): Promise<void> {
  await manager.query(
    `INSERT INTO settling_due (procedure_id)
     SELECT DISTINCT candidacy.procedure_id FROM candidacy
     JOIN selection_step step ON step.id = candidacy.step_id AND step.kind = 'COMPUTER_ASSESSMENT'
     WHERE candidacy.candidate_id = ANY($1::uuid[]) AND candidacy.status = 'IN_PROGRESS'
       AND candidacy.procedure_id <> $2`,
    [candidateIds, procedure.id],
  );
}

/** The last day of the waiting period of those who failed the assessment of this procedure, by the id of the candidacy. */
export async function waitingOf(work: Work, candidateIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const attempts = await new LedgerRepository(work.manager).attemptsOf(candidateIds);
  return new Map(
    attempts.flatMap((attempt) => {
      const here = attempt.procedureId === work.procedure.id && attempt.outcome === 'FAILED';
      const lastDay = here ? (windowOfAttempt(attempt)?.lastDay ?? null) : null;
      return lastDay === null ? [] : [[attempt.candidacyId, lastDay] as const];
    }),
  );
}
