import { describe, expect, test } from '@jest/globals';
import type { Period } from '@mandate-graph/domain';
import fc from 'fast-check';
import { dayAt, everyDay, spans, timelines } from '../testing/days.ts';
import { changedWithin, replacedWithin, stateOn } from './periods.rules.ts';

const shuffled = timelines(fc.constantFrom('a', 'b', 'c')).chain(({ days, periods }) =>
  fc.tuple(fc.constant(days), fc.shuffledSubarray([...periods], { minLength: periods.length })),
);
const read = (periods: readonly Period<string>[]) => everyDay((index) => stateOn(periods, dayAt(index)));

describe('periods, day by day', () => {
  test('say of each day what was said of it, in whatever order they come', () => {
    fc.assert(fc.property(shuffled, ([days, periods]) => expect(read(periods)).toEqual(days)));
  });

  test('change within a span, and nowhere else: a state becomes another one or is gone', () => {
    const change = (state: string): string | null => (state === 'a' ? null : state === 'b' ? 'c' : state);
    fc.assert(
      fc.property(shuffled, spans, ([days, periods], { first, end, span }) => {
        const expected = days.map((state, index) =>
          state === null || index < first || index >= end ? state : change(state),
        );
        expect(read(changedWithin(periods, span, change))).toEqual(expected);
      }),
    );
  });

  test('hold a state within a span, or nothing, whatever they said before, and nothing else elsewhere', () => {
    const within = fc.constantFrom('a', 'b', null);
    fc.assert(
      fc.property(shuffled, spans, within, ([days, periods], { first, end, span }, state) => {
        const expected = days.map((before, index) => (index < first || index >= end ? before : state));
        expect(read(replacedWithin(periods, span, state))).toEqual(expected);
      }),
    );
  });

  test('after a change are in order, apart, and as long as they say the same', () => {
    fc.assert(
      fc.property(shuffled, spans, ([, periods], { span }) => {
        const changed = changedWithin(periods, span, (state) => (state === 'c' ? null : 'b'));
        changed.slice(1).forEach((period, index) => {
          const before = changed[index]!;
          expect(before.validTo).not.toBeNull();
          expect(period.validFrom).not.toBeNull();
          expect(before.validTo! <= period.validFrom!).toBe(true);
          if (before.validTo === period.validFrom) expect(before.state).not.toBe(period.state);
        });
        expect(changed.slice(1).every(({ validFrom }) => validFrom !== null)).toBe(true);
      }),
    );
  });
});
