import { LEAST_SHOWN_COUNT, type StepKind } from '@mandate-graph/domain';
import type { RecordedStepStatus } from '../procedure/procedure.rules.ts';

/** How many candidates a step let through: at the result, those who were found suitable. */
export interface StepNumber {
  readonly stepId: string;
  readonly kind: StepKind;
  readonly status: RecordedStepStatus;
  readonly passed: number;
}

/** The numbers of a procedure; its steps in their order. */
export interface Numbers {
  readonly candidates: number;
  /** The committee has submitted its result. */
  readonly submitted: boolean;
  readonly steps: readonly StepNumber[];
}

export interface StepCount {
  readonly stepId: string;
  readonly passed: number | null;
}

/** Null: not shown. */
export interface Counts {
  readonly candidates: number | null;
  readonly admitted: number | null;
  readonly suitable: number | null;
  readonly steps: readonly StepCount[];
}

/** As they are: for whoever decides on persons anyway. */
export const exactCounts = ({ candidates, steps }: Numbers): Counts => countsOf(candidates, steps);

/**
 * As anyone may know them. Of steps that are over only, so that nobody is seen going by; no small number, and none
 * from which a small one follows: each number is of some of those in the one before, so their difference is one as well.
 */
export function publishedCounts({ candidates, submitted, steps }: Numbers): Counts {
  let last: number | null = null;
  const shown = (count: number): number | null => {
    if (count < LEAST_SHOWN_COUNT || (last !== null && last - count < LEAST_SHOWN_COUNT)) return null;
    last = count;
    return count;
  };
  const all = shown(candidates);
  const result = steps.findIndex(({ kind }) => kind === 'RESULT');
  const isOver = (step: StepNumber, at: number) =>
    at < result ? step.status === 'CONCLUDED' : at === result && submitted;
  return countsOf(
    all,
    steps.map((step, at) => ({ ...step, passed: isOver(step, at) ? shown(step.passed) : null })),
  );
}

const countsOf = (candidates: number | null, steps: readonly (StepCount & Pick<StepNumber, 'kind'>)[]): Counts => ({
  candidates,
  admitted: steps.find(({ kind }) => kind === 'ELIGIBILITY_SCREENING')?.passed ?? null,
  suitable: steps.find(({ kind }) => kind === 'RESULT')?.passed ?? null,
  steps: steps.map(({ stepId, passed }) => ({ stepId, passed })),
});
