import { randomBytes } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { asKept, continued, found, headOf, renumbered, replaced, trail, written } from './testing/trails.ts';
import type { TrailEntry } from './trail.chain.ts';

/** A trail, and a place in it. */
const placed = fc
  .integer({ min: 1, max: 25 })
  .chain((length) => fc.tuple(fc.constant(length), fc.integer({ min: 1, max: length })));
/** A trail, and two places in it, the first one first. */
const twice = fc.tuple(fc.integer({ min: 2, max: 25 }), fc.nat(), fc.nat()).map(([length, one, other]) => {
  const first = (one % (length - 1)) + 1;
  return [length, first, first + 1 + (other % (length - first))] as const;
});
/** What can be said of an entry without a hash that fits. */
const change: fc.Arbitrary<Partial<TrailEntry>> = fc.constantFrom<Partial<TrailEntry>>(
  ...[{ act: 'OTHER' }, { actor: 'another' }, { aboutId: 'x' }, { about: 'STEP' as const }],
  ...[{ at: '2025-10-24T08:00:01Z' }, { before: {} }, { after: { status: 'X' } }, { after: null }],
  ...[{ reason: 'because' }, { person: 'candidate:x', sealed: Buffer.from('x') }],
  ...[{ hash: randomBytes(32) }, { previous: randomBytes(32) }, { nonce: randomBytes(16) }],
);
const swapNumbers = (entries: readonly TrailEntry[], one: number, other: number) =>
  entries.map((entry) =>
    entry.seq === one || entry.seq === other ? { ...entry, seq: one + other - entry.seq } : entry,
  );

describe('an entry that was changed', () => {
  test('is found, whatever of it was', () =>
    fc.assert(
      fc.asyncProperty(placed, change, async ([length, place], own) => {
        const entries = trail(length);
        expect(await found(replaced(entries, place, own), headOf(entries))).toBe(`CHANGED ${place} CHAIN`);
      }),
    ));

  test('is found by the next one, or by the head, when it has a hash that fits', () =>
    fc.assert(
      fc.asyncProperty(placed, async ([length, place]) => {
        const entries = trail(length);
        const anew = written(place, entries[place - 1]!.previous, { act: 'OTHER' });
        const by = place === length ? 'HEAD' : 'CHAIN';
        expect(await found(replaced(entries, place, anew), headOf(entries))).toBe(`CHANGED ${place} ${by}`);
      }),
    ));

  test('is found when it follows something else, with a hash that fits', async () => {
    const entries = trail(9);
    for (const place of [1, 5, 9]) {
      const anew = written(place, randomBytes(32));
      expect(await found(replaced(entries, place, anew), headOf(entries))).toBe(`CHANGED ${place} CHAIN`);
    }
  });

  test('is found when it became a copy of another', () =>
    fc.assert(
      fc.asyncProperty(twice, fc.boolean(), async ([length, one, other], backwards) => {
        const entries = trail(length);
        const [from, to] = backwards ? [other, one] : [one, other];
        const copy = { ...entries[from - 1]!, seq: to };
        expect(await found(replaced(entries, to, copy), headOf(entries))).toBe(`CHANGED ${to} CHAIN`);
      }),
    ));

  test('is found where its number is missing, when that is what was changed', async () => {
    const entries = trail(9);
    for (const place of [1, 5, 9]) {
      expect(await found(replaced(entries, place, { seq: 1000 }), headOf(entries))).toBe(`CHANGED ${place} CHAIN`);
    }
  });
});

describe('an entry that was deleted', () => {
  test('is found, also when the others moved up', () =>
    fc.assert(
      fc.asyncProperty(placed, fc.boolean(), async ([length, place], movedUp) => {
        const entries = trail(length);
        const left = entries.filter((_one, at) => at !== place - 1);
        const by = place === length ? 'HEAD' : 'CHAIN';
        expect(await found(movedUp ? renumbered(left) : left, headOf(entries))).toBe(`DELETED ${place} ${by}`);
      }),
    ));

  test('is found when the next one was written anew', async () => {
    const entries = trail(9);
    const next = written(4, entries[3]!.hash, { act: entries[4]!.act });
    const left = renumbered(entries.filter((_one, at) => at !== 3));
    expect(await found(replaced(left, 4, next), headOf(entries))).toBe('DELETED 4 CHAIN');
  });
});

