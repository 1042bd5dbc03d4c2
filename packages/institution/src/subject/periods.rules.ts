import type { Period } from '@mandate-graph/domain';
import { isSame } from './differences.rules.ts';

/** A stretch of valid time: from a day on, until the day before `to`; null is open. */
export interface Span {
  readonly from: string | null;
  readonly to: string | null;
}

/** Days compare as texts: before and after all of them stand these. */
const SINCE_EVER = '';
const FOR_EVER = '~';
const fromOf = (day: string | null): string => day ?? SINCE_EVER;
const toOf = (day: string | null): string => day ?? FOR_EVER;
const later = (one: string, other: string): string => (one > other ? one : other);
const earlier = (one: string, other: string): string => (one < other ? one : other);

/**
 * The periods after a change: what holds within the span becomes what `change` makes of it, or no longer holds when
 * that is null. What was planned for later days of the span is changed too; nothing outside it moves.
 */
export function changedWithin<S>(
  periods: readonly Period<S>[],
  span: Span,
  change: (state: S) => S | null,
): readonly Period<S>[] {
  const [from, to] = [fromOf(span.from), toOf(span.to)];
  return joined(
    periods.flatMap((period) => {
      const [begins, ends] = [fromOf(period.validFrom), toOf(period.validTo)];
      const [first, last] = [later(begins, from), earlier(ends, to)];
      if (first >= last) return [period];
      const state = change(period.state);
      return [
        ...stretch(begins, first, period.state),
        ...(state === null ? [] : stretch(first, last, state)),
        ...stretch(last, ends, period.state),
      ];
    }),
  );
}

/** The periods after a state holds within the span, whatever did before; nothing does where it is null. */
export function replacedWithin<S>(periods: readonly Period<S>[], span: Span, state: S | null): readonly Period<S>[] {
  const rest = changedWithin(periods, span, () => null);
  return state === null ? rest : joined([...rest, { validFrom: span.from, validTo: span.to, state }]);
}

/** The state that holds on a day; null when none does. */
export const stateOn = <S>(periods: readonly Period<S>[], day: string): S | null =>
  periods.find(({ validFrom, validTo }) => fromOf(validFrom) <= day && day < toOf(validTo))?.state ?? null;

/** The periods in the order of their days, neighbours that say the same made one. */
function joined<S>(periods: readonly Period<S>[]): readonly Period<S>[] {
  const result: Period<S>[] = [];
  for (const period of inOrder(periods)) {
    const last = result.at(-1);
    const touches = last !== undefined && toOf(last.validTo) === fromOf(period.validFrom);
    if (touches && isSame(last.state, period.state)) result[result.length - 1] = { ...last, validTo: period.validTo };
    else result.push(period);
  }
  return result;
}

const inOrder = <S>(periods: readonly Period<S>[]): Period<S>[] =>
  [...periods].sort((one, other) => (fromOf(one.validFrom) < fromOf(other.validFrom) ? -1 : 1));

const stretch = <S>(from: string, to: string, state: S): Period<S>[] => {
  const span = spanOf(from, to);
  return from < to ? [{ validFrom: span.from, validTo: span.to, state }] : [];
};

const spanOf = (from: string, to: string): Span => ({
  from: from === SINCE_EVER ? null : from,
  to: to === FOR_EVER ? null : to,
});
