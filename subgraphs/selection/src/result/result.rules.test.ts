import { describe, expect, test } from '@jest/globals';
import { type CandidacyStatus, LEAST_SHOWN_COUNT, type StepKind } from '@mandate-graph/domain';
import fc from 'fast-check';
import { publishedCounts, type Submitting, submittingProblems } from './result.rules.ts';

const step = (key: string, position: number, kind: StepKind, status = 'CONCLUDED') => ({
  ...{ id: `step-${key}`, key, position, kind, status },
});
const STEPS = [
  step('screening', 1, 'ELIGIBILITY_SCREENING'),
  step('oral', 2, 'ORAL_TEST'),
  step('result', 3, 'RESULT', 'RUNNING'),
  step('interview', 4, 'ADDITIONAL_INTERVIEW', 'PENDING'),
];
const candidacy = (id: string, status: CandidacyStatus, stepId = 'step-result') => ({ id, status, stepId });
const codesOf = (own: Partial<Submitting>) =>
  submittingProblems({ steps: STEPS, candidacies: [], placed: [], ...own }).map(({ path, code, value }) => [
    ...[path, code, value],
  ]);

describe('a result', () => {
  test('comes after every step before it, once everybody has been concluded on', () => {
    expect(codesOf({ candidacies: [candidacy('a', 'SUITABLE'), candidacy('b', 'UNSUITABLE')] })).toEqual([]);
    expect(
      codesOf({
        steps: [step('screening', 1, 'ELIGIBILITY_SCREENING'), step('oral', 2, 'ORAL_TEST', 'RUNNING'), STEPS[2]!],
        candidacies: [
          candidacy('a', 'IN_PROGRESS', 'step-oral'),
          candidacy('b', 'IN_PROGRESS'),
          candidacy('c', 'IN_PROGRESS'),
        ],
      }),
    ).toEqual([
      ['procedure', 'EARLIER_STEP', 'oral'],
      ['procedure', 'OUTCOMES_MISSING', '1'],
      ['procedure', 'NOT_CONCLUDED', '2'],
    ]);
  });

  test('S1.S3 and S2.S Result: has a ranking where several are suitable, of them all', () => {
    const candidacies = [candidacy('a', 'SUITABLE'), candidacy('b', 'SUITABLE'), candidacy('c', 'WITHDRAWN')];
    const [a, b, c] = ['a', 'b', 'c'].map((application, at) => ({ application, place: at + 1 }));
    expect(codesOf({ candidacies })).toEqual([['ranking', 'RANKING_INCOMPLETE', '2']]);
    expect(codesOf({ candidacies, placed: [a!, b!] })).toEqual([]);
    expect(codesOf({ candidacies, placed: [a!] })).toEqual([['ranking', 'RANKING_INCOMPLETE', '2']]);
    expect(codesOf({ candidacies, placed: [a!, b!, c!] })).toEqual([['ranking', 'RANKING_INCOMPLETE', '2']]);
    expect(codesOf({ candidacies, placed: [a!, { ...b!, place: 3 }] })).toHaveLength(1);
  });

  test('S1.S3: needs no ranking of one, or of none', () => {
    expect(codesOf({ candidacies: [candidacy('a', 'SUITABLE')] })).toEqual([]);
    expect(codesOf({ candidacies: [candidacy('a', 'UNSUITABLE')] })).toEqual([]);
  });
});

test('of the numbers both are shown or neither, and never a small one', () => {
  const count = fc.nat({ max: 12 });
  fc.assert(
    fc.property(count, count, (suitable, unsuitable) => {
      const published = publishedCounts({ suitable, unsuitable });
      const small = Math.min(suitable, unsuitable) < LEAST_SHOWN_COUNT;
      expect(published).toEqual(small ? null : { suitable, unsuitable });
    }),
  );
});
