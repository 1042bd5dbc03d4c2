import type { Problem } from '@mandate-graph/domain';
import { problem } from '../writing/problem.rules.ts';
import type { Terms } from './mandate.terms.rules.ts';

/** A mandate, as far as its end depends on it. */
interface Standing {
  readonly terms: Pick<Terms, 'startsOn' | 'endsOn'>;
  readonly endsOn: string | null;
}

/** What speaks against a mandate ending on a day: it lasts a day at least, and no longer than its term. */
export function endProblems(endsOn: string, { terms, endsOn: standing }: Standing): Problem[] {
  const { startsOn, endsOn: last } = terms;
  if (endsOn < startsOn) {
    return [problem('endsOn', 'EMPTY_RANGE', endsOn, `endsOn must not be before ${startsOn}, when the mandate began`)];
  }
  if (last !== null && endsOn > last) {
    return [problem('endsOn', 'AFTER_THE_TERM', endsOn, `endsOn must not be after ${last}, the last day of its term`)];
  }
  if (endsOn !== standing) return [];
  return [problem('endsOn', 'NOTHING_TO_CHANGE', endsOn, 'endsOn must be another day than the one it ends on already')];
}

/** Longer is not a name, but a text about somebody. */
const MOST_IN_NAME = 200;

/** A name is personal, so it is not shown. */
export function nameProblems(name: string): Problem[] {
  if (name.length <= MOST_IN_NAME && !name.includes('\n')) return [];
  const rule = `publishedName must be on one line, in at most ${MOST_IN_NAME} characters`;
  return [problem('publishedName', 'NOT_A_NAME', null, rule)];
}
