import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import {
  type ExperienceLength,
  type ExperiencePeriod,
  experienceLength,
  mergedPeriods,
  reaches,
} from './experience.rules.ts';

const CANDIDACY = '2026-10-22';
const plus = (day: string, duration: Temporal.DurationLike) => Temporal.PlainDate.from(day).add(duration).toString();
const length = (begin: string, end: string) => experienceLength([{ begin, end }], CANDIDACY);
const units = ({ years, months, days }: ExperienceLength) => (years * 12 + months) * 31 + days;

const FIRST = '1995-01-01';
const dayIn = (max: number) => fc.integer({ min: 0, max }).map((days) => plus(FIRST, { days }));
const period = fc
  .tuple(dayIn(30 * 365), fc.oneof(fc.nat({ max: 70 }), fc.nat({ max: 1_500 }), fc.constant(null)))
  .map(([begin, days]): ExperiencePeriod => ({ begin, end: days === null ? null : plus(begin, { days }) }));
const periods = fc.array(period, { maxLength: 6 });
/** Periods close to one another, so that gaps of a day and ends of months are common. */
const dense = fc.array(
  fc
    .tuple(dayIn(400), fc.nat({ max: 60 }))
    .map(([begin, days]): ExperiencePeriod => ({ begin, end: plus(begin, { days }) })),
  { maxLength: 6 },
);
const anyPeriods = fc.oneof(periods, dense);

describe('one period', () => {
  test('reaches whole years exactly when the calendar does', () => {
    fc.assert(
      fc.property(
        dayIn(20 * 366),
        fc.integer({ min: 1, max: 10 }),
        fc.integer({ min: -3, max: 3 }),
        (begin, years, off) => {
          const end = plus(plus(begin, { years }), { days: off - 1 });
          const whole = Temporal.PlainDate.from(begin).until(plus(end, { days: 1 }), { largestUnit: 'year' }).years;
          expect(reaches(length(begin, end), `P${years}Y`)).toBe(whole >= years);
        },
      ),
      { numRuns: 500 },
    );
  });

  test('is never below its plain calendar length', () => {
    fc.assert(
      fc.property(dayIn(1_500), fc.nat({ max: 1_500 }), (begin, days) => {
        const end = plus(begin, { days });
        const plain = Temporal.PlainDate.from(begin).until(plus(end, { days: 1 }), { largestUnit: 'year' });
        expect(units(length(begin, end))).toBeGreaterThanOrEqual(units(plain));
      }),
      { numRuns: 500 },
    );
  });
});

describe('several periods', () => {
  test('come in any order', () => {
    fc.assert(
      fc.property(
        anyPeriods.chain((all) => fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length }))),
        ([all, shuffled]) => expect(experienceLength(shuffled, CANDIDACY)).toEqual(experienceLength(all, CANDIDACY)),
      ),
    );
  });

  test('more of them are never less, in length and for any threshold', () => {
    fc.assert(
      fc.property(anyPeriods, anyPeriods, (some, more) => {
        expect(units(experienceLength([...some, ...more], CANDIDACY))).toBeGreaterThanOrEqual(
          units(experienceLength(some, CANDIDACY)),
        );
      }),
      { numRuns: 500 },
    );
  });

  test('each new day of experience is at least a day longer', () => {
    fc.assert(
      fc.property(dense, dayIn(500), (some, day) => {
        const held = mergedPeriods(some, CANDIDACY).some(({ begin, end }) => begin <= day && day <= end);
        const [before, after] = [some, [...some, { begin: day, end: day }]].map((all) =>
          units(experienceLength(all, CANDIDACY)),
        );
        expect(after! - before!).toBeGreaterThanOrEqual(held ? 0 : 1);
      }),
      { numRuns: 500 },
    );
  });

  test('a period split at any day is as long as the whole', () => {
    fc.assert(
      fc.property(anyPeriods, dayIn(2_000), fc.nat({ max: 3_000 }), fc.nat(), (others, begin, days, at) => {
        const end = plus(begin, { days });
        const cut = plus(begin, { days: at % (days + 1) });
        const split = [
          { begin: plus(cut, { days: 1 }), end },
          { begin, end: cut },
        ];
        expect(experienceLength([...others, ...split], CANDIDACY)).toEqual(
          experienceLength([...others, { begin, end }], CANDIDACY),
        );
      }),
    );
  });

  test('twice the same is the same', () => {
    fc.assert(
      fc.property(anyPeriods, (all) =>
        expect(experienceLength([...all, ...all], CANDIDACY)).toEqual(experienceLength(all, CANDIDACY)),
      ),
    );
  });

  test('merged hold exactly the days of experience, with a gap between any two', () => {
    fc.assert(
      fc.property(dense, (all) => {
        const merged = mergedPeriods(all, CANDIDACY);
        const daysOf = (list: readonly ExperiencePeriod[]) =>
          new Set(
            list.flatMap(({ begin, end }) => {
              const days = Temporal.PlainDate.from(begin).until(end!, { largestUnit: 'day' }).days;
              return Array.from({ length: days + 1 }, (_, index) => plus(begin, { days: index }));
            }),
          );
        expect(daysOf(merged)).toEqual(daysOf(all));
        for (const [index, next] of merged.slice(1).entries())
          expect(next.begin > plus(merged[index]!.end, { days: 1 })).toBe(true);
      }),
    );
  });
});
