import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { durationProblems, lastDayOf } from './mandate.days.rules.ts';

describe('the last day of a mandate', () => {
  test.each([
    // The day before the one that corresponds to the first.
    ['2026-02-01', 'P6Y', '2032-01-31'],
    ['2026-03-01', 'P6Y', '2032-02-29'],
    ['2025-03-01', 'P6Y', '2031-02-28'],
    ['2026-01-01', 'P5Y', '2030-12-31'],
    // From the leap day: a year with one, and years without.
    ['2024-02-29', 'P4Y', '2028-02-28'],
    ['2024-02-29', 'P6Y', '2030-02-28'],
    ['2024-02-29', 'P1Y', '2025-02-28'],
    // From the end of a month to one that is shorter, and to one that is not.
    ['2025-08-31', 'P6M', '2026-02-28'],
    ['2023-08-31', 'P6M', '2024-02-29'],
    ['2025-08-30', 'P6M', '2026-02-28'],
    ['2025-08-29', 'P6M', '2026-02-28'],
    ['2025-08-28', 'P6M', '2026-02-27'],
    ['2025-10-31', 'P1M', '2025-11-30'],
    ['2025-10-31', 'P2M', '2025-12-30'],
    ['2025-01-31', 'P1M1D', '2025-03-01'],
    ['2025-12-31', 'P1D', '2025-12-31'],
    ['2025-12-31', 'P2W', '2026-01-13'],
    // Days of the calendar: the change of the clock takes nothing from them.
    ['2026-03-28', 'P2D', '2026-03-29'],
    ['2026-10-24', 'P2D', '2026-10-25'],
  ])('of one that begins on %s for %s is %s', (startsOn, duration, expected) => {
    expect(lastDayOf(startsOn, duration)).toBe(expected);
  });

  const days = fc
    .integer({ min: 0, max: 40_000 })
    .map((day) => Temporal.PlainDate.from('1990-01-01').add({ days: day }).toString());

  /** Counted day by day: until the first day of a later month that has the number, or until a month that has not is over. */
  const counted = (startsOn: string, months: number): string => {
    const first = Temporal.PlainDate.from(startsOn);
    let [day, passed] = [first, 0];
    for (;;) {
      const next = day.add({ days: 1 });
      if (next.day === 1) passed += 1;
      const over = passed > months || (passed === months && next.day === first.day);
      if (over) return day.toString();
      day = next;
    }
  };

  test('is the one that counting day by day comes to', () => {
    fc.assert(
      fc.property(days, fc.integer({ min: 1, max: 40 }), (startsOn, months) => {
        expect(lastDayOf(startsOn, `P${months}M`)).toBe(counted(startsOn, months));
      }),
    );
  });

  test('comes no sooner for who begins later, and leaves as many whole years as were given', () => {
    fc.assert(
      fc.property(days, days, fc.integer({ min: 1, max: 10 }), (one, other, years) => {
        const [earlier, later] = [one, other].sort() as [string, string];
        expect(lastDayOf(earlier, `P${years}Y`) <= lastDayOf(later, `P${years}Y`)).toBe(true);
        const next = Temporal.PlainDate.from(lastDayOf(one, `P${years}Y`)).add({ days: 1 });
        expect(Temporal.PlainDate.from(one).until(next, { largestUnit: 'year' }).years).toBe(years);
      }),
    );
  });
});

describe('the duration of a mandate', () => {
  test.each(['P1D', 'P6Y', 'P5Y6M', 'P3W', 'P100Y'])('can be %s', (duration) => {
    expect(durationProblems('terms.duration', duration)).toEqual([]);
  });

  test.each(['PT1H', 'P1DT1S', 'P0D', '-P1Y', 'PT0S'])('is in days, and at least one: not %s', (duration) => {
    expect(durationProblems('terms.duration', duration)).toMatchObject([
      { path: 'terms.duration', code: 'NOT_IN_DAYS', value: duration },
    ]);
  });

  test.each(['P101Y', 'P1201M', 'P99999999W', 'P100Y366D'])(
    'is not longer than anybody could hold a post: not %s',
    (duration) => {
      expect(durationProblems('terms.duration', duration)).toMatchObject([{ code: 'TOO_LONG', value: duration }]);
    },
  );
});
