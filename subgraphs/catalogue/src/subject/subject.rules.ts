import { dated, type Problem, parseId, type TypedKind, undated } from '@mandate-graph/domain';

/** A subject somebody asks for, on a day; null asks for it today. */
export interface Moment {
  readonly id: string;
  readonly day: string | null;
}

const NOUNS: Readonly<Record<TypedKind, string>> = {
  vacancy: 'a vacancy',
  unit: 'an organisational unit',
  position: 'a position',
  body: 'a body',
};

/** What is wrong with an id that stands at a path and must be of a kind. */
export function idProblems(path: string, kind: TypedKind, id: string): Problem[] {
  if (parseId(id)?.kind === kind) return [];
  const shown = id.slice(0, 100);
  const rule = `${path} must be the id of ${NOUNS[kind]}, such as <institution>:${kind}:<name>, but got: ${shown}.`;
  return [{ path, code: 'INVALID_ID', value: shown, rule }];
}

/** The day may be given with the id, as an argument, or as both when they are the same. */
export function dayProblems(path: string, id: string, asOf: string | null): Problem[] {
  const inId = parseId(id)?.asOf ?? null;
  if (inId === null || asOf === null || inId === asOf) return [];
  const rule = `asOf must be the day in ${path}, or be left out, but got: ${asOf} with ${id}.`;
  return [{ path: 'asOf', code: 'CONFLICT', value: asOf, rule }];
}

/** What an id and the argument `asOf` mean together; the problems if they mean nothing. */
export function momentOf(kind: TypedKind, id: string, asOf: string | null): Moment | Problem[] {
  const problems = [...idProblems('id', kind, id), ...dayProblems('id', id, asOf)];
  if (problems.length > 0) return problems;
  return { id: undated(id), day: asOf ?? parseId(id)?.asOf ?? null };
}

/** The id by which the graph goes on: dated when a day was asked for, so that everything reached from it is of that day. */
export const idAt = (moment: Moment): string => dated(moment.id, moment.day);
