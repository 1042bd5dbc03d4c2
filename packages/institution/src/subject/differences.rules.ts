import type { Period } from '@mandate-graph/domain';

export interface ValueChange {
  /** Path of the value: `pay.payScale`, `announcedSteps[1].name.nl`; empty for a state that came or went as a whole. */
  readonly path: string;
  readonly before: unknown;
  readonly after: unknown;
}

/** What is different on a stretch of valid time. */
export interface Difference {
  readonly validFrom: string | null;
  readonly validTo: string | null;
  readonly changes: readonly ValueChange[];
}

/** Where values come from is not what they are. */
const NOT_VALUES = new Set(['sources', 'notice']);
const FIRST_DAY = '';
const PAST_THE_LAST = '~';

/** What is different between two versions, by stretches of valid time on which the same is different. */
export function differences<S>(before: readonly Period<S>[], after: readonly Period<S>[]): readonly Difference[] {
  const found: Difference[] = [];
  const cuts = cutsOf([...before, ...after]);
  cuts.slice(1).forEach((to, index) => {
    const from = cuts[index]!;
    const changes = valueChanges(stateFrom(before, from), stateFrom(after, from));
    if (changes.length === 0) return;
    const last = found.at(-1);
    const goesOn = last !== undefined && last.validTo === from && isSame(last.changes, changes);
    const validTo = to === PAST_THE_LAST ? null : to;
    if (goesOn) found[found.length - 1] = { ...last, validTo };
    else found.push({ validFrom: from === FIRST_DAY ? null : from, validTo, changes });
  });
  return found;
}

/** The paths of all values that differ, each once. */
export const changedPaths = <S>(before: readonly Period<S>[], after: readonly Period<S>[]): readonly string[] => [
  ...new Set(differences(before, after).flatMap(({ changes }) => changes.map(({ path }) => path))),
];

/** Whether two JSON values say the same, whatever the order of their names. */
export const isSame = (one: unknown, other: unknown): boolean => {
  if (one === other) return true;
  if (!isObject(one) || !isObject(other) || Array.isArray(one) !== Array.isArray(other)) return false;
  const names = Object.keys(one);
  return (
    names.length === Object.keys(other).length &&
    names.every((name) => Object.hasOwn(other, name) && isSame(one[name], other[name]))
  );
};

function valueChanges(before: unknown, after: unknown, path = ''): ValueChange[] {
  if (isSame(before, after)) return [];
  if (!isObject(before) || !isObject(after) || Array.isArray(before) !== Array.isArray(after)) {
    return [{ path, before: before ?? null, after: after ?? null }];
  }
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  return names
    .filter((name) => path !== '' || !NOT_VALUES.has(name))
    .flatMap((name) => valueChanges(before[name] ?? null, after[name] ?? null, joined(path, name, before)));
}

const joined = (path: string, name: string, within: object): string =>
  Array.isArray(within) ? `${path}[${name}]` : path === '' ? name : `${path}.${name}`;

const cutsOf = (periods: readonly Period<unknown>[]): string[] => [
  ...new Set(periods.flatMap(({ validFrom, validTo }) => [validFrom ?? FIRST_DAY, validTo ?? PAST_THE_LAST]).sort()),
];

const stateFrom = <S>(periods: readonly Period<S>[], day: string): S | null =>
  periods.find(({ validFrom, validTo }) => (validFrom ?? FIRST_DAY) <= day && day < (validTo ?? PAST_THE_LAST))
    ?.state ?? null;

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;
