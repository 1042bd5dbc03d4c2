import type { Problem } from '@mandate-graph/domain';
import { Temporal } from 'temporal-polyfill';
import { problem } from '../writing/problem.rules.ts';
import type { SessionRecord } from './session.record.ts';
import { order, type Planned } from './session.rules.ts';

type Instant = Temporal.Instant;

/** A session as it is given: instants in ISO 8601; what is left out of a change stays. */
export interface GivenSession {
  readonly startsAt?: string | null;
  readonly endsAt?: string | null;
  readonly minutes?: number | null;
  readonly registrationFrom?: string | null;
  readonly registrationUntil?: string | null;
  readonly capacity?: number | null;
  readonly place?: string | null;
}

interface NewSession extends GivenSession {
  readonly startsAt: string;
  readonly registrationUntil: string;
  readonly capacity: number;
  readonly place: string;
}

/** A new session; registration that is not said to begin later begins now. */
export function plannedOf(session: NewSession, now: Instant): Planned {
  const startsAt = instantAt(session.startsAt);
  return {
    startsAt,
    endsAt: endOf(session, startsAt, startsAt),
    registrationFrom: given(session.registrationFrom, now),
    registrationUntil: instantAt(session.registrationUntil),
    capacity: session.capacity,
    place: session.place,
  };
}

/** A session as a change makes it. One that only starts at another time lasts as long as before. */
export function changedOf(session: GivenSession, before: SessionRecord): Planned {
  const startsAt = given(session.startsAt, before.startsAt);
  return {
    startsAt,
    endsAt: endOf(session, startsAt, startsAt.add(before.startsAt.until(before.endsAt))),
    registrationFrom: given(session.registrationFrom, before.registrationFrom),
    registrationUntil: given(session.registrationUntil, before.registrationUntil),
    capacity: session.capacity ?? before.capacity,
    place: session.place ?? before.place,
  };
}

/** As instants are kept: to the millisecond. */
const instantAt = (text: string): Instant =>
  Temporal.Instant.fromEpochMilliseconds(Temporal.Instant.from(text).epochMilliseconds);
const given = (text: string | null | undefined, otherwise: Instant): Instant =>
  text == null ? otherwise : instantAt(text);

const endOf = ({ endsAt, minutes }: GivenSession, startsAt: Instant, otherwise: Instant): Instant =>
  endsAt == null && minutes != null ? startsAt.add({ minutes }) : given(endsAt, otherwise);

/**
 * What is wrong with how a session is given, and with what follows from it, which is looked at where it can be reckoned
 * with. A new session must say how long it lasts.
 */
export function formProblems(
  session: GivenSession,
  isNew: boolean,
  following: () => readonly Problem[],
): readonly Problem[] {
  const [range, end] = [rangeProblems(session), endProblems(session, isNew)];
  const rest = range.length > 0 ? [] : following().filter(({ path }) => end.length === 0 || path !== 'endsAt');
  return [...range, ...end, ...rest];
}

const INSTANTS = ['startsAt', 'endsAt', 'registrationFrom', 'registrationUntil'] as const;
const EARLIEST = instantAt('1900-01-01T00:00:00Z');
const LATEST = instantAt('2100-01-01T00:00:00Z');

const rangeProblems = (session: GivenSession): Problem[] =>
  INSTANTS.flatMap((path) => {
    const value = session[path];
    if (value == null || (order(EARLIEST, instantAt(value)) <= 0 && order(instantAt(value), LATEST) < 0)) return [];
    return [problem(path, 'OUT_OF_RANGE', value, `${path} must be from 1900 to 2099`)];
  });

function endProblems({ endsAt, minutes }: GivenSession, isNew: boolean): Problem[] {
  const number = (endsAt == null ? 0 : 1) + (minutes == null ? 0 : 1);
  if (number === 1 || (number === 0 && !isNew)) return [];
  return [problem('endsAt', 'ONE_END', null, 'A session has either endsAt or minutes')];
}
