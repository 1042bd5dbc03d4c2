import { describe, expect, test } from '@jest/globals';
import type { TrailReport, Verdict } from '@mandate-graph/selection';
import { verifyTrailCommand } from './verify-trail.command.ts';
import { lineOf, sumOf } from './verify-trail.text.ts';

const report = (verdict: Verdict): TrailReport => ({ name: 'vrb:vacancy:a', procedure: 'p', verdict });
const whole = (entries: number) => report({ whole: true, entries, hash: Buffer.alloc(32, 0xab) });
type Broken = Extract<Verdict, { whole: false }>;
const broken = (tampering: Broken['tampering'], shownBy: Broken['shownBy'] = 'CHAIN') =>
  report({ whole: false, tampering, place: 5, shownBy });

describe('what npm run verify-trail says', () => {
  test('of a whole trail has its head, which is noted and given back as it is', () => {
    const line = lineOf(whole(12));
    expect(line).toBe(`vrb:vacancy:a: whole, 12 entries, head ${'ab'.repeat(32)}`);
    expect(lineOf(whole(1))).toContain('whole, 1 entry, head');
    const [, name, entries, hash] = /^(.+): whole, (\d+) entries, head (.+)$/.exec(line)!;
    expect(verifyTrailCommand(['--head', `${name}=${entries}:${hash}`])).toEqual([
      { of: 'vrb:vacancy:a', entries: 12, hash: Buffer.alloc(32, 0xab) },
    ]);
  });

  test.each([
    [broken('CHANGED'), ', which was changed'],
    [broken('DELETED'), ', which was deleted'],
    [broken('INSERTED'), ', which was inserted'],
    [broken('SWAPPED'), ', which was swapped with another'],
    [broken('DELETED', 'HEAD'), ', which was deleted, or the head that stands with the procedure was: they do not fit'],
    [broken('CHANGED', 'NOTED_HEAD'), ', which was changed, or one before it: a head that was noted is another'],
    [broken('CHANGED', 'NOTED_HASH'), ' or after it: no entry has a hash that was noted'],
    [broken('DELETED', 'NOTED_HEAD'), ', which was deleted, as a head that was noted shows'],
  ])('of a broken one is where, and what was done there', (of, what) => {
    expect(lineOf(of)).toBe(`vrb:vacancy:a: broken at entry 5${what}`);
  });

  test('at the end is how many there are, and how many of them are broken', () => {
    expect(sumOf([])).toBe('There are no trails: nothing has happened in a selection yet.');
    expect(sumOf([whole(1)])).toBe('The one trail is whole.');
    expect(sumOf([whole(1), whole(2)])).toBe('All 2 trails are whole.');
    expect(sumOf([broken('SWAPPED')])).toBe('Of 1 trail, 1 is broken.');
    expect(sumOf([whole(1), broken('SWAPPED'), broken('CHANGED')])).toBe('Of 3 trails, 2 are broken.');
  });
});
