import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { brussels } from '../testing/selection.ts';
import {
  cancelAskedBefore,
  cancelProblems,
  cancelUntil,
  closesAt,
  freedAs,
  registerProblems,
  registrationEnds,
} from './session.booking.rules.ts';
import { booking, session, TERMS } from './testing/records.ts';

const ms = { milliseconds: 1 };
const codes = (problems: readonly { readonly code: string }[]) => problems.map(({ code }) => code);
const registering = (now: Temporal.Instant, own = {}, bookings = [] as ReturnType<typeof booking>[], terms = TERMS) =>
  codes(registerProblems(session(own), bookings, terms, now));
const FIRST = brussels('2025-11-01T00:00');
const END = brussels('2025-11-15T00:00');

describe('registering', () => {
  test('S2.T: is possible only within the registration period, from its first instant to before its end', () => {
    expect(registering(FIRST.subtract(ms))).toEqual(['REGISTRATION_NOT_OPEN']);
    expect(registering(FIRST)).toEqual([]);
    expect(registering(END.subtract(ms))).toEqual([]);
    expect(registering(END)).toEqual(['REGISTRATION_OVER']);
  });

  test('is possible until the start where the notice says that there is no such period', () => {
    const terms = { ...TERMS, onlyInPeriod: false };
    const start = brussels('2025-11-20T09:00');
    expect(registering(FIRST.subtract(ms), {}, [], terms)).toEqual([]);
    expect(registering(END, {}, [], terms)).toEqual([]);
    expect(registering(start.subtract(ms), {}, [], terms)).toEqual([]);
    expect(registering(start, {}, [], terms)).toEqual(['STARTED', 'REGISTRATION_OVER']);
    expect(closesAt(session(), terms)).toEqual(start);
  });

  test('S2.T: needs a seat that is left, and is for one seat at a time', () => {
    expect(registering(FIRST, { taken: 9 })).toEqual([]);
    expect(registering(FIRST, { taken: 10 })).toEqual(['NO_SEAT_LEFT']);
    expect(registering(FIRST, {}, [booking('BOOKED')])).toEqual(['HAS_A_SEAT']);
    expect(registering(FIRST, {}, [booking('PRESENT')])).toEqual(['HAS_SAT']);
  });

  test('S2.T: is possible again after giving up a seat, unless the notice says otherwise', () => {
    expect(registering(FIRST, {}, [booking('RELEASED')])).toEqual([]);
    const terms = { ...TERMS, rebookingAllowed: false };
    expect(registering(FIRST, {}, [booking('RELEASED')], terms)).toEqual(['NO_OTHER_SESSION']);
    expect(registering(FIRST, {}, [booking('CALLED_OFF'), booking('ABSENT')], terms)).toEqual([]);
  });

  test('is refused with everything that speaks against it', () =>
    expect(
      registering(brussels('2025-11-20T09:00'), { taken: 10, calledOffAt: '2025-11-19T09:00' }, [booking('BOOKED')]),
    ).toEqual(['CALLED_OFF', 'STARTED', 'REGISTRATION_OVER', 'NO_SEAT_LEFT', 'HAS_A_SEAT']));

  test('is possible as long as it is for the session that closes last', () => {
    const later = session({ registrationUntil: '2025-11-18T00:00' });
    const gone = session({ registrationUntil: '2025-11-19T00:00', calledOffAt: '2025-11-02T00:00' });
    const ends = (now: Temporal.Instant) => registrationEnds([later, session(), gone], TERMS, now);
    expect(ends(END)).toEqual(brussels('2025-11-18T00:00'));
    expect(ends(brussels('2025-11-18T00:00'))).toBeNull();
  });
});

