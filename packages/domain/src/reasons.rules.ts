import type { Problem } from './problem.ts';

/** Fewer characters can hardly be the reasons of anything. */
export const LEAST_REASONS = 20;

/** How an institution gives the reasons of a decision, whatever it decides on. What it wrote is not repeated. */
export function reasonsProblems(reasons: string | null): readonly Problem[] {
  const { length } = (reasons ?? '').trim();
  if (length >= LEAST_REASONS) return [];
  const rule = `reasons must have at least ${LEAST_REASONS} characters (law of 29 July 1991 on formal reasons), but has ${length}.`;
  return [{ path: 'reasons', code: 'TOO_SHORT', value: null, rule }];
}
