import type { Problem } from '@mandate-graph/domain';
import type { Temporal } from 'temporal-polyfill';
import type { SessionTerms } from './session.booking.rules.ts';
import { cancelUntil } from './session.booking.rules.ts';
import type { SessionRecord } from './session.record.ts';
import { beginProblems, order, type Planned, problem } from './session.rules.ts';

/** What those who have a seat must be told of. */
export const concernsTheBooked = (before: SessionRecord, after: Planned): boolean =>
  order(before.startsAt, after.startsAt) !== 0 || order(before.endsAt, after.endsAt) !== 0 || before.place !== after.place;

/** What speaks against changing a session or calling it off by where it stands. */
export function standingProblems({ calledOffAt, startsAt }: SessionRecord, now: Temporal.Instant): Problem[] {
  return [
    ...(calledOffAt === null
      ? []
      : [problem('session', 'CALLED_OFF', null, 'A session that was called off stays as it was')]),
    ...(order(now, startsAt) < 0
      ? []
      : [problem('session', 'STARTED', startsAt.toString(), 'A session is changed before it starts')]),
  ];
}

/**
 * What speaks against a change, by what the session was. Once registration has begun, its end can only move away from
 * candidates who rely on it; once it is over, it stays over, since whoever did not register may be out by then.
 */
export function changeProblems(
  before: SessionRecord,
  after: Planned,
  terms: SessionTerms,
  now: Temporal.Instant,
): Problem[] {
  return [
    ...(isChanged(before, after) ? [] : [problem('session', 'NOTHING_CHANGES', null, 'A change must change something')]),
    ...(after.capacity >= before.taken
      ? []
      : [
          problem(
            'capacity',
            'BELOW_TAKEN',
            String(after.capacity),
            `capacity must not be below the seats that are taken, ${before.taken}`,
          ),
        ]),
    ...registrationProblems(before, after, now),
    ...(before.taken === 0 || order(before.startsAt, after.startsAt) === 0 || order(now, cancelUntil(after.startsAt, terms)) <= 0
      ? []
      : [
          problem(
            'startsAt',
            'TOO_SOON',
            after.startsAt.toString(),
            'A session with bookings must start so late that a seat can still be given up',
          ),
        ]),
  ];
}

function registrationProblems(before: SessionRecord, after: Planned, now: Temporal.Instant): Problem[] {
  const [from, until] = [before.registrationFrom, before.registrationUntil];
  const begun = order(from, now) <= 0;
  const moved = order(until, after.registrationUntil);
  return [
    ...(order(from, after.registrationFrom) === 0 ? [] : begun ? [BEGUN] : beginProblems(after.registrationFrom, now)),
    ...(moved !== 0 && order(until, now) <= 0 ? [OVER] : moved > 0 && begun ? [ONLY_LATER] : []),
  ];
}

const BEGUN = problem('registrationFrom', 'BEGUN', null, 'Registration that has begun keeps its beginning');
const OVER = problem('registrationUntil', 'REGISTRATION_OVER', null, 'Registration that is over stays over: plan another session');
const ONLY_LATER = problem('registrationUntil', 'ONLY_LATER', null, 'Once registration has begun, its end can only become later');

const isChanged = (before: SessionRecord, after: Planned): boolean =>
  concernsTheBooked(before, after) ||
  before.capacity !== after.capacity ||
  order(before.registrationFrom, after.registrationFrom) !== 0 ||
  order(before.registrationUntil, after.registrationUntil) !== 0;
