import { closesAt, localDay, startOfDay, statusAt, type VacancyStatus } from '@mandate-graph/domain';
import { Temporal } from 'temporal-polyfill';
import type { Freezing } from '../file/file.types.ts';
import {
  APPLICATION_TASKS,
  type MessageCode,
  type MessageFacts,
  type NewMessage,
  TASK_CODES,
  type TaskCode,
} from '../inbox/inbox.messages.rules.ts';
import { dueAtOf } from '../vacancy/vacancy.seen.rules.ts';
import type { KnownVacancy, LatestVacancy } from '../vacancy/vacancy.versions.ts';
import {
  onVacancyChange,
  type VacancyChange,
  vacancyChanges,
  type WatchedVacancy,
} from './application.change.rules.ts';
import { type ApplicationAct, act, type Standing } from './application.state.rules.ts';
import type { ApplicationRecord, VacancySeen } from './application.store.ts';

/** All on which it depends what the institution and the clock have done to an application. */
export interface Situation {
  readonly application: ApplicationRecord;
  /** The vacancy as the candidate was told last; null when it was not public then. */
  readonly told: KnownVacancy | null;
  /** Its newest version, on the day of `now`. */
  readonly latest: LatestVacancy;
  readonly now: Temporal.Instant;
  /** By the conditions as they are now. */
  readonly yearsReached: boolean;
  /** The deadlines for which the file is frozen. */
  readonly frozenFor: readonly Freezing[];
  /** Something was decided on the application. */
  readonly decided: boolean;
  /** Why the vacancy changed since the candidate was told last, in the words of the institution; null: not said. */
  readonly reasons: string | null;
}

/** The rules that act on applications, as trails keep them. */
export type SettlingRule = 'rule:vacancy-change' | 'rule:deadline' | 'rule:in-time';

/** What is to be done, in this order. */
export type SettlingStep =
  | { readonly kind: 'RECORD'; readonly by: SettlingRule; readonly act: ApplicationAct; readonly standing: Standing }
  | { readonly kind: 'TELL'; readonly messages: readonly NewMessage[] }
  | { readonly kind: 'TASKS_DONE'; readonly tasks: readonly TaskCode[] }
  | { readonly kind: 'TASKS_DUE'; readonly at: Temporal.Instant }
  /** `as`: as it is frozen for another deadline; null: as it stands. */
  | { readonly kind: 'FREEZE'; readonly closesAt: Temporal.Instant; readonly as: Temporal.Instant | null }
  | { readonly kind: 'THAW'; readonly closesAt: Temporal.Instant }
  | { readonly kind: 'SEE'; readonly seen: VacancySeen };

/** Nothing has happened since the candidate was last told: most often so. */
export function isSettled(
  { vacancyVersion, dueAt }: VacancySeen,
  { version, known }: LatestVacancy,
  now: Temporal.Instant,
): boolean {
  // A lower version: what institutions told is being read again from the beginning, and the rest of it is to come.
  return version < vacancyVersion || (version === vacancyVersion && isSame(dueAt, dueAfter(known, now)));
}

/** What follows of changes to the vacancy, then of its deadline. Taking it twice does nothing the second time. */
export function settlingSteps(situation: Situation): readonly SettlingStep[] {
  const { application } = situation;
  const vacancy = vacancyNow(situation);
  if (vacancy === null) return seeSteps(situation);
  const steps: SettlingStep[] = [];
  let { standing } = application;
  for (const change of changesIn(situation, vacancy)) {
    const following = changeSteps({ ...application, standing }, change, vacancy, situation);
    standing = standingAfter(standing, following);
    steps.push(...following);
  }
  return [...steps, ...clockSteps({ ...application, standing }, vacancy, situation), ...seeSteps(situation)];
}

/** A vacancy that is no longer public is one that was withdrawn. */
const vacancyNow = ({ told, latest: { known } }: Situation): WatchedVacancy | null =>
  known?.state ?? (told === null ? null : { ...told.state, publication: 'WITHDRAWN' });

/** A request may wait while a later one, of the next day, is answered: what that one was told is not taken back. */
const comesLate = ({ application, now }: Situation): boolean => localDay(now).toString() < application.vacancyDay;

