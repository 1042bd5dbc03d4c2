import type { LineState, Period } from '@mandate-graph/domain';
import { isSame } from '../../subject/differences.rules.ts';
import { changedWithin, type Span, stateOn } from '../../subject/periods.rules.ts';
import { amended } from '../amended.rules.ts';
import type { Facts } from './facts.rules.ts';

type Periods<S> = readonly Period<S>[];

/** From a day on, the stretches on which none of the subjects changes. */
export function stretches(from: string, ...subjects: readonly Periods<unknown>[]): readonly Span[] {
  const bounds = subjects.flat().flatMap(({ validFrom, validTo }) => [validFrom, validTo]);
  const later = bounds.filter((day): day is string => day !== null && day > from);
  const cuts = [from, ...[...new Set(later)].sort()];
  return cuts.map((cut, index) => ({ from: cut, to: cuts[index + 1] ?? null }));
}

/** The periods after a change that may differ from stretch to stretch; `day` is one of the stretch. */
export const changedOver = <S>(
  periods: Periods<S>,
  spans: readonly Span[],
  change: (state: S, day: string) => S | null,
): Periods<S> =>
  spans.reduce((changed, span) => changedWithin(changed, span, (state) => change(state, span.from!)), periods);

/** The day after `day` on which something else is known of a fact; null when it stays as it is on that day. */
export function nextChange<S>(periods: Periods<S>, day: string, fact: keyof S): string | null {
  const now = stateOn(periods, day)?.[fact];
  return (
    periods.find(({ validFrom, state }) => validFrom !== null && validFrom > day && !isSame(state[fact], now))
      ?.validFrom ?? null
  );
}

/** Where a reference leads after a change: the same where it stays, null where nothing is there any more. */
export type Redirect = (id: string) => string | null;

/** Whom a line names: its ends, and those beside them. */
export const partiesOf = ({ from, to, via, onBehalfOf, inConsultationWith }: LineState): readonly string[] => [
  ...[from, to, ...onBehalfOf, ...inConsultationWith],
  ...(via === null ? [] : [via]),
];

/** A line between whatever its parties have become; null when one is gone, or it would lead from a party to itself. */
export const redirected = (line: LineState, redirect: Redirect): LineState | null =>
  partiesOf(line).every((id) => redirect(id) === id)
    ? line
    : between(line, redirect(line.from), redirect(line.to), redirect);

/** A line that says that a unit is part of its parent: it goes with the tree. */
export const isPlaceInTree = (line: LineState, unit: string, parent: string | null): boolean =>
  line.kind === 'PART_OF' && line.from === unit && line.to === parent;

/** That line for a unit and its parent as they are from now on; null at the top of the tree. */
export const placedInTree = (
  line: LineState,
  unit: string,
  parent: string | null,
  redirect: Redirect = (id) => id,
): LineState | null => between(line, unit, parent, redirect);

/** Whom a line names beside its ends is named once, not when gone, and not when it has become one of the ends. */
function between(line: LineState, from: string | null, to: string | null, redirect: Redirect): LineState | null {
  if (from === null || to === null || from === to) return null;
  const beside = (ids: readonly string[]): string[] =>
    [...new Set(ids.map(redirect))].filter((id) => id !== null && id !== from && id !== to) as string[];
  return amended<LineState>(line, {
    ...{ from, to },
    onBehalfOf: beside(line.onBehalfOf),
    via: beside(line.via === null ? [] : [line.via])[0] ?? null,
    inConsultationWith: beside(line.inConsultationWith),
  });
}

interface Line {
  readonly id: string;
  readonly before: Periods<LineState>;
  readonly after: Periods<LineState>;
}

/** Where lines have come to say the same, one is kept: first one that was not changed, then the first by its id. */
export function withoutTwins<L extends Line>(lines: readonly L[], from: string): readonly L[] {
  const isChanged = ({ before, after }: Line): boolean => !isSame(before, after);
  const inOrder = [...lines].sort((one, other) => (one.id < other.id ? -1 : 1));
  const kept = inOrder.filter((line) => !isChanged(line));
  for (const line of inOrder.filter(isChanged)) {
    const others = kept.flatMap(({ after }) => after).filter(({ validTo }) => validTo === null || validTo > from);
    const after = others.reduce(
      (periods, other) =>
        changedWithin(periods, { from: laterOf(other.validFrom, from), to: other.validTo }, (state) =>
          isSame(saidBy(state), saidBy(other.state)) ? null : state,
        ),
      line.after,
    );
    kept.push({ ...line, after });
  }
  return kept;
}

const laterOf = (day: string | null, from: string): string => (day === null || day < from ? from : day);

const saidBy = ({ notice, sources, ...facts }: LineState): Facts<LineState> => facts;
