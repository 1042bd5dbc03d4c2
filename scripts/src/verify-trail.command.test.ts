import { describe, expect, test } from '@jest/globals';
import type { Verdict } from '@mandate-graph/selection';
import { reportOf, summaryOf, verifyTrailCommand } from './verify-trail.command.ts';

const ID = 'aac7a382-78db-4869-ba1a-a476ebae6963';
const HASH = 'AB'.repeat(32);

describe('the words of npm run verify-trail', () => {
  test('may name a database and heads, of several procedures and of one', () => {
    expect(verifyTrailCommand([])).toEqual({ database: null, heads: new Map() });
    const url = 'postgres://user:secret@db/graph';
    const hash = Buffer.from(HASH, 'hex');
    const other = ID.replace('aac', 'bbc');
    expect(
      verifyTrailCommand([
        ...['--head', `${ID.toUpperCase()}=12:${HASH}`, `--database=${url}`, `--head=${other}=0:${HASH}`],
        ...['--head', `${ID}=${HASH.toLowerCase()}`],
      ]),
    ).toEqual({
      database: url,
      heads: new Map([
        [
          ID,
          [
            { entries: 12, hash },
            { entries: null, hash },
          ],
        ],
        [other, [{ entries: 0, hash }]],
      ]),
    });
  });

  test.each([
    [
      ['--heads', 'x'],
      ['The options are --database and --head, but got: --heads.', 'but got: x.'],
    ],
    [['--head'], ['--head needs a value.']],
    [['--head', `${ID}=x`], [`but got: ${ID}=x.`]],
    [['--head', `${ID}=1:${HASH.slice(1)}`], ['64 hexadecimal digits']],
    [['--head', `nobody=1:${HASH}`], ['but got: nobody=1:']],
    [
      ['--database', 'mysql://db', '--database', 'x'],
      ['once only', 'starts with postgres://'],
    ],
  ])('%j are refused with all that is wrong', (words, parts) => {
    let refusal = '';
    try {
      verifyTrailCommand(words);
    } catch (error) {
      refusal = String(error);
    }
    for (const part of parts) expect(refusal).toContain(part);
  });

  test('are refused without saying an address again, whose password it holds', () => {
    expect(() => verifyTrailCommand(['--database', 'postgre://user:secret@db'])).toThrow(/^(?!.*secret).+$/s);
  });
});

describe('what it says', () => {
  const report = (verdict: Verdict) => ({ procedure: ID, vacancy: 'vrb:vacancy:a', verdict });
  const whole = report({ whole: true, entries: 12, hash: Buffer.from(HASH, 'hex') });
  const broken = (tampering: 'CHANGED' | 'DELETED' | 'INSERTED' | 'SWAPPED', shownBy: 'CHAIN' | 'HEAD' = 'CHAIN') =>
    report({ whole: false, tampering, place: 5, shownBy });

  test('of a trail is one line, with the head that can be published', () => {
    expect(reportOf(whole)).toBe(`${ID} (vrb:vacancy:a): whole, 12 entries, head ${HASH.toLowerCase()}`);
    expect(reportOf(broken('CHANGED'))).toBe(`${ID} (vrb:vacancy:a): broken at entry 5: it was changed.`);
    expect(reportOf(broken('DELETED', 'HEAD'))).toBe(
      `${ID} (vrb:vacancy:a): broken at entry 5: it was deleted, or the head of the procedure was: they do not fit.`,
    );
    expect(reportOf({ ...broken('SWAPPED'), vacancy: null })).toContain('(there is no such procedure): broken');
  });

  test('at the end is whether all are whole; it fails unless they are', () => {
    expect(summaryOf([])).toContain('no trails');
    expect(summaryOf([whole])).toBe('The trail is whole.');
    expect(summaryOf([whole, whole])).toBe('All 2 trails are whole.');
    expect(() => summaryOf([whole, broken('INSERTED')])).toThrow('Of 2 trails, 1 is broken.');
    expect(() => summaryOf([broken('CHANGED'), broken('DELETED')])).toThrow('Of 2 trails, 2 are broken.');
  });
});
