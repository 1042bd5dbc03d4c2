import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Viewer } from '../candidacy/candidacy.type.ts';
import { type Conflict, Interests } from '../interest/interest.rules.ts';
import {
  type Committee,
  judgesOf,
  quorumProblems,
  schemeProblems,
  seesScores,
  speakingProblems,
} from './judges.rules.ts';

const member = (id: string) => ({ id, holder: `holder-${id}`, function: id === 'a' ? 'CHAIR' : 'MEMBER' }) as const;
const conflict = (memberId: string, candidacyId: string | null, barring = true): Conflict => ({
  ...{ memberId, candidacyId, barring, kind: 'DECLARED' },
});
const committee = (ids: string, conflicts: Conflict[] = [], heardBy: Committee['heardBy'] = new Map()): Committee => ({
  ...{ members: [...ids].map(member), interests: new Interests(conflicts, []), heardBy },
});
const ids = (judges: readonly { id: string }[]) => judges.map(({ id }) => id).join('');

describe('who judges a candidate', () => {
  test('is on the committee, heard the candidate, and is free of conflict', () => {
    const conflicts = [conflict('b', 'x'), conflict('c', null), conflict('d', 'y'), conflict('e', 'x', false)];
    expect(ids(judgesOf(committee('abcdef', conflicts), 'x'))).toBe('adef');
    expect(ids(judgesOf(committee('abcdef', conflicts), 'y'))).toBe('abef');
    expect(ids(judgesOf(committee('abcdef', conflicts, new Map([['x', new Set('abcdz')]])), 'x'))).toBe('ad');
  });

  test.each([
    ['MORE_THAN_HALF', 'abcd', 'abc', 0],
    ['MORE_THAN_HALF', 'abcd', 'ab', 1],
    ['MORE_THAN_HALF', 'abc', 'ab', 0],
    ['ALL', 'abc', 'abc', 0],
    ['ALL', 'abc', 'ab', 1],
  ] as const)('must be enough: %s of %s, with %s', (quorum, all, there, problems) => {
    const of = committee(all, [], new Map([['x', new Set(there)]]));
    expect(quorumProblems(of, judgesOf(of, 'x'), quorum)).toHaveLength(problems);
  });

  test('is counted among those who may judge at all, though not those who may not judge this candidate', () => {
    const whole = committee('abcd', [conflict('c', null), conflict('d', null)]);
    expect(quorumProblems(whole, judgesOf(whole, 'x'), 'ALL')).toEqual([]);
    const one = committee('abcd', [conflict('c', 'x'), conflict('d', 'x')]);
    expect(quorumProblems(one, judgesOf(one, 'x'), 'MORE_THAN_HALF')).toMatchObject([
      { code: 'NO_QUORUM', value: '2' },
    ]);
  });
});

describe('whoever speaks for a committee', () => {
  test('is its chair; any member where nobody chairs and the regime does not ask for it', () => {
    expect(speakingProblems(committee('abc'), 'a', true)).toEqual([]);
    for (const required of [true, false])
      expect(speakingProblems(committee('abc'), 'b', required)).toMatchObject([{ code: 'NOT_THE_CHAIR' }]);
    expect(speakingProblems(committee('bc'), 'b', false)).toEqual([]);
    expect(speakingProblems(committee('bc'), 'b', true)).toMatchObject([{ code: 'NOT_THE_CHAIR' }]);
  });
});

test('legal 3: the scheme from A to D is another one, never mapped onto two groups', () => {
  expect(schemeProblems('SUITABLE_UNSUITABLE')).toEqual([]);
  expect(schemeProblems('A_TO_D')).toMatchObject([{ path: 'procedure', code: 'OTHER_SCHEME', value: 'A_TO_D' }]);
});

test('scores are seen by members after their own, by the institution after all, and by nobody with a conflict', () => {
  const viewer = fc.constantFrom<Viewer>('CANDIDATE', 'RECRUITER', 'MEMBER', 'AUTHORITY');
  fc.assert(
    fc.property(viewer, fc.option(fc.boolean()), fc.boolean(), fc.nat({ max: 3 }), (asking, own, barred, missing) => {
      const sees = seesScores({ viewer: asking, own, barred, missing });
      if (sees) expect(asking === 'MEMBER' ? own : asking === 'RECRUITER' && missing === 0).toBe(true);
      if (barred || own === false) expect(sees).toBe(false);
      if (asking === 'MEMBER' && own === true && !barred) expect(sees).toBe(true);
      if (asking === 'RECRUITER' && own !== false && !barred) expect(sees).toBe(missing === 0);
    }),
  );
});
