import { type Problem, reasonsProblems, type VacancyStatus } from '@mandate-graph/domain';
import type { ApplicationStatus } from './application.rules.ts';

/** Everything that can be done with an application. */
export const APPLICATION_ACTS = [
  'EDIT',
  'SUBMIT',
  'VALIDATE',
  'WITHDRAW',
  'RESUME',
  'LAPSE',
  'REOPEN',
  'CANCEL',
  'CONTEST',
  'REINSTATE',
  'REJECT_CONTEST',
] as const;
export type ApplicationAct = (typeof APPLICATION_ACTS)[number];

/** Who does it: the candidate, the recruiter, or a rule of the platform. */
export const ACTING = ['CANDIDATE', 'RECRUITER', 'RULE'] as const;
export type Acting = (typeof ACTING)[number];

/** What lapsed it: not validated by the deadline, or the vacancy was withdrawn. */
export const LAPSE_CAUSES = ['DEADLINE', 'VACANCY_WITHDRAWN'] as const;
export type LapseCause = (typeof LAPSE_CAUSES)[number];

/** A lapse is contested once, and then decided. */
export const CONTEST_STATES = ['OPEN', 'UPHELD', 'REJECTED'] as const;
export type ContestState = (typeof CONTEST_STATES)[number];

/** Where an application stands, with what its next acts depend on. */
export interface Standing {
  readonly status: ApplicationStatus;
  /** It has been submitted at least once: it has a date of candidacy. */
  readonly submitted: boolean;
  /** Null unless lapsed. */
  readonly lapsedBy: LapseCause | null;
  readonly contest: ContestState | null;
}

/** What must be so besides. Who decides for an institution gives formal reasons; candidates write what they like. */
export type Requirement =
  | 'YEARS_REACHED'
  | 'REASONS'
  | 'FORMAL_REASONS'
  | 'SUBMITTED'
  | 'NOT_SUBMITTED'
  | 'LAPSED_BY_DEADLINE'
  | 'CONTESTED'
  | 'NOT_CONTESTED';

/** A legal step. The vacancy's status tells the time: OPEN until the instant its deadline closes, CLOSED from it on. */
export interface Transition {
  readonly act: ApplicationAct;
  readonly from: ApplicationStatus;
  readonly to: ApplicationStatus;
  readonly by: Acting;
  readonly when: readonly VacancyStatus[];
  readonly requires: readonly Requirement[];
}

const step = (
  act: ApplicationAct,
  [from, to]: readonly [ApplicationStatus, ApplicationStatus],
  by: Acting,
  when: readonly VacancyStatus[],
  ...requires: readonly Requirement[]
): Transition => ({ act, from, to, by, when, requires });

const RUNNING = ['DRAFT', 'PROVISIONAL', 'DEFINITIVE'] as const;
const PAST: readonly VacancyStatus[] = ['CLOSED', 'FILLED'];
/** A draft that was never submitted could not be made definitive. */
const CONTESTABLE = ['SUBMITTED', 'LAPSED_BY_DEADLINE', 'NOT_CONTESTED'] as const;

/** Every legal step; what is not here is refused. */
export const TRANSITIONS: readonly Transition[] = [
  step('EDIT', ['DRAFT', 'DRAFT'], 'CANDIDATE', ['ANNOUNCED', 'OPEN']),
  // No new validation after an edit, until the deadline.
  step('EDIT', ['PROVISIONAL', 'PROVISIONAL'], 'CANDIDATE', ['OPEN']),
  step('EDIT', ['DEFINITIVE', 'DEFINITIVE'], 'CANDIDATE', ['OPEN']),
  step('SUBMIT', ['DRAFT', 'PROVISIONAL'], 'CANDIDATE', ['OPEN']),
  step('VALIDATE', ['PROVISIONAL', 'DEFINITIVE'], 'CANDIDATE', ['OPEN'], 'YEARS_REACHED'),
  ...RUNNING.map((from) => step('WITHDRAW', [from, 'WITHDRAWN'], 'CANDIDATE', ['ANNOUNCED', 'OPEN', ...PAST])),
  // There is one application for a vacancy, so who withdrew it by mistake could not begin another. It is validated anew.
  step('RESUME', ['WITHDRAWN', 'DRAFT'], 'CANDIDATE', ['OPEN'], 'NOT_SUBMITTED'),
  step('RESUME', ['WITHDRAWN', 'PROVISIONAL'], 'CANDIDATE', ['OPEN'], 'SUBMITTED'),
  step('LAPSE', ['DRAFT', 'LAPSED'], 'RULE', PAST),
  step('LAPSE', ['PROVISIONAL', 'LAPSED'], 'RULE', PAST),
  step('REOPEN', ['LAPSED', 'DRAFT'], 'RULE', ['OPEN'], 'LAPSED_BY_DEADLINE', 'NOT_SUBMITTED'),
  step('REOPEN', ['LAPSED', 'PROVISIONAL'], 'RULE', ['OPEN'], 'LAPSED_BY_DEADLINE', 'SUBMITTED'),
  ...RUNNING.map((from) => step('CANCEL', [from, 'LAPSED'], 'RULE', ['WITHDRAWN'])),
  // There is nothing left to be reinstated in, so the contest is not decided.
  step('CANCEL', ['LAPSED', 'LAPSED'], 'RULE', ['WITHDRAWN'], 'CONTESTED'),
  step('CONTEST', ['LAPSED', 'LAPSED'], 'CANDIDATE', PAST, ...CONTESTABLE, 'REASONS'),
  step('REINSTATE', ['LAPSED', 'DEFINITIVE'], 'RECRUITER', ['CLOSED'], 'CONTESTED', 'SUBMITTED', 'FORMAL_REASONS'),
  step('REJECT_CONTEST', ['LAPSED', 'LAPSED'], 'RECRUITER', PAST, 'CONTESTED', 'FORMAL_REASONS'),
];

