import { describe, expect, test } from '@jest/globals';
import { vacancyState } from '@mandate-graph/testkit';
import { dueAtOf, seenOf } from './vacancy.seen.rules.ts';

const shown = (date: string, nextChange: string | null, timeOfDay: string | null = null) => ({
  ...{ version: 3, day: '2025-09-01', nextChange },
  state: vacancyState({ applicationDeadline: { date, timeOfDay } }),
});
const due = (...of: Parameters<typeof shown>) => dueAtOf(shown(...of)).toString();

describe('an application is due', () => {
  test.each([
    ['2025-09-12', null, '2025-09-12T22:00:00Z'],
    ['2025-09-12', '17:00', '2025-09-12T15:00:00Z'],
    ['2025-03-30', null, '2025-03-30T22:00:00Z'],
    ['2025-10-26', null, '2025-10-26T23:00:00Z'],
  ])('when the deadline of %s (%s) closes', (date, timeOfDay, closes) => {
    expect(due(date, null, timeOfDay)).toBe(closes);
    expect(due(date, '2025-12-01', timeOfDay)).toBe(closes);
  });

  test('at the beginning of an earlier day from which the vacancy says something else', () => {
    expect(due('2025-10-26', '2025-10-26')).toBe('2025-10-25T22:00:00Z');
    expect(due('2025-09-12', '2025-09-13')).toBe('2025-09-12T22:00:00Z');
  });
});

test('an application keeps the version and the day of what its candidate was shown', () => {
  const { dueAt, ...seen } = seenOf(shown('2025-09-12', null));
  expect(seen).toEqual({ vacancyVersion: 3, vacancyDay: '2025-09-01' });
  expect(dueAt.toString()).toBe('2025-09-12T22:00:00Z');
});