describe('giving up a seat', () => {
  const start = brussels('2025-11-20T09:00');
  const cancelling = (now: Temporal.Instant, terms = TERMS) => codes(cancelProblems(start, terms, now));

  test('S2.T: is possible at the latest one hour before the start, that instant included', () => {
    const limit = brussels('2025-11-20T08:00');
    expect(cancelUntil(start, TERMS)).toEqual(limit);
    expect(cancelling(limit)).toEqual([]);
    expect(cancelling(limit.add(ms))).toEqual(['TOO_LATE']);
  });

  test('is possible until the start where nothing is said, and never after it', () => {
    const terms = { ...TERMS, cancelAtLatest: 'PT0S' };
    expect(cancelling(start.subtract(ms), terms)).toEqual([]);
    expect(cancelling(start, terms)).toEqual(['TOO_LATE']);
  });

  test('S2.T: is asked for by the end of the day before, which is no limit', () => {
    const asked = cancelAskedBefore(start, TERMS)!;
    expect(asked).toEqual(brussels('2025-11-20T00:00'));
    expect(cancelling(asked)).toEqual([]);
    expect(cancelAskedBefore(start, { cancelAsked: 'P2D' })).toEqual(brussels('2025-11-19T00:00'));
    expect(cancelAskedBefore(start, { cancelAsked: 'PT24H' })).toEqual(brussels('2025-11-19T09:00'));
    expect(cancelAskedBefore(start, { cancelAsked: null })).toBeNull();
  });

  // An hour is an hour that passes; a day is one of the calendar, of 25 hours on 26 October 2025 and 23 on 29 March 2026.
  test.each([
    ['2025-10-26T09:00+01:00', '2025-10-26T07:00:00Z', '2025-10-25T22:00:00Z', '2025-10-25T07:00:00Z'],
    ['2025-10-26T02:30+02:00', '2025-10-25T23:30:00Z', '2025-10-25T22:00:00Z', '2025-10-25T00:30:00Z'],
    ['2025-10-26T02:30+01:00', '2025-10-26T00:30:00Z', '2025-10-25T22:00:00Z', '2025-10-25T00:30:00Z'],
    ['2025-10-27T09:00+01:00', '2025-10-27T07:00:00Z', '2025-10-26T23:00:00Z', '2025-10-26T08:00:00Z'],
    ['2026-03-29T03:00+02:00', '2026-03-29T00:00:00Z', '2026-03-28T23:00:00Z', '2026-03-28T02:00:00Z'],
    ['2026-03-29T09:00+02:00', '2026-03-29T06:00:00Z', '2026-03-28T23:00:00Z', '2026-03-28T08:00:00Z'],
    ['2026-03-30T09:00+02:00', '2026-03-30T06:00:00Z', '2026-03-29T22:00:00Z', '2026-03-29T07:00:00Z'],
  ])('S2.T: reckons around a change of the clock: a session at %s', (at, hourBefore, endOfDayBefore, dayBefore) => {
    const starts = Temporal.Instant.from(at);
    expect(cancelUntil(starts, TERMS).toString()).toBe(hourBefore);
    expect(cancelAskedBefore(starts, TERMS)!.toString()).toBe(endOfDayBefore);
    expect(cancelUntil(starts, { cancelAtLatest: 'P1D' }).toString()).toBe(dayBefore);
  });

  test('is asked for before the day of the session, and possible until an hour before it, whenever that is', () => {
    const instants = fc.integer({ min: Date.UTC(2024, 0, 1), max: Date.UTC(2027, 0, 1) });
    fc.assert(
      fc.property(instants, (at) => {
        const starts = Temporal.Instant.fromEpochMilliseconds(at);
        const asked = cancelAskedBefore(starts, TERMS)!;
        const local = (instant: Temporal.Instant) => instant.toZonedDateTimeISO('Europe/Brussels').toPlainDate();
        expect(local(asked)).toEqual(local(starts));
        expect(local(asked.subtract(ms))).toEqual(local(starts).subtract({ days: 1 }));
        expect(starts.since(cancelUntil(starts, TERMS)).total('minutes')).toBe(60);
      }),
    );
  });

  test('in a session that was moved since is as if the session had been called off', () => {
    const moved = session({ movedAt: '2025-11-10T10:00' });
    expect(freedAs(booking('BOOKED'), moved)).toBe('CALLED_OFF');
    expect(freedAs(booking('BOOKED', { bookedAt: brussels('2025-11-10T10:00') }), moved)).toBe('RELEASED');
    expect(freedAs(booking('BOOKED'), session())).toBe('RELEASED');
  });
});