/** What is known at the instant of an act. */
export interface Circumstances {
  readonly by: Acting;
  /** At the instant of arrival, which decides. */
  readonly vacancy: VacancyStatus;
  /** The required years are reached, or none are required. */
  readonly yearsReached: boolean;
  readonly reasons: string | null;
}

export type Decision =
  | { readonly ok: true; readonly standing: Standing }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/** What an act makes of an application, or every reason why not. */
export function act(standing: Standing, doing: ApplicationAct, circumstances: Circumstances): Decision {
  const fromHere = TRANSITIONS.filter((step) => step.act === doing && step.from === standing.status);
  if (fromHere.length === 0) return refused([fromStatus(standing, doing)]);
  const refusals = fromHere.map((step) => problemsOf(step, standing, circumstances));
  const legal = fromHere[refusals.findIndex((problems) => problems.length === 0)];
  if (legal !== undefined) return { ok: true, standing: after(standing, legal) };
  // Of steps that differ by a requirement, the nearest one says what is needed.
  return refused([...refusals].sort((one, other) => one.length - other.length)[0]!);
}

const refused = (problems: readonly Problem[]): Decision => ({ ok: false, problems });

/** The first submission stays; a lapse keeps its cause and what was decided on its contest, and they end with it. */
function after(standing: Standing, { act: done, to }: Transition): Standing {
  const lapsed = to === 'LAPSED';
  return {
    status: to,
    submitted: standing.submitted || done === 'SUBMIT',
    lapsedBy: CAUSE_OF[done] ?? (lapsed ? standing.lapsedBy : null),
    contest: CONTEST_AFTER[done] ?? (lapsed && standing.contest !== 'OPEN' ? standing.contest : null),
  };
}

const CAUSE_OF: Partial<Record<ApplicationAct, LapseCause>> = { LAPSE: 'DEADLINE', CANCEL: 'VACANCY_WITHDRAWN' };

const CONTEST_AFTER: Partial<Record<ApplicationAct, Standing['contest']>> = {
  CONTEST: 'OPEN',
  REINSTATE: 'UPHELD',
  REJECT_CONTEST: 'REJECTED',
};

function problemsOf(step: Transition, standing: Standing, circumstances: Circumstances): readonly Problem[] {
  const { by, vacancy } = circumstances;
  return [
    ...(step.by === by ? [] : [problem('application', 'NOT_BY_THIS_ACTOR', by, `${step.act} is done by ${step.by}`)]),
    ...(step.when.includes(vacancy)
      ? []
      : [problem('vacancy', 'NOT_AT_THIS_TIME', vacancy, `${step.act} needs a vacancy that is ${either(step.when)}`)]),
    ...step.requires.flatMap((requirement) => REQUIRED[requirement](standing, circumstances)),
  ];
}

const fromStatus = ({ status }: Standing, doing: ApplicationAct): Problem => {
  const statuses = [...new Set(TRANSITIONS.filter((step) => step.act === doing).map(({ from }) => from))];
  return problem(
    'application',
    'NOT_FROM_THIS_STATUS',
    status,
    `${doing} needs an application that is ${either(statuses)}`,
  );
};

const unless = (isMet: boolean, path: string, code: string, rule: string): readonly Problem[] =>
  isMet ? [] : [problem(path, code, null, rule)];

/** What is wrong where a requirement is not met, by its name in a refusal. */
const REQUIRED: Readonly<
  Record<Requirement, (standing: Standing, circumstances: Circumstances) => readonly Problem[]>
> = {
  YEARS_REACHED: (_, { yearsReached }) =>
    unless(yearsReached, 'application', 'YEARS_NOT_REACHED', 'The required years of experience must be reached'),
  REASONS: (_, { reasons }) =>
    unless((reasons ?? '').trim() !== '', 'reasons', 'NO_REASONS', 'reasons must say why, but has no words'),
  FORMAL_REASONS: (_, { reasons }) => reasonsProblems(reasons),
  SUBMITTED: ({ submitted }) =>
    unless(submitted, 'application', 'NOT_SUBMITTED', 'The application must have been submitted'),
  NOT_SUBMITTED: ({ submitted }) =>
    unless(!submitted, 'application', 'ALREADY_SUBMITTED', 'The application must not have been submitted'),
  LAPSED_BY_DEADLINE: ({ lapsedBy }) =>
    unless(
      lapsedBy === 'DEADLINE',
      'application',
      'NOT_LAPSED_BY_DEADLINE',
      'The application must have lapsed because it was not validated by the deadline',
    ),
  CONTESTED: ({ contest }) =>
    unless(
      contest === 'OPEN',
      'application',
      'NO_OPEN_CONTEST',
      'The lapse must be contested, and the contest not decided',
    ),
  NOT_CONTESTED: ({ contest }) =>
    unless(contest === null, 'application', 'ALREADY_CONTESTED', 'A lapse is contested once'),
};

const problem = (path: string, code: string, value: string | null, rule: string): Problem => ({
  path,
  code,
  value,
  rule: value === null ? `${rule}.` : `${rule}, but got: ${value}.`,
});

const either = (names: readonly string[]): string => names.join(' or ');
