import { describe, expect, test } from '@jest/globals';
import { LEAST_SHOWN_COUNT, type StepKind } from '@mandate-graph/domain';
import fc from 'fast-check';
import { exactCounts, type Numbers, publishedCounts } from './count.rules.ts';

const KINDS: readonly StepKind[] = [
  ...(['ELIGIBILITY_SCREENING', 'COMPUTER_ASSESSMENT', 'ORAL_TEST', 'RESULT', 'ADDITIONAL_INTERVIEW'] as const),
];
const numbers = (candidates: number, passed: readonly number[], own: Partial<Numbers> = {}): Numbers => ({
  ...{ candidates, submitted: true },
  steps: KINDS.map((kind, at) => ({ ...{ stepId: kind, kind, status: 'CONCLUDED' }, passed: passed[at]! })),
  ...own,
});
const published = (...given: Parameters<typeof numbers>) => {
  const { candidates, steps } = publishedCounts(numbers(...given));
  return [candidates, ...steps.map(({ passed }) => passed)];
};

describe('the counts of a procedure', () => {
  test('are exact for whoever decides on persons', () => {
    expect(exactCounts(numbers(7, [4, 3, 2, 1, 0], { submitted: false }))).toEqual({
      ...{ candidates: 7, admitted: 4, suitable: 1 },
      steps: KINDS.map((stepId, at) => ({ stepId, passed: [4, 3, 2, 1, 0][at] })),
    });
    expect(exactCounts({ candidates: 0, submitted: false, steps: [] })).toEqual({
      ...{ candidates: 0, admitted: null, suitable: null, steps: [] },
    });
  });

  test('are shown to everyone from five on, and only where the difference is five or more as well', () => {
    expect(published(40, [30, 20, 12, 5, 5])).toEqual([40, 30, 20, 12, 5, null]);
    expect(published(40, [36, 35, 34, 4, 4])).toEqual([40, null, 35, null, null, null]);
    expect(published(20, [20, 20, 20, 20, 20])).toEqual([20, null, null, null, null, null]);
    expect(published(4, [4, 0, 0, 0, 0])).toEqual(Array(6).fill(null));
    expect(publishedCounts(numbers(40, [30, 20, 12, 5, 5]))).toMatchObject({ admitted: 30, suitable: 5 });
  });

  test('of a step are shown once it is concluded, of the result once it is submitted', () => {
    const running = numbers(40, [30, 20, 12, 5, 5]);
    const steps = running.steps.map((step, at) => ({ ...step, status: at === 0 ? 'CONCLUDED' : 'RUNNING' }) as const);
    const { candidates, admitted, suitable, steps: counted } = publishedCounts({ ...running, steps, submitted: false });
    expect({ candidates, admitted, suitable }).toEqual({ candidates: 40, admitted: 30, suitable: null });
    expect(counted.map(({ passed }) => passed)).toEqual([30, null, null, null, null]);
  });

  test('give away no number from one to four, and nothing of those that are not shown', () => {
    const falling = fc
      .tuple(fc.nat(60), fc.array(fc.nat(20), { minLength: KINDS.length, maxLength: KINDS.length }))
      .map(([candidates, lost]) => {
        let left = candidates;
        const passed = lost.map((count) => {
          left = Math.max(0, left - count);
          return left;
        });
        return { candidates, passed };
      });
    fc.assert(
      fc.property(falling, ({ candidates, passed }) => {
        const shown = published(candidates, passed).filter((count) => count !== null);
        for (const [at, count] of shown.entries()) {
          expect(count).toBeGreaterThanOrEqual(LEAST_SHOWN_COUNT);
          if (at > 0) expect(shown[at - 1]! - count).toBeGreaterThanOrEqual(LEAST_SHOWN_COUNT);
        }
      }),
    );
  });
});
