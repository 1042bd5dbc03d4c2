import fc from 'fast-check';

/*
 * A calendar that walks one day at a time, made of nothing but the lengths of months: slow, and with nothing in common
 * with the calendar that the rules use. Days are yyyy-mm-dd.
 */

const LENGTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;
const isLeap = (year: number) => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
const lengthOf = (year: number, month: number) => (month === 2 && isLeap(year) ? 29 : LENGTHS[month - 1]!);
const parts = (day: string) => day.split('-').map(Number) as [year: number, month: number, day: number];
const written = (year: number, month: number, day: number) =>
  [String(year).padStart(4, '0'), String(month).padStart(2, '0'), String(day).padStart(2, '0')].join('-');

export function dayAfter(day: string): string {
  const [year, month, number] = parts(day);
  if (number < lengthOf(year, month)) return written(year, month, number + 1);
  return month < 12 ? written(year, month + 1, 1) : written(year + 1, 1, 1);
}

export function dayBefore(day: string): string {
  const [year, month, number] = parts(day);
  if (number > 1) return written(year, month, number - 1);
  return month > 1 ? written(year, month - 1, lengthOf(year, month - 1)) : written(year - 1, 12, 31);
}

/** A term in days, in months or in years. */
export type Term = readonly [amount: number, unit: 'D' | 'M' | 'Y'];
export const isoOf = ([amount, unit]: Term): string => `P${amount}${unit}`;

/** Walks from a day to the one that corresponds to it after a term: the same number, or the last day of its month. */
export function walkTo(start: string, [amount, unit]: Term): string {
  let day = start;
  if (unit === 'D') {
    for (let walked = 0; walked < amount; walked += 1) day = dayAfter(day);
    return day;
  }
  let months = unit === 'Y' ? amount * 12 : amount;
  while (months > 0) {
    const next = dayAfter(day);
    if (next.endsWith('-01')) months -= 1;
    day = next;
  }
  const wanted = start.slice(-2);
  while (day.slice(-2) !== wanted && !dayAfter(day).endsWith('-01')) day = dayAfter(day);
  return day;
}

/** 0 for a Sunday. 2 January 2000 was one. */
const weekdayOf = (day: string) => Math.round((Date.parse(day) - Date.parse('2000-01-02')) / 86_400_000) % 7;

function lastSundayOf(year: number, month: number): string {
  let day = written(year, month, lengthOf(year, month));
  while (weekdayOf(day) !== 0) day = dayBefore(day);
  return day;
}

/** Summer time starts and ends in the night of the last Sunday of March and of October, after midnight. */
export function midnightOf(day: string): number {
  const [year] = parts(day);
  const summer = day > lastSundayOf(year, 3) && day <= lastSundayOf(year, 10);
  return Date.parse(`${day}T00:00:00Z`) - (summer ? 2 : 1) * 3_600_000;
}

const EDGES = ['-02-28', '-02-29', '-03-01', '-04-30', '-08-29', '-08-31', '-10-31', '-12-30', '-12-31', '-01-31'];
const years = fc.integer({ min: 2015, max: 2031 });
const ends = fc
  .tuple(years, fc.constantFrom(...EDGES))
  .map(([year, end]) => (end === '-02-29' && !isLeap(year) ? `${year}-02-28` : `${year}${end}`));
const changes = fc.tuple(years, fc.constantFrom(3, 10)).map(([year, month]) => lastSundayOf(year, month));
const any = fc
  .tuple(years, fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 31 }))
  .map(([year, month, day]) => written(year, month, Math.min(day, lengthOf(year, month))));

/** Days, with those on which calendars go wrong more often than others. */
export const aDay: fc.Arbitrary<string> = fc.oneof(ends, changes, any);

export const aTerm: fc.Arbitrary<Term> = fc.oneof(
  fc.constantFrom<Term>([2, 'M'], [6, 'M'], [2, 'Y'], [60, 'D'], [30, 'D'], [4, 'M'], [1, 'D'], [1, 'M'], [5, 'Y']),
  fc.tuple(fc.integer({ min: 1, max: 70 }), fc.constantFrom('D', 'M')),
);
