import { TIME_ZONE } from '@mandate-graph/domain';
import { parseInstant } from '@mandate-graph/runtime';
import { Temporal } from 'temporal-polyfill';
import { Refusal } from './failure.ts';

/** What can be done with the demonstration clock. */
export interface SettableClock {
  now(): Temporal.Instant;
  set(instant: Temporal.Instant): Promise<void>;
  reset(): Promise<void>;
}

const USAGE = 'now, reset, set <instant> (2025-09-20T09:00:00+02:00), or advance <duration> (P7D, PT3H, -P1M)';

/** Reads the words of a command; what it gives does it. */
export function clockCommand(words: readonly string[]): (clock: SettableClock) => Promise<void> {
  const [command, argument, ...more] = words;
  if (command === 'now' && argument === undefined) return async () => {};
  if (command === 'reset' && argument === undefined) return (clock) => clock.reset();
  if (argument !== undefined && more.length === 0) {
    if (command === 'set') return setting(argument);
    if (command === 'advance') return advancing(argument);
  }
  throw new Refusal(`The clock takes one of: ${USAGE}; but got: ${words.join(' ') || 'nothing'}.`);
}

function setting(text: string): (clock: SettableClock) => Promise<void> {
  const instant = parseInstant(text);
  if (instant !== null) return (clock) => clock.set(instant);
  throw new Refusal(`The instant must be one such as 2025-09-20T09:00:00+02:00, but got: ${text}.`);
}

/** Days, months and years are those of the calendar in Brussels: a day may last 23 or 25 hours. */
function advancing(text: string): (clock: SettableClock) => Promise<void> {
  const duration = parseDuration(text);
  return (clock) => clock.set(clock.now().toZonedDateTimeISO(TIME_ZONE).add(duration).toInstant());
}

function parseDuration(text: string): Temporal.Duration {
  try {
    return Temporal.Duration.from(text);
  } catch {
    throw new Refusal(`The duration must be one of ISO 8601, such as P7D, PT3H or -P1M, but got: ${text}.`);
  }
}
