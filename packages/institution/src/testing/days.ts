import type { Period } from '@mandate-graph/domain';
import fc from 'fast-check';
import type { Span } from '../subject/periods.rules.ts';

/** A handful of days; the first stands for all before them and the last for all after, so both have no bound. */
export const DAYS = 12;
export const dayAt = (index: number): string => `2025-01-${String(index + 1).padStart(2, '0')}`;
const boundAt = (index: number): string | null => (index <= 0 || index >= DAYS ? null : dayAt(index));

/** What holds on each of the days: null for nothing. */
export type Calendar<S> = readonly (S | null)[];

export const calendars = <S>(state: fc.Arbitrary<S>): fc.Arbitrary<Calendar<S>> =>
  fc.array(fc.option(state, { nil: null }), { minLength: DAYS, maxLength: DAYS });

/** Stretches of days, from one until before another; at least one day. */
export const spans: fc.Arbitrary<{ readonly first: number; readonly end: number; readonly span: Span }> = fc
  .tuple(fc.nat(DAYS - 1), fc.nat(DAYS - 1))
  .map(([one, other]) => [Math.min(one, other), Math.max(one, other) + 1] as const)
  .map(([first, end]) => ({ first, end, span: { from: boundAt(first), to: boundAt(end) } }));

/** Periods that say what a calendar says, a period for each day: rules must not rely on longer ones. */
export const periodsOf = <S>(calendar: Calendar<S>): Period<S>[] =>
  calendar.flatMap((state, index) =>
    state === null ? [] : [{ validFrom: boundAt(index), validTo: boundAt(index + 1), state }],
  );

/** On which of the days a stretch is; worked out by counting, not by comparing texts. */
export const isOn = (index: number, from: string | null, to: string | null): boolean => {
  const place = (bound: string | null, open: number): number => (bound === null ? open : Number(bound.slice(-2)) - 1);
  return place(from, 0) <= index && index < place(to, DAYS);
};

export const everyDay = <T>(at: (index: number) => T): T[] => Array.from({ length: DAYS }, (_, index) => at(index));
