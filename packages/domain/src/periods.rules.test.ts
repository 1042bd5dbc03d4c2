import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { closesAt, localDay, startOfDay } from './calendar.ts';
import { endOfPeriod, isOver, lastDayBefore, startOfOver } from './periods.rules.ts';

const at = (local: string) => Temporal.PlainDateTime.from(local).toZonedDateTime('Europe/Brussels').toInstant();
const anInstant = fc
  .date({ min: new Date('2019-01-01'), max: new Date('2033-01-01'), noInvalidDate: true })
  .map((date) => Temporal.Instant.fromEpochMilliseconds(date.getTime()));
const aPeriod = fc.constantFrom('P1D', 'P7D', 'P30D', 'P60D', 'P1M', 'P2M', 'P6M', 'P4M60D', 'P1Y', 'P2Y');
/** In one unit, as those that are looked for backwards must be. */
const aPlainPeriod = aPeriod.filter((period) => period !== 'P4M60D');

describe('a period', () => {
  test.each<[string, string, string]>([
    ['2025-12-31T10:00', 'P2M', '2026-02-28'],
    ['2023-12-31T10:00', 'P2M', '2024-02-29'],
    ['2025-10-22T00:00', 'P2M', '2025-12-22'],
    ['2025-10-22T23:59:59.999', 'P2M', '2025-12-22'],
    ['2024-02-29T12:00', 'P2Y', '2026-02-28'],
    ['2025-08-31T12:00', 'P6M', '2026-02-28'],
    ['2025-03-01T12:00', 'P60D', '2025-04-30'],
    ['2025-10-31T12:00', 'P4M60D', '2026-04-29'],
  ])('that runs from %s for %s ends with %s', (start, duration, last) => {
    const end = endOfPeriod(at(start), duration);
    expect(lastDayBefore(end)).toBe(last);
    expect(end.toString()).toBe(closesAt({ date: last, timeOfDay: null }).toString());
  });

  test.each([
    // The clock goes forward on 30 March, and back on 26 October.
    ['2025-01-30T12:00', 'P2M', '2025-03-30T22:00:00Z'],
    ['2025-08-26T12:00', 'P2M', '2025-10-26T23:00:00Z'],
  ])('from %s for %s ends at midnight also on a day of 23 or 25 hours', (start, duration, end) => {
    expect(endOfPeriod(at(start), duration).toString()).toBe(end);
  });

  test('ends at the start of a local day, the same for every instant of the day it starts on, and never before it', () => {
    fc.assert(
      fc.property(anInstant, aPeriod, (start, duration) => {
        const end = endOfPeriod(start, duration);
        const day = localDay(start).toString();
        expect(end.equals(startOfDay(localDay(end).toString()))).toBe(true);
        expect(endOfPeriod(startOfDay(day), duration).equals(end)).toBe(true);
        expect(isOver(end, start)).toBe(false);
        expect(isOver(end, end)).toBe(true);
        expect(isOver(end, end.subtract({ nanoseconds: 1 }))).toBe(false);
      }),
    );
  });

  test('does not end earlier for what starts later', () => {
    fc.assert(
      fc.property(anInstant, anInstant, aPeriod, (one, other, duration) => {
        const [earlier, later] = Temporal.Instant.compare(one, other) <= 0 ? [one, other] : [other, one];
        expect(Temporal.Instant.compare(endOfPeriod(earlier, duration), endOfPeriod(later, duration))).not.toBe(1);
      }),
    );
  });

  test('that is over started before what is looked for when finding what may be over', () => {
    fc.assert(
      fc.property(anInstant, aPlainPeriod, fc.integer({ min: 0, max: 2000 }), (start, duration, hours) => {
        const now = endOfPeriod(start, duration).add({ hours });
        expect(Temporal.Instant.compare(start, startOfOver(now, duration))).toBe(-1);
      }),
    );
  });
});
