import type { Work } from '../writing/work.ts';
import { LedgerRepository } from './ledger.repository.ts';
import { windowOfAttempt } from './ledger.rules.ts';

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
