import { type LocalizedText, type NotificationSent, ours, type StepKind } from '@mandate-graph/domain';
import type { RequestKind } from '../request/request.rules.ts';
import { ENGLISH_TASKS } from './task.en.rules.ts';
import { FRENCH_TASKS } from './task.fr.rules.ts';
import { DUTCH_TASKS } from './task.nl.rules.ts';
import type { TaskKind } from './task.rules.ts';

/** What candidates ask the institution; an appeal is lodged elsewhere. */
export type Asked = Exclude<RequestKind, 'APPEAL'>;

/** What the words of a task depend on. Nothing of a person. */
export interface TaskFacts {
  /** Candidates whom it concerns. */
  readonly count?: number | null;
  /** Kind of the step it is about. */
  readonly step?: StepKind;
  /** What is to be sent, of SEND_OUTCOMES. */
  readonly about?: NotificationSent['about'];
  /** What is to be answered, of ANSWER_REQUEST. */
  readonly request?: Asked;
}

/** The same, in words of a language where there are words for it. */
export interface Said extends Pick<TaskFacts, 'about' | 'request'> {
  readonly candidates: string;
  readonly step: string;
}

export interface TaskWords {
  readonly candidates: (count: number) => string;
  readonly steps: Readonly<Record<StepKind, string>>;
  readonly tasks: Readonly<Record<TaskKind, (said: Said) => string>>;
}

/** What is to be done, in a sentence of ours. */
export const textOf = (kind: TaskKind, facts: TaskFacts): LocalizedText =>
  ours(say(kind, facts, DUTCH_TASKS), say(kind, facts, FRENCH_TASKS), say(kind, facts, ENGLISH_TASKS));

const say = (kind: TaskKind, { count, step, ...facts }: TaskFacts, { candidates, steps, tasks }: TaskWords): string =>
  tasks[kind]({ ...facts, candidates: candidates(count ?? 0), step: step === undefined ? '' : steps[step] });
