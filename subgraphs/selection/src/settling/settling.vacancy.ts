import { CandidacyRepository } from '../candidacy/candidacy.repository.ts';
import { CandidacyStore } from '../candidacy/candidacy.store.ts';
import { tellCandidate } from '../candidacy/telling.ts';
import { procedureAfter } from '../procedure/procedure.state.rules.ts';
import { ProcedureStore } from '../procedure/procedure.store.ts';
import { byRule, type Work } from '../writing/work.ts';

/** A vacancy that is withdrawn, or no longer public, ends its procedure for everyone who is still in it. */
export async function settleVacancy(work: Work): Promise<void> {
  const { procedure } = work;
  if (procedure.vacancy !== null && procedure.vacancy.status !== 'WITHDRAWN') return;
  const step = procedureAfter(procedure, 'CANCEL', 'RULE', 'VACANCY_WITHDRAWN');
  if (!step.ok) return;
  const by = byRule('vacancy-withdrawn');
  await new ProcedureStore(work).record({ act: 'CANCEL', state: step.state, by });
  const all = await new CandidacyRepository(work.manager).ofProcedure(procedure.id);
  const still = all.filter(({ status }) => ['IN_PROGRESS', 'SUITABLE', 'SELECTED'].includes(status));
  await new CandidacyStore(work).change(still.map((candidacy) => ({ candidacy, act: 'DISCONTINUE', as: 'RULE', by })));
  for (const candidacy of still) {
    tellCandidate(work, candidacy, { code: 'SELECTION_CANCELLED', facts: { ending: 'VACANCY_WITHDRAWN' } });
  }
}
