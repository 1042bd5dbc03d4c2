import { localDay, startOfDay } from '@mandate-graph/domain';
import { Temporal } from 'temporal-polyfill';

/**
 * The first instant at which it is too late to report a problem with a session to the contact person: the end of the day
 * that lies a number of working days before the day of the session. Working days are a choice, since the notice only
 * counts them: Monday to Friday, but for the ten public holidays of Belgium.
 */
export function reportProblemsUntil(startsAt: Temporal.Instant, workingDays: number): Temporal.Instant {
  let day = localDay(startsAt);
  for (let left = workingDays; left > 0; ) {
    day = day.subtract({ days: 1 });
    if (isWorkingDay(day)) left -= 1;
  }
  return startOfDay(day.add({ days: 1 }).toString());
}

export const isWorkingDay = (day: Temporal.PlainDate): boolean =>
  day.dayOfWeek <= 5 && !publicHolidays(day.year).includes(day.toString());

/** yyyy-mm-dd. */
export function publicHolidays(year: number): readonly string[] {
  const easter = easterOf(year);
  const moving = [1, 39, 50].map((days) => easter.add({ days }).toString());
  return [...FIXED.map((day) => `${String(year).padStart(4, '0')}-${day}`), ...moving];
}

const FIXED = ['01-01', '05-01', '07-21', '08-15', '11-01', '11-11', '12-25'];

/** Easter Sunday in the Gregorian calendar, by the rule of Meeus, Jones and Butcher. */
function easterOf(year: number): Temporal.PlainDate {
  const [a, b, c] = [year % 19, Math.floor(year / 100), year % 100];
  const [d, e] = [Math.floor(b / 4), b % 4];
  const g = Math.floor((8 * b + 13) / 25);
  const h = (19 * a + b - d - g + 15) % 30;
  const [i, k] = [Math.floor(c / 4), c % 4];
  const l = (32 + 2 * e + 2 * i - h - k) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const sum = h + l - 7 * m + 114;
  return new Temporal.PlainDate(year, Math.floor(sum / 31), (sum % 31) + 1);
}
