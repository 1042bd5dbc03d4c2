import { LEAST_REASONS, type VacancyState } from '@mandate-graph/domain';
import type { Temporal } from 'temporal-polyfill';
import { noAnswerProblems } from '../decision/decision.answer.rules.ts';
import { type Deciding, decisionProblems } from '../decision/decision.rules.ts';
import { interviewProblems } from '../interview/interview.rules.ts';
import { rulesOf } from '../regime/regime.of.rules.ts';
import { answerWindow } from '../window/window.rights.rules.ts';
import type { StartedProcedure } from './task.repository.ts';
import { concerned, type Task, taskFor, taskOf } from './task.rules.ts';

/** A procedure whose result is before the authority. */
export interface SubmittedProcedure {
  readonly id: string;
  readonly template: VacancyState;
  /** The notice announces an additional interview. */
  readonly interviews: boolean;
}

/** Somebody who can be chosen. */
export interface SuitableCandidate {
  readonly id: string;
  readonly procedureId: string;
  readonly erased: boolean;
  /** Or did not come. */
  readonly interviewed: boolean;
}

export const authorityTasks = (procedure: SubmittedProcedure, suitable: readonly SuitableCandidate[]): Task[] => [
  ...interviewTasks(procedure, suitable),
  ...(isToDecide(procedure, suitable) ? [taskOf('DECIDE_APPOINTMENT', procedure.id)] : []),
];

function interviewTasks(
  { id, interviews: announced }: SubmittedProcedure,
  suitable: readonly SuitableCandidate[],
): Task[] {
  const interviewing = { procedure: 'RESULT_SUBMITTED', announced, suitable: true } as const;
  if (interviewProblems({ result: 'ABSENT' }, interviewing).length > 0) return [];
  const waiting = suitable.filter(({ erased, interviewed }) => !erased && !interviewed);
  return taskFor('INTERVIEW_CANDIDATES', id, concerned(waiting.map((one) => one.id)));
}

/** Whom it is for, the authority says; that nobody is appointed can be decided whenever something can. */
function isToDecide({ template, interviews }: SubmittedProcedure, all: readonly SuitableCandidate[]): boolean {
  const interviewed = new Set(all.filter((one) => one.interviewed).map(({ id }) => id));
  const deciding: Deciding = {
    ...{ suitable: all.map(({ id }) => id), interviewed: interviews ? interviewed : null, template },
    ...{ places: new Map(), eligibility: null, departureFromRanking: 'WITH_REASONS', today: '' },
  };
  return decisionProblems({ reasons: ANY_REASONS }, deciding).length === 0;
}

const ANY_REASONS = '-'.repeat(LEAST_REASONS);

/** A procedure in which somebody was chosen, who has not answered. */
export interface UnansweredProcedure extends StartedProcedure {
  readonly decidedAt: Temporal.Instant;
  /** What was decided on the conditions for being appointed; null: nothing. */
  readonly judged: string | null;
}

export const noAnswerTasks = (unanswered: readonly UnansweredProcedure[], now: Temporal.Instant): Task[] =>
  unanswered.filter((one) => canBeRecorded(one, now)).map(({ id }) => taskOf('RECORD_NO_ANSWER', id));

function canBeRecorded({ decidedAt, judged, ...procedure }: UnansweredProcedure, now: Temporal.Instant): boolean {
  const rules = rulesOf(procedure);
  const eligibility = judged === null ? null : { outcome: judged };
  const { template } = procedure;
  const reserved = { template, eligibility, reservationAtAppointment: rules.reservationAtAppointment.value };
  return noAnswerProblems(answerWindow(rules, decidedAt), now, reserved).length === 0;
}

/** An appointment that was accepted, and has not been made public. */
export interface Unpublished {
  readonly procedureId: string;
  readonly application: string;
}

export const publishingTasks = (unpublished: readonly Unpublished[]): Task[] =>
  unpublished.flatMap(({ procedureId, application }) =>
    taskFor('PUBLISH_APPOINTMENT', procedureId, concerned([application])),
  );
