import { describe, expect, test } from '@jest/globals';
import { type Competence, ours } from '@mandate-graph/domain';
import { announcedStep } from '@mandate-graph/testkit';
import fc from 'fast-check';
import {
  averageOf,
  competencesToScore,
  type GivenScore,
  scoresProblems,
  scoringProblems,
  weighsMoreThanCompetences,
} from './scoring.rules.ts';

const SCALE = { lowest: '0', highest: '20' };
const competence = (key: string, ...assessedIn: string[]): Competence => ({
  ...{ key, kind: 'BEHAVIOURAL', scope: null, label: ours(key, key, key), group: null },
  ...{ masteryType: null, masteryLevel: null, statements: [], assessedIn },
});
const steps = [
  announcedStep('assessment', 1, { kind: 'COMPUTER_ASSESSMENT' }),
  announcedStep('oral', 2, { kind: 'ORAL_TEST' }),
];
const codesOf = (problems: readonly { path: string; code: string; value: string | null }[]) =>
  problems.map(({ path, code, value }) => [path, code, value]);
const score = (key: string, given = '10'): GivenScore => ({ competence: key, score: given });

describe('the competences that a committee scores', () => {
  test('S2.C: are those of the oral, of which some are assessed by computer as well', () =>
    expect(
      competencesToScore({
        announcedSteps: steps,
        competences: [
          competence('both', 'assessment', 'oral'),
          competence('test', 'assessment'),
          competence('o', 'oral'),
        ],
      }),
    ).toEqual(['both', 'o']));

  test('S1.S2: are those of the interview, technical and behavioural', () =>
    expect(
      competencesToScore({
        announcedSteps: [announcedStep('interview', 2, { kind: 'INTERVIEW' })],
        competences: [{ ...competence('t', 'interview'), kind: 'TECHNICAL' }, competence('b', 'interview')],
      }),
    ).toEqual(['t', 'b']));

  test('are all where the notice names none for that step', () =>
    expect(
      competencesToScore({ announcedSteps: steps, competences: [competence('a'), competence('b', 'assessment')] }),
    ).toEqual(['a', 'b']));
});

describe('scores', () => {
  test('are refused with each that is missing, unknown, double or out of scale, and none is repeated', () => {
    const given = [score('a', '20.000001'), score('a', '-0.5'), score('x', '3')];
    const problems = scoresProblems({ scores: given }, ['a', 'b', 'c'], SCALE);
    expect(codesOf(problems)).toEqual([
      ['scores[0].score', 'OUT_OF_SCALE', null],
      ['scores[1].competence', 'SCORED_TWICE', 'a'],
      ['scores[1].score', 'OUT_OF_SCALE', null],
      ['scores[2].competence', 'UNKNOWN_COMPETENCE', null],
      ['scores', 'SCORE_MISSING', 'b'],
      ['scores', 'SCORE_MISSING', 'c'],
    ]);
    expect(JSON.stringify(problems)).not.toContain('20.000001');
  });

  test.each(['0', '20', '20.0', '13.25'])('may be %s on a scale from 0 to 20', (given) =>
    expect(scoresProblems({ scores: [score('a', given)] }, ['a'], SCALE)).toEqual([]),
  );

  test('S1.S2: also judges motivation, in words, where the interview weighs more than there are competences for', () => {
    const weighed = (count: number) => ({
      announcedSteps: [announcedStep('interview', 2, { evaluates: Array(count).fill(ours('x', 'x', 'x')) })],
      competences: [{ ...competence('a'), kind: 'TECHNICAL' as const }, competence('b')],
    });
    expect([2, 3].map((count) => weighsMoreThanCompetences(weighed(count)))).toEqual([false, true]);
    const scores = [score('a'), score('b')];
    expect(codesOf(scoresProblems({ scores }, ['a', 'b'], SCALE, true))).toEqual([['remarks', 'REQUIRED', null]]);
    expect(scoresProblems({ scores, remarks: 'Gemotiveerd.' }, ['a', 'b'], SCALE, true)).toEqual([]);
  });

  test('are words alone where the notice names no competences', () => {
    expect(codesOf(scoresProblems({ scores: [] }, [], SCALE))).toEqual([['remarks', 'REQUIRED', null]]);
    expect(scoresProblems({ scores: [], remarks: 'Overtuigend.' }, [], SCALE)).toEqual([]);
  });

  test('have no problem when, and only when, they are one for each competence', () => {
    const keys = ['a', 'b', 'c', 'd'];
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...keys, 'x'), { maxLength: 6 }), (given) => {
        const problems = scoresProblems({ scores: given.map((key) => score(key)) }, keys, SCALE);
        expect(problems.length === 0).toBe([...given].sort().join() === keys.join());
        expect(problems.filter(({ code }) => code === 'SCORE_MISSING').map(({ value }) => value)).toEqual(
          keys.filter((key) => !given.includes(key)),
        );
      }),
    );
  });
});

describe('an average', () => {
  test.each([
    [[], null],
    [['14'], '14.00'],
    [['0', '0'], '0.00'],
    [['1', '2', '2'], '1.67'],
    [['0.005'], '0.01'],
    [['0.004999'], '0.00'],
    [['0', '0.15', '0.15'], '0.10'],
  ])('of %j is %j', (scores, average) => expect(averageOf(scores)).toBe(average));

  test('is within half a hundredth of the mean, and never outside of what it is of', () => {
    const thousandths = fc.integer({ min: 0, max: 20_000 });
    fc.assert(
      fc.property(fc.array(thousandths, { minLength: 1, maxLength: 20 }), (given) => {
        const average = Number(averageOf(given.map((one) => (one / 1000).toFixed(3))));
        const mean = given.reduce((sum, one) => sum + one, 0) / given.length / 1000;
        expect(Math.abs(average - mean)).toBeLessThanOrEqual(0.005 + 1e-9);
      }),
    );
  });
});

describe('a candidate', () => {
  const heard = { status: 'IN_PROGRESS', step: 'RESULT', present: true } as const;

  test('is scored between the hearing and the conclusion, by who was there', () => {
    expect(scoringProblems(heard, 'RUNNING')).toEqual([]);
    expect(codesOf(scoringProblems({ ...heard, step: 'ORAL_TEST' }, 'RUNNING'))).toEqual([
      ['application', 'NOT_HEARD', null],
    ]);
    expect(codesOf(scoringProblems({ ...heard, present: false }, 'RUNNING'))).toEqual([
      ['application', 'NOT_PRESENT', null],
    ]);
    for (const status of ['SUITABLE', 'UNSUITABLE', 'SELECTED'] as const)
      expect(codesOf(scoringProblems({ ...heard, status }, 'RUNNING'))).toEqual([['application', 'CONCLUDED', null]]);
  });

  test.each(['RESULT_SUBMITTED', 'DECIDED', 'CANCELLED'] as const)(
    'is not scored in a procedure that is %s',
    (status) => expect(codesOf(scoringProblems(heard, status))).toEqual([['procedure', 'NOT_AT_THIS_TIME', status]]),
  );
});
