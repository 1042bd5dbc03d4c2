import { Temporal } from 'temporal-polyfill';

/** Whoever needs the time is handed a clock. Calendar rules run in {@link TIME_ZONE}. */
export interface Clock {
  now(): Temporal.Instant;
}

/** The time zone of every legal date in the graph. */
export const TIME_ZONE = 'Europe/Brussels';

export const systemClock: Clock = { now: () => Temporal.Now.instant() };

/** A clock that stands still: for tests, and for reads that must agree with one another. */
export const fixedClock = (instant: string): Clock => {
  const at = Temporal.Instant.from(instant);
  return { now: () => at };
};

/** The local day in Brussels at an instant. */
export const localDay = (instant: Temporal.Instant): Temporal.PlainDate =>
  instant.toZonedDateTimeISO(TIME_ZONE).toPlainDate();

/**
 * The instant at which an inclusive local deadline has passed: the start of the next local day (so the deadline day
 * may last 23 or 25 hours). An arrival is in time when it is strictly before this instant.
 */
export const closesAt = (deadline: string): Temporal.Instant =>
  Temporal.PlainDate.from(deadline).add({ days: 1 }).toZonedDateTime(TIME_ZONE).toInstant();

/** The instant at which a local day begins. */
export const startOfDay = (date: string): Temporal.Instant =>
  Temporal.PlainDate.from(date).toZonedDateTime(TIME_ZONE).toInstant();

/** Whole local days from today to the deadline: 0 on the deadline day itself, null once it has passed. */
export function daysLeft(deadline: string, now: Temporal.Instant): number | null {
  if (Temporal.Instant.compare(now, closesAt(deadline)) >= 0) return null;
  return localDay(now).until(Temporal.PlainDate.from(deadline), { largestUnit: 'day' }).days;
}
