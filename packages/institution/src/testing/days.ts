import type { Period } from '@mandate-graph/domain';
import fc from 'fast-check';
import type { Span } from '../subject/periods.rules.ts';

/** A handful of days; the first stands for all before them and the last for all after, so both have no bound. */
export const DAYS = 12;
export const dayAt = (index: number): string => `2025-01-${String(index + 1).padStart(2, '0')}`;
const boundAt = (index: number): string | null => (index <= 0 || index >= DAYS ? null : dayAt(index));

/** What holds on each of the days: null for nothing. */
export type Calendar<S> = readonly (S | null)[];

/** A calendar, and periods that say the same: neighbours of one state are one period or several. */
export interface Timeline<S> {
  readonly days: Calendar<S>;
  readonly periods: readonly Period<S>[];
}

export const timelines = <S>(state: fc.Arbitrary<S>): fc.Arbitrary<Timeline<S>> =>
  fc
    .array(fc.record({ state: fc.option(state, { nil: null }), length: fc.integer({ min: 1, max: 4 }) }), {
      minLength: DAYS,
      maxLength: DAYS,
    })
    .map((stretches) => {
      const days: (S | null)[] = [];
      const periods: Period<S>[] = [];
      for (const { state, length } of stretches) {
        const first = days.length;
        const end = Math.min(first + length, DAYS);
        for (let index = first; index < end; index += 1) days.push(state);
        if (state !== null && first < end) periods.push({ validFrom: boundAt(first), validTo: boundAt(end), state });
      }
      return { days, periods };
    });

/** Stretches of days, from one until before another; at least one day. */
export const spans: fc.Arbitrary<{ readonly first: number; readonly end: number; readonly span: Span }> = fc
  .tuple(fc.nat(DAYS - 1), fc.nat(DAYS - 1))
  .map(([one, other]) => [Math.min(one, other), Math.max(one, other) + 1] as const)
  .map(([first, end]) => ({ first, end, span: { from: boundAt(first), to: boundAt(end) } }));

/** On which of the days a stretch is; worked out by counting, not by comparing texts. */
export const isOn = (index: number, from: string | null, to: string | null): boolean => {
  const place = (bound: string | null, open: number): number => (bound === null ? open : Number(bound.slice(-2)) - 1);
  return place(from, 0) <= index && index < place(to, DAYS);
};

export const everyDay = <T>(at: (index: number) => T): T[] => Array.from({ length: DAYS }, (_, index) => at(index));