function seeSteps(situation: Situation): readonly SettlingStep[] {
  const { application, latest, now } = situation;
  const { vacancyVersion, vacancyDay } = comesLate(situation)
    ? application
    : { vacancyVersion: latest.version, vacancyDay: localDay(now).toString() };
  return [{ kind: 'SEE', seen: { vacancyVersion, vacancyDay, dueAt: dueAgain(situation) } }];
}

const changesIn = (situation: Situation, vacancy: WatchedVacancy): readonly VacancyChange[] =>
  situation.told === null || comesLate(situation) ? [] : vacancyChanges(situation.told.state, vacancy);

const standingAfter = (standing: Standing, steps: readonly SettlingStep[]): Standing =>
  steps.reduce((before, step) => (step.kind === 'RECORD' ? step.standing : before), standing);

function changeSteps(
  application: ApplicationRecord,
  change: VacancyChange,
  vacancy: WatchedVacancy,
  { now, yearsReached, decided, reasons }: Situation,
): readonly SettlingStep[] {
  const consequence = onVacancyChange(application.standing, change, vacancy, now, yearsReached);
  const { standing, act: done, message, task, dueAt } = consequence;
  const closes = closesAt(vacancy.applicationDeadline);
  const { lapsedBy } = application.standing;
  const facts: MessageFacts = {
    ...{ closesAt: closes.toString(), status: standing.status },
    ...(isPast(statusAt(vacancy, now)) && { closed: 'true' }),
    ...(change.kind === 'CONDITIONS_AMENDED' && { fields: change.fields.join(' ') }),
    ...(change.kind === 'DEADLINE_MOVED' && decided && { decided: 'true' }),
    ...(done === 'REOPEN' && { cause: 'DEADLINE_EXTENDED' }),
    ...(lapsedBy !== null && { lapsedBy }),
  };
  const tell = telling(application, facts, reasons);
  return [
    ...(done === null ? [] : [{ kind: 'RECORD', by: 'rule:vacancy-change', act: done, standing } as const]),
    ...(done === 'CANCEL' ? [{ kind: 'TASKS_DONE', tasks: TASK_CODES } as const] : []),
    ...(change.kind === 'DEADLINE_MOVED' ? [{ kind: 'TASKS_DUE', at: closes } as const] : []),
    ...tell(message, task, dueAt),
  ];
}

/** What the clock does, with the vacancy as it is now. */
function clockSteps(
  application: ApplicationRecord,
  vacancy: WatchedVacancy,
  situation: Situation,
): readonly SettlingStep[] {
  const status = statusAt(vacancy, situation.now);
  if (isAhead(status)) return inTimeSteps(application, vacancy, status, situation);
  return isPast(status) ? deadlineSteps(application, vacancy, status, situation) : [];
}

/**
 * The vacancy is open at the instant of arrival, which decides. Where its deadline was settled already (the request
 * waited that long, or the vacancy was held to be filled), what lapsed is open again, and what was frozen before the
 * request arrived is thawed. What was frozen later stays, and so does all where the vacancy was not yet open again when
 * the request arrived: a change that came after the deadline may have had its turn meanwhile, and must not come into the
 * file. So a demonstration clock that is set back thaws nothing either.
 */
function inTimeSteps(
  application: ApplicationRecord,
  vacancy: WatchedVacancy,
  status: VacancyStatus,
  situation: Situation,
): readonly SettlingStep[] {
  const closes = closesAt(vacancy.applicationDeadline);
  const from = thawsFrom(situation, closes);
  const thaw: SettlingStep[] =
    from === null || isBefore(situation.now, from) ? [] : [{ kind: 'THAW', closesAt: closes }];
  const reopened = act(application.standing, 'REOPEN', byRule(status));
  if (!reopened.ok) return thaw;
  const { standing } = reopened;
  const tell = telling(application, { closesAt: closes.toString(), cause: 'IN_TIME' });
  return [
    ...thaw,
    { kind: 'RECORD', by: 'rule:in-time', act: 'REOPEN', standing },
    ...tell('APPLICATION_REOPENED', standing.status === 'DRAFT' ? 'SUBMIT' : 'VALIDATE', closes),
  ];
}

