import { describe, expect, test } from '@jest/globals';
import { CANDIDACY_STATUSES, type CandidacyStatus } from '@mandate-graph/domain';
import fc from 'fast-check';
import { RUNNING_STATUSES } from '../procedure/procedure.state.rules.ts';
import {
  isOutcomeShown,
  lastShown,
  RULED_OUT,
  type Shown,
  type Standing,
  shownToCandidate,
} from './candidacy.shown.rules.ts';
import { STEP_RESULTS } from './candidacy.state.rules.ts';

/** Where a candidate of whom nothing was concluded yet stands before the result. */
const WAITS: Shown = { status: 'IN_PROGRESS', stepId: 'result', version: 5 };
const standing = (status: CandidacyStatus, own: Partial<Standing> = {}): Standing => ({
  ...{ status, stepId: 'oral', version: 9, procedureStatus: 'RUNNING', result: null, resultStepId: 'result' },
  ...{ afterResult: false, stepSent: false, resultSent: false, decisionSent: false },
  ...{ withdrawn: false, before: WAITS, versionSuitable: 7 },
  ...own,
});
const shown = (status: CandidacyStatus, own: Partial<Standing> = {}) => {
  const { status: as, stepId, version } = shownToCandidate(standing(status, own));
  return `${as} ${stepId} ${version}`;
};

describe('a candidate is shown', () => {
  test('an exclusion by a person once it was sent, and one by a rule at once', () => {
    const before = { ...WAITS, stepId: 'oral' };
    expect(shown('EXCLUDED', { result: 'FAILED', before })).toBe('IN_PROGRESS oral 5');
    // A pass was corrected: they had gone on, and are still there.
    expect(shown('EXCLUDED', { result: 'FAILED', stepId: 'assessment', before })).toBe('IN_PROGRESS oral 5');
    expect(shown('EXCLUDED', { result: 'FAILED', stepSent: true })).toBe('EXCLUDED oral 9');
    for (const result of RULED_OUT) expect(shown('EXCLUDED', { result })).toBe('EXCLUDED oral 9');
  });

  test('the group once the result was sent, and until then the step of the result, for either group', () => {
    for (const status of ['SUITABLE', 'UNSUITABLE'] as const) {
      expect(shown(status, { stepId: 'result' })).toBe('IN_PROGRESS result 5');
      expect(shown(status, { stepId: 'result', resultSent: true })).toBe(`${status} result 9`);
    }
    expect(shown('SUITABLE', { stepId: 'interview', afterResult: true })).toBe('IN_PROGRESS result 5');
    expect(shown('SUITABLE', { stepId: 'interview', afterResult: true, resultSent: true })).toBe(
      'SUITABLE interview 9',
    );
  });

  test('that another was appointed once that was sent, and until then what was sent before', () => {
    expect(shown('NOT_APPOINTED')).toBe('IN_PROGRESS result 5');
    expect(shown('NOT_APPOINTED', { resultSent: true })).toBe('SUITABLE oral 7');
    expect(shown('NOT_APPOINTED', { resultSent: true, decisionSent: true })).toBe('NOT_APPOINTED oral 9');
  });

  test('after a withdrawal or the end of the vacancy, no step or version that tells of the group', () => {
    for (const status of ['WITHDRAWN', 'DISCONTINUED'] as const) {
      expect(shown(status, { stepId: 'interview', afterResult: true })).toBe(`${status} result 6`);
      expect(shown(status, { before: { ...WAITS, stepId: 'oral', version: 8 } })).toBe(`${status} oral 9`);
      expect(shown(status, { before: null })).toBe(`${status} oral 9`);
      expect(shown(status, { stepId: null, afterResult: true, resultSent: true })).toBe(`${status} null 9`);
    }
  });

  test('when the vacancy was withdrawn, the same end whatever had been decided and not sent', () => {
    const procedureStatus = 'CANCELLED' as const;
    expect(shown('UNSUITABLE', { procedureStatus })).toBe('DISCONTINUED result 6');
    const before = { ...WAITS, stepId: 'oral' };
    expect(shown('EXCLUDED', { procedureStatus, result: 'FAILED', before })).toBe('DISCONTINUED oral 6');
  });

  test('after a withdrawal, the same end whatever had been decided and not sent', () => {
    const out = { withdrawn: true };
    for (const status of ['UNSUITABLE', 'NOT_APPOINTED', 'WITHDRAWN'] as const)
      expect(shown(status, out)).toBe('WITHDRAWN result 6');
    expect(shown('EXCLUDED', { ...out, result: 'FAILED' })).toBe('WITHDRAWN result 6');
    expect(shown('EXCLUDED', { ...out, result: 'FAILED', procedureStatus: 'CANCELLED' })).toBe('WITHDRAWN result 6');
    expect(shown('NOT_APPOINTED', { ...out, resultSent: true })).toBe('WITHDRAWN oral 8');
    expect(shown('UNSUITABLE', { ...out, resultSent: true })).toBe('UNSUITABLE oral 9');
  });

  test('what was sent to them before another conclusion was come to, until that is sent', () => {
    const before = { status: 'UNSUITABLE', stepId: 'result', version: 6 } as const;
    expect(shown('SUITABLE', { before })).toBe('UNSUITABLE result 6');
  });

  test('what they did or were asked themselves', () => {
    for (const status of ['IN_PROGRESS', 'SELECTED', 'APPOINTED', 'DECLINED'] as const)
      expect(shown(status)).toBe(`${status} oral 9`);
  });
});

