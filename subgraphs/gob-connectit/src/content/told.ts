import { type Source, type Sources, stated } from '@mandate-graph/domain';

/** A value together with where the notice tells it. Paths are relative to the value; the empty path is all of it. */
export interface Told<T> {
  readonly value: T;
  readonly sources: Sources;
}

export const told = <T>(source: Source, value: T, parts: Sources = {}): Told<T> => ({
  value,
  sources: { '': source, ...parts },
});

export const valuesOf = <T>(list: readonly Told<T>[]): readonly T[] => list.map((part) => part.value);

/** The sources of a value, seen from the subject that holds it at `path`. */
export const sourcesAt = (path: string, part: Told<unknown>): Sources =>
  Object.fromEntries(Object.entries(part.sources).map(([inner, source]) => [joined(path, inner), source]));

/** The sources of a list's items, seen from the subject that holds the list at `path`. */
export const sourcesOf = (path: string, list: readonly Told<unknown>[]): Sources =>
  Object.assign({}, ...list.map((part, index) => sourcesAt(`${path}[${index}]`, part)));

const joined = (path: string, inner: string): string => (inner === '' ? path : `${path}.${inner}`);

/** The source of a list as a whole: every place that tells one of its items. */
export const sourceOfList = (list: readonly Told<unknown>[]): Source => {
  const copies = list.flatMap(({ sources }) => sources['']?.copies ?? []);
  return stated(...new Map(copies.map((copy) => [copy.join(), copy])).values());
};
