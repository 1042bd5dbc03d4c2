import type { ProcedureEnding, StepKind } from '@mandate-graph/domain';
import {
  isEnded,
  type ProcedureStatus,
  type RecordedStepStatus,
  type StepStatus,
  stepStatus,
} from './procedure.rules.ts';

/** What of a procedure decides how much of it everyone is shown. */
export interface ProcedureStanding {
  readonly status: ProcedureStatus;
  readonly ending: ProcedureEnding | null;
  readonly version: number;
  readonly started: boolean;
  /** The committee has submitted a result, or the procedure ended by what it submitted. */
  readonly submitted: boolean;
  /** How many candidates have not been sent yet what was decided against them. */
  readonly waiting: number;
}
export type ProcedureShown = Pick<ProcedureStanding, 'status' | 'ending' | 'version'>;

/** The version of every procedure once it has started. */
const STARTED = 2;

/**
 * A procedure as whoever has no part in running or deciding it is shown it, its candidates among them. How it ended says
 * what became of each of them: it is not there before all have been sent what was decided against them. Nor is a decision
 * that waits for an answer, since it says to whoever has to give none that they were not chosen. Until then it runs, or
 * its result is with the authority, and the version says no more than that. A vacancy that is withdrawn is public at once.
 */
export function shownToEveryone({ submitted, started, waiting, ...asItIs }: ProcedureStanding): ProcedureShown {
  if (!started) return asItIs;
  const { status, ending } = asItIs;
  const version = submitted ? STARTED + 1 : STARTED;
  if (status === 'CANCELLED' || (isEnded(status) && waiting === 0)) return { status, ending, version: version + 1 };
  return { status: submitted ? 'RESULT_SUBMITTED' : 'RUNNING', ending: null, version };
}

/** What of a step decides how much of it everyone is shown. */
export interface StepStanding {
  readonly kind: StepKind;
  readonly status: RecordedStepStatus;
  readonly version: number;
}

const VERSIONS: Readonly<Record<StepStatus, number>> = { PENDING: 1, NOT_HELD: 1, RUNNING: 2, CONCLUDED: 3 };

/**
 * The steps of a procedure, in their order, as whoever has no part in it is shown them. A step has its turn after the one
 * before it, whether somebody has come into it or nobody was left. Those after the result are of the suitable alone: they
 * have not begun before all others were told, and are not over before the procedure is.
 */
export function stepsShownToEveryone<T extends StepStanding>(
  steps: readonly T[],
  { status: procedure, started, waiting }: Pick<ProcedureStanding, 'status' | 'started' | 'waiting'>,
): (Omit<T, 'status' | 'version'> & { readonly status: StepStatus; readonly version: number })[] {
  const result = steps.findIndex(({ kind }) => kind === 'RESULT');
  return steps.map((step, at) => {
    if (!started) return { ...step, status: stepStatus(step.status, procedure) };
    const status = isEnded(procedure) ? stepStatus(step.status, procedure) : underWay(step, at);
    return { ...step, status, version: VERSIONS[status] };
  });

  function underWay({ status }: T, at: number): StepStatus {
    if (at > result) return status === 'PENDING' || waiting > 0 ? 'PENDING' : 'RUNNING';
    return status === 'PENDING' && (at === 0 || steps[at - 1]!.status === 'CONCLUDED') ? 'RUNNING' : status;
  }
}
