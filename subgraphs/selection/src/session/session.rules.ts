import type { Problem } from '@mandate-graph/domain';
import { Temporal } from 'temporal-polyfill';
import type { CandidacyRecord } from '../candidacy/candidacy.record.ts';
import type { ProcedureRecord, StepRecord } from '../procedure/procedure.record.ts';
import { problem } from '../writing/problem.rules.ts';
import type { SessionTimes } from './session.record.ts';

/** What a session is planned with, or becomes. */
export interface Planned extends SessionTimes {
  readonly capacity: number;
  readonly place: string;
}

/** Negative: the first is earlier. */
export const order = Temporal.Instant.compare;

/** The step that sessions are of; null: the notice announces no computer assessment, so there are none. */
export const assessmentStep = ({ steps }: Pick<ProcedureRecord, 'steps'>): StepRecord | null =>
  steps.find(({ kind }) => kind === 'COMPUTER_ASSESSMENT') ?? null;

/** Whether something can be done with the sessions of a procedure. */
export function stepProblems(procedure: Pick<ProcedureRecord, 'status' | 'steps'>): Problem[] {
  const { status } = procedure;
  const step = assessmentStep(procedure);
  const problems: Problem[] = [];
  if (status !== 'RUNNING') {
    problems.push(problem('procedure', 'NOT_AT_THIS_TIME', status, 'Sessions need a procedure that is RUNNING'));
  }
  if (step === null) {
    const rule = 'Sessions are of a computer assessment, and the notice announces none';
    problems.push(problem('procedure', 'NO_ASSESSMENT', null, rule));
  }
  if (step?.status === 'CONCLUDED') {
    problems.push(problem('procedure', 'STEP_CONCLUDED', null, 'The computer assessment has been concluded'));
  }
  return problems;
}

/** Whether a candidate is where sessions are for: in the computer assessment, and still taking part. */
export function inStepProblems(
  { status, stepId }: Pick<CandidacyRecord, 'status' | 'stepId'>,
  procedure: Pick<ProcedureRecord, 'steps'>,
): Problem[] {
  const step = assessmentStep(procedure);
  if (status === 'IN_PROGRESS' && step !== null && stepId === step.id) return [];
  const rule = 'Sessions are for candidates in the computer assessment.';
  return [{ path: 'application', code: 'NOT_IN_THIS_STEP', value: status, rule }];
}

/** What is wrong with a session as it would be, whatever was before. */
export function sessionProblems(session: Planned, now: Temporal.Instant): Problem[] {
  const { startsAt, endsAt, registrationFrom: from, registrationUntil: until, capacity } = session;
  const problems: Problem[] = [];
  if (order(startsAt, now) <= 0) {
    problems.push(problem('startsAt', 'IN_THE_PAST', startsAt.toString(), 'A session must start after now'));
  }
  if (order(endsAt, startsAt) <= 0 || order(startsAt.add({ hours: 24 }), endsAt) < 0) {
    const rule = 'A session must end after it starts, within 24 hours';
    problems.push(problem('endsAt', 'OUT_OF_RANGE', endsAt.toString(), rule));
  }
  if (order(until, from) <= 0) {
    const rule = 'Registration must end after it begins';
    problems.push(problem('registrationUntil', 'OUT_OF_RANGE', until.toString(), rule));
  }
  if (order(startsAt, until) < 0) {
    const rule = 'Registration must end when the session starts, or before';
    problems.push(problem('registrationUntil', 'AFTER_THE_START', until.toString(), rule));
  }
  if (capacity < 1) {
    problems.push(problem('capacity', 'OUT_OF_RANGE', String(capacity), 'A session must have one seat or more'));
  }
  return problems;
}

/** Registration does not begin before it is planned: nobody could have known. */
export const beginProblems = (from: Temporal.Instant, now: Temporal.Instant): Problem[] =>
  order(now, from) <= 0
    ? []
    : [problem('registrationFrom', 'IN_THE_PAST', from.toString(), 'Registration must begin now or later')];
