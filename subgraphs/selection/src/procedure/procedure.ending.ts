import type { ProcedureEnding } from '@mandate-graph/domain';
import type { CandidacyRecord } from '../candidacy/candidacy.record.ts';
import { byRule, type Work } from '../writing/work.ts';
import { procedureAfter } from './procedure.state.rules.ts';
import { ProcedureStore } from './procedure.store.ts';

/** How a procedure in which nobody is left has ended; null: somebody is. */
export function endingOf(
  candidacies: readonly Pick<CandidacyRecord, 'status' | 'stepId'>[],
  { steps }: Work['procedure'],
): ProcedureEnding | null {
  if (candidacies.length === 0) return 'NO_CANDIDATES';
  if (candidacies.some(({ status }) => status === 'IN_PROGRESS' || status === 'SUITABLE')) return null;
  const screening = steps.find(({ kind }) => kind === 'ELIGIBILITY_SCREENING')?.id;
  const stayed = candidacies.filter(({ status }) => status !== 'WITHDRAWN');
  const admitted = stayed.filter(({ status, stepId }) => status !== 'EXCLUDED' || stepId !== screening);
  return stayed.length > 0 && admitted.length === 0 ? 'NONE_ADMISSIBLE' : 'NONE_SUITABLE';
}

/** Ends a procedure in which nobody is left; false: somebody is. */
export async function endIfNobodyIsLeft(work: Work, candidacies: readonly CandidacyRecord[]): Promise<boolean> {
  const ending = endingOf(candidacies, work.procedure);
  if (ending === null) return false;
  const step = procedureAfter(work.procedure, 'END', 'RULE', ending);
  if (step.ok) await new ProcedureStore(work).record({ act: 'END', state: step.state, by: byRule('nobody-left') });
  return step.ok;
}

/** Opens a procedure again that had ended since nobody was left; false: it runs no more, and cannot. */
export async function reopen(work: Work): Promise<boolean> {
  if (work.procedure.status === 'RUNNING') return true;
  const step = procedureAfter(work.procedure, 'REOPEN', 'RULE');
  if (step.ok)
    await new ProcedureStore(work).record({ act: 'REOPEN', state: step.state, by: byRule('somebody-is-in') });
  return step.ok;
}
