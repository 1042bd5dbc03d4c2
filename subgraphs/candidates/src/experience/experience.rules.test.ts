import { describe, expect, test } from '@jest/globals';
import { Temporal } from 'temporal-polyfill';
import { type ExperienceLength, experienceLength, periodProblems, reaches, shortfall } from './experience.rules.ts';

const CANDIDACY = '2026-10-22';
const plus = (day: string, duration: Temporal.DurationLike) => Temporal.PlainDate.from(day).add(duration).toString();
const length = (...periods: readonly (readonly [string, string | null])[]) =>
  experienceLength(
    periods.map(([begin, end]) => ({ begin, end })),
    CANDIDACY,
  );
const of = (years: number, months = 0, days = 0): ExperienceLength => ({ years, months, days });

describe('the length of one period', () => {
  test.each([
    ['six years to the day', '2010-03-15', '2016-03-14', of(6)],
    ['a day short of six years', '2010-03-15', '2016-03-13', of(5, 11, 30)],
    ['six calendar years', '2010-01-01', '2015-12-31', of(6)],
    ['from the middle of February to a leap year', '2014-02-15', '2020-02-14', of(6)],
    ['to the end of a common February', '2013-03-01', '2019-02-28', of(6)],
    ['to the day before a leap day', '2014-03-01', '2020-02-28', of(5, 11, 28)],
    ['to a leap day', '2014-03-01', '2020-02-29', of(6)],
    ['from a leap day, a day short', '2012-02-29', '2018-02-27', of(5, 11, 30)],
    ['a single day', '2020-02-29', '2020-02-29', of(0, 0, 1)],
    ['February, the shortest month', '2019-02-01', '2019-02-28', of(0, 1)],
    ['a month from the 15th', '2019-02-15', '2019-03-14', of(0, 1)],
    ['the last day of January to that of February', '2019-01-31', '2019-02-28', of(0, 1, 1)],
    ['the last day of March to the one before last of April', '2019-03-31', '2019-04-29', of(0, 0, 30)],
  ])('%s, %s to %s', (_name, begin, end, expected) => expect(length([begin, end])).toEqual(expected));

  test('from a leap day reaches six years with the last day of February', () => {
    expect(reaches(length(['2012-02-29', '2018-02-28']), 'P6Y')).toBe(true);
    expect(reaches(length(['2012-02-29', '2018-02-27']), 'P6Y')).toBe(false);
  });
});

describe('several periods', () => {
  test.each([
    [
      'three times two years',
      [
        ['2010-01-01', '2011-12-31'],
        ['2013-01-01', '2014-12-31'],
        ['2017-01-01', '2018-12-31'],
      ],
      of(6),
    ],
    [
      'two halves of a year, both with a February',
      [
        ['2010-02-15', '2010-08-14'],
        ['2011-02-15', '2011-08-14'],
      ],
      of(1),
    ],
    [
      'an overlap counts once',
      [
        ['2010-01-01', '2013-12-31'],
        ['2012-01-01', '2015-12-31'],
      ],
      of(6),
    ],
    [
      'one within the other',
      [
        ['2010-01-01', '2015-12-31'],
        ['2011-05-01', '2012-04-30'],
      ],
      of(6),
    ],
    [
      'a gap of a day does not count',
      [
        ['2010-01-01', '2012-12-31'],
        ['2013-01-02', '2015-12-31'],
      ],
      of(5, 11, 30),
    ],
    [
      'the next day follows without a gap',
      [
        ['2010-01-01', '2012-12-31'],
        ['2013-01-01', '2015-12-31'],
      ],
      of(6),
    ],
    [
      'days make a month when they are 31',
      [
        ['2010-05-02', '2010-05-16'],
        ['2010-07-02', '2010-07-17'],
      ],
      of(0, 1),
    ],
    [
      '30 days of two periods make none',
      [
        ['2010-05-02', '2010-05-16'],
        ['2010-07-02', '2010-07-16'],
      ],
      of(0, 0, 30),
    ],
    ['none', [], of(0)],
  ] as const)('%s', (_name, given, expected) => expect(length(...given)).toEqual(expected));

  test('filling the gap before a February takes nothing away', () => {
    const [january, february] = [
      ['2010-01-28', '2010-01-30'],
      ['2010-02-01', '2010-02-28'],
    ] as const;
    expect(length(january, february)).toEqual(of(0, 1, 3));
    expect(length(january, ['2010-01-31', '2010-01-31'], february)).toEqual(of(0, 1, 4));
  });
});

describe('the date of candidacy', () => {
  test('ends a current job, inclusive', () => {
    expect(length([plus(plus(CANDIDACY, { years: -6 }), { days: 1 }), null])).toEqual(of(6));
    expect(length([CANDIDACY, null])).toEqual(of(0, 0, 1));
  });

  test('is the last day that counts, whatever end is stated', () => {
    expect(length(['2020-10-23', '2030-01-01'])).toEqual(of(6));
    expect(length(['2026-10-23', '2030-01-01'], ['2026-10-23', null])).toEqual(of(0));
  });
});

describe('a required duration', () => {
  test.each([
    [of(6), 'P6Y', true],
    [of(5, 11, 30), 'P6Y', false],
    [of(6), 'P72M', true],
    [of(0, 1), 'P4W', true],
    [of(0), 'P0D', true],
  ])('%j against %s', (held, required, expected) => {
    expect(reaches(held, required)).toBe(expected);
    expect(shortfall(held, required) === null).toBe(expected);
  });

  test('lacks what is to come', () => {
    expect(shortfall(of(5, 11, 30), 'P6Y')).toEqual(of(0, 0, 1));
    expect(shortfall(of(4, 2, 3), 'P6Y')).toEqual(of(1, 9, 28));
  });

  test.each(['PT5H', '-P1Y', 'six'])('%s is refused', (required) =>
    expect(() => reaches(of(6), required)).toThrow(RangeError),
  );
});

describe('the problems of a period', () => {
  const problems = (begin: string, end: string | null) => periodProblems('sections[0]', { begin, end }, '2026-10-22');

  test.each([
    ['2020-01-01', '2026-10-22', []],
    ['2026-10-22', null, []],
    ['2020-02-30', '2020-13-01', ['NOT_A_DAY', 'NOT_A_DAY']],
    ['1899-12-31', null, ['TOO_EARLY']],
    ['2026-10-23', null, ['IN_THE_FUTURE']],
    ['2020-01-01', '2026-10-23', ['IN_THE_FUTURE']],
    ['2020-01-02', '2020-01-01', ['BEFORE_BEGIN']],
  ])('%s to %s: %j', (begin, end, codes) => expect(problems(begin, end).map(({ code }) => code)).toEqual(codes));

  test('say field, rule and value', () => {
    expect(problems('2020-01-02', '2020-01-01')[0]).toEqual({
      path: 'sections[0].end',
      code: 'BEFORE_BEGIN',
      value: '2020-01-01',
      rule: 'sections[0].end must be no earlier than the begin, 2020-01-02, but got: 2020-01-01.',
    });
  });
});
