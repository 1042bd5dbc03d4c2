import { LEAST_REASONS, type Problem } from '@mandate-graph/domain';
import type { RunningStatus } from '../procedure/procedure.state.rules.ts';
import { problem } from '../writing/problem.rules.ts';

/** ABSENT: the candidate did not come, which by itself excludes nobody: the notice does not call the step eliminatory. */
export const INTERVIEW_RESULTS = ['HELD', 'ABSENT'] as const;
export type InterviewResult = (typeof INTERVIEW_RESULTS)[number];

/** What the authority compares with the function and the profile. */
export const COMPARED = ['specificCompetences', 'interpersonalSkills', 'leadershipAbilities'] as const;
type Compared = (typeof COMPARED)[number];

/** What was found on each thing compared; sealed. */
export type Findings = { readonly [K in Compared]: string };

export interface GivenInterview extends Partial<Record<Compared, string | null>> {
  readonly result: InterviewResult;
}

/** What an interview depends on. */
export interface Interviewing {
  readonly procedure: RunningStatus;
  /** The notice has such a step. */
  readonly announced: boolean;
  readonly suitable: boolean;
}

/** Everything that speaks against recording an interview. What was found is personal, and not repeated. */
export function interviewProblems(given: GivenInterview, { procedure, announced, suitable }: Interviewing): Problem[] {
  return [
    ...(announced ? [] : [NOT_ANNOUNCED]),
    ...(procedure === 'RESULT_SUBMITTED' ? [] : [notNow(procedure)]),
    ...(suitable ? [] : [NOT_SUITABLE]),
    ...COMPARED.flatMap((path) => findingProblems(path, given[path] ?? null, given.result)),
  ];
}

function findingProblems(path: Compared, finding: string | null, result: InterviewResult): Problem[] {
  if (result === 'ABSENT') {
    if (finding === null) return [];
    return [problem(path, 'NOT_HELD', null, `${path} must be left out where the candidate did not come`)];
  }
  const { length } = finding ?? '';
  if (length >= LEAST_REASONS) return [];
  return [
    problem(path, 'TOO_SHORT', null, `${path} must have at least ${LEAST_REASONS} characters, but has ${length}`),
  ];
}

const NOT_ANNOUNCED = problem(
  'application',
  'NO_SUCH_STEP',
  null,
  'application must be for a vacancy whose notice announces an additional interview',
);
const NOT_SUITABLE = problem(
  'application',
  'NOT_SUITABLE',
  null,
  'application must be of a candidate who is still SUITABLE',
);
const notNow = (status: RunningStatus): Problem =>
  problem(
    'procedure',
    'NOT_AT_THIS_TIME',
    status,
    'The authority interviews once the result is submitted, and until it has decided',
  );
