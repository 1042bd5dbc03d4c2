import { localDay, type Problem, startOfDay, TIME_ZONE } from '@mandate-graph/domain';
import { Temporal } from 'temporal-polyfill';
import type { EffectiveRules } from '../regime/regime.effective.rules.ts';
import { naming, problem } from '../writing/problem.rules.ts';
import type { BookingRecord, SessionRecord } from './session.record.ts';
import { order } from './session.rules.ts';

/** The rules of registering for tests, as they hold in a procedure: of the notice, or else of its regime. */
export interface SessionTerms {
  readonly onlyInPeriod: boolean;
  /** ISO 8601, before the start. */
  readonly cancelAtLatest: string;
  /** Null: nothing more is asked. */
  readonly cancelAsked: string | null;
  readonly rebookingAllowed: boolean;
  /** Whether no registration, or not coming, excludes by itself. */
  readonly absenceExcludes: boolean;
}

export const sessionTerms = (rules: EffectiveRules): SessionTerms => ({
  onlyInPeriod: rules.registrationOnlyInPeriod.value,
  cancelAtLatest: rules.cancelAtLatest.value,
  cancelAsked: rules.cancelAsked.value,
  rebookingAllowed: rules.rebookingAllowed.value,
  absenceExcludes: rules.absenceExcludes.value,
});

/** The first instant at which it is too late to register. */
export const closesAt = (
  { registrationUntil, startsAt }: Pick<SessionRecord, 'registrationUntil' | 'startsAt'>,
  { onlyInPeriod }: SessionTerms,
): Temporal.Instant => (onlyInPeriod ? registrationUntil : startsAt);

const before = (startsAt: Temporal.Instant, duration: string): Temporal.Instant =>
  startsAt.toZonedDateTimeISO(TIME_ZONE).subtract(Temporal.Duration.from(duration)).toInstant();

/**
 * The last instant at which a seat can be given up, which still counts: “at the latest one hour before” is in time exactly
 * one hour before. Hours are hours that pass, days are days of the calendar.
 */
export const cancelUntil = (
  startsAt: Temporal.Instant,
  { cancelAtLatest }: Pick<SessionTerms, 'cancelAtLatest'>,
): Temporal.Instant => before(startsAt, cancelAtLatest);

/**
 * The first instant that is later than asked for; null: nothing is asked. Of a number of days, the last one counts whole:
 * one day before a session is the end of the local day before it.
 */
export function cancelAskedBefore(
  startsAt: Temporal.Instant,
  { cancelAsked }: Pick<SessionTerms, 'cancelAsked'>,
): Temporal.Instant | null {
  if (cancelAsked === null) return null;
  const duration = Temporal.Duration.from(cancelAsked);
  const { hours, minutes, seconds } = duration;
  if (hours !== 0 || minutes !== 0 || seconds !== 0) return before(startsAt, cancelAsked);
  return startOfDay(localDay(startsAt).subtract(duration).add({ days: 1 }).toString());
}

/** Whether candidates can register for a session now, as far as it goes by the session. */
export const isOpen = (session: SessionRecord, terms: SessionTerms, now: Temporal.Instant): boolean =>
  sessionRefusals(session, terms, now).length === 0;

/** The last one of those for which candidates can still register, now or later; null: there is none. */
export function registrationEnds(
  sessions: readonly SessionRecord[],
  terms: SessionTerms,
  now: Temporal.Instant,
): Temporal.Instant | null {
  const ends = sessions
    .filter(({ calledOffAt }) => calledOffAt === null)
    .map((session) => closesAt(session, terms))
    .filter((end) => order(now, end) < 0);
  return ends.reduce<Temporal.Instant | null>(
    (last, end) => (last === null || order(last, end) < 0 ? end : last),
    null,
  );
}

/** Everything that speaks against registering for a session, besides a waiting period. */
export function registerProblems(
  session: SessionRecord,
  bookings: readonly BookingRecord[],
  terms: SessionTerms,
  now: Temporal.Instant,
): Problem[] {
  const has = (one: BookingRecord['status']) => bookings.some(({ status }) => status === one);
  return [
    ...sessionRefusals(session, terms, now),
    ...(has('BOOKED')
      ? [problem('application', 'HAS_A_SEAT', null, 'Nobody has more than one seat: give it up first')]
      : []),
    ...(has('PRESENT') ? [problem('application', 'HAS_SAT', null, 'The assessment is sat once')] : []),
    ...(has('RELEASED') && !terms.rebookingAllowed
      ? [problem('application', 'NO_OTHER_SESSION', null, 'Whoever gave up a seat cannot choose another session here')]
      : []),
  ];
}

/** What speaks against it by the session itself. */
function sessionRefusals(session: SessionRecord, terms: SessionTerms, now: Temporal.Instant): Problem[] {
  const { startsAt, registrationFrom: from, calledOffAt, taken, capacity } = session;
  const until = closesAt(session, terms);
  return [
    ...(calledOffAt === null ? [] : [problem('session', 'CALLED_OFF', null, 'The session was called off')]),
    ...(order(now, startsAt) < 0 ? [] : [naming('session', 'STARTED', startsAt.toString(), 'The session has started')]),
    ...(terms.onlyInPeriod && order(now, from) < 0
      ? [naming('session', 'REGISTRATION_NOT_OPEN', from.toString(), 'Registration for the session begins later')]
      : []),
    ...(order(now, until) < 0
      ? []
      : [naming('session', 'REGISTRATION_OVER', until.toString(), 'Registration for the session is over')]),
    ...(taken < capacity ? [] : [problem('session', 'NO_SEAT_LEFT', null, 'No seat is left in the session')]),
  ];
}

/** What speaks against giving up a seat. */
export function cancelProblems(startsAt: Temporal.Instant, terms: SessionTerms, now: Temporal.Instant): Problem[] {
  const until = cancelUntil(startsAt, terms);
  if (order(now, until) <= 0 && order(now, startsAt) < 0) return [];
  return [naming('application', 'TOO_LATE', until.toString(), 'A seat is given up at the latest at this instant')];
}

/** Whoever gives up a seat in a session that was moved after they had taken it is as one whose session was called off. */
export const freedAs = ({ bookedAt }: BookingRecord, { movedAt }: SessionRecord): 'RELEASED' | 'CALLED_OFF' =>
  movedAt !== null && order(bookedAt, movedAt) < 0 ? 'CALLED_OFF' : 'RELEASED';
