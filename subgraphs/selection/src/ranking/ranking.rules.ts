import type { Problem } from '@mandate-graph/domain';
import { reasonsAt } from '../conclusion/conclusion.rules.ts';
import { problem } from '../writing/problem.rules.ts';

/** A place of a ranking as it is sent. */
export interface GivenPlace {
  /** From 1. */
  readonly place: number;
  /** More than one: a tie. */
  readonly applications: readonly string[];
  readonly reasons: string;
}

/** A place that somebody has. */
export interface Placed {
  readonly place: number;
  readonly application: string;
}

/** Fewer are not ranked: the notices rank where several are suitable. */
export const isRanked = (suitable: number): boolean => suitable > 1;

/**
 * Everything that speaks against a ranking: of exactly the suitable, each once, in places that follow one another. Those
 * of a tie share a place, and the next one is as much later as they are: 1, 1, 3.
 */
export function rankingProblems(
  places: readonly GivenPlace[],
  suitable: readonly string[],
  tiesAllowed: boolean,
): Problem[] {
  if (!isRanked(suitable.length)) return [problem('places', 'NOT_SEVERAL', String(suitable.length), SEVERAL)];
  return [
    ...places.flatMap((one, at) => [
      ...placeProblems(one.place, `places[${at}].place`, places),
      ...(one.applications.length > 0
        ? []
        : [problem(`places[${at}].applications`, 'EMPTY', null, 'A place has somebody in it')]),
      ...(one.applications.length < 2 || tiesAllowed
        ? []
        : [
            problem(
              `places[${at}].applications`,
              'TIE',
              String(one.applications.length),
              'A place has one application: the regime of the procedure allows no ties',
            ),
          ]),
      ...reasonsAt(`places[${at}].reasons`, one.reasons),
    ]),
    ...candidateProblems(places, suitable),
  ];
}

/** A ranking that stands may have been overtaken: by another conclusion, or by somebody who withdrew. */
export const isComplete = (placed: readonly Placed[], suitable: readonly string[]): boolean => {
  const places = new Map<number, string[]>();
  for (const { place, application } of placed) places.set(place, [...(places.get(place) ?? []), application]);
  const given = [...places].map(([place, applications]) => ({ place, applications }));
  return (
    given.every(({ place }) => placeProblems(place, 'place', given).length === 0) &&
    candidateProblems(given, suitable).length === 0
  );
};

const SEVERAL = 'There must be several suitable candidates to rank';

type Listed = Pick<GivenPlace, 'place' | 'applications'>;

/** A place is one more than those who are in better ones; no two entries are of the same. */
function placeProblems(place: number, path: string, places: readonly Listed[]): Problem[] {
  const better = places
    .filter((one) => one.place < place)
    .reduce((sum, { applications }) => sum + applications.length, 0);
  return [
    ...(place === better + 1
      ? []
      : [problem(path, 'WRONG_PLACE', String(place), `After ${better} in better places comes place ${better + 1}`)]),
    ...(places.filter((one) => one.place === place).length === 1
      ? []
      : [problem(path, 'PLACE_TWICE', String(place), 'A place is listed once, with all who share it')]),
  ];
}

function candidateProblems(places: readonly Listed[], suitable: readonly string[]): Problem[] {
  const listed = places.flatMap(({ applications }, at) =>
    applications.map((id, index) => ({ id, path: `places[${at}].applications[${index}]` })),
  );
  return [
    ...listed.flatMap(({ id, path }, at) => [
      ...(suitable.includes(id) ? [] : [notSuitable(path)]),
      ...(listed.findIndex((one) => one.id === id) === at
        ? []
        : [problem(path, 'RANKED_TWICE', id, 'A candidate has one place')]),
    ]),
    ...suitable
      .filter((id) => !listed.some((one) => one.id === id))
      .map((id) => problem('places', 'NOT_RANKED', id, 'Nobody who is suitable may be without a place')),
  ];
}

/** One answer for who is unsuitable, somewhere else, or nowhere. */
const notSuitable = (path: string): Problem => ({
  ...{ path, code: 'NOT_SUITABLE', value: null },
  rule: `${path} must be the application of a candidate whom this committee has found suitable.`,
});
