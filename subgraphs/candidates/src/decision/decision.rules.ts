import type { Problem, VacancyStatus } from '@mandate-graph/domain';
import type { ApplicationStatus } from '../application/application.rules.ts';

export const CONDITION_SETS = ['PARTICIPATION', 'APPOINTMENT'] as const;
export type ConditionSet = (typeof CONDITION_SETS)[number];

export const DECISION_OUTCOMES = ['ELIGIBLE', 'CONDITIONAL', 'NOT_ELIGIBLE'] as const;
export type DecisionOutcome = (typeof DECISION_OUTCOMES)[number];

/** Fewer characters can hardly be the reasons of anything. */
export const LEAST_REASONS = 20;

/** A decision as it is sent. */
export interface GivenDecision {
  readonly conditions: ConditionSet;
  readonly appointmentOn?: string | null;
  readonly reasons: string;
}

/** What a decision depends on. */
export interface Deciding {
  readonly application: ApplicationStatus;
  readonly vacancy: VacancyStatus;
  /** Whoever decides is the candidate. */
  readonly isOwn: boolean;
}

/** Everything that speaks against a decision. */
export const decisionProblems = (
  given: GivenDecision,
  { application, vacancy, isOwn }: Deciding,
): readonly Problem[] => [
  ...(application === 'DEFINITIVE' ? [] : [notDefinitive(application)]),
  ...(FROZEN.includes(vacancy) ? [] : [notFrozen(vacancy)]),
  ...(isOwn ? [OWN_APPLICATION] : []),
  ...dayProblems(given),
  ...(given.reasons.length >= LEAST_REASONS ? [] : [tooShort(given.reasons.length)]),
];

/** Once the deadline has closed, the file is frozen. */
const FROZEN: readonly VacancyStatus[] = ['CLOSED', 'FILLED'];

const notDefinitive = (status: ApplicationStatus): Problem => ({
  path: 'application',
  code: 'NOT_DEFINITIVE',
  value: status,
  rule: `application must be DEFINITIVE to be decided on, but got: ${status}.`,
});

const notFrozen = (status: VacancyStatus): Problem => ({
  path: 'vacancy',
  code: 'NOT_AT_THIS_TIME',
  value: status,
  rule: `vacancy must be ${FROZEN.join(' or ')}, so that the file is frozen, but got: ${status}.`,
});

/** Nobody can decide by a file that is no longer kept. */
export const NO_FROZEN_FILE: Problem = {
  path: 'application',
  code: 'NO_FROZEN_FILE',
  value: null,
  rule: 'application must have a file that was frozen for the deadline and is still kept: of this one there is none, or no longer.',
};

const OWN_APPLICATION: Problem = {
  path: 'application',
  code: 'OWN_APPLICATION',
  value: null,
  rule: 'application must be of somebody else: nobody decides on a file of their own.',
};

function dayProblems({ conditions, appointmentOn }: GivenDecision): readonly Problem[] {
  const isGiven = appointmentOn != null;
  if (isGiven === (conditions === 'APPOINTMENT')) return [];
  const [code, rule] = isGiven
    ? ['NOT_WITH_THESE_CONDITIONS', 'be left out with PARTICIPATION, which is judged for the last day for applying']
    : ['REQUIRED', 'be given with APPOINTMENT: it is the day that is judged'];
  return [{ path: 'appointmentOn', code, value: appointmentOn ?? null, rule: `appointmentOn must ${rule}.` }];
}

const tooShort = (length: number): Problem => ({
  path: 'reasons',
  code: 'TOO_SHORT',
  value: null,
  rule: `reasons must have at least ${LEAST_REASONS} characters (law of 29 July 1991 on formal reasons), but has ${length}.`,
});
