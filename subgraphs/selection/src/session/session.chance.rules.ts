import { latest, localDay, startOfDay } from '@mandate-graph/domain';
import { Temporal } from 'temporal-polyfill';
import type { SessionRecord } from './session.record.ts';
import { order } from './session.rules.ts';

/** A candidate in the assessment without a seat. */
export interface Waiting {
  /** When the candidate came into the step, or came back into it. */
  readonly since: Temporal.Instant;
  /** When a session was last called off in which the candidate had a seat; null: never. */
  readonly calledOffAt: Temporal.Instant | null;
  /** Seats that the candidate gave up, with when they were taken. */
  readonly released: readonly { readonly sessionId: string; readonly bookedAt: Temporal.Instant }[];
}

/** A registration that ends by a rule waits a little: requests that came just before are answered first. */
export const GRACE = { seconds: 30 };

/** Whether it can be looked at who is out: the registration period of every session that is held is over. */
export const isRegistrationOver = (sessions: readonly SessionRecord[], now: Temporal.Instant): boolean =>
  sessions.some(isHeld) && sessions.filter(isHeld).every((session) => isToSettle(session, now));

export const isToSettle = ({ registrationUntil }: SessionRecord, now: Temporal.Instant): boolean =>
  order(registrationUntil.add(GRACE), now) <= 0;

export const isHeld = ({ calledOffAt }: SessionRecord): boolean => calledOffAt === null;

/**
 * The sessions that a candidate could have registered for. Nobody is put out by a rule without such a chance: a seat that
 * the candidate had and gave up; or a period that was open as a whole, or for at least one whole local day, from when the
 * candidate was in the step and a seat was left without a break until it ended. A session that was called off is no
 * chance, and whoever relied on it, with a seat or while registration for it was not over, has their chances counted from
 * then on.
 */
export function chancesOf(waiting: Waiting, sessions: readonly SessionRecord[]): readonly SessionRecord[] {
  const since = latest(waiting.since, ...[waiting.calledOffAt ?? []].flat(), ...sessions.flatMap(reliedOnUntil));
  const gaveUp = ({ id }: SessionRecord): boolean =>
    waiting.released.some(({ sessionId, bookedAt }) => sessionId === id && order(since, bookedAt) <= 0);
  return sessions.filter((session) => isHeld(session) && (gaveUp(session) || wasOpenFrom(since, session)));
}

const reliedOnUntil = ({ calledOffAt, registrationUntil }: SessionRecord): Temporal.Instant[] =>
  calledOffAt !== null && order(calledOffAt, registrationUntil) < 0 ? [calledOffAt] : [];

function wasOpenFrom(since: Temporal.Instant, session: SessionRecord): boolean {
  const { registrationFrom: from, registrationUntil: until, roomSince } = session;
  if (roomSince === null) return false;
  const start = latest(since, from, roomSince);
  return order(start, from) === 0 || order(endOfFirstWholeDay(start), until) <= 0;
}

/** The end of the first local day that begins at an instant, or after it. */
function endOfFirstWholeDay(start: Temporal.Instant): Temporal.Instant {
  const day = localDay(start);
  const begins = order(startOfDay(day.toString()), start) === 0 ? day : day.add({ days: 1 });
  return startOfDay(begins.add({ days: 1 }).toString());
}
