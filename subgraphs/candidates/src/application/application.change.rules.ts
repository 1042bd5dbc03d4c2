import { closesAt, type LocalDeadline, statusAt, type VacancyState, type VacancyStatus } from '@mandate-graph/domain';
import { Temporal } from 'temporal-polyfill';
import type { MessageCode, TaskCode } from '../inbox/inbox.messages.rules.ts';
import { type ApplicationAct, act, type Standing } from './application.state.rules.ts';

/** What a candidate has to know of a vacancy, and is told when it changes. */
const CONDITION_FIELDS = ['participationConditions', 'applicationProcedure', 'documentRules'] as const;
export type ConditionField = (typeof CONDITION_FIELDS)[number];
export type WatchedVacancy = Pick<VacancyState, 'publication' | 'opensOn' | 'applicationDeadline' | ConditionField>;

export type VacancyChange =
  | { readonly kind: 'CONDITIONS_AMENDED'; readonly fields: readonly ConditionField[] }
  | { readonly kind: 'DEADLINE_MOVED'; readonly from: LocalDeadline }
  | { readonly kind: 'VACANCY_WITHDRAWN' };

/** What a change of its vacancy does to an application. */
export interface Consequence {
  readonly standing: Standing;
  /** The act of a rule that brought it there; null when it stands where it stood. */
  readonly act: ApplicationAct | null;
  readonly message: MessageCode | null;
  readonly task: TaskCode | null;
  /** Of the task: the instant at which the vacancy closes. */
  readonly dueAt: Temporal.Instant | null;
}

/** The changes between two versions of a vacancy that reach its applications. */
export function vacancyChanges(before: WatchedVacancy, after: WatchedVacancy): readonly VacancyChange[] {
  if (after.publication === 'WITHDRAWN')
    return before.publication === 'WITHDRAWN' ? [] : [{ kind: 'VACANCY_WITHDRAWN' }];
  const fields = CONDITION_FIELDS.filter((field) => canonical(before[field]) !== canonical(after[field]));
  const moved = Temporal.Instant.compare(closesAt(before.applicationDeadline), closesAt(after.applicationDeadline));
  return [
    ...(moved === 0 ? [] : [{ kind: 'DEADLINE_MOVED' as const, from: before.applicationDeadline }]),
    ...(fields.length === 0 ? [] : [{ kind: 'CONDITIONS_AMENDED' as const, fields }]),
  ];
}

/**
 * What a change does to an application. Nobody's status is lowered because conditions changed: who does not meet the new
 * ones is told what to do by when, and a person judges the file as it then stands.
 */
export function onVacancyChange(
  standing: Standing,
  change: VacancyChange,
  vacancy: WatchedVacancy,
  now: Temporal.Instant,
  /** By the conditions as they are now. */
  yearsReached: boolean,
): Consequence {
  const status = statusAt(vacancy, now);
  const done = ruled(standing, change, status);
  const told = done ?? { standing, act: null };
  const task = taskOf(told.standing, change, status, yearsReached);
  return {
    ...told,
    message: messageOf(standing, told.act, change, vacancy, status),
    task,
    dueAt: task === null ? null : closesAt(vacancy.applicationDeadline),
  };
}

/** The act by which a rule follows the change, where one does. */
function ruled(
  standing: Standing,
  { kind }: VacancyChange,
  vacancy: VacancyStatus,
): { readonly standing: Standing; readonly act: ApplicationAct } | null {
  if (kind === 'CONDITIONS_AMENDED') return null;
  const following = kind === 'VACANCY_WITHDRAWN' ? 'CANCEL' : 'REOPEN';
  const decision = act(standing, following, { by: 'RULE', vacancy, yearsReached: false, reasons: null });
  return decision.ok ? { standing: decision.standing, act: following } : null;
}

/** Who withdrew is told nothing; who lapsed, only what concerns the lapse. */
function messageOf(
  { status }: Standing,
  done: ApplicationAct | null,
  change: VacancyChange,
  vacancy: WatchedVacancy,
  vacancyStatus: VacancyStatus,
): MessageCode | null {
  if (done === 'REOPEN') return 'APPLICATION_REOPENED';
  if (change.kind === 'VACANCY_WITHDRAWN') return done === 'CANCEL' ? 'VACANCY_WITHDRAWN' : null;
  if (!isRunning(status)) return null;
  if (change.kind === 'CONDITIONS_AMENDED')
    return isOpen(vacancyStatus) ? 'CONDITIONS_AMENDED' : 'CONDITIONS_AMENDED_AFTER_DEADLINE';
  const later = Temporal.Instant.compare(closesAt(vacancy.applicationDeadline), closesAt(change.from)) > 0;
  return later ? 'DEADLINE_EXTENDED' : 'DEADLINE_SHORTENED';
}

/** Until the deadline: what is still to be done, and by conditions that changed, what is to be looked at again. */
function taskOf(
  { status }: Standing,
  { kind }: VacancyChange,
  vacancy: VacancyStatus,
  yearsReached: boolean,
): TaskCode | null {
  if (!isOpen(vacancy) || !isRunning(status)) return null;
  if (kind === 'CONDITIONS_AMENDED' && status !== 'DRAFT') return yearsReached ? 'REVIEW_FILE' : 'REACH_YEARS';
  if (status === 'DEFINITIVE') return null;
  return status === 'DRAFT' ? 'SUBMIT' : 'VALIDATE';
}

const isRunning = (status: Standing['status']): boolean => status !== 'WITHDRAWN' && status !== 'LAPSED';
const isOpen = (status: VacancyStatus): boolean => status === 'OPEN' || status === 'ANNOUNCED';

/** The same text for the same facts, however their fields are ordered. */
const canonical = (value: unknown): string =>
  JSON.stringify(value, (_key, item: unknown) =>
    typeof item === 'object' && item !== null && !Array.isArray(item)
      ? Object.fromEntries(Object.entries(item).sort(([one], [other]) => (one < other ? -1 : 1)))
      : item,
  );
