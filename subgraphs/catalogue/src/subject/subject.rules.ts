import {
  addressed,
  futureProblems,
  instantInId,
  type Problem,
  parseId,
  type Reading,
  subjectIdOf,
  type TypedKind,
} from '@mandate-graph/domain';
import type { Temporal } from 'temporal-polyfill';

/** A subject somebody asks for, and how it is to be read. */
export interface Reference {
  readonly id: string;
  readonly reading: Reading;
}

/** A subject to look for on a day. */
export interface Sought {
  readonly id: string;
  readonly day: string;
  /** By what was known at this instant; null: by what is known now. */
  readonly knownAt: string | null;
  /** Whether it is there for whoever asks even when nothing of it is public. */
  readonly drafts: boolean;
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
export const dayProblems = (path: string, id: string, asOf: string | null): Problem[] =>
  conflict('asOf', 'day', path, id, parseId(id)?.asOf ?? null, asOf);

/** Lists are of what is known now: an id that says otherwise would be answered with something else. */
export function listedProblems(path: string, id: string): Problem[] {
  if ((parseId(id)?.knownAt ?? null) === null) return [];
  const rule = `${path} must be an id without an instant (~…), since lists are of what is known now, but got: ${id}.`;
  return [{ path, code: 'NOT_KNOWN_NOW', value: id, rule }];
}

/** What an id and the arguments `asOf` and `knownAt` mean together; the problems if they mean nothing. */
export function referenceOf(
  kind: TypedKind,
  id: string,
  { asOf, knownAt }: Reading,
  now: Temporal.Instant,
): Reference | Problem[] {
  const inId = parseId(id);
  const instant = knownAt === null ? null : instantInId(knownAt);
  const problems = [
    ...idProblems('id', kind, id),
    ...dayProblems('id', id, asOf),
    ...(knownAt !== null && instant === null ? [outOfYears(knownAt)] : []),
    ...conflict('knownAt', 'instant', 'id', id, inId?.knownAt ?? null, instant),
    ...futureProblems('knownAt', instant ?? inId?.knownAt ?? null, now),
  ];
  if (problems.length > 0) return problems;
  return {
    id: subjectIdOf(id),
    reading: { asOf: asOf ?? inId!.asOf, knownAt: instant ?? inId!.knownAt },
  };
}

/** The id by which the graph goes on: it says how it is read, so that everything reached from it is read so. */
export const idOf = ({ id, reading }: Reference): string => addressed(id, reading);

function conflict(
  name: string,
  noun: string,
  path: string,
  id: string,
  inId: string | null,
  given: string | null,
): Problem[] {
  if (inId === null || given === null || inId === given) return [];
  const rule = `${name} must be the ${noun} in ${path}, or be left out, but got: ${given} with ${id}.`;
  return [{ path: name, code: 'CONFLICT', value: given, rule }];
}

const outOfYears = (knownAt: string): Problem => ({
  path: 'knownAt',
  code: 'OUT_OF_RANGE',
  value: knownAt,
  rule: `knownAt must be an instant of the years 1 to 9999, but got: ${knownAt}.`,
});
