import { Temporal } from 'temporal-polyfill';
import { localDay, startOfDay } from './calendar.ts';

/**
 * The first instant after a period in calendar days, months or years (ISO 8601) that runs from an instant. The day it
 * starts on does not count; the last day does, whole. A month without that day ends it on its last one: two months from
 * 31 December end with February.
 */
export const endOfPeriod = (start: Temporal.Instant, duration: string): Temporal.Instant =>
  startOfDay(localDay(start).add(Temporal.Duration.from(duration)).add({ days: 1 }).toString());

/** The last local day before an end, yyyy-mm-dd. */
export const lastDayBefore = (end: Temporal.Instant): string => localDay(end.subtract({ nanoseconds: 1 })).toString();

/** What started at this instant or later is not over now, of a period in one unit: for finding what may be. */
export const startOfOver = (now: Temporal.Instant, duration: string): Temporal.Instant =>
  startOfDay(localDay(now).subtract(Temporal.Duration.from(duration)).toString());

export const latest = (...instants: readonly Temporal.Instant[]): Temporal.Instant =>
  instants.reduce((one, other) => (Temporal.Instant.compare(one, other) < 0 ? other : one));

export const isOver = (end: Temporal.Instant, now: Temporal.Instant): boolean =>
  Temporal.Instant.compare(end, now) <= 0;
