import type { CandidacyStatus, Problem, StepKind } from '@mandate-graph/domain';
import type { ProcedureActor, RunningStatus } from '../procedure/procedure.state.rules.ts';

/** Everything that happens to a candidacy. */
export const CANDIDACY_ACTS = [
  'ENTER',
  'PASS',
  'EXEMPT',
  'EXCLUDE',
  'READMIT',
  'FIND_SUITABLE',
  'FIND_UNSUITABLE',
  'SUBMIT',
  'WITHDRAW',
  'SELECT',
  'ACCEPT',
  'DECLINE',
  'NO_ANSWER',
  'PASS_OVER',
  'DISCONTINUE',
] as const;
export type CandidacyAct = (typeof CANDIDACY_ACTS)[number];

/** Those whom the committee found suitable, wherever the decision has brought them: the authority judges them. */
export const FOUND_SUITABLE: readonly CandidacyStatus[] = [
  'SUITABLE',
  'SELECTED',
  'APPOINTED',
  'DECLINED',
  'NOT_APPOINTED',
];
/** Those whom the committee compares, or has compared. */
export const JUDGED: readonly CandidacyStatus[] = [...FOUND_SUITABLE, 'IN_PROGRESS', 'UNSUITABLE'];

/** What a step came to for a candidate. HELD: it took place, and by itself decides nothing. */
export const STEP_RESULTS = [
  'PASSED',
  'FAILED',
  'HELD',
  'EXEMPT',
  'NOT_REGISTERED',
  'ABSENT',
  'BARRED',
  'SUITABLE',
  'UNSUITABLE',
] as const;
export type StepResult = (typeof STEP_RESULTS)[number];

export interface CandidacyTransition {
  readonly act: CandidacyAct;
  /** Null: the candidacy is not there yet. */
  readonly from: CandidacyStatus | null;
  readonly to: CandidacyStatus;
  readonly by: readonly ProcedureActor[];
  /** Where the procedure has to be. */
  readonly when: readonly RunningStatus[];
  /** In a step of which kind; null: in any, or in none. */
  readonly steps: readonly StepKind[] | null;
}

/** The steps that a candidate passes or fails before the committee concludes. */
export const STEPS_TO_PASS = ['ELIGIBILITY_SCREENING', 'COMPUTER_ASSESSMENT', 'ORAL_TEST', 'INTERVIEW'] as const;

const step = (
  act: CandidacyAct,
  [from, to]: readonly [CandidacyStatus | null, CandidacyStatus],
  by: readonly ProcedureActor[],
  when: readonly RunningStatus[],
  steps: readonly StepKind[] | null = null,
): CandidacyTransition => ({ act, from, to, by, when, steps });

const RUNNING = ['RUNNING'] as const;
/** Until the decision has taken effect. */
const UNTIL_THE_END = ['RUNNING', 'RESULT_SUBMITTED', 'DECIDED'] as const;

