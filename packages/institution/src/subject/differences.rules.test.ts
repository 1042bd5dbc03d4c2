import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { everyDay, isOn, type Timeline, timelines } from '../testing/days.ts';
import { changedPaths, differences, isSame } from './differences.rules.ts';

interface State {
  readonly name: string;
  readonly pay: { readonly scale: string | null };
  readonly steps: readonly string[];
  readonly sources: string;
}

const words = fc.constantFrom('x', 'y');
const state: fc.Arbitrary<State> = fc.record({
  name: words,
  pay: fc.record({ scale: fc.option(words, { nil: null }) }),
  steps: fc.array(words, { maxLength: 2 }),
  sources: words,
});
const timeline = timelines(state);
/** With few states, the same is often different again after days on which nothing is. */
const alternating = timelines(
  fc.constantFrom<State>(
    { name: 'x', pay: { scale: null }, steps: [], sources: 'x' },
    { name: 'y', pay: { scale: null }, steps: [], sources: 'x' },
  ),
);

/** By path, every value of a state; what is not there is null. */
const valuesOf = ({ name, pay, steps }: State): Record<string, unknown> => ({
  name,
  'pay.scale': pay.scale,
  'steps[0]': steps[0] ?? null,
  'steps[1]': steps[1] ?? null,
});

const expectedOn = (before: State | null, after: State | null) => {
  if (before === null || after === null) {
    return before === after ? {} : { '': { before, after } };
  }
  const [from, to] = [valuesOf(before), valuesOf(after)];
  return Object.fromEntries(
    Object.keys(from)
      .filter((path) => from[path] !== to[path])
      .map((path) => [path, { before: from[path], after: to[path] }]),
  );
};

const foundByDay = (before: Timeline<State>, after: Timeline<State>) => {
  const found = differences(before.periods, after.periods);
  return everyDay((index) =>
    Object.fromEntries(
      found
        .filter(({ validFrom, validTo }) => isOn(index, validFrom, validTo))
        .flatMap(({ changes }) => changes.map(({ path, ...values }) => [path, values])),
    ),
  );
};

describe('differences, day by day', () => {
  test.each([
    ['of many states', [timeline, timeline] as const],
    ['of few', [alternating, alternating] as const],
  ])('are the values that differ on the day, with what they were and what they are: %s', (_which, pair) => {
    fc.assert(
      fc.property(...pair, (before, after) => {
        expect(foundByDay(before, after)).toEqual(
          everyDay((index) => expectedOn(before.days[index]!, after.days[index]!)),
        );
      }),
    );
  });

  test('of neighbouring stretches differ, and none is empty', () => {
    fc.assert(
      fc.property(timeline, timeline, (before, after) => {
        const found = differences(before.periods, after.periods);
        found.forEach((one, index) => {
          expect(one.changes).not.toEqual([]);
          const next = found[index + 1];
          if (next !== undefined && next.validFrom === one.validTo) expect(next.changes).not.toEqual(one.changes);
        });
      }),
    );
  });

  test('name each path once over all days', () => {
    fc.assert(
      fc.property(timeline, timeline, (before, after) => {
        const expected = everyDay((index) => Object.keys(expectedOn(before.days[index]!, after.days[index]!))).flat();
        expect([...changedPaths(before.periods, after.periods)].sort()).toEqual([...new Set(expected)].sort());
      }),
    );
  });

  test('are none between what says the same, whatever the order of names', () => {
    const arranged = (value: unknown, by: (names: string[]) => string[]): unknown => {
      if (Array.isArray(value)) return value.map((one) => arranged(one, by));
      if (typeof value !== 'object' || value === null) return value;
      const inner = value as Record<string, unknown>;
      return Object.fromEntries(by(Object.keys(inner)).map((name) => [name, arranged(inner[name], by)]));
    };
    const canonical = (value: unknown): string => JSON.stringify(arranged(value, (names) => names.sort()));
    fc.assert(
      fc.property(fc.jsonValue(), fc.jsonValue(), (one, other) => {
        expect(
          isSame(
            one,
            arranged(one, (names) => names.reverse()),
          ),
        ).toBe(true);
        expect(isSame(one, other)).toBe(canonical(one) === canonical(other));
      }),
    );
  });
});