test('nothing that was not sent shows: whoever is in either group is shown the same', () => {
  const any = fc.record({
    procedureStatus: fc.constantFrom(...RUNNING_STATUSES),
    stepId: fc.constantFrom('result', 'interview', null),
    before: fc.integer({ min: 1, max: 5 }).map((version) => ({ ...WAITS, version })),
    withdrawn: fc.boolean(),
  });
  fc.assert(
    fc.property(
      ...([any, fc.integer({ min: 6, max: 20 }), fc.integer({ min: 6, max: 20 })] as const),
      (own, one, other) => {
        const suitable = shownToCandidate(
          standing('SUITABLE', { ...own, version: one, afterResult: own.stepId !== 'result' }),
        );
        expect(shownToCandidate(standing('UNSUITABLE', { ...own, stepId: 'result', version: other }))).toEqual(
          suitable,
        );
      },
    ),
  );
  expect(new Set(CANDIDACY_STATUSES.map((status) => shownToCandidate(standing(status)).status))).toEqual(
    new Set(['IN_PROGRESS', 'WITHDRAWN', 'SELECTED', 'APPOINTED', 'DECLINED', 'DISCONTINUED']),
  );
});

test('outcomes are shown at once where they are good or of a rule, and else once they were sent', () => {
  const outcome = { fromResult: false, stepSent: false, resultSent: false } as const;
  const atOnce = STEP_RESULTS.filter((result) => isOutcomeShown({ ...outcome, result }));
  expect(STEP_RESULTS.filter((result) => !atOnce.includes(result))).toEqual(['FAILED']);
  expect(isOutcomeShown({ ...outcome, result: 'FAILED', resultSent: true })).toBe(false);
  expect(isOutcomeShown({ ...outcome, result: 'FAILED', stepSent: true })).toBe(true);
  for (const result of STEP_RESULTS) {
    expect(isOutcomeShown({ ...outcome, result, fromResult: true, stepSent: true })).toBe(false);
    expect(isOutcomeShown({ ...outcome, result, fromResult: true, resultSent: true })).toBe(true);
  }
});

test('of an outcome the last version is shown that is at once, or was sent', () => {
  const version = (result: 'PASSED' | 'FAILED', stepSent = false) => ({
    ...{ result, stepSent, fromResult: false, resultSent: false },
  });
  const [passed, told, untold] = [version('PASSED'), version('FAILED', true), version('FAILED')];
  expect(lastShown([untold, passed])).toBe(passed);
  expect(lastShown([untold, told, passed])).toBe(told);
  expect(lastShown([told, passed])).toBe(told);
  expect(lastShown([untold])).toBeUndefined();
});