describe('entries that were inserted', () => {
  test('are found, whether or not they were made to fit', () =>
    fc.assert(
      fc.asyncProperty(
        placed,
        fc.integer({ min: 1, max: 3 }),
        fc.boolean(),
        async ([length, place], count, fitting) => {
          const entries = trail(length);
          const before = entries.slice(0, place - 1);
          const forged = continued(before, before.length + count, { act: 'FORGED' })
            .slice(place - 1)
            .map((one) => (fitting ? one : { ...one, hash: randomBytes(32) }));
          const all = renumbered([...before, ...forged, ...entries.slice(place - 1)]);
          expect(await found(all, headOf(entries))).toBe(`INSERTED ${place} CHAIN`);
        },
      ),
    ));

  test('are found when they are copies', async () => {
    const entries = trail(8);
    for (const copied of [1, 4, 5, 8]) {
      const copy = entries[copied - 1]!;
      expect(await found(renumbered([...entries.slice(0, 3), copy, ...entries.slice(3)]), headOf(entries))).toBe(
        copied === 4 ? 'INSERTED 5 CHAIN' : 'INSERTED 4 CHAIN',
      );
    }
  });

  test('are found at the end, also without a hash that fits, and with the number of another', async () => {
    const entries = trail(8);
    const forged = { ...written(9, entries[7]!.hash), hash: randomBytes(32) };
    expect(await found([...entries, forged], headOf(entries))).toBe('INSERTED 9 CHAIN');
    expect(await found([...entries, { ...forged, seq: 8 }], headOf(entries))).toBe('INSERTED 9 CHAIN');
    expect(await found([...entries, { ...forged, seq: 4 }], headOf(entries))).toBe('INSERTED 5 CHAIN');
  });
});

describe('two entries that were swapped', () => {
  test('are found at the first of them, when their numbers were', () =>
    fc.assert(
      fc.asyncProperty(twice, async ([length, one, other]) => {
        const entries = trail(length);
        expect(await found(swapNumbers(entries, one, other), headOf(entries))).toBe(`SWAPPED ${one} CHAIN`);
      }),
    ));

  test('are found at the first of them, when what they say was, with or without the hashes', () =>
    fc.assert(
      fc.asyncProperty(twice, fc.boolean(), fc.boolean(), async ([length, one, other], previous, hash) => {
        const entries = trail(length);
        const [first, second] = [entries[one - 1]!, entries[other - 1]!];
        const into = (place: TrailEntry, said: TrailEntry) => ({
          ...{ ...said, seq: place.seq },
          ...{ previous: (previous ? said : place).previous, hash: (hash ? said : place).hash },
        });
        const swapped = replaced(replaced(entries, one, into(first, second)), other, into(second, first));
        expect(await found(swapped, headOf(entries))).toBe(`SWAPPED ${one} CHAIN`);
      }),
    ));

  test('are found when one was moved past others', async () => {
    const entries = trail(9);
    const moved = renumbered([...entries.slice(0, 2), ...entries.slice(3, 7), entries[2]!, ...entries.slice(7)]);
    expect(await found(moved, headOf(entries))).toBe('SWAPPED 3 CHAIN');
  });
});

describe('whatever is done to a trail by somebody who computes no hashes', () => {
  type Act = (entries: readonly TrailEntry[]) => readonly TrailEntry[];
  const place = fc.nat({ max: 40 });
  const at = (entries: readonly TrailEntry[], number: number) => (number % Math.max(1, entries.length)) + 1;
  const act: fc.Arbitrary<Act> = fc.oneof(
    fc.tuple(place, change).map(
      ([one, own]): Act =>
        (entries) =>
          replaced(entries, at(entries, one), own),
    ),
    fc.tuple(place, fc.integer({ min: 1, max: 60 })).map(([one, seq]): Act => {
      return (entries) => replaced(entries, at(entries, one), { seq });
    }),
    fc.tuple(place, fc.boolean()).map(([one, movedUp]): Act => {
      return (entries) => {
        const left = entries.filter((_entry, index) => index !== at(entries, one) - 1);
        return movedUp ? renumbered(left) : left;
      };
    }),
    fc.tuple(place, place).map(([one, other]): Act => {
      return (entries) => {
        const copy = entries[at(entries, other) - 1];
        const before = at(entries, one);
        return copy === undefined ? [] : renumbered([...entries.slice(0, before), copy, ...entries.slice(before)]);
      };
    }),
    fc.tuple(place, place).map(([one, other]): Act => {
      return (entries) => swapNumbers(entries, at(entries, one), at(entries, other));
    }),
  );

  test('is found at the first place that is not as it was, unless nothing is otherwise in the end', () =>
    fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 15 }),
        fc.array(act, { minLength: 1, maxLength: 4 }),
        async (length, acts) => {
          const entries = trail(length);
          const kept = asKept(acts.reduce<readonly TrailEntry[]>((now, one) => one(now), entries));
          const same = (index: number) => {
            const [one, other] = [entries[index], kept[index]];
            return one !== undefined && other !== undefined && JSON.stringify(one) === JSON.stringify(other);
          };
          const indices = Array.from({ length: Math.max(length, kept.length) }, (_one, index) => index);
          const first = indices.find((index) => !same(index));
          const verdict = await found(kept, headOf(entries));
          expect(verdict.replace(/^[A-Z]+ | [A-Z]+$/g, '')).toBe(first === undefined ? 'whole' : String(first + 1));
        },
      ),
      { numRuns: 500 },
    ));
});
