import { Temporal } from 'temporal-polyfill';
import type { Problem } from './problem.ts';

/** Nobody can know yet what will be known: what is wrong with an instant of knowledge, by the time things are recorded at. */
export function futureProblems(path: string, knownAt: string | null, now: Temporal.Instant): readonly Problem[] {
  if (knownAt === null || Temporal.Instant.compare(knownAt, now) <= 0) return [];
  const rule = `${path} must be an instant that has passed for what was known then, but got: ${knownAt}.`;
  return [{ path, code: 'IN_THE_FUTURE', value: knownAt, rule }];
}
