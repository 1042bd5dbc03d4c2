import { CandidacyFlow } from '../candidacy/candidacy.flow.ts';
import { CandidacyRepository } from '../candidacy/candidacy.repository.ts';
import { tellCandidate } from '../candidacy/telling.ts';
import type { Work } from '../writing/work.ts';
import { exemptionsOf } from './ledger.entry.ts';

/**
 * Who waits in the assessment and turns out to have been exempt when it opened for them: a pass that another procedure
 * has recorded since, a mandate that was accepted since, or a function that the file proves.
 */
export async function settleExemptions(work: Work): Promise<void> {
  const { procedure, manager } = work;
  if (procedure.status !== 'RUNNING') return;
  const rows: { id: string }[] = await manager.query(
    `SELECT candidacy.id FROM candidacy
     JOIN selection_step step ON step.id = candidacy.step_id AND step.kind = 'COMPUTER_ASSESSMENT'
     WHERE candidacy.procedure_id = $1 AND candidacy.status = 'IN_PROGRESS'
       AND (EXISTS (SELECT FROM function_held held WHERE held.candidacy_id = candidacy.id)
         OR EXISTS (SELECT FROM mandate WHERE mandate.candidate_id = candidacy.candidate_id)
         OR EXISTS (SELECT FROM assessment_attempt attempt
           WHERE attempt.candidate_id = candidacy.candidate_id AND attempt.procedure_id <> $1
             AND attempt.outcome = 'PASSED'))`,
    [procedure.id],
  );
  if (rows.length === 0) return;
  const ids = new Set(rows.map(({ id }) => id));
  const waiting = (await new CandidacyRepository(manager).ofProcedure(procedure.id)).filter(({ id }) => ids.has(id));
  const exemptions = await exemptionsOf(
    work,
    waiting.map(({ candidateId }) => candidateId),
  );
  const exempt = waiting.filter(({ candidateId }) => exemptions.has(candidateId));
  for (const step of procedure.steps.filter(({ kind }) => kind === 'COMPUTER_ASSESSMENT')) {
    const here = exempt.filter(({ stepId }) => stepId === step.id);
    if (here.length === 0) continue;
    for (const candidacy of here) {
      tellCandidate(work, candidacy, { code: 'BOOK_SESSION', done: true, facts: { step: step.kind } });
    }
    await new CandidacyFlow(work).exempt(step, here);
  }
}
