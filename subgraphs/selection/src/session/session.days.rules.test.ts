import { describe, expect, test } from '@jest/globals';
import { lastDayBefore } from '@mandate-graph/domain';
import { Temporal } from 'temporal-polyfill';
import { brussels } from '../testing/selection.ts';
import { isWorkingDay, publicHolidays, reportProblemsUntil } from './session.days.rules.ts';

describe('reporting a problem with a session', () => {
  test.each([
    ['2025-11-20', '2025-11-18'],
    ['2025-11-24', '2025-11-20'],
    ['2025-11-22', '2025-11-20'],
    // Armistice, a Tuesday.
    ['2025-11-12', '2025-11-07'],
    // Two holidays around a weekend: Christmas, then New Year.
    ['2025-12-26', '2025-12-23'],
    ['2026-01-02', '2025-12-30'],
    // Easter Monday, the day after the week of the change of the clock.
    ['2026-04-07', '2026-04-02'],
  ])('S2.T: on %s is possible until the end of %s, two working days before', (day, last) => {
    expect(lastDayBefore(reportProblemsUntil(brussels(`${day}T09:00`), 2))).toBe(last);
  });

  test('ends with a local day, also where the clock changes', () =>
    expect(reportProblemsUntil(brussels('2026-03-31T09:00'), 2).toString()).toBe('2026-03-27T23:00:00Z'));
});

describe('a working day', () => {
  test('is none of the ten public holidays', () =>
    expect([...publicHolidays(2025)].sort()).toEqual([
      ...['2025-01-01', '2025-04-21', '2025-05-01', '2025-05-29', '2025-06-09'],
      ...['2025-07-21', '2025-08-15', '2025-11-01', '2025-11-11', '2025-12-25'],
    ]));

  test.each([
    [2024, '2024-04-01'],
    [2026, '2026-04-06'],
    [2027, '2027-03-29'],
    [2038, '2038-04-26'],
  ])('is not Easter Monday: in %d, %s', (year, day) => expect(publicHolidays(year)).toContain(day));

  test('is from Monday to Friday', () =>
    expect(
      ['2025-11-17', '2025-11-21', '2025-11-22', '2025-11-23'].map((day) => isWorkingDay(Temporal.PlainDate.from(day))),
    ).toEqual([true, true, false, false]));
});
