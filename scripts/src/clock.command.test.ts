import { beforeEach, describe, expect, test } from '@jest/globals';
import { Temporal } from 'temporal-polyfill';
import { clockCommand } from './clock.command.ts';

let now: Temporal.Instant;
const clock = {
  now: () => now,
  set: async (instant: Temporal.Instant) => {
    now = instant;
  },
  reset: async () => {
    now = Temporal.Instant.from('2030-01-01T00:00:00Z');
  },
};
const after = async (...words: string[]) => {
  await clockCommand(words)(clock);
  return now.toZonedDateTimeISO('Europe/Brussels').toString({ timeZoneName: 'never' });
};

beforeEach(() => {
  now = Temporal.Instant.from('2025-09-01T09:00:00+02:00');
});

describe('the clock command', () => {
  test('tells the time, sets it, and sets it back to the system’s', async () => {
    expect(await after('now')).toBe('2025-09-01T09:00:00+02:00');
    expect(await after('set', '2025-12-24T18:00:00Z')).toBe('2025-12-24T19:00:00+01:00');
    expect(await after('set', '2025-12-24T18:00')).toBe('2025-12-24T18:00:00+01:00');
    expect(await after('reset')).toBe('2030-01-01T01:00:00+01:00');
  });

  test.each([
    ['P7D', '2025-09-08T09:00:00+02:00'],
    ['-P1M', '2025-08-01T09:00:00+02:00'],
    // Across the end of summer time: a day later it is the same hour, 24 hours later it is not.
    ['P2M', '2025-11-01T09:00:00+01:00'],
    ['P55D', '2025-10-26T09:00:00+01:00'],
    ['PT1320H', '2025-10-26T08:00:00+01:00'],
  ])('advances by %s, on the calendar of Brussels', async (duration, expected) => {
    expect(await after('advance', duration)).toBe(expected);
  });

  test.each([
    [[], 'but got: nothing.'],
    [['tomorrow'], 'but got: tomorrow.'],
    [['now', 'P1D'], 'but got: now P1D.'],
    [['set'], 'but got: set.'],
    [['set', 'noon'], 'The instant must be one such as 2025-09-20T09:00:00+02:00, but got: noon.'],
    [['advance', '7 days'], 'such as P7D, PT3H or -P1M, but got: 7 days.'],
    [['advance', 'P7D', 'P1D'], 'but got: advance P7D P1D.'],
  ])('refuses %j in a sentence, before anything is opened', (words, sentence) => {
    expect(() => clockCommand(words)).toThrow(sentence);
  });
});
