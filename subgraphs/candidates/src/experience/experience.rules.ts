import { isLocalDate, type Problem } from '@mandate-graph/domain';
import { Temporal } from 'temporal-polyfill';

/** A stretch of experience in local days, both inclusive; without an end it is a current job. */
export interface ExperiencePeriod {
  /** yyyy-mm-dd. */
  readonly begin: string;
  readonly end: string | null;
}

/** Experience that counts: local days, both inclusive, sorted, with at least one day between any two. */
export interface CountedPeriod {
  readonly begin: string;
  readonly end: string;
}

/** A calendar length in its largest units: fewer than 12 months and fewer than 31 days. */
export interface ExperienceLength {
  readonly years: number;
  readonly months: number;
  readonly days: number;
}

/** A setting goes with managerial experience only, a domain with useful experience only. */
export const notWithKind = (path: string, kind: string): Problem => ({
  path,
  code: 'NOT_WITH_THIS_KIND',
  value: null,
  rule: `${path} must be left out of ${kind} experience.`,
});

/** Nobody who applies now worked before this day. */
const EARLIEST_BEGIN = '1900-01-01';
const MONTHS_IN_YEAR = 12;
/** Days of different periods make up a month once they fill the longest one, so nobody gains a month by rounding. */
const DAYS_IN_MONTH = 31;

/**
 * The stretches that count, each day once: periods that overlap or follow one another on the next day are one. A
 * current job ends on the date of candidacy, and nothing after that day counts, whatever end is stated.
 */
export function mergedPeriods(periods: readonly ExperiencePeriod[], dateOfCandidacy: string): readonly CountedPeriod[] {
  const counted = periods
    .map(({ begin, end }) => ({ begin, end: end === null || end > dateOfCandidacy ? dateOfCandidacy : end }))
    .filter(({ begin, end }) => begin <= end)
    .sort((one, other) => (one.begin < other.begin ? -1 : Number(one.begin > other.begin)));
  const merged: CountedPeriod[] = [];
  for (const period of counted) {
    const last = merged.at(-1);
    if (last === undefined || period.begin > dayAfter(last.end)) merged.push(period);
    else if (period.end > last.end) merged[merged.length - 1] = { begin: last.begin, end: period.end };
  }
  return merged;
}

/**
 * How long somebody has experience. Periods are merged (a day counts once), gaps do not count, and the calendar lengths
 * of the merged periods are added: years, months and days each, 31 days making a month and 12 months a year.
 *
 * A month counts as one however short it is. A period is read in the way that gives most whole months: from its first
 * day, or from the first of a shorter month within it. This makes the length additive to the day, so that no day of
 * experience can make it smaller, and a single period reaches N years exactly when N calendar years lie between its
 * first day and the day after its last (from 29 February: with the last day of February).
 */
export const experienceLength = (periods: readonly ExperiencePeriod[], dateOfCandidacy: string): ExperienceLength =>
  asLength(mergedPeriods(periods, dateOfCandidacy).reduce((total, period) => total + unitsOf(period), 0));

/** True when the length is at least the required ISO 8601 duration in years, months, weeks and days. */
export const reaches = (length: ExperienceLength, required: string): boolean =>
  unitsIn(length) >= unitsIn(durationOf(required));

/** What a length falls short of a required duration, at most: a month that is filled counts whole. Null when it reaches it. */
export function shortfall(length: ExperienceLength, required: string): ExperienceLength | null {
  const lacking = unitsIn(durationOf(required)) - unitsIn(length);
  return lacking <= 0 ? null : asLength(lacking);
}

/** What is wrong with a period as entered on a day, which is the last one anybody can have experience of. */
export function periodProblems(path: string, { begin, end }: ExperiencePeriod, today: string): readonly Problem[] {
  const problem = (field: 'begin' | 'end', code: string, value: string, rule: string): Problem => ({
    path: `${path}.${field}`,
    code,
    value,
    rule: `${path}.${field} must be ${rule}, but got: ${value}.`,
  });
  const malformed = [['begin', begin] as const, ...(end === null ? [] : [['end', end] as const])].filter(
    ([, day]) => !isLocalDate(day),
  );
  if (malformed.length > 0)
    return malformed.map(([field, day]) => problem(field, 'NOT_A_DAY', day, 'a day that exists, written yyyy-mm-dd'));
  return [
    ...(begin < EARLIEST_BEGIN ? [problem('begin', 'TOO_EARLY', begin, `no earlier than ${EARLIEST_BEGIN}`)] : []),
    ...(begin > today ? [problem('begin', 'IN_THE_FUTURE', begin, `a day until today, ${today}`)] : []),
    ...(end !== null && end > today
      ? [problem('end', 'IN_THE_FUTURE', end, `a day until today, ${today}, or empty for a current job`)]
      : []),
    ...(end !== null && end < begin
      ? [problem('end', 'BEFORE_BEGIN', end, `no earlier than the begin, ${begin}`)]
      : []),
  ];
}

const dayAfter = (day: string): string => Temporal.PlainDate.from(day).add({ days: 1 }).toString();

/** Days, with what a shorter month lacks to 31 added for each of them that lies whole within the period. */
function unitsOf({ begin, end }: CountedPeriod): number {
  const first = Temporal.PlainDate.from(begin);
  const after = Temporal.PlainDate.from(end).add({ days: 1 });
  const [firstDay, afterDay] = [dayCode(first), dayCode(after)];
  let units = first.until(after, { largestUnit: 'day' }).days;
  for (let year = first.year; year <= after.year; year += 1) {
    for (const month of SHORTER_MONTHS) {
      const closing = dayCode({ year, month, day: daysInMonth(year, month) });
      if (closing < firstDay) continue;
      const start = Math.max(firstDay, dayCode({ year, month, day: 1 }));
      // The month after a shorter one has 31 days, so the same day exists in it.
      if (start + NEXT_MONTH <= afterDay) units += DAYS_IN_MONTH - daysInMonth(year, month);
    }
  }
  return units;
}

/** yyyymmdd as a number: sorts as the days do. */
const dayCode = ({ year, month, day }: { year: number; month: number; day: number }): number =>
  (year * 100 + month) * 100 + day;
const NEXT_MONTH = 100;

const SHORTER_MONTHS = [2, 4, 6, 9, 11] as const;
const daysInMonth = (year: number, month: (typeof SHORTER_MONTHS)[number]): number => {
  if (month !== 2) return 30;
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
};

const unitsIn = ({ years, months, days }: ExperienceLength): number =>
  (years * MONTHS_IN_YEAR + months) * DAYS_IN_MONTH + days;

const asLength = (units: number): ExperienceLength => ({
  years: Math.floor(units / (MONTHS_IN_YEAR * DAYS_IN_MONTH)),
  months: Math.floor(units / DAYS_IN_MONTH) % MONTHS_IN_YEAR,
  days: units % DAYS_IN_MONTH,
});

function durationOf(required: string): ExperienceLength {
  const { years, months, weeks, days, sign, hours, minutes, seconds, milliseconds, microseconds, nanoseconds } =
    Temporal.Duration.from(required);
  const ofTime = [hours, minutes, seconds, milliseconds, microseconds, nanoseconds];
  if (sign < 0 || ofTime.some((amount) => amount !== 0))
    throw new RangeError(`A required duration must be in years, months, weeks and days, but got: ${required}.`);
  return { years, months, days: weeks * 7 + days };
}
