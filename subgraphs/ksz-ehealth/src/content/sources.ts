import type { Source, Sources, VacancyContent } from '@mandate-graph/domain';

/** Some fields of the vacancy with the sources of exactly those fields. */
export interface Part<K extends keyof VacancyContent> {
  readonly fields: Pick<VacancyContent, K>;
  readonly sources: Sources;
}

/** A list item with its sources, by paths within the item; the empty path is the item itself. */
export interface Entry<T> {
  readonly value: T;
  readonly sources: Sources;
}

/** An item that has one source as a whole. */
export const entry = <T>(value: T, source: Source): Entry<T> => ({ value, sources: { '': source } });

export const valuesOf = <T>(entries: readonly Entry<T>[]): readonly T[] => entries.map(({ value }) => value);

/** Sources of a list's items, moved under the list's own path. */
export const sourcesOf = (path: string, entries: readonly Entry<unknown>[]): Sources =>
  Object.assign({}, ...entries.map(({ sources }, index) => under(`${path}[${index}]`, sources)));

/** The same sources, with every path moved under a prefix. */
export const under = (prefix: string, sources: Sources): Sources =>
  Object.fromEntries(Object.entries(sources).map(([path, source]) => [join(prefix, path), source]));

const join = (prefix: string, path: string): string =>
  path === '' ? prefix : path.startsWith('[') ? `${prefix}${path}` : `${prefix}.${path}`;
