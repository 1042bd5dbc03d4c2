import { LEAST_REASONS, type VacancyState } from '@mandate-graph/domain';
import type { Temporal } from 'temporal-polyfill';
import { type Deciding, decisionProblems, noAnswerProblems } from '../decision/decision.rules.ts';
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
  /** Whoever asks is a candidate of it, and so keeps out of it. */
  readonly isOwn: boolean;
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
  { id, interviews: announced, isOwn }: SubmittedProcedure,
  suitable: readonly SuitableCandidate[],
): Task[] {
  const interviewing = { procedure: 'RESULT_SUBMITTED', announced, suitable: true } as const;
  if (isOwn || interviewProblems({ result: 'ABSENT' }, interviewing).length > 0) return [];
  const waiting = suitable.filter(({ erased, interviewed }) => !erased && !interviewed);
  return taskFor('INTERVIEW_CANDIDATES', id, concerned(waiting.map((one) => one.id)));
}

/** Whom it is for, the authority says; that nobody is appointed can be decided whenever something can. */
function isToDecide({ template, interviews, isOwn }: SubmittedProcedure, all: readonly SuitableCandidate[]): boolean {
  if (isOwn) return false;
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
}

export const noAnswerTasks = (unanswered: readonly UnansweredProcedure[], now: Temporal.Instant): Task[] =>
  unanswered
    .filter((one) => noAnswerProblems(answerWindow(rulesOf(one), one.decidedAt), now).length === 0)
    .map(({ id }) => taskOf('RECORD_NO_ANSWER', id));

/** An appointment that was accepted, and has not been made public. */
export interface Unpublished {
  readonly procedureId: string;
  readonly application: string;
}

export const publishingTasks = (unpublished: readonly Unpublished[]): Task[] =>
  unpublished.flatMap(({ procedureId, application }) =>
    taskFor('PUBLISH_APPOINTMENT', procedureId, concerned([application])),
  );
