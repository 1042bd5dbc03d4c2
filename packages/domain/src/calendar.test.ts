import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { closesAt, daysLeft, fixedClock, localDay, startOfDay, TIME_ZONE } from './calendar.ts';

const day = fc
  .integer({ min: 0, max: 40 * 366 })
  .map((days) => Temporal.PlainDate.from('2000-01-01').add({ days }).toString());

/** The last Sundays of March and October, on which a day in Brussels lasts 23 or 25 hours. */
const changes = fc.integer({ min: 2000, max: 2040 }).chain((year) =>
  fc.constantFrom(3, 10).map((month) => {
    const last = Temporal.PlainDate.from({ year, month, day: 31 });
    return last.subtract({ days: last.dayOfWeek % 7 }).toString();
  }),
);

const whole = (date: string) => ({ date, timeOfDay: null });
const local = (instant: Temporal.Instant) => instant.toZonedDateTimeISO(TIME_ZONE);

describe('an inclusive deadline', () => {
  test('closes at the first instant of the next local day, on the days the clock changes too', () => {
    fc.assert(
      fc.property(fc.oneof(day, changes), (deadline) => {
        const closing = closesAt(whole(deadline));
        const last = local(closing.subtract({ nanoseconds: 1 }));
        expect(last.toPlainDate().toString()).toBe(deadline);
        expect(last.toPlainTime().toString()).toBe('23:59:59.999999999');
        expect(local(closing).toPlainTime().toString()).toBe('00:00:00');
      }),
    );
  });

  test.each([
    ['2025-03-30', 23],
    ['2025-10-26', 25],
    ['2025-10-22', 24],
  ])('on %s leaves %i hours from midnight to midnight', (deadline, hours) => {
    expect(
      startOfDay(deadline)
        .until(closesAt(whole(deadline)))
        .total('hour'),
    ).toBe(hours);
  });

  test('with a time of day closes at that time, on the days the clock changes too', () => {
    fc.assert(
      fc.property(fc.oneof(day, changes), fc.integer({ min: 4, max: 23 }), (date, hour) => {
        const timeOfDay = `${String(hour).padStart(2, '0')}:30`;
        const closing = local(closesAt({ date, timeOfDay }));
        expect([closing.toPlainDate().toString(), closing.toPlainTime().toString()]).toEqual([date, `${timeOfDay}:00`]);
        expect(daysLeft({ date, timeOfDay }, closing.toInstant())).toBeNull();
        expect(daysLeft({ date, timeOfDay }, closing.toInstant().subtract({ nanoseconds: 1 }))).toBe(0);
      }),
    );
  });

  test('counts whole local days, 0 on the day itself, and null once it has passed', () => {
    fc.assert(
      fc.property(
        fc.oneof(day, changes),
        fc.integer({ min: -3, max: 400 }),
        fc.integer({ min: 0, max: 86_399 }),
        (deadline, before, second) => {
          const now = Temporal.PlainDate.from(deadline)
            .subtract({ days: before })
            .toZonedDateTime({ timeZone: TIME_ZONE, plainTime: new Temporal.PlainTime().add({ seconds: second }) })
            .toInstant();
          expect(daysLeft(whole(deadline), now)).toBe(before < 0 ? null : before);
        },
      ),
    );
  });
});

test('the local day of an instant just before midnight in Brussels is not that of UTC', () => {
  expect(localDay(Temporal.Instant.from('2025-09-12T22:30:00Z')).toString()).toBe('2025-09-13');
  expect(localDay(Temporal.Instant.from('2025-09-12T21:30:00Z')).toString()).toBe('2025-09-12');
});

test('a fixed clock stands still', () => {
  const clock = fixedClock('2025-09-01T09:00:00+02:00');
  expect(clock.now().toString()).toBe('2025-09-01T07:00:00Z');
  expect(clock.now()).toBe(clock.now());
});
