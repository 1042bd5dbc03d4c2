import { endOfPeriod, isOver, type LocalizedText, lastDayBefore, localDay, startOfDay } from '@mandate-graph/domain';
import { Temporal } from 'temporal-polyfill';
import type { Ground } from '../regime/regime.grounds.rules.ts';
import type { LastDay, LedgerEvent, RightTerm } from '../regime/regime.rules.ts';
import { stepsFrom } from './window.arithmetic.rules.ts';
import { textsOf } from './window.words.rules.ts';

export const WINDOW_CODES = ['FEEDBACK', 'APPEAL', 'COMPLAINT', 'CONTEST', 'ANSWER', 'EXEMPTION', 'WAITING'] as const;
export type WindowCode = (typeof WINDOW_CODES)[number];

/** What a window runs from. */
export type WindowEvent = RightTerm['startsFrom'] | LedgerEvent;

/**
 * What a window follows from.
 *
 * One convention for all of them, in calendar days of {@link TIME_ZONE}. The day of the event does not count, though
 * the window is open on it already. The last day is the one that corresponds to it, and counts whole, whether it has 23,
 * 24 or 25 hours; a month without such a day ends the window on its last one. Where that boundary day is EXCLUDED, the
 * window ends with the day before. Days are calendar days: one that falls on a Sunday or a holiday is not moved.
 */
export interface WindowFacts {
  readonly code: WindowCode;
  /** An instant, or a local day (yyyy-mm-dd) where only that is known. */
  readonly start: { readonly event: WindowEvent; readonly at: Temporal.Instant | string };
  /** ISO 8601, in calendar units; null: no last day is known. */
  readonly duration: string | null;
  /** How much later the duration starts to run, by the same convention. */
  readonly delay?: string;
  readonly lastDay: LastDay;
  readonly ground: Ground;
}

/** A computed deadline, with its rule, the event it started with, and its arithmetic. */
export interface Window {
  readonly code: WindowCode;
  readonly event: WindowEvent;
  /** It is open from here: the instant of the event, or the first one of its day. */
  readonly startsAt: Temporal.Instant;
  /** The day of the event, yyyy-mm-dd. */
  readonly startsOn: string;
  /** yyyy-mm-dd; null: it has none. */
  readonly lastDay: string | null;
  /** The first instant that is too late; null: there is none. */
  readonly endsAt: Temporal.Instant | null;
  readonly rule: LocalizedText;
  readonly arithmetic: LocalizedText;
  readonly ground: Ground;
}

export function windowOf({ code, start, duration, delay, lastDay: boundary, ground }: WindowFacts): Window {
  const startsAt = typeof start.at === 'string' ? startOfDay(start.at) : start.at;
  const startsOn = localDay(startsAt).toString();
  const endsAt = duration === null ? null : endOf(startsAt, delay ?? null, duration, boundary);
  const lastDay = endsAt === null ? null : lastDayBefore(endsAt);
  const steps = duration === null ? [] : stepsFrom(startsOn, delay ?? null, duration);
  const texts = textsOf({
    code,
    event: start.event,
    startsOn,
    duration,
    delay: delay ?? null,
    boundary,
    steps,
    lastDay,
  });
  return { code, event: start.event, startsAt, startsOn, lastDay, endsAt, ...texts, ground };
}

/** A window is open from the event until its last day is over. */
export const isOpen = ({ startsAt, endsAt }: Window, now: Temporal.Instant): boolean =>
  Temporal.Instant.compare(startsAt, now) <= 0 && (endsAt === null || !isOver(endsAt, now));

/** Whether a local day lies in a window, its first and last day included. */
export const holdsOn = ({ startsOn, lastDay }: Window, day: string): boolean =>
  startsOn <= day && (lastDay === null || day <= lastDay);

function endOf(
  startsAt: Temporal.Instant,
  delay: string | null,
  duration: string,
  boundary: LastDay,
): Temporal.Instant {
  const runsFrom = delay === null ? startsAt : startOfDay(lastDayBefore(endOfPeriod(startsAt, delay)));
  const end = endOfPeriod(runsFrom, duration);
  return boundary === 'INCLUDED' ? end : startOfDay(lastDayBefore(end));
}
