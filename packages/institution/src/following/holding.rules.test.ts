import { describe, expect, test } from '@jest/globals';
import { type HolderState, type Period, RECORDED } from '@mandate-graph/domain';
import fc from 'fast-check';
import { replacedWithin, stateOn } from '../subject/periods.rules.ts';
import { DAYS, dayAt, everyDay, spans, type Timeline, timelines } from '../testing/days.ts';
import { type Held, heldUnder, reheld } from './holding.rules.ts';
import type { Mandate } from './mandate.rules.ts';

const said = (own: Partial<HolderState>): HolderState => ({
  ...{ position: 'vrb:position:head', status: 'VACANT', languageRole: null, startsOn: null, endsOn: null },
  ...{ notice: null, sources: { '': RECORDED } },
  ...own,
});
/** Also what a mandate of the last day says: it must not be mistaken for one. */
const otherwise = timelines(
  fc.constantFrom(said({}), said({ status: 'UNKNOWN' }), said({ status: 'HELD', startsOn: dayAt(DAYS - 1) })),
);

const version: fc.Arbitrary<Mandate> = fc
  .record({
    id: fc.constantFrom('m-1', 'm-2', 'm-3'),
    version: fc.integer({ min: 1, max: 3 }),
    languageRole: fc.constantFrom('NL' as const, 'FR' as const, null),
    first: fc.nat(DAYS - 1),
    length: fc.option(fc.nat(DAYS - 1), { nil: null }),
  })
  .map(({ first, length, ...mandate }) => ({
    ...{ ...mandate, vacancy: 'vrb:vacancy:call', position: 'vrb:position:head', toldOn: '2025-01-01' },
    startsOn: dayAt(first),
    endsOn: length === null ? null : dayAt(first + length),
  }));
/** Each version of a mandate says one thing, however often it comes. */
const told = fc
  .uniqueArray(version, { maxLength: 7, selector: (one) => `${one.id}/${one.version}` })
  .chain((versions) => fc.shuffledSubarray([...versions, ...versions], { minLength: versions.length * 2 }));

/** As the institution keeps it: of each mandate the highest version that has come. */
interface Post {
  readonly held: Held;
  readonly mandates: readonly Mandate[];
}
const postOf = ({ periods }: Timeline<HolderState>): Post => ({ held: { periods, otherwise: [] }, mandates: [] });

function takes({ held, mandates }: Post, one: Mandate): Post {
  const earlier = mandates.find(({ id }) => id === one.id);
  if (earlier !== undefined && earlier.version >= one.version) return { held, mandates };
  const { changes, otherwise } = reheld(held, mandates, one);
  const periods = changes.reduce<readonly Period<HolderState>[]>(
    (before, { span, state }) => replacedWithin(before, span, state),
    held.periods,
  );
  return { held: { periods, otherwise }, mandates: [...mandates.filter((other) => other !== earlier), one] };
}

const has = (one: Mandate, day: string): boolean => one.startsOn <= day && (one.endsOn === null || day <= one.endsOn);
const read = ({ held }: Post) => everyDay((index) => stateOn(held.periods, dayAt(index)));

describe('a post under mandates', () => {
  test('is held, on each day, under the last version of those of that day, and else as it would have been', () => {
    fc.assert(
      fc.property(otherwise, told, (before, events) => {
        const last = ['m-1', 'm-2', 'm-3'].flatMap((id) => {
          const versions = events.filter((one) => one.id === id).sort((one, other) => one.version - other.version);
          return versions.slice(-1);
        });
        const expected = everyDay((index) => {
          const there = last.filter((one) => has(one, dayAt(index)));
          if (there.length === 0) return before.days[index]!;
          const agreed = (name: 'languageRole' | 'startsOn' | 'endsOn') => {
            const values = new Set(there.map((one) => one[name]));
            return values.size === 1 ? [...values][0] : null;
          };
          const facts = ['languageRole', 'startsOn', 'endsOn'] as const;
          return said({ status: 'HELD', ...Object.fromEntries(facts.map((name) => [name, agreed(name)])) });
        });
        expect(read(events.reduce(takes, postOf(before)))).toEqual(expected);
      }),
    );
  });

  test('stays as somebody else recorded it since, except on the days of what is told', () => {
    const theirs = said({ status: 'UNKNOWN', languageRole: 'FR' });
    fc.assert(
      fc.property(otherwise, version, version, spans, (before, one, other, { first, end, span }) => {
        const [v1, v2] = [one, { ...other, id: one.id, version: one.version + 1 }];
        const taken = takes(postOf(before), v1);
        const periods = replacedWithin(taken.held.periods, span, theirs);
        const after = takes({ ...taken, held: { ...taken.held, periods } }, v2);
        const expected = everyDay((index) => {
          if (has(v2, dayAt(index))) return heldUnder([v2], dayAt(index));
          return first <= index && index < end ? theirs : before.days[index]!;
        });
        expect(read(after)).toEqual(expected);
      }),
    );
  });

  test('says of mandates that share a day only what they agree on', () => {
    const mandate = (own: Partial<Mandate>): Mandate => ({
      ...{ id: 'm-1', version: 1, vacancy: 'v', position: 'p', toldOn: '2025-01-01' },
      ...{ languageRole: 'NL', startsOn: '2025-01-02', endsOn: null, ...own },
    });
    const both = [mandate({}), mandate({ id: 'm-2', languageRole: 'FR' })];
    expect(heldUnder(both, '2025-01-01')).toBeNull();
    expect(heldUnder(both, '2025-01-02')).toMatchObject({
      ...{ position: 'p', status: 'HELD', languageRole: null, startsOn: '2025-01-02', endsOn: null },
    });
    expect(heldUnder(both.slice(1), '2025-01-02')).toMatchObject({ languageRole: 'FR' });
  });
});
