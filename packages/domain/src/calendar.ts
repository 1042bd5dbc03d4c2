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

/** The last day on which something is accepted, inclusive, in {@link TIME_ZONE}. */
export interface LocalDeadline {
  /** yyyy-mm-dd. */
  readonly date: string;
  /** `HH:MM` when one is stated; null: the whole local day counts. */
  readonly timeOfDay: string | null;
}

/**
 * The first instant that is too late. Without a time of day that is the start of the next local day (so the last day
 * may have 23 or 25 hours); with one, it is that time. An arrival is in time when it is strictly before.
 */
export function closesAt({ date, timeOfDay }: LocalDeadline): Temporal.Instant {
  const day = Temporal.PlainDate.from(date);
  if (timeOfDay === null) return day.add({ days: 1 }).toZonedDateTime(TIME_ZONE).toInstant();
  return day.toZonedDateTime({ timeZone: TIME_ZONE, plainTime: Temporal.PlainTime.from(timeOfDay) }).toInstant();
}

/** The instant at which a local day begins. */
export const startOfDay = (date: string): Temporal.Instant =>
  Temporal.PlainDate.from(date).toZonedDateTime(TIME_ZONE).toInstant();

/** Whole local days from today to the deadline: 0 on the deadline day itself, null once it has passed. */
export function daysLeft(deadline: LocalDeadline, now: Temporal.Instant): number | null {
  if (Temporal.Instant.compare(now, closesAt(deadline)) >= 0) return null;
  return localDay(now).until(Temporal.PlainDate.from(deadline.date), { largestUnit: 'day' }).days;
}
