import { type CandidateTold, SELECTION_TASKS } from '@mandate-graph/domain';
import { Temporal } from 'temporal-polyfill';
import {
  MESSAGE_CODES,
  type MessageCode,
  type NewMessage,
  TASK_CODES,
  type TaskCode,
} from '../inbox/inbox.messages.rules.ts';

/** What being told does to an inbox, in this order. */
export interface Telling {
  /** Tasks that are done, or whose place is taken. */
  readonly done: readonly TaskCode[];
  readonly messages: readonly NewMessage[];
}

/** Of a code that has no words here yet, nothing is told. */
export function tellingOf({ application, vacancy, code, done, facts, dueAt }: CandidateTold): Telling {
  if (!isKnown(code)) return { done: [], messages: [] };
  const tasks = isTask(code) ? [code] : [];
  if (tasks.length > 0 && done) return { done: tasks, messages: [] };
  const due = dueAt === null ? null : Temporal.Instant.from(dueAt);
  return { done: tasks, messages: [{ code, applicationId: application, vacancyId: vacancy, dueAt: due, facts }] };
}

const isTask = (code: string): code is TaskCode => (SELECTION_TASKS as readonly string[]).includes(code);
const isKnown = (code: string): code is MessageCode | TaskCode =>
  ([...MESSAGE_CODES, ...TASK_CODES] as readonly string[]).includes(code);
