import type { Problem } from '@mandate-graph/domain';
import { problem } from '../writing/problem.rules.ts';
import { lastDayOf } from './mandate.days.rules.ts';
import type { Terms } from './mandate.terms.rules.ts';

/**
 * The terms of a mandate that is accepted on a day (yyyy-mm-dd). Nobody holds one before it is accepted: after its first
 * day by the decision, it begins on the day of acceptance, and lasts as long as it would have. A day on which it ends
 * whatever its duration stays the last. No text at hand says so: it is a choice, without which an answer that comes late
 * would have to be decided on again.
 */
export function termsAccepted(day: string, terms: Terms): Terms {
  const { startsOn, duration, endsOn, endRule } = terms;
  if (day <= startsOn) return terms;
  const follows = duration !== null && endRule !== 'PRINTED_DAY' && endsOn === lastDayOf(startsOn, duration);
  return { ...terms, startsOn: day, decidedFor: startsOn, endsOn: follows ? lastDayOf(day, duration) : endsOn };
}

/** What speaks against accepting terms: nothing is left of a mandate whose last day is over. */
export const acceptedProblems = ({ startsOn, endsOn }: Terms): Problem[] =>
  endsOn === null || startsOn <= endsOn
    ? []
    : [problem('application', 'AFTER_THE_END', endsOn, 'An appointment is accepted at the latest on its last day')];
