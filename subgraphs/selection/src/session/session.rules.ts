import type { Problem } from '@mandate-graph/domain';
import { Temporal } from 'temporal-polyfill';
import type { ProcedureRecord, StepRecord } from '../procedure/procedure.record.ts';
import type { SessionRecord, SessionTimes } from './session.record.ts';

/** What a session is planned with, or becomes. */
export interface Planned extends SessionTimes {
  readonly capacity: number;
  readonly place: string;
}

/** The same as it is given: instants in ISO 8601; what is left out of a change stays. */
export interface GivenSession {
  readonly startsAt?: string | null;
  readonly endsAt?: string | null;
  readonly minutes?: number | null;
  readonly registrationFrom?: string | null;
  readonly registrationUntil?: string | null;
  readonly capacity?: number | null;
  readonly place?: string | null;
}

export const problem = (path: string, code: string, value: string | null, rule: string): Problem => ({
  ...{ path, code, value },
  rule: value === null ? `${rule}.` : `${rule}, but got: ${value}.`,
});

/** Negative: the first is earlier. */
export const order = Temporal.Instant.compare;
const text = (instant: Temporal.Instant): string => instant.toString();

/** As instants are kept: to the millisecond. */
const instantAt = (given: string): Temporal.Instant =>
  Temporal.Instant.fromEpochMilliseconds(Temporal.Instant.from(given).epochMilliseconds);
const given = (instant: string | null | undefined, otherwise: Temporal.Instant): Temporal.Instant =>
  instant == null ? otherwise : instantAt(instant);

/** The step that sessions are of; null: the notice announces no computer assessment, so there are none. */
export const assessmentStep = ({ steps }: Pick<ProcedureRecord, 'steps'>): StepRecord | null =>
  steps.find(({ kind }) => kind === 'COMPUTER_ASSESSMENT') ?? null;

/** Whether sessions can be planned for a procedure. */
export function stepProblems(procedure: Pick<ProcedureRecord, 'status' | 'steps'>): Problem[] {
  const step = assessmentStep(procedure);
  return [
    ...(procedure.status === 'RUNNING'
      ? []
      : [problem('procedure', 'NOT_AT_THIS_TIME', procedure.status, 'Sessions are planned while a procedure is RUNNING')]),
    ...(step === null
      ? [problem('procedure', 'NO_ASSESSMENT', null, 'Sessions are of a computer assessment, which the notice must announce')]
      : []),
    ...(step?.status === 'CONCLUDED'
      ? [problem('procedure', 'STEP_CONCLUDED', null, 'Sessions are planned until the computer assessment is concluded')]
      : []),
  ];
}

/** A new session as it is given; without a beginning of the registration period, that is now. */
export function plannedOf(
  session: GivenSession & { startsAt: string; registrationUntil: string; capacity: number; place: string },
  now: Temporal.Instant,
): Planned {
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

const endOf = ({ endsAt, minutes }: GivenSession, startsAt: Temporal.Instant, otherwise: Temporal.Instant) =>
  endsAt == null && minutes != null ? startsAt.add({ minutes }) : given(endsAt, otherwise);

/** How the end of a session is given: by its instant or by its length. */
export function endProblems({ endsAt, minutes }: GivenSession, needed: boolean): Problem[] {
  const one = (endsAt == null) !== (minutes == null);
  const none = endsAt == null && minutes == null;
  if (one || (none && !needed)) return [];
  return [problem('endsAt', 'ONE_END', null, 'A session has either endsAt or minutes')];
}

/** What is wrong with a session as it would be, whatever was before. */
export function sessionProblems(session: Planned, now: Temporal.Instant): Problem[] {
  const { startsAt, endsAt, registrationFrom: from, registrationUntil: until, capacity } = session;
  return [
    ...(order(startsAt, now) > 0
      ? []
      : [problem('startsAt', 'IN_THE_PAST', text(startsAt), 'A session must start after now')]),
    ...(order(startsAt, LATEST) < 0
      ? []
      : [problem('startsAt', 'OUT_OF_RANGE', text(startsAt), `A session must start before ${text(LATEST)}`)]),
    ...(order(startsAt, endsAt) < 0 && order(endsAt, startsAt.add({ hours: 24 })) <= 0
      ? []
      : [problem('endsAt', 'OUT_OF_RANGE', text(endsAt), 'A session must end after it starts, within 24 hours')]),
    ...(order(from, until) < 0
      ? []
      : [problem('registrationUntil', 'OUT_OF_RANGE', text(until), 'Registration must end after it begins')]),
    ...(order(until, startsAt) <= 0
      ? []
      : [problem('registrationUntil', 'AFTER_THE_START', text(until), 'Registration must end when the session starts, or before')]),
    ...(capacity >= 1 ? [] : [problem('capacity', 'OUT_OF_RANGE', String(capacity), 'A session must have a seat or more')]),
  ];
}

/** Nothing is planned further ahead: later instants are not written in the same way everywhere. */
const LATEST = Temporal.Instant.from('2100-01-01T00:00:00Z');

/** Registration for a new session does not begin before it is planned: nobody could have known. */
export const beginProblems = (from: Temporal.Instant, now: Temporal.Instant): Problem[] =>
  order(from, now) >= 0
    ? []
    : [problem('registrationFrom', 'IN_THE_PAST', text(from), 'Registration must begin now or later')];
