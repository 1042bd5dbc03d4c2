import { SELECTION_MESSAGES, SELECTION_TASKS, type TellingFacts } from '@mandate-graph/domain';
import type { Temporal } from 'temporal-polyfill';
import type { Work } from '../writing/work.ts';

/** What candidates are told of applying. A task asks them to do something. */
export const APPLICATION_MESSAGES = [
  'APPLICATION_SUBMITTED',
  'APPLICATION_VALIDATED',
  'APPLICATION_WITHDRAWN',
  'APPLICATION_LAPSED',
  'APPLICATION_REOPENED',
  'CONDITIONS_AMENDED',
  'CONDITIONS_AMENDED_AFTER_DEADLINE',
  'DEADLINE_EXTENDED',
  'DEADLINE_SHORTENED',
  'VACANCY_WITHDRAWN',
  'CONTEST_RECEIVED',
  'CONTEST_UPHELD',
  'CONTEST_REJECTED',
  'PAPER_COPY_REGISTERED',
  'ELIGIBILITY_DECIDED',
  'ERASURE_DUE',
] as const;
/** Of these, the clock and the vacancy dispose: they are due at the deadline, and over with it. */
export const APPLICATION_TASKS = ['SUBMIT', 'VALIDATE', 'REVIEW_FILE', 'REACH_YEARS'] as const;

/** Everything that candidates are told, of applying and of the selection after it. */
export const MESSAGE_CODES = [...APPLICATION_MESSAGES, ...SELECTION_MESSAGES] as const;
export const TASK_CODES = [...APPLICATION_TASKS, ...SELECTION_TASKS] as const;
export type MessageCode = (typeof MESSAGE_CODES)[number];
export type TaskCode = (typeof TASK_CODES)[number];

/** What the texts of messages are made of besides their vacancy: nothing personal. Instants are in ISO 8601. */
export interface MessageFacts extends TellingFacts {
  /** At which the vacancy closes, as it is known now: of what is still possible until then. */
  readonly closesAt?: string;
  /** `true`: that instant has passed, so nothing can be changed any more. */
  readonly closed?: string;
  /** The status of the application after what is told. */
  readonly status?: string;
  /** What changed of the vacancy: fields of it, with blanks between. */
  readonly fields?: string;
  /** Of a changed deadline: `true` where something was decided on the application before. */
  readonly decided?: string;
  /** Of a lapse: `true` or `false`, whether the application had been submitted, without which nothing is contested. */
  readonly submitted?: string;
  /** Of an application that had lapsed before what is told: DEADLINE. */
  readonly lapsedBy?: string;
  /** Of an application that is open again: DEADLINE_EXTENDED, or IN_TIME for a request whose turn came late. */
  readonly cause?: string;
  /** Of a decision: PARTICIPATION or APPOINTMENT, ELIGIBLE, CONDITIONAL or NOT_ELIGIBLE, and true or false. */
  readonly conditions?: string;
  readonly outcome?: string;
  readonly remedyStated?: string;
  /** `true`: it takes the place of an earlier one. */
  readonly replaces?: string;
  /** Of a copy on paper: what kind of document it is, and `true` where no entry refers to it. */
  readonly documentKind?: string;
  readonly unlinked?: string;
  /** At which what is kept of the candidate will be erased. */
  readonly erasedAt?: string;
}

/** What is told: `facts` hold nothing personal (see {@link MessageFacts}); `reasons` are sealed. */
export interface NewMessage {
  readonly code: MessageCode | TaskCode;
  readonly applicationId: string | null;
  readonly vacancyId: string | null;
  readonly dueAt?: Temporal.Instant | null;
  readonly facts?: MessageFacts;
  readonly reasons?: string | null;
}

/** Puts messages into the inbox of the candidate, in the transaction of what they tell of. */
export interface Inbox {
  post(work: Pick<Work, 'manager' | 'candidate' | 'now'>, messages: readonly NewMessage[]): Promise<void>;
  /** Tasks of an application that are done, or no longer there to be done. */
  done(work: Pick<Work, 'manager' | 'now'>, applicationId: string, codes: readonly TaskCode[]): Promise<void>;
  /** The tasks of applying that are not done are due at another instant. */
  due(work: Pick<Work, 'manager'>, applicationId: string, at: Temporal.Instant): Promise<void>;
}
