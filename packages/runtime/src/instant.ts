import { TIME_ZONE } from '@mandate-graph/domain';
import { Temporal } from 'temporal-polyfill';

/** An instant, or a local date-time without offset taken in Brussels. */
export function parseInstant(text: string): Temporal.Instant | null {
  try {
    return Temporal.Instant.from(text);
  } catch {
    try {
      return Temporal.PlainDateTime.from(text).toZonedDateTime(TIME_ZONE).toInstant();
    } catch {
      return null;
    }
  }
}

/** What the database gives for a `timestamptz`, as it is reckoned with. */
export const instantOf = (date: Date): Temporal.Instant => Temporal.Instant.fromEpochMilliseconds(date.getTime());
