import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { booking, session } from '../session/testing/records.ts';
import { brussels } from '../testing/selection.ts';
import {
  attendanceProblems,
  correctionProblems,
  type GivenResult,
  passedDayOf,
  proposalOf,
  reasonsOfResult,
  resultProblems,
  startProblems,
} from './assessment.rules.ts';

const MARK = { atLeast: '60', outOf: '100' };
const codes = (problems: readonly { readonly path: string; readonly code: string }[]) =>
  problems.map(({ path, code }) => `${path} ${code}`);
const result = (
  own: Partial<GivenResult> = {},
  measure = { testCount: 3 as number | null, mark: MARK as typeof MARK | null },
) => codes(resultProblems({ scores: ['60', '70.5', '50'], total: '60.17', passed: true, ...own }, measure));

describe('the result of the assessment', () => {
  test.each([
    ['60', true],
    ['60.000000', true],
    ['60.000001', true],
    ['59.99', false],
    ['59.999999', false],
    ['100', true],
    ['0', false],
  ])('S2.S2: is passed with a score of 60 of 100 or more: %s is %s', (total, passed) => {
    expect(proposalOf(total, MARK)).toBe(passed);
    expect(result({ total, passed })).toEqual([]);
    expect(result({ total, passed: !passed })).toEqual(['passed NOT_AS_SCORED']);
  });

  test('S2.S2: is held exactly against the mark, whatever the decimals', () => {
    const parts = fc.tuple(fc.integer({ min: 0, max: 99 }), fc.integer({ min: 0, max: 999_999 }));
    fc.assert(
      fc.property(parts, ([whole, decimals]) => {
        const total = `${whole}.${String(decimals).padStart(6, '0')}`;
        expect(proposalOf(total, MARK)).toBe(whole >= 60);
      }),
    );
  });

  test('S2.S2: has the scores of all tests that the notice announces', () => {
    expect(result({ scores: ['60', '60'] })).toEqual(['scores NOT_ALL_TESTS']);
    expect(result({ scores: ['60', '60'] }, { testCount: null, mark: MARK })).toEqual([]);
    expect(result({ scores: [] }, { testCount: null, mark: null })).toEqual([]);
  });

  test('lies between nothing and all, and no problem shows what was given', () => {
    const problems = resultProblems(
      { scores: ['-1', '100.01', '100'], total: '101', passed: false },
      { testCount: 3, mark: MARK },
    );
    expect(codes(problems)).toEqual(['scores[0] OUT_OF_RANGE', 'scores[1] OUT_OF_RANGE', 'total OUT_OF_RANGE']);
    expect(problems.map(({ value }) => value)).toEqual([null, null, null]);
    expect(problems.map(({ rule }) => rule).join()).not.toMatch(/-1|100\.01|101/);
  });

  test('is for a person to judge where the notice has no mark', () => {
    const silent = { testCount: null, mark: null };
    expect(proposalOf('12', null)).toBeNull();
    for (const passed of [true, false]) expect(result({ total: '1234', passed }, silent)).toEqual([]);
    expect(result({ total: '-1' }, silent)).toEqual(['total OUT_OF_RANGE']);
  });

  test('against a candidate has reasons', () => {
    expect(reasonsOfResult(true, null)).toEqual([]);
    expect(codes(reasonsOfResult(true, 'Kort.'))).toEqual(['reasons TOO_SHORT']);
    expect(codes(reasonsOfResult(false, null))).toEqual(['reasons TOO_SHORT']);
    expect(reasonsOfResult(false, 'De drempel is niet gehaald.')).toEqual([]);
  });

  test('S2.S2: counts as passed on the day that the regime says', () => {
    const now = brussels('2025-12-02T10:00');
    const on = (value: 'DAY_OF_TEST' | 'DAY_OF_RESULT', passed = true) => {
      const dayOfPassing = { value } as Parameters<typeof passedDayOf>[2]['dayOfPassing'];
      return passedDayOf(passed, '2025-11-20', { dayOfPassing }, now);
    };
    expect([on('DAY_OF_TEST'), on('DAY_OF_RESULT'), on('DAY_OF_TEST', false)]).toEqual([
      ...['2025-11-20', '2025-12-02'],
      null,
    ]);
  });
});

describe('attendance', () => {
  test('is recorded from the start on', () => {
    const { startsAt } = session();
    expect(startProblems(startsAt, startsAt)).toEqual([]);
    expect(codes(startProblems(startsAt, startsAt.subtract({ milliseconds: 1 })))).toEqual(['session NOT_STARTED']);
  });

  test('is recorded once; an absence that does not exclude any more becomes presence', () => {
    const problems = (
      status: Parameters<typeof booking>[0],
      to: 'PRESENT' | 'ABSENT',
      ...others: ReturnType<typeof booking>[]
    ) => codes(attendanceProblems(booking(status), to, [booking(status), ...others]));
    expect(problems('BOOKED', 'PRESENT')).toEqual([]);
    expect(problems('BOOKED', 'ABSENT')).toEqual([]);
    expect(problems('ABSENT', 'PRESENT')).toEqual([]);
    expect(problems('ABSENT', 'ABSENT')).toEqual(['application ALREADY_RECORDED']);
    expect(problems('PRESENT', 'ABSENT')).toEqual(['application ALREADY_RECORDED']);
    expect(problems('ABSENT', 'PRESENT', booking('BOOKED', { id: 'other' }))).toEqual(['application ALREADY_RECORDED']);
    expect(problems('ABSENT', 'PRESENT', booking('RELEASED', { id: 'other' }))).toEqual([]);
  });
});

describe('a correction', () => {
  const steps = { step: 'assessment', next: 'oral' };
  const outcome = (stepId: string, of: 'PASSED' | 'FAILED' | 'ABSENT' | 'HELD') => ({ stepId, result: of });

  test('is possible while nothing has come of the result', () => {
    const inNext = { status: 'IN_PROGRESS', stepId: 'oral' } as const;
    const out = { status: 'EXCLUDED', stepId: 'assessment' } as const;
    const passed = outcome('assessment', 'PASSED');
    expect(correctionProblems(inNext, [passed], steps)).toEqual([]);
    expect(correctionProblems(out, [outcome('assessment', 'FAILED')], steps)).toEqual([]);
    for (const [candidacy, outcomes] of [
      [inNext, [passed, outcome('oral', 'HELD')]],
      [{ ...inNext, stepId: 'result' }, [passed]],
      [{ status: 'WITHDRAWN', stepId: 'oral' }, [passed]],
      [{ status: 'EXCLUDED', stepId: 'oral' }, [passed]],
      [inNext, [outcome('assessment', 'FAILED')]],
    ] as const) {
      expect(codes(correctionProblems(candidacy, outcomes, steps))).toEqual(['application SOMETHING_CAME_OF_IT']);
    }
  });

  test('is of a result that was recorded', () => {
    const waiting = { status: 'IN_PROGRESS', stepId: 'assessment' } as const;
    expect(codes(correctionProblems(waiting, [], steps))).toEqual(['application NOTHING_TO_CORRECT']);
    expect(codes(correctionProblems(waiting, [outcome('assessment', 'ABSENT')], steps))).toEqual([
      'application NOTHING_TO_CORRECT',
    ]);
  });
});
