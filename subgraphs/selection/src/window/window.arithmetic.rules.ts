import { Temporal } from 'temporal-polyfill';

/** One addition of the arithmetic. */
export interface Step {
  /** ISO 8601. */
  readonly plus: string;
  /** The day it comes to, yyyy-mm-dd. */
  readonly day: string;
  /** The number of the day that its month does not have, so that the last one stands for it; null: it has it. */
  readonly missing: number | null;
  /** The term itself starts to run on this day, and not with the event. */
  readonly startsTerm: boolean;
}

/** The additions that lead from a day to the end of a term: years and months before days, as the calendar does it. */
export function stepsFrom(startsOn: string, delay: string | null, duration: string): readonly Step[] {
  const delaying = delay === null ? [] : partsOf(delay);
  const steps: Step[] = [];
  let from = Temporal.PlainDate.from(startsOn);
  for (const plus of [...delaying, ...partsOf(duration)]) {
    const day = from.add(plus);
    const missing = plus.years + plus.months > 0 && day.day !== from.day ? from.day : null;
    steps.push({ plus: plus.toString(), day: day.toString(), missing, startsTerm: plus === delaying.at(-1) });
    from = day;
  }
  return steps;
}

function partsOf(duration: string): Temporal.Duration[] {
  const { years, months, weeks, days, hours, minutes } = Temporal.Duration.from(duration);
  return [
    { years, months },
    { weeks, days, hours, minutes },
  ]
    .map((part) => Temporal.Duration.from(part))
    .filter(({ sign }) => sign !== 0);
}
