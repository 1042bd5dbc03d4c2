import type { Period, Problem } from '@mandate-graph/domain';
import { type Difference, differences } from '../subject/differences.rules.ts';

export const MAX_HISTORY = 100;

/** What is wrong with how much of a history is asked for. */
export function pageProblems({ first, before }: { first: number; before: number | null }): readonly Problem[] {
  const problems: Problem[] = [];
  if (first < 1 || first > MAX_HISTORY) {
    const rule = `first must be from 1 to ${MAX_HISTORY}, but got: ${first}.`;
    problems.push({ path: 'first', code: 'OUT_OF_RANGE', value: String(first), rule });
  }
  if (before !== null && before < 1) {
    const rule = `before must be a version, from 1, but got: ${before}.`;
    problems.push({ path: 'before', code: 'OUT_OF_RANGE', value: String(before), rule });
  }
  return problems;
}

/** What a version changed. Of a subject of which nothing was known before, nothing is compared: all of it is new. */
export const changesOf = <S extends object>(
  before: readonly Period<S>[],
  after: readonly Period<S>[],
): readonly Difference[] => (before.length === 0 ? [] : differences(before.map(valuesOf), after.map(valuesOf)));

/** Without where the values come from: a state that comes or goes as a whole is shown as a whole. */
function valuesOf<S extends object>({ state, ...valid }: Period<S>): Period<object> {
  const { notice, sources, ...values } = state as Record<string, unknown>;
  return { ...valid, state: values };
}
