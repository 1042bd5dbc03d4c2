import type { LocalizedText } from '@mandate-graph/domain';
import { Temporal } from 'temporal-polyfill';
import { type TaskFacts, textOf } from './task.words.rules.ts';

/** In the order of a procedure, and so that of tasks that nothing else puts in one. */
export const TASK_KINDS = [
  'ANSWER_REQUEST',
  'START_SELECTION',
  'SCREEN_CANDIDATES',
  'PLAN_SESSIONS',
  'BOOK_SESSION',
  'RECORD_ATTENDANCE',
  'RECORD_ASSESSMENTS',
  'COMPLETE_COMMITTEE',
  'INVITE_TO_HEARING',
  'DECLARE_INTERESTS',
  'HOLD_HEARINGS',
  'SCORE_CANDIDATES',
  'CONCLUDE_CANDIDATES',
  'RANK_CANDIDATES',
  'CONCLUDE_STEP',
  'SUBMIT_RESULT',
  'INTERVIEW_CANDIDATES',
  'DECIDE_APPOINTMENT',
  'ANSWER_APPOINTMENT',
  'RECORD_NO_ANSWER',
  'PUBLISH_APPOINTMENT',
  'SEND_OUTCOMES',
] as const;
export type TaskKind = (typeof TASK_KINDS)[number];

/** Whoever has more is shown the rest once these are done. */
export const MOST_TASKS = 100;

/** Candidates whom a task concerns: how many, and where it is one, the id of the application. */
export interface Concerned {
  readonly count: number;
  readonly one: string | null;
}

/** Something that waits for somebody, who can do it now. */
export interface Task {
  readonly kind: TaskKind;
  readonly procedureId: string;
  /** Null: it concerns none, or several. */
  readonly application: string | null;
  /** Null: it concerns the procedure as a whole. */
  readonly count: number | null;
  readonly dueAt: Temporal.Instant | null;
  readonly text: LocalizedText;
}

interface Own extends TaskFacts {
  readonly whom?: Concerned;
  readonly dueAt?: Temporal.Instant | null;
}

export function taskOf(kind: TaskKind, procedureId: string, { whom, dueAt = null, ...facts }: Own = {}): Task {
  const count = whom?.count ?? null;
  return { kind, procedureId, application: whom?.one ?? null, count, dueAt, text: textOf(kind, { ...facts, count }) };
}

export const concerned = (ids: readonly string[]): Concerned => ({
  ...{ count: ids.length, one: ids.length === 1 ? ids[0]! : null },
});

/** A task for those whom it concerns; none where there is nobody. */
export const taskFor = (kind: TaskKind, procedureId: string, whom: Concerned, own: Own = {}): Task[] =>
  whom.count === 0 ? [] : [taskOf(kind, procedureId, { ...own, whom })];

/** What is due first comes first, then what is not due at a time; what is alike stays in the order it is given in. */
export const firstTasks = (tasks: readonly Task[]): readonly Task[] =>
  [...tasks].sort((one, other) => byDue(one, other) || orderOf(one) - orderOf(other)).slice(0, MOST_TASKS);

function byDue({ dueAt: one }: Task, { dueAt: other }: Task): number {
  if (one === null || other === null) return Number(one === null) - Number(other === null);
  return Temporal.Instant.compare(one, other);
}

const orderOf = ({ kind }: Task): number => TASK_KINDS.indexOf(kind);

export const earliest = (instants: readonly Temporal.Instant[]): Temporal.Instant | null =>
  instants.reduce<Temporal.Instant | null>(
    (first, one) => (first === null || Temporal.Instant.compare(one, first) < 0 ? one : first),
    null,
  );
