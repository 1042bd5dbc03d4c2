import { randomBytes, randomUUID } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { CHAIN_START, hashOf, type TrailEntry } from './trail.chain.ts';
import { type Head, type PublishedHead, verifyTrail } from './trail.verify.ts';

const procedureId = randomUUID();
const written = (seq: number, previous: Buffer, own: Partial<TrailEntry> = {}): TrailEntry => {
  const facts = {
    ...{ procedureId, seq, previous, at: '2025-10-24T08:00:00Z', act: `ACT_${seq}`, actor: 'somebody' },
    ...{ about: 'CANDIDACY' as const, aboutId: `id-${seq}`, before: null, after: { status: `S${seq}`, at: [seq] } },
    ...{ reason: null, person: null, sealed: null },
    ...own,
  };
  return { ...facts, hash: hashOf(facts) };
};
/** Entries that follow one another from where a trail has come. */
const continued = (from: readonly TrailEntry[], upTo: number, own: Partial<TrailEntry> = {}): TrailEntry[] => {
  const entries = [...from];
  while (entries.length < upTo) {
    entries.push(written(entries.length + 1, entries.at(-1)?.hash ?? CHAIN_START, own));
  }
  return entries;
};
const trail = (length: number): TrailEntry[] => continued([], length);
const headOf = (entries: readonly TrailEntry[]): Head => ({
  ...{ entries: entries.length, hash: entries.at(-1)?.hash ?? CHAIN_START },
});
/** By the numbers they carry, as a database gives them. */
const asKept = (entries: readonly TrailEntry[]) => [...entries].sort((a, b) => a.seq - b.seq);
const renumbered = (entries: readonly TrailEntry[]) => entries.map((entry, at) => ({ ...entry, seq: at + 1 }));
const found = (entries: readonly TrailEntry[], head: Head, published: readonly PublishedHead[] = []) => {
  const verdict = verifyTrail(asKept(entries), head, published);
  return verdict.whole ? 'whole' : `${verdict.tampering} ${verdict.place} ${verdict.shownBy}`;
};

test('a trail that nobody touched is whole, and says how far it has come', () => {
  for (const length of [0, 1, 2, 30]) {
    const entries = trail(length);
    expect(verifyTrail(entries, headOf(entries))).toEqual({ whole: true, ...headOf(entries) });
  }
});

/** A trail, and a place in it. */
const placed = fc
  .integer({ min: 1, max: 25 })
  .chain((length) => fc.tuple(fc.constant(length), fc.integer({ min: 1, max: length })));
/** A trail, and two places in it, the first one first. */
const twice = fc.tuple(fc.integer({ min: 2, max: 25 }), fc.nat(), fc.nat()).map(([length, one, other]) => {
  const first = (one % (length - 1)) + 1;
  return [length, first, first + 1 + (other % (length - first))] as const;
});

