import { Temporal } from 'temporal-polyfill';
import { parseInstant } from './instant.ts';

/** Header in which the gateway tells a subgraph when the request came to it, by the clock that both go by. */
export const ARRIVAL_HEADER = 'x-mandate-graph-arrival';

/** A request is answered, or given up, within this time; and clocks of machines differ by less. */
const LONGEST = { seconds: 60 };

/**
 * When a request arrived: what the gateway says, so that waiting in line costs nobody a deadline. A subgraph goes by its
 * own clock where nothing is said, or what cannot be: a clock that was set meanwhile.
 */
export function arrivalOf(header: string | undefined, now: Temporal.Instant): Temporal.Instant {
  const arrived = header === undefined ? null : parseInstant(header);
  if (arrived === null) return now;
  const isPossible =
    Temporal.Instant.compare(arrived, now.subtract(LONGEST)) >= 0 && Temporal.Instant.compare(arrived, now) <= 0;
  return isPossible ? arrived : now;
}
