import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { brussels } from '../testing/selection.ts';
import { chancesOf, GRACE, isRegistrationOver } from './session.chance.rules.ts';
import { order } from './session.rules.ts';
import { session } from './testing/records.ts';

const since = (local: string, calledOff: string | null = null, ...booked: string[]) => ({
  since: brussels(local),
  calledOffAt: calledOff === null ? null : brussels(calledOff),
  released: booked.map((bookedAt) => ({ sessionId: 'session', bookedAt: brussels(bookedAt) })),
});
const chances = (waiting: ReturnType<typeof since>, ...sessions: ReturnType<typeof session>[]) =>
  chancesOf(waiting, sessions).map(({ id }) => id);

describe('a chance to register', () => {
  test('is a period that was open as a whole, however short it was', () => {
    expect(chances(since('2025-11-01T00:00'), session())).toEqual(['session']);
    const short = session({ registrationFrom: '2025-11-14T10:00', registrationUntil: '2025-11-14T10:01' });
    expect(chances(since('2025-11-14T10:00'), short)).toEqual(['session']);
    expect(chances(since('2025-11-14T10:00:00.001'), short)).toEqual([]);
  });

  test('is at least one whole local day of it, for whoever came into the step later', () => {
    expect(chances(since('2025-11-14T00:00'), session())).toEqual(['session']);
    expect(chances(since('2025-11-14T00:00:00.001'), session())).toEqual([]);
    const untilNoon = session({ registrationUntil: '2025-11-15T12:00' });
    expect(chances(since('2025-11-13T12:00'), untilNoon)).toEqual(['session']);
    expect(chances(since('2025-11-14T00:00:00.001'), untilNoon)).toEqual([]);
  });

  test('is a whole day also where it has 23 or 25 hours', () => {
    const [spring, autumn] = [
      session({
        ...{ registrationFrom: '2026-03-20T00:00', registrationUntil: '2026-03-30T00:00' },
        startsAt: '2026-04-01T09:00',
      }),
      session({ ...{ registrationFrom: '2025-10-20T00:00', registrationUntil: '2025-10-27T00:00' } }),
    ];
    expect(chances(since('2026-03-29T00:00'), spring)).toEqual(['session']);
    expect(chances(since('2025-10-26T00:00'), autumn)).toEqual(['session']);
    expect(chances(since('2025-10-26T00:00:00.001'), autumn)).toEqual([]);
  });

  test('needs a seat that was left until the end, for as long', () => {
    const start = since('2025-10-24T10:00');
    expect(chances(start, session({ roomSince: null, taken: 10 }))).toEqual([]);
    expect(chances(start, session({ roomSince: '2025-11-14T00:00' }))).toEqual(['session']);
    expect(chances(start, session({ roomSince: '2025-11-14T00:01' }))).toEqual([]);
    expect(chances(start, session({ roomSince: '2025-11-16T00:00' }))).toEqual([]);
  });

  test('is what a slow look at every day says it is', () => {
    const hours = fc.integer({ min: 0, max: 24 * 20 });
    const at = (hour: number) => brussels('2025-10-20T00:00').add({ hours: hour });
    fc.assert(
      fc.property(hours, hours, hours, hours, (since, from, length, room) => {
        const period = { ...session(), registrationFrom: at(from), registrationUntil: at(from + length + 1) };
        const waiting = { since: at(since), calledOffAt: null, released: [] };
        const start = Math.max(since, from, room);
        const days = Array.from({ length: 50 }, (_, day) => Temporal.PlainDate.from('2025-10-20').add({ days: day }));
        const wholeDay = days.some((day) => {
          const [begins, ends] = [day, day.add({ days: 1 })].map((one) =>
            one.toZonedDateTime('Europe/Brussels').toInstant(),
          );
          return order(at(start), begins!) <= 0 && order(ends!, period.registrationUntil) <= 0;
        });
        const found = chancesOf(waiting, [{ ...period, roomSince: at(room) }]).length > 0;
        expect(found).toBe(start === from || wholeDay);
      }),
    );
  });

  test('is a seat that was given up, also in a session that is full', () => {
    const full = session({ roomSince: null, taken: 10 });
    expect(chances(since('2025-10-24T10:00', null, '2025-11-14T23:59'), full)).toEqual(['session']);
    expect(chances(since('2025-10-24T10:00', null, '2025-11-14T23:59'), { ...full, id: 'other' })).toEqual([]);
    // It was taken before the candidate came back into the step, or lost another one.
    expect(chances(since('2025-11-10T10:00', null, '2025-11-09T10:00'), full)).toEqual([]);
    expect(chances(since('2025-10-24T10:00', '2025-11-10T10:00', '2025-11-09T10:00'), full)).toEqual([]);
  });

  test('is not a session that was called off, and counts from then on for whoever relied on it', () => {
    const start = since('2025-10-24T10:00');
    const gone = (calledOffAt: string) => session({ id: 'gone', calledOffAt });
    expect(chances(start, gone('2025-11-16T10:00'))).toEqual([]);
    // Registration for it was over: whoever had no seat in it did not rely on it.
    expect(chances(start, session(), gone('2025-11-15T00:00'))).toEqual(['session']);
    expect(chances(start, session(), gone('2025-11-14T23:59'))).toEqual([]);
    expect(chances(start, session(), gone('2025-11-13T10:00'))).toEqual(['session']);
    // A seat in it was relied on, however late.
    expect(chances(since('2025-10-24T10:00', '2025-11-15T00:00'), session(), gone('2025-11-15T00:00'))).toEqual([]);
    expect(chances(since('2025-10-24T10:00', '2025-11-05T00:00'), session())).toEqual(['session']);
  });
});

describe('registration', () => {
  const end = brussels('2025-11-15T00:00').add(GRACE);

  test('is over once it is for every session that is held, and requests in time have been answered', () => {
    const [held, gone] = [
      session(),
      session({ registrationUntil: '2025-11-18T00:00', calledOffAt: '2025-11-10T00:00' }),
    ];
    expect(isRegistrationOver([held, gone], end)).toBe(true);
    expect(isRegistrationOver([held], end.subtract({ milliseconds: 1 }))).toBe(false);
    expect(isRegistrationOver([held, session({ registrationUntil: '2025-11-15T00:01' })], end)).toBe(false);
  });

  test('is never over where no session is held', () => {
    expect(isRegistrationOver([], end)).toBe(false);
    expect(isRegistrationOver([session({ calledOffAt: '2025-11-10T00:00' })], end)).toBe(false);
  });
});
