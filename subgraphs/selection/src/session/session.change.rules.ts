import type { Problem } from '@mandate-graph/domain';
import type { Temporal } from 'temporal-polyfill';
import { problem } from '../writing/problem.rules.ts';
import { cancelUntil, type SessionTerms } from './session.booking.rules.ts';
import type { BookingRecord, SessionRecord } from './session.record.ts';
import { beginProblems, order, type Planned } from './session.rules.ts';

type Instant = Temporal.Instant;
const differ = (one: Instant, other: Instant): boolean => order(one, other) !== 0;

/** Whether it is held at another time or place: those who have a seat are told. */
export const isMoved = (before: SessionRecord, after: Planned): boolean =>
  differ(before.startsAt, after.startsAt) || differ(before.endsAt, after.endsAt) || before.place !== after.place;

/** What speaks against changing a session by where it stands. */
export function standingProblems(session: SessionRecord, now: Instant): Problem[] {
  const { startsAt } = session;
  const problems = calledOffProblems(session);
  if (order(startsAt, now) <= 0) {
    problems.push(problem('session', 'STARTED', startsAt.toString(), 'The session has started'));
  }
  return problems;
}

/** Also a session that has started can come to nothing, until somebody was seen to be there or not. */
export function callOffProblems(session: SessionRecord, seats: readonly Pick<BookingRecord, 'status'>[]): Problem[] {
  const problems = calledOffProblems(session);
  if (seats.some(({ status }) => status === 'PRESENT' || status === 'ABSENT')) {
    problems.push(problem('session', 'HELD', null, 'Attendance at the session has been recorded'));
  }
  return problems;
}

const calledOffProblems = ({ calledOffAt }: SessionRecord): Problem[] =>
  calledOffAt === null ? [] : [problem('session', 'CALLED_OFF', null, 'The session was called off')];

/**
 * What speaks against a change, by what the session was. Candidates rely on the registration period once it has begun: its
 * end can only become later then. Once it is over it stays over, since by then some are out.
 */
export function changeProblems(before: SessionRecord, after: Planned, terms: SessionTerms, now: Instant): Problem[] {
  const { capacity, startsAt } = after;
  const problems = registrationProblems(before, after, now);
  if (!isChanged(before, after)) {
    problems.push(problem('session', 'NOTHING_CHANGES', null, 'A change must change something'));
  }
  if (capacity < before.taken) {
    const rule = `capacity must not be below the seats that are taken, ${before.taken}`;
    problems.push(problem('capacity', 'BELOW_TAKEN', String(capacity), rule));
  }
  if (before.taken > 0 && differ(before.startsAt, startsAt) && order(cancelUntil(startsAt, terms), now) < 0) {
    const rule = 'A session with bookings must start so late that a seat can still be given up';
    problems.push(problem('startsAt', 'TOO_SOON', startsAt.toString(), rule));
  }
  return problems;
}

function registrationProblems(before: SessionRecord, after: Planned, now: Instant): Problem[] {
  const { registrationFrom: from, registrationUntil: until } = before;
  const begun = order(from, now) <= 0;
  const problems: Problem[] = [];
  if (differ(from, after.registrationFrom))
    problems.push(...(begun ? [BEGUN] : beginProblems(after.registrationFrom, now)));
  if (differ(until, after.registrationUntil)) {
    if (order(until, now) <= 0) problems.push(OVER);
    else if (begun && order(after.registrationUntil, until) < 0) problems.push(ONLY_LATER);
  }
  return problems;
}

const BEGUN = problem('registrationFrom', 'BEGUN', null, 'Registration that has begun keeps its beginning');
const OVER = problem('registrationUntil', 'REGISTRATION_OVER', null, 'Registration that is over stays so');
const ONLY_LATER = problem('registrationUntil', 'ONLY_LATER', null, 'Registration that has begun can only end later');

const isChanged = (before: SessionRecord, after: Planned): boolean =>
  isMoved(before, after) ||
  before.capacity !== after.capacity ||
  differ(before.registrationFrom, after.registrationFrom) ||
  differ(before.registrationUntil, after.registrationUntil);
