import { randomBytes } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { continued, found, headOf, pagesOf, trail } from './testing/trails.ts';
import { CHAIN_START } from './trail.chain.ts';
import { verifyTrail } from './trail.verify.ts';

test('a trail that nobody touched is whole, and says how far it has come, however it is divided into pages', async () => {
  await fc.assert(
    fc.asyncProperty(fc.nat({ max: 30 }), fc.integer({ min: 1, max: 8 }), async (length, size) => {
      const entries = trail(length);
      expect(await verifyTrail(pagesOf(entries, size), headOf(entries))).toEqual({ whole: true, ...headOf(entries) });
    }),
  );
});

test('a trail is read no further than to a noted head that it does not have', async () => {
  const entries = trail(12);
  let read = 0;
  const pages = async function* () {
    for await (const page of pagesOf(entries, 4)()) {
      read += page.length;
      yield page;
    }
  };
  const noted = [{ entries: 3, hash: randomBytes(32) }];
  expect(await verifyTrail(pages, headOf(entries), noted)).toMatchObject({ place: 3, shownBy: 'NOTED_HEAD' });
  expect(read).toBe(4);
});

describe('the head that stands with a procedure', () => {
  const entries = trail(8);

  test('finds entries that are no longer there at the end, from the first of them', async () => {
    for (let left = 0; left < 8; left++) {
      expect(await found(entries.slice(0, left), headOf(entries))).toBe(`DELETED ${left + 1} HEAD`);
    }
  });

  test('finds entries that were added at the end', async () => {
    expect(await found(continued(entries, 10), headOf(entries))).toBe('INSERTED 9 HEAD');
    expect(await found(trail(2), headOf([]))).toBe('INSERTED 1 HEAD');
  });

  test('finds a last entry that was written anew, and a head that was', async () => {
    const anew = continued(entries.slice(0, 7), 8, { act: 'OTHER' });
    expect(await found(anew, headOf(entries))).toBe('CHANGED 8 HEAD');
    expect(await found(entries, { entries: 8, hash: randomBytes(32) })).toBe('CHANGED 8 HEAD');
    expect(await found(entries, { entries: 7, hash: headOf(entries).hash })).toBe('INSERTED 8 HEAD');
    expect(await found(entries, { entries: 9, hash: headOf(entries).hash })).toBe('DELETED 9 HEAD');
    expect(await found([], { entries: 0, hash: randomBytes(32) })).toBe('CHANGED 1 HEAD');
    expect(await found([], { entries: 0, hash: CHAIN_START })).toBe('whole');
  });
});

describe('a trail that was written anew from some place on, and is whole in itself', () => {
  const entries = trail(9);
  const anew = continued(entries.slice(0, 4), 9, { actor: 'another' });
  const at = (place: number) => headOf(entries.slice(0, place));

  test('is found by any head that was noted from that place on, and by none before', async () => {
    expect(await found(anew, headOf(anew))).toBe('whole');
    expect(await found(anew, headOf(anew), [at(1), at(3), at(4)])).toBe('whole');
    expect(await found(anew, headOf(anew), [at(5)])).toBe('CHANGED 5 NOTED_HEAD');
    expect(await found(anew, headOf(anew), [at(9), at(3), at(7), at(4)])).toBe('CHANGED 7 NOTED_HEAD');
    expect(await found(anew, headOf(anew), [{ ...headOf(anew) }, at(9)])).toBe('CHANGED 9 NOTED_HEAD');
  });

  test('is found by a hash that was noted without a number, at the first place that no noted head vouches for', async () => {
    const hashAt = (place: number) => ({ ...at(place), entries: null });
    expect(await found(anew, headOf(anew), [hashAt(0), hashAt(1), hashAt(4)])).toBe('whole');
    expect(await found(anew, headOf(anew), [hashAt(9)])).toBe('CHANGED 1 NOTED_HASH');
    expect(await found(anew, headOf(anew), [hashAt(5), hashAt(2), at(4), hashAt(3)])).toBe('CHANGED 5 NOTED_HASH');
    expect(await found(anew, headOf(anew), [hashAt(5), at(8)])).toBe('CHANGED 8 NOTED_HEAD');
    const cut = entries.slice(0, 6);
    expect(await found(cut, headOf(cut), [hashAt(6), hashAt(7)])).toBe('DELETED 7 NOTED_HEAD');
    expect(await found([], headOf([]), [hashAt(1)])).toBe('DELETED 1 NOTED_HEAD');
  });

  test('is not found by the head of a trail that had not begun, unless that is another', async () => {
    expect(await found(entries, headOf(entries), [at(0)])).toBe('whole');
    expect(await found(entries, headOf(entries), [{ ...at(0), hash: randomBytes(32) }])).toBe('CHANGED 1 NOTED_HEAD');
  });

  test('is found before a place that breaks as well', async () => {
    const changed = anew.map((one) => (one.seq === 8 ? { ...one, act: 'OTHER' } : one));
    expect(await found(changed, headOf(anew), [at(6)])).toBe('CHANGED 6 NOTED_HEAD');
    expect(await found(changed, headOf(anew), [at(9)])).toBe('CHANGED 8 CHAIN');
  });

  test('is found when it was cut off, head and all', async () => {
    const cut = entries.slice(0, 6);
    expect(await found(cut, headOf(cut), [at(6)])).toBe('whole');
    expect(await found(cut, headOf(cut), [at(4), at(8)])).toBe('DELETED 7 NOTED_HEAD');
    expect(await found([], headOf([]), [at(2)])).toBe('DELETED 1 NOTED_HEAD');
  });
});
