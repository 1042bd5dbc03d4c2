import type { Temporal } from 'temporal-polyfill';
import type { RunningStatus } from '../procedure/procedure.state.rules.ts';
import { registrationEnds, type SessionTerms } from '../session/session.booking.rules.ts';
import { isHeld } from '../session/session.chance.rules.ts';
import type { SessionRecord } from '../session/session.record.ts';
import { assessmentStep, order, stepProblems } from '../session/session.rules.ts';
import type { StepFacts } from './task.repository.ts';
import { type Concerned, concerned, type Task, taskFor } from './task.rules.ts';

/** What is still to be done with those who are in the computer assessment, of one step. */
export interface Seats {
  readonly stepId: string;
  /** Without a seat. */
  readonly unseated: Concerned;
  /** With a seat in a session that has ended, of whom it was not recorded whether they were there. */
  readonly unattended: Concerned;
  /** Who were there, and have no result. */
  readonly unassessed: Concerned;
}

export interface Assessing {
  readonly id: string;
  readonly status: RunningStatus;
  /** All steps of the procedure, in order. */
  readonly steps: readonly StepFacts[];
  readonly sessions: readonly SessionRecord[];
  readonly seats: readonly Seats[];
  readonly terms: SessionTerms;
}

/** Of one procedure. */
export function assessmentTasks(
  { id, status, steps, sessions, seats, terms }: Assessing,
  now: Temporal.Instant,
): Task[] {
  const step = assessmentStep({ steps });
  const here = seats.find(({ stepId }) => stepId === step?.id);
  if (here === undefined || stepProblems({ status, steps }).length > 0) return [];
  return [
    ...taskFor('PLAN_SESSIONS', id, isToPlan(sessions, terms, now) ? here.unseated : concerned([])),
    ...taskFor('RECORD_ATTENDANCE', id, here.unattended),
    ...taskFor('RECORD_ASSESSMENTS', id, here.unassessed),
  ];
}

/**
 * No seat is left that could be chosen, now or later. While it is not settled who is out since a registration period is
 * over, nobody can be said to wait for another session.
 */
const isToPlan = (sessions: readonly SessionRecord[], terms: SessionTerms, now: Temporal.Instant): boolean =>
  registrationEnds(sessions.filter(hasRoom), terms, now) === null &&
  sessions.filter(isHeld).every(({ settled, registrationUntil }) => settled || order(now, registrationUntil) < 0);

const hasRoom = ({ taken, capacity }: SessionRecord): boolean => taken < capacity;