/** Every legal step; what is not here is refused. */
export const CANDIDACY_TRANSITIONS: readonly CandidacyTransition[] = [
  step('ENTER', [null, 'IN_PROGRESS'], ['RULE'], RUNNING),
  step('PASS', ['IN_PROGRESS', 'IN_PROGRESS'], ['RECRUITER', 'COMMITTEE'], RUNNING, STEPS_TO_PASS),
  step('EXEMPT', ['IN_PROGRESS', 'IN_PROGRESS'], ['RULE'], RUNNING, ['COMPUTER_ASSESSMENT']),
  // By a person with reasons; or by a rule for who did not come, which can be contested.
  step('EXCLUDE', ['IN_PROGRESS', 'EXCLUDED'], ['RECRUITER', 'RULE'], RUNNING, STEPS_TO_PASS),
  step('READMIT', ['EXCLUDED', 'IN_PROGRESS'], ['RECRUITER'], RUNNING, STEPS_TO_PASS),
  step('FIND_SUITABLE', ['IN_PROGRESS', 'SUITABLE'], ['COMMITTEE'], RUNNING, ['RESULT']),
  step('FIND_UNSUITABLE', ['IN_PROGRESS', 'UNSUITABLE'], ['COMMITTEE'], RUNNING, ['RESULT']),
  // Until the result is submitted the committee may think again, or give other reasons.
  step('FIND_SUITABLE', ['SUITABLE', 'SUITABLE'], ['COMMITTEE'], RUNNING, ['RESULT']),
  step('FIND_UNSUITABLE', ['UNSUITABLE', 'UNSUITABLE'], ['COMMITTEE'], RUNNING, ['RESULT']),
  step('FIND_SUITABLE', ['UNSUITABLE', 'SUITABLE'], ['COMMITTEE'], RUNNING, ['RESULT']),
  step('FIND_UNSUITABLE', ['SUITABLE', 'UNSUITABLE'], ['COMMITTEE'], RUNNING, ['RESULT']),
  // With the result, those who are suitable come before the authority.
  step('SUBMIT', ['SUITABLE', 'SUITABLE'], ['COMMITTEE'], ['RESULT_SUBMITTED']),
  step('WITHDRAW', ['IN_PROGRESS', 'WITHDRAWN'], ['CANDIDATE'], RUNNING),
  step('WITHDRAW', ['SUITABLE', 'WITHDRAWN'], ['CANDIDATE'], UNTIL_THE_END),
  step('SELECT', ['SUITABLE', 'SELECTED'], ['AUTHORITY'], ['RESULT_SUBMITTED']),
  step('ACCEPT', ['SELECTED', 'APPOINTED'], ['CANDIDATE'], ['DECIDED']),
  step('DECLINE', ['SELECTED', 'DECLINED'], ['CANDIDATE'], ['DECIDED']),
  step('NO_ANSWER', ['SELECTED', 'DECLINED'], ['AUTHORITY'], ['DECIDED']),
  step('PASS_OVER', ['SUITABLE', 'NOT_APPOINTED'], ['RULE'], ['COMPLETED', 'ENDED_WITHOUT_APPOINTMENT']),
  ...(['IN_PROGRESS', 'SUITABLE', 'SELECTED'] as const).map((from) =>
    step('DISCONTINUE', [from, 'DISCONTINUED'], ['RULE'], ['CANCELLED']),
  ),
];

/** Where a candidacy stands. `step` is the kind of the step it is in, or was last in; null: in none. */
export interface CandidacyState {
  readonly status: CandidacyStatus | null;
  readonly step: StepKind | null;
}

/** The status after an act, or every reason why not, by what inputs name: the application, or its procedure. */
export function candidacyAfter(
  { status, step: kind }: CandidacyState,
  act: CandidacyAct,
  by: ProcedureActor,
  procedure: RunningStatus,
): { readonly status: CandidacyStatus; readonly problems?: never } | { readonly problems: readonly Problem[] } {
  const known = CANDIDACY_TRANSITIONS.filter((one) => one.act === act);
  const here = known.filter(({ from }) => from === status);
  // Where no step of the act goes from here, what none of its steps allows is wrong as well.
  const steps = here.length > 0 ? here : known;
  const problems = [
    ...unless('application', 'NOT_FROM_THIS_STATUS', status, {
      met: here.length > 0,
      needs: `${act} needs a candidacy that is`,
      right: known.map(({ from }) => from ?? 'not there yet'),
    }),
    ...unless('application', 'NOT_BY_THIS_ACTOR', by, {
      met: steps.some((one) => one.by.includes(by)),
      needs: `${act} is done by`,
      right: steps.flatMap((one) => one.by),
    }),
    ...unless('procedure', 'NOT_AT_THIS_TIME', procedure, {
      met: steps.some(({ when }) => when.includes(procedure)),
      needs: `${act} needs a procedure that is`,
      right: steps.flatMap(({ when }) => when),
    }),
    ...unless('application', 'NOT_IN_THIS_STEP', kind, {
      met: steps.some((one) => one.steps === null || (kind !== null && one.steps.includes(kind))),
      needs: `${act} needs a candidacy in the step`,
      right: steps.flatMap((one) => one.steps ?? []),
    }),
  ];
  return problems.length > 0 ? { problems } : { status: here[0]!.to };
}

interface Needed {
  readonly met: boolean;
  /** A sentence that ends in what would be right. */
  readonly needs: string;
  readonly right: readonly string[];
}

function unless(path: string, code: string, value: string | null, { met, needs, right }: Needed): Problem[] {
  if (met) return [];
  const got = value === null ? '' : `, but got: ${value}`;
  return [{ path, code, value, rule: `${needs} ${[...new Set(right)].join(' or ')}${got}.` }];
}
