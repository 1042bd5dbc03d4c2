import { closesAt, type LocalDeadline, type Problem, type VacancyStatus } from '@mandate-graph/domain';
import { type MessageCode, type NewMessage, TASK_CODES, type TaskCode } from '../inbox/inbox.messages.rules.ts';
import type { ApplicationAct, Standing } from './application.state.rules.ts';
import type { ApplicationRecord } from './application.store.ts';

/** When an application can be begun; it can be submitted from the opening on. */
const STARTABLE: readonly VacancyStatus[] = ['ANNOUNCED', 'OPEN'];

/** Whether there is none, or it is another candidate's, is not told. */
export const UNKNOWN_APPLICATION: Problem = {
  path: 'application',
  code: 'UNKNOWN_APPLICATION',
  value: null,
  rule: 'application must be the id of an application of this candidate.',
};

/** Nothing else changes a file once it is frozen, and neither does what came in time. */
export const FILE_FROZEN: Problem = {
  path: 'application',
  code: 'FILE_FROZEN',
  value: null,
  rule: 'application must have a file that is not frozen yet: this came before the deadline, but its turn came after the file had been frozen.',
};

/** It would be judged by what came too late. */
export const FILE_CHANGED: Problem = {
  path: 'application',
  code: 'FILE_CHANGED',
  value: null,
  rule: 'application must have a file of which nothing was changed after the deadline: this came before it, but its turn came after such a change.',
};

/**
 * Everything that speaks against beginning an application for a vacancy (null: no such vacancy is public) beside an
 * earlier one of the same candidate (null: there is none).
 */
export const startProblems = (vacancy: VacancyStatus | null, earlier: Standing | null): readonly Problem[] => [
  ...vacancyProblems(vacancy),
  ...earlierProblems(earlier),
];

function vacancyProblems(status: VacancyStatus | null): readonly Problem[] {
  const problem = (code: string, value: string | null, rule: string): Problem[] => [
    { path: 'vacancy', code, value, rule: `vacancy must ${rule}.` },
  ];
  if (status === null) return problem('UNKNOWN_VACANCY', null, 'be the id of a public vacancy');
  if (STARTABLE.includes(status)) return [];
  return problem(
    'NOT_AT_THIS_TIME',
    status,
    `be ${STARTABLE.join(' or ')} to begin an application, but got: ${status}`,
  );
}

function earlierProblems(earlier: Standing | null): readonly Problem[] {
  if (earlier === null) return [];
  const then = earlier.status === 'WITHDRAWN' ? ' It was withdrawn: take it up again with resumeApplication.' : '';
  const rule = `vacancy must be one that the candidate has not applied for: there is one application for each.${then}`;
  return [{ path: 'vacancy', code: 'ALREADY_APPLIED', value: null, rule }];
}

/** What an act is followed by in the inbox. */
interface Told {
  readonly message?: MessageCode;
  readonly task?: TaskCode;
  /** Tasks that need doing no more. */
  readonly done?: readonly TaskCode[];
}

const TOLD: Readonly<Partial<Record<ApplicationAct | 'START', Told>>> = {
  START: { task: 'SUBMIT' },
  SUBMIT: { message: 'APPLICATION_SUBMITTED', task: 'VALIDATE', done: ['SUBMIT'] },
  VALIDATE: { message: 'APPLICATION_VALIDATED', done: ['VALIDATE', 'REACH_YEARS'] },
  WITHDRAW: { message: 'APPLICATION_WITHDRAWN', done: TASK_CODES },
  CONTEST: { message: 'CONTEST_RECEIVED' },
  REINSTATE: { message: 'CONTEST_UPHELD' },
  REJECT_CONTEST: { message: 'CONTEST_REJECTED' },
};

/** Who takes an application up again has to do next what its status says. */
const toldOf = (act: ApplicationAct | 'START', { status }: Standing): Told =>
  act === 'RESUME' ? { task: status === 'DRAFT' ? 'SUBMIT' : 'VALIDATE' } : (TOLD[act] ?? {});

interface Following {
  readonly messages: readonly NewMessage[];
  readonly done: readonly TaskCode[];
}

/** A vacancy at the instant of an act; without a deadline where it is not public. */
interface ActedFor {
  readonly deadline: LocalDeadline | null;
  readonly status: VacancyStatus;
}

/** Messages and tasks that follow an act, from what it made of the application. */
export function following(
  act: ApplicationAct | 'START',
  { id, vacancyId, standing }: Pick<ApplicationRecord, 'id' | 'vacancyId' | 'standing'>,
  { deadline, status }: ActedFor,
  reasons: string | null,
): Following {
  const { message, task, done = [] } = toldOf(act, standing);
  const of = { applicationId: id, vacancyId };
  const closes = deadline === null ? null : closesAt(deadline);
  const decided = act === 'REINSTATE' || act === 'REJECT_CONTEST';
  const facts = {
    ...(closes !== null && { closesAt: closes.toString() }),
    ...(act === 'WITHDRAW' && !STARTABLE.includes(status) && { closed: 'true' }),
    // The time for an appeal runs only from a message that names it (laws on the Council of State, article 19).
    ...(act === 'REJECT_CONTEST' && { remedyStated: 'true' }),
  };
  return {
    done,
    messages: [
      ...(message === undefined ? [] : [{ ...of, code: message, facts, reasons: decided ? reasons : null }]),
      ...(task === undefined ? [] : [{ ...of, code: task, dueAt: closes }]),
    ],
  };
}