describe('a trail', () => {
  const replaced = (entries: readonly TrailEntry[], place: number, entry: TrailEntry) =>
    entries.map((one, at) => (at === place - 1 ? entry : one));

  test('of which an entry was changed tells which, whatever of it was', () => {
    const changes: Partial<TrailEntry>[] = [
      ...[
        { act: 'OTHER' },
        { actor: 'another' },
        { aboutId: 'x' },
        { about: 'STEP' as const },
        { at: '2025-10-24T08:00:01Z' },
      ],
      ...[
        { before: {} },
        { after: { status: 'X' } },
        { after: null },
        { reason: 'because' },
        { hash: randomBytes(32) },
      ],
      ...[{ person: 'candidate:x', sealed: Buffer.from('x') }, { previous: randomBytes(32) }],
    ];
    fc.assert(
      fc.property(placed, fc.constantFrom(...changes), ([length, place], change) => {
        const entries = trail(length);
        expect(found(replaced(entries, place, { ...entries[place - 1]!, ...change }), headOf(entries))).toBe(
          `CHANGED ${place} CHAIN`,
        );
      }),
    );
  });

  test('of which an entry was written anew, with its own hash, tells which', () => {
    fc.assert(
      fc.property(placed, ([length, place]) => {
        const entries = trail(length);
        const anew = written(place, entries[place - 1]!.previous, { act: 'OTHER' });
        const by = place === length ? 'HEAD' : 'CHAIN';
        expect(found(replaced(entries, place, anew), headOf(entries))).toBe(`CHANGED ${place} ${by}`);
      }),
    );
  });

  test('of which an entry was deleted tells which, also when the others moved up', () => {
    fc.assert(
      fc.property(placed, fc.boolean(), ([length, place], movedUp) => {
        const entries = trail(length);
        const left = entries.filter((_one, at) => at !== place - 1);
        const by = place === length ? 'HEAD' : 'CHAIN';
        expect(found(movedUp ? renumbered(left) : left, headOf(entries))).toBe(`DELETED ${place} ${by}`);
      }),
    );
  });

  test('of which an entry was deleted and the next one written anew tells which', () => {
    const entries = trail(9);
    const next = written(4, entries[3]!.hash, { act: entries[4]!.act });
    const left = renumbered(entries.filter((_one, at) => at !== 3)).map((one, at) => (at === 3 ? next : one));
    expect(found(left, headOf(entries))).toBe('DELETED 4 CHAIN');
  });

  test('of which the end was deleted tells from where', () => {
    fc.assert(
      fc.property(placed, ([length, place]) => {
        const entries = trail(length);
        expect(found(entries.slice(0, place - 1), headOf(entries))).toBe(`DELETED ${place} HEAD`);
      }),
    );
  });

  test('into which entries were inserted tells where, whether or not they were made to fit', () => {
    fc.assert(
      fc.property(placed, fc.integer({ min: 1, max: 3 }), fc.boolean(), ([length, place], count, fitting) => {
        const entries = trail(length);
        const before = entries.slice(0, place - 1);
        const forged = continued(before, before.length + count, { act: 'FORGED' })
          .slice(place - 1)
          .map((one) => (fitting ? one : { ...one, hash: randomBytes(32) }));
        const all = renumbered([...before, ...forged, ...entries.slice(place - 1)]);
        expect(found(all, headOf(entries))).toBe(`INSERTED ${place} CHAIN`);
      }),
    );
  });

  test('to whose end entries were added, or a copy put in, tells where', () => {
    const entries = trail(8);
    expect(found(continued(entries, 10), headOf(entries))).toBe('INSERTED 9 HEAD');
    for (const copied of [1, 4, 5, 8]) {
      const copy = entries[copied - 1]!;
      expect(found(renumbered([...entries.slice(0, 3), copy, ...entries.slice(3)]), headOf(entries))).toBe(
        copied === 4 ? 'INSERTED 5 CHAIN' : 'INSERTED 4 CHAIN',
      );
    }
    expect(found(trail(2), headOf([]))).toBe('INSERTED 1 HEAD');
  });

  test('of which two entries were swapped tells the first of them', () => {
    fc.assert(
      fc.property(twice, ([length, one, other]) => {
        const entries = trail(length);
        const swapped = entries.map((entry) => {
          if (entry.seq === one) return { ...entry, seq: other };
          return entry.seq === other ? { ...entry, seq: one } : entry;
        });
        expect(found(swapped, headOf(entries))).toBe(`SWAPPED ${one} CHAIN`);
      }),
    );
  });

  test('whose head was written anew tells it', () => {
    const entries = trail(5);
    expect(found(entries, { entries: 5, hash: randomBytes(32) })).toBe('CHANGED 5 HEAD');
    expect(found([], { entries: 0, hash: randomBytes(32) })).toBe('CHANGED 1 HEAD');
  });
});

describe('a trail that was written anew from some place on, and is whole in itself', () => {
  const entries = trail(9);
  const anew = continued(entries.slice(0, 4), 9, { actor: 'another' });
  const at = (place: number): PublishedHead => headOf(entries.slice(0, place));
  const withoutNumber = (place: number): PublishedHead => ({ ...at(place), entries: null });

  test('is found by any head that was published later than that place', () => {
    expect(found(anew, headOf(anew))).toBe('whole');
    expect(found(anew, headOf(anew), [at(0), at(3), at(4)])).toBe('whole');
    expect(found(anew, headOf(anew), [at(7)])).toBe('CHANGED 1 PUBLISHED_HEAD');
    expect(found(anew, headOf(anew), [at(3), at(9), at(7), at(4)])).toBe('CHANGED 5 PUBLISHED_HEAD');
    expect(found(anew, headOf(anew), [withoutNumber(4)])).toBe('whole');
    expect(found(anew, headOf(anew), [withoutNumber(4), withoutNumber(5)])).toBe('CHANGED 5 PUBLISHED_HEAD');
  });

  test('is found when it was cut off as well', () => {
    const cut = entries.slice(0, 6);
    expect(found(cut, headOf(cut), [at(6)])).toBe('whole');
    expect(found(cut, headOf(cut), [at(4), at(8)])).toBe('DELETED 7 PUBLISHED_HEAD');
    expect(found([], headOf([]), [at(2)])).toBe('DELETED 1 PUBLISHED_HEAD');
    expect(found([], headOf([]), [withoutNumber(2)])).toBe('DELETED 1 PUBLISHED_HEAD');
  });
});
