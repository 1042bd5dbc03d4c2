import { type Problem, reasonsProblems, type VacancyStatus } from '@mandate-graph/domain';
import { Temporal } from 'temporal-polyfill';
import type { ApplicationStatus } from '../application/application.rules.ts';
import { dayProblems } from '../eligibility/profile.checks.rules.ts';

export const CONDITION_SETS = ['PARTICIPATION', 'APPOINTMENT'] as const;
export type ConditionSet = (typeof CONDITION_SETS)[number];

export const DECISION_OUTCOMES = ['ELIGIBLE', 'CONDITIONAL', 'NOT_ELIGIBLE'] as const;
export type DecisionOutcome = (typeof DECISION_OUTCOMES)[number];

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
  /** The last day for applying; null of a vacancy that is not public. */
  readonly deadline: string | null;
  /** What was decided on taking part, by the file that is judged now; null: nothing. */
  readonly participation: DecisionOutcome | null;
  /** Whoever decides is the candidate. */
  readonly isOwn: boolean;
}

/** Everything that speaks against a decision. */
export const decisionProblems = (
  given: GivenDecision,
  { application, vacancy, deadline, participation, isOwn }: Deciding,
): readonly Problem[] => [
  ...(application === 'DEFINITIVE' ? [] : [notDefinitive(application)]),
  ...(FROZEN.includes(vacancy) ? [] : [notFrozen(vacancy)]),
  ...(isOwn ? [OWN_APPLICATION] : []),
  ...appointmentProblems(given, deadline),
  ...(given.conditions === 'APPOINTMENT' && !letsTakePart(participation) ? [NOT_TAKING_PART] : []),
  ...reasonsProblems(given.reasons),
];

/** A deadline of a vacancy, as it is known now. */
export interface Deadline {
  readonly status: VacancyStatus;
  readonly closesAt: Temporal.Instant;
}

/**
 * Whether a decision is on the file that is judged now. A deadline that is moved leads to another file and other rules;
 * a vacancy that is not public any more, to none.
 */
export const isOnJudgedFile = (file: Temporal.Instant, deadline: Deadline | null): boolean =>
  deadline === null || (!AHEAD.includes(deadline.status) && deadline.closesAt.equals(file));

const AHEAD: readonly VacancyStatus[] = ['ANNOUNCED', 'OPEN'];

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

/** Whom only the conditions for being appointed are left to be judged of. */
export const letsTakePart = (outcome: DecisionOutcome | null): boolean =>
  outcome === 'ELIGIBLE' || outcome === 'CONDITIONAL';

const NOT_TAKING_PART: Problem = {
  path: 'conditions',
  code: 'NO_PARTICIPATION',
  value: 'APPOINTMENT',
  rule: 'conditions may be APPOINTMENT once it stands, for the same file, that PARTICIPATION is ELIGIBLE or CONDITIONAL.',
};

function appointmentProblems(
  { conditions, appointmentOn }: GivenDecision,
  deadline: string | null,
): readonly Problem[] {
  const isGiven = appointmentOn != null;
  if (isGiven && conditions === 'APPOINTMENT') {
    const earliest = deadline === null ? undefined : Temporal.PlainDate.from(deadline).add({ days: 1 }).toString();
    return dayProblems('appointmentOn', appointmentOn, { earliest });
  }
  if (isGiven === (conditions === 'APPOINTMENT')) return [];
  const [code, rule] = isGiven
    ? ['NOT_WITH_THESE_CONDITIONS', 'be left out with PARTICIPATION, which is judged for the last day for applying']
    : ['REQUIRED', 'be given with APPOINTMENT: it is the day that is judged'];
  return [{ path: 'appointmentOn', code, value: appointmentOn ?? null, rule: `appointmentOn must ${rule}.` }];
}
