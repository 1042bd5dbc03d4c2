import type { StepKind } from '@mandate-graph/domain';
import { ProcedureStore } from '../procedure/procedure.store.ts';
import type { Work } from '../writing/work.ts';

/** The interviews are over once it is decided on them; a step in which nobody was interviewed was not held. */
export const concludeInterviews = (work: Work): Promise<void> => conclude(work, 'ADDITIONAL_INTERVIEW', ['RUNNING']);

/** A decision that is announced as a step is one once it has taken effect. */
export const concludeDecision = (work: Work): Promise<void> => conclude(work, 'DECISION', ['PENDING', 'RUNNING']);

async function conclude(work: Work, kind: StepKind, from: readonly string[]): Promise<void> {
  for (const step of work.procedure.steps) {
    if (step.kind === kind && from.includes(step.status)) await new ProcedureStore(work).step(step, 'CONCLUDED');
  }
}