/** What is not validated lapses, which can be contested; what was submitted is judged by its file as it stands now. */
function deadlineSteps(
  application: ApplicationRecord,
  vacancy: WatchedVacancy,
  status: VacancyStatus,
  { told, frozenFor }: Situation,
): readonly SettlingStep[] {
  const closes = closesAt(vacancy.applicationDeadline);
  const lapsed = act(application.standing, 'LAPSE', byRule(status));
  const standing = lapsed.ok ? lapsed.standing : application.standing;
  const tell = telling(application, { closesAt: closes.toString(), submitted: String(standing.submitted) });
  const lapse: SettlingStep[] = lapsed.ok
    ? [{ kind: 'RECORD', by: 'rule:deadline', act: 'LAPSE', standing }, ...tell('APPLICATION_LAPSED', null, null)]
    : [];
  if (!isJudged(standing)) return [...lapse, TASKS_OVER];
  // A deadline that is moved while nothing can be changed moves no file: what is frozen stays so until it opens again.
  const before = told === null ? null : closesAt(told.state.applicationDeadline);
  const as = before !== null && frozenSince(frozenFor, before) !== null ? before : null;
  const freeze: SettlingStep[] =
    frozenSince(frozenFor, closes) === null ? [{ kind: 'FREEZE', closesAt: closes, as }] : [];
  return [...lapse, TASKS_OVER, ...freeze];
}

/** A contest may yet bring back what has lapsed at the deadline. */
const isJudged = ({ status, submitted, lapsedBy }: Standing): boolean =>
  submitted && status !== 'WITHDRAWN' && lapsedBy !== 'VACANCY_WITHDRAWN';

/** The deadline ends what was to be done until then; what the selection asks for comes after it. */
const TASKS_OVER: SettlingStep = { kind: 'TASKS_DONE', tasks: APPLICATION_TASKS };

/** A task that is set anew takes the place of the one that is there. `reasons` are of the institution. */
const telling =
  ({ id, vacancyId }: ApplicationRecord, facts: MessageFacts, reasons: string | null = null) =>
  (message: MessageCode | null, task: TaskCode | null, dueAt: Temporal.Instant | null): readonly SettlingStep[] => {
    const about = { applicationId: id, vacancyId, facts };
    const messages: NewMessage[] = [
      ...(message === null ? [] : [{ ...about, code: message, reasons }]),
      ...(task === null ? [] : [{ ...about, code: task, dueAt }]),
    ];
    return [
      ...(task === null ? [] : [{ kind: 'TASKS_DONE', tasks: [task] } as const]),
      ...(messages.length === 0 ? [] : [{ kind: 'TELL', messages } as const]),
    ];
  };

const byRule = (vacancy: VacancyStatus) => ({ by: 'RULE', vacancy, yearsReached: false, reasons: null }) as const;
const isAhead = (status: VacancyStatus): boolean => status === 'OPEN' || status === 'ANNOUNCED';
const isPast = (status: VacancyStatus): boolean => status === 'CLOSED' || status === 'FILLED';

/** When the clock has something to do next: until its deadline that, and whenever the vacancy changes by itself. */
function dueAfter(known: KnownVacancy | null, now: Temporal.Instant): Temporal.Instant | null {
  if (known === null) return null;
  if (isAhead(statusAt(known.state, now))) return dueAtOf(known);
  return known.nextChange === null ? null : startOfDay(known.nextChange);
}

/** What may have to be thawed before its deadline is looked at again by then. */
function dueAgain(situation: Situation): Temporal.Instant | null {
  const { latest, now } = situation;
  const due = dueAfter(latest.known, now);
  const from = latest.known === null ? null : thawsFrom(situation, closesAt(latest.known.state.applicationDeadline));
  return due !== null && from !== null && isBefore(now, from) && isBefore(from, due) ? from : due;
}

/** When a file that is frozen for a deadline can be thawed at the earliest; null: it is not frozen. */
function thawsFrom({ frozenFor, latest }: Situation, deadline: Temporal.Instant): Temporal.Instant | null {
  const frozenAt = frozenSince(frozenFor, deadline);
  if (frozenAt === null) return null;
  return isBefore(frozenAt, latest.recordedAt) ? latest.recordedAt : frozenAt;
}

const frozenSince = (all: readonly Freezing[], deadline: Temporal.Instant): Temporal.Instant | null =>
  all.find(({ closesAt: closes }) => closes.equals(deadline))?.frozenAt ?? null;
const isBefore = (one: Temporal.Instant, other: Temporal.Instant): boolean => Temporal.Instant.compare(one, other) < 0;
const isSame = (one: Temporal.Instant | null, other: Temporal.Instant | null): boolean =>
  one === null || other === null ? one === other : one.equals(other);
