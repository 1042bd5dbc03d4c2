import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { choice } from '../regime/regime.grounds.rules.ts';
import type { LastDay } from '../regime/regime.rules.ts';
import { aDay, aTerm, dayAfter, dayBefore, isoOf, midnightOf, type Term, walkTo } from './testing/day.by.day.ts';
import { holdsOn, isOpen, type Window, windowOf } from './window.rules.ts';

const ground = choice(null, { nl: 'x', fr: 'x', en: 'x', original: null });
const aBoundary = fc.constantFrom<LastDay>('INCLUDED', 'EXCLUDED');
const aDelay = fc.option(aTerm, { nil: null });

const windowFrom = (at: Temporal.Instant | string, term: Term, lastDay: LastDay, delay: Term | null): Window =>
  windowOf({
    code: 'WAITING',
    start: { event: 'DAY_OF_TEST', at },
    duration: isoOf(term),
    ...(delay === null ? {} : { delay: isoOf(delay) }),
    lastDay,
    ground,
  });
const lastByWalking = (start: string, term: Term, boundary: LastDay, delay: Term | null) => {
  const corresponding = walkTo(delay === null ? start : walkTo(start, delay), term);
  return boundary === 'INCLUDED' ? corresponding : dayBefore(corresponding);
};
const instant = (ms: number) => Temporal.Instant.fromEpochMilliseconds(ms);

describe('legal 4, 9, 10: a window', () => {
  test('ends with the day that one comes to by walking day by day, at its midnight in Brussels', () => {
    fc.assert(
      fc.property(aDay, aTerm, aBoundary, aDelay, (start, term, boundary, delay) => {
        const window = windowFrom(start, term, boundary, delay);
        const last = lastByWalking(start, term, boundary, delay);
        expect(window.lastDay).toBe(last);
        expect(window.startsOn).toBe(start);
        expect(window.startsAt.epochMilliseconds).toBe(midnightOf(start));
        expect(window.endsAt?.epochMilliseconds).toBe(midnightOf(dayAfter(last)));
      }),
      { numRuns: 500 },
    );
  });

  test('is the same for every instant of the day of its event', () => {
    fc.assert(
      fc.property(
        aDay,
        fc.double({ min: 0, max: 1, noNaN: true }),
        aTerm,
        aBoundary,
        (start, share, term, boundary) => {
          const [from, to] = [midnightOf(start), midnightOf(dayAfter(start))];
          const at = instant(Math.min(Math.floor(from + share * (to - from)), to - 1));
          const { startsAt, ...rest } = windowFrom(at, term, boundary, null);
          const { startsAt: midnight, ...ofDay } = windowFrom(start, term, boundary, null);
          expect({ ...rest, endsAt: String(rest.endsAt) }).toEqual({ ...ofDay, endsAt: String(ofDay.endsAt) });
          expect(startsAt.equals(at)).toBe(true);
          expect(midnight.epochMilliseconds).toBe(from);
        },
      ),
    );
  });

  test('is open from the instant of its event to the last of its last day, and at no other', () => {
    fc.assert(
      fc.property(aDay, fc.integer({ min: 0, max: 82_000 }), aTerm, aDelay, (start, seconds, term, delay) => {
        const at = instant(midnightOf(start) + seconds * 1000);
        const window = windowFrom(at, term, 'INCLUDED', delay);
        const end = instant(midnightOf(dayAfter(lastByWalking(start, term, 'INCLUDED', delay))));
        expect(isOpen(window, at.subtract({ nanoseconds: 1 }))).toBe(false);
        expect(isOpen(window, at)).toBe(true);
        expect(isOpen(window, end.subtract({ nanoseconds: 1 }))).toBe(true);
        expect(isOpen(window, end)).toBe(false);
      }),
    );
  });

  test('holds on each day that is walked through, from that of its event to its last, and on no other', () => {
    fc.assert(
      fc.property(aDay, aTerm, aBoundary, (start, term, boundary) => {
        const window = windowFrom(start, term, boundary, null);
        const last = lastByWalking(start, term, boundary, null);
        expect(holdsOn(window, dayBefore(start))).toBe(false);
        for (let day = start; day <= last; day = dayAfter(day)) expect(holdsOn(window, day)).toBe(true);
        expect(holdsOn(window, dayAfter(last))).toBe(false);
      }),
    );
  });

  test('that starts a day later never ends earlier', () => {
    fc.assert(
      fc.property(aDay, aTerm, aDelay, (start, term, delay) => {
        const [one, next] = [start, dayAfter(start)].map((day) => windowFrom(day, term, 'INCLUDED', delay).lastDay!);
        expect(next! >= one!).toBe(true);
      }),
    );
  });

  test('tells in its arithmetic, in each language, the day that it comes to', () => {
    const months: Record<string, string> = { nl: 'nl-BE', fr: 'fr-BE', en: 'en-GB' };
    fc.assert(
      fc.property(aDay, aTerm, aBoundary, aDelay, (start, term, boundary, delay) => {
        const { arithmetic, lastDay } = windowFrom(start, term, boundary, delay);
        for (const language of ['nl', 'fr', 'en'] as const) {
          const year = lastDay!.slice(0, 4);
          const month = new Intl.DateTimeFormat(months[language], { month: 'long', timeZone: 'UTC' });
          expect(arithmetic[language]).toContain(`${month.format(new Date(`${lastDay}T12:00:00Z`))} ${year}`);
        }
      }),
    );
  });
});
