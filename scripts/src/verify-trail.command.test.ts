import { describe, expect, test } from '@jest/globals';
import { verifyTrailCommand } from './verify-trail.command.ts';

const ID = 'aac7a382-78db-4869-ba1a-a476ebae6963';
const HASH = 'AB'.repeat(32);
const hash = Buffer.from(HASH, 'hex');

describe('the words of npm run verify-trail', () => {
  test('are the heads that were noted before, of several procedures and of one', () => {
    expect(verifyTrailCommand([])).toEqual([]);
    expect(verifyTrailCommand(['--head', `${ID}=12:${HASH}`, `--head=vrb:vacancy:a=1:${HASH.toLowerCase()}`])).toEqual([
      { of: ID, entries: 12, hash },
      { of: 'vrb:vacancy:a', entries: 1, hash },
    ]);
    expect(verifyTrailCommand(['--head', `a=b=0:${HASH}`, '--head', `${ID}=${HASH}`])).toMatchObject([
      { of: 'a=b', entries: 0 },
      { of: ID, entries: null },
    ]);
  });

  test.each([
    [
      ['--heads', 'x'],
      ['got: --heads.', 'got: x.'],
    ],
    [['--head'], ['got: nothing.']],
    [['--head', '--head', `a=1:${HASH}`], ['got: nothing.']],
    [['--head='], ['got: nothing.']],
    [['--head', HASH], [`got: ${HASH}.`]],
    [['--head', `${ID}=-1:${HASH}`], [`got: ${ID}=-1:`]],
    [['--head', `${ID}=1:${HASH.slice(1)}`], ['64 hexadecimal digits']],
    [['--head', `${ID}=1:${HASH}0`], ['64 hexadecimal digits']],
    [
      ['--head', `=1:${HASH}`, 'x', '--head=a'],
      ['got: =1:', 'got: x.', 'got: a.'],
    ],
  ])('%j are refused with all that is wrong', (words, parts) => {
    let problems: string[] = [];
    try {
      verifyTrailCommand(words);
    } catch (error) {
      problems = (error as Error).message.split('\n');
    }
    expect(problems).toHaveLength(parts.length);
    for (const [index, part] of parts.entries()) expect(problems[index]).toContain(part);
  });
});
