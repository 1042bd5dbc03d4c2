import type { Problem } from '@mandate-graph/domain';
import { Temporal } from 'temporal-polyfill';
import { problem } from '../writing/problem.rules.ts';

/** Longer is a slip of the pen. */
const MOST_YEARS = 100;

/**
 * The last day of a term that begins on a day (yyyy-mm-dd), which counts whole: the day before the one that corresponds
 * to the first. A month without such a day ends the term on its last one: six years from 29 February 2024 last up to and
 * including 28 February 2030, six months from 31 August up to and including the last of February.
 */
export function lastDayOf(startsOn: string, duration: string): string {
  const { years, months, weeks, days } = Temporal.Duration.from(duration);
  const first = Temporal.PlainDate.from(startsOn);
  const corresponding = first.add({ years, months });
  const after = corresponding.day === first.day ? corresponding : corresponding.add({ days: 1 });
  return after.add({ weeks, days }).subtract({ days: 1 }).toString();
}

/** What is wrong with the duration of a mandate, ISO 8601: it is in calendar units, and more than nothing. */
export function durationProblems(path: string, duration: string): Problem[] {
  const { sign, years, months, weeks, days, ...rest } = unitsOf(duration);
  if (sign !== 1 || Object.values(rest).some((part) => part !== 0)) {
    return [
      problem(path, 'NOT_IN_DAYS', duration, `${path} must be in years, months, weeks and days, at least one day`),
    ];
  }
  if (years + months / 12 + weeks / 52 + days / 365 > MOST_YEARS) {
    return [problem(path, 'TOO_LONG', duration, `${path} must be at most ${MOST_YEARS} years`)];
  }
  return [];
}

function unitsOf(duration: string) {
  const { sign, years, months, weeks, days, hours, minutes, seconds, milliseconds, microseconds, nanoseconds } =
    Temporal.Duration.from(duration);
  return { sign, years, months, weeks, days, hours, minutes, seconds, milliseconds, microseconds, nanoseconds };
}
