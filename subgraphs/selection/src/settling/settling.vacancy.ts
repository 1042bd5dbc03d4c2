import { CandidacyRepository } from '../candidacy/candidacy.repository.ts';
import { CandidacyStore } from '../candidacy/candidacy.store.ts';
import { tellCandidate } from '../candidacy/telling.ts';
import { procedureAfter, type RunningStatus } from '../procedure/procedure.state.rules.ts';
import { ProcedureStore } from '../procedure/procedure.store.ts';
import { byRule, type Work } from '../writing/work.ts';

/** While something is still to come of it, what the institution does to the vacancy concerns a procedure. */
const UNDER_WAY: readonly RunningStatus[] = ['RUNNING', 'RESULT_SUBMITTED', 'DECIDED'];

/**
 * A vacancy that is withdrawn, or no longer public, ends its procedure for everyone who is still in it. One that is
 * amended does not touch what the procedure runs by; the trail says which versions came meanwhile.
 */
export async function settleVacancy(work: Work): Promise<void> {
  const { vacancy, vacancySeen, status } = work.procedure;
  if (vacancy === null || vacancy.status === 'WITHDRAWN') return cancel(work);
  if (!UNDER_WAY.includes(status) || vacancy.version <= vacancySeen!) return;
  await new ProcedureStore(work).sawVacancy(vacancy.version, byRule('vacancy-amended'));
}

async function cancel(work: Work): Promise<void> {
  const { procedure } = work;
  const step = procedureAfter(procedure, 'CANCEL', 'RULE', 'VACANCY_WITHDRAWN');
  if (!step.ok) return;
  const by = byRule('vacancy-withdrawn');
  const facts = { vacancyVersion: procedure.vacancy?.version ?? null };
  await new ProcedureStore(work).record({ act: 'CANCEL', state: step.state, by, facts });
  const all = await new CandidacyRepository(work.manager).ofProcedure(procedure.id);
  const still = all.filter(({ status }) => ['IN_PROGRESS', 'SUITABLE', 'SELECTED'].includes(status));
  await new CandidacyStore(work).change(still.map((candidacy) => ({ candidacy, act: 'DISCONTINUE', as: 'RULE', by })));
  for (const candidacy of still) {
    tellCandidate(work, candidacy, { code: 'SELECTION_CANCELLED' });
  }
}
