import type { Problem, ProcedureEnding } from '@mandate-graph/domain';
import { problem } from '../writing/problem.rules.ts';

/** Where a procedure stands by what was done; before it starts, the clock and the vacancy say more. */
export const RUNNING_STATUSES = [
  'NOT_STARTED',
  'RUNNING',
  'RESULT_SUBMITTED',
  'DECIDED',
  'COMPLETED',
  'ENDED_WITHOUT_APPOINTMENT',
  'CANCELLED',
] as const;
export type RunningStatus = (typeof RUNNING_STATUSES)[number];

/** Everything that happens to a procedure as a whole. What happens within it while it runs leaves it where it is. */
export const PROCEDURE_ACTS = [
  'START',
  'CONCLUDE_STEP',
  'END',
  'REOPEN',
  'SUBMIT_RESULT',
  'DECIDE',
  'REFUSE_APPOINTMENT',
  'NO_ANSWER',
  'COMPLETE',
  'DECIDE_NOBODY',
  'CANCEL',
] as const;
export type ProcedureAct = (typeof PROCEDURE_ACTS)[number];

/** RULE: it follows from what people did or from what the institution told. */
export const PROCEDURE_ACTORS = ['RECRUITER', 'COMMITTEE', 'AUTHORITY', 'CANDIDATE', 'RULE'] as const;
export type ProcedureActor = (typeof PROCEDURE_ACTORS)[number];

export interface ProcedureTransition {
  readonly act: ProcedureAct;
  readonly from: RunningStatus;
  readonly to: RunningStatus;
  readonly by: ProcedureActor;
  /** How a procedure can have ended to be open again; of an ending act, how it ends. Null: it does not matter. */
  readonly endings: readonly ProcedureEnding[] | null;
}

const step = (
  act: ProcedureAct,
  [from, to]: readonly [RunningStatus, RunningStatus],
  by: ProcedureActor,
  endings: readonly ProcedureEnding[] | null = null,
): ProcedureTransition => ({ act, from, to, by, endings });

/** Endings that come of nobody being left: a contest that is upheld opens the procedure again. */
const NOBODY_LEFT = ['NO_CANDIDATES', 'NONE_ADMISSIBLE', 'NONE_SUITABLE'] as const;

/** Every legal step; what is not here is refused. */
export const PROCEDURE_TRANSITIONS: readonly ProcedureTransition[] = [
  step('START', ['NOT_STARTED', 'RUNNING'], 'RECRUITER'),
  step('CONCLUDE_STEP', ['RUNNING', 'RUNNING'], 'RECRUITER'),
  step('END', ['RUNNING', 'ENDED_WITHOUT_APPOINTMENT'], 'RULE', NOBODY_LEFT),
  step('REOPEN', ['ENDED_WITHOUT_APPOINTMENT', 'RUNNING'], 'RULE', NOBODY_LEFT),
  step('SUBMIT_RESULT', ['RUNNING', 'RESULT_SUBMITTED'], 'COMMITTEE'),
  step('DECIDE', ['RESULT_SUBMITTED', 'DECIDED'], 'AUTHORITY'),
  // The one who was chosen does not want the post, or does not say: the authority decides again, among who is left.
  step('REFUSE_APPOINTMENT', ['DECIDED', 'RESULT_SUBMITTED'], 'CANDIDATE'),
  step('NO_ANSWER', ['DECIDED', 'RESULT_SUBMITTED'], 'AUTHORITY'),
  step('COMPLETE', ['DECIDED', 'COMPLETED'], 'CANDIDATE', ['APPOINTED']),
  step('DECIDE_NOBODY', ['RESULT_SUBMITTED', 'ENDED_WITHOUT_APPOINTMENT'], 'AUTHORITY', [
    'NOBODY_APPOINTED',
    'NONE_SUITABLE',
  ]),
  ...(['RUNNING', 'RESULT_SUBMITTED', 'DECIDED'] as const).map((from) =>
    step('CANCEL', [from, 'CANCELLED'], 'RULE', ['VACANCY_WITHDRAWN']),
  ),
];

export interface ProcedureState {
  readonly status: RunningStatus;
  readonly ending: ProcedureEnding | null;
}

export type ProcedureStep =
  | { readonly ok: true; readonly state: ProcedureState }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/**
 * What an act makes of a procedure, or every reason why not. `ending` is how an act that ends it ends it. Problems name
 * the procedure: it is what stands in the way, whatever of it an input names.
 */
export function procedureAfter(
  state: ProcedureState,
  act: ProcedureAct,
  by: ProcedureActor,
  ending: ProcedureEnding | null = null,
): ProcedureStep {
  const known = PROCEDURE_TRANSITIONS.filter((one) => one.act === act);
  const here = known.filter((one) => one.from === state.status);
  const problems = [
    ...(here.length > 0 ? [] : [fromStatus(state, act, known)]),
    ...byProblems(by, here.length > 0 ? here : known),
    ...(act === 'REOPEN' ? endingProblems(state.ending, here) : endingProblems(ending, known)),
  ];
  if (problems.length > 0) return { ok: false, problems };
  const legal = here[0]!;
  const ends = legal.endings !== null && act !== 'REOPEN';
  return { ok: true, state: { status: legal.to, ending: ends ? ending : null } };
}

const fromStatus = ({ status }: ProcedureState, act: ProcedureAct, known: readonly ProcedureTransition[]): Problem =>
  problem('procedure', 'NOT_FROM_THIS_STATUS', status, `${act} needs a procedure that is ${either(known, 'from')}`);

const byProblems = (by: ProcedureActor, steps: readonly ProcedureTransition[]): Problem[] =>
  steps.some((one) => one.by === by)
    ? []
    : [problem('procedure', 'NOT_BY_THIS_ACTOR', by, `${steps[0]!.act} is done by ${either(steps, 'by')}`)];

/** Of steps of one act: they all end a procedure, or can open it again after, the same endings. */
function endingProblems(ending: ProcedureEnding | null, steps: readonly ProcedureTransition[]): Problem[] {
  const endings = steps[0]?.endings ?? null;
  if (endings === null || endings.includes(ending!)) return [];
  const rule = `${steps[0]!.act} goes with the ending ${endings.join(' or ')}`;
  return [problem('procedure', 'NOT_WITH_THIS_ENDING', ending, rule)];
}

const either = (steps: readonly ProcedureTransition[], of: 'from' | 'by'): string =>
  [...new Set(steps.map((one) => one[of]))].join(' or ');
