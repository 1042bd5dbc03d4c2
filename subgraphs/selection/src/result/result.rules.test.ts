import { describe, expect, test } from '@jest/globals';
import { type CandidacyStatus, LEAST_SHOWN_COUNT, type StepKind } from '@mandate-graph/domain';
import fc from 'fast-check';
import { publishedCounts as countsShown } from '../count/count.rules.ts';
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
    expect(codesOf({ candidacies })).toEqual([['procedure', 'RANKING_INCOMPLETE', '2']]);
    expect(codesOf({ candidacies, placed: [a!, b!] })).toEqual([]);
    expect(codesOf({ candidacies, placed: [a!] })).toEqual([['procedure', 'RANKING_INCOMPLETE', '2']]);
    expect(codesOf({ candidacies, placed: [a!, b!, c!] })).toEqual([['procedure', 'RANKING_INCOMPLETE', '2']]);
    expect(codesOf({ candidacies, placed: [a!, { ...b!, place: 3 }] })).toHaveLength(1);
  });

  test('S1.S3: needs no ranking of one, or of none', () => {
    expect(codesOf({ candidacies: [candidacy('a', 'SUITABLE')] })).toEqual([]);
    expect(codesOf({ candidacies: [candidacy('a', 'UNSUITABLE')] })).toEqual([]);
  });
});

describe('of the numbers', () => {
  test('both are shown or neither, and never a small one', () => {
    const count = fc.nat({ max: 12 });
    const nothing = { candidates: null, admitted: null, suitable: null, steps: [] };
    fc.assert(
      fc.property(count, count, (suitable, unsuitable) => {
        const published = publishedCounts({ suitable, unsuitable }, nothing);
        const small = Math.min(suitable, unsuitable) < LEAST_SHOWN_COUNT;
        expect(published).toEqual(small ? null : { suitable, unsuitable });
      }),
    );
  });

  test('none is shown by which the other numbers give away a small one', () => {
    const shown = (candidates: number | null, suitable: number | null) => ({
      ...{ candidates, admitted: null, suitable, steps: [{ stepId: 'result', passed: suitable }] },
    });
    const both = { suitable: 8, unsuitable: 6 };
    expect(publishedCounts(both, shown(14, 8))).toEqual(both);
    expect(publishedCounts(both, shown(19, 8))).toEqual(both);
    expect(publishedCounts(both, shown(14, null))).toEqual(both);
    // One who was suitable withdrew before the submission; two who took part are in neither group.
    expect(publishedCounts(both, shown(null, 9))).toBeNull();
    expect(publishedCounts(both, shown(16, 8))).toBeNull();
    expect(publishedCounts(both, shown(16, null))).toBeNull();
    expect(publishedCounts(both, shown(12, 8))).toBeNull();
  });

  test('of a procedure and its result together nobody can reckon one from one to four', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(9), { minLength: PARTS, maxLength: PARTS }), (sizes) => {
        for (const set of reckonedFrom(shownSets(sizes))) {
          const size = sizeOf(set, sizes);
          expect(size === 0 || size >= LEAST_SHOWN_COUNT).toBe(true);
        }
      }),
      { numRuns: 2_000 },
    );
  });
});

/**
 * Everybody of a procedure is in one part: out by the screening, by the assessment, by the oral test; past that in neither
 * group; found suitable and withdrawn; suitable, or unsuitable, when the result was submitted. Sets of parts are bits.
 */
const PARTS = 7;
const EVERYBODY = (1 << PARTS) - 1;
const [SUITABLE, UNSUITABLE, FOUND] = [0b0100000, 0b1000000, 0b0110000];
const THROUGH = {
  ELIGIBILITY_SCREENING: 0b1111110,
  COMPUTER_ASSESSMENT: 0b1111100,
  ORAL_TEST: 0b1111000,
  RESULT: FOUND,
};

const sizeOf = (set: number, sizes: readonly number[]): number =>
  sizes.reduce((sum, size, part) => sum + ((set >> part) & 1) * size, 0);

/** Whose numbers everyone is shown. */
function shownSets(sizes: readonly number[]): number[] {
  const through = Object.entries(THROUGH) as [StepKind, number][];
  const counts = countsShown({
    ...{ candidates: sizeOf(EVERYBODY, sizes), submitted: true },
    steps: through.map(([kind, set]) => ({
      ...{ stepId: kind, kind, status: 'CONCLUDED' as const, passed: sizeOf(set, sizes) },
    })),
  });
  const groups = { suitable: sizeOf(SUITABLE, sizes), unsuitable: sizeOf(UNSUITABLE, sizes) };
  const isShown = (kind: StepKind) => counts.steps.find(({ stepId }) => stepId === kind)?.passed !== null;
  return [
    ...(counts.candidates === null ? [] : [EVERYBODY]),
    ...through.flatMap(([kind, set]) => (isShown(kind) ? [set] : [])),
    ...(publishedCounts(groups, counts) === null ? [] : [SUITABLE, UNSUITABLE]),
  ];
}

/** All sets whose number follows: of what is within another the rest, of what has nothing in common the whole. */
function reckonedFrom(shown: readonly number[]): ReadonlySet<number> {
  const known = new Set(shown);
  for (const one of known) {
    for (const other of known) {
      if ((one & other) === other) known.add(one & ~other);
      if ((one & other) === one) known.add(other & ~one);
      if ((one & other) === 0) known.add(one | other);
    }
  }
  return known;
}
