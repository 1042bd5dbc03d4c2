import { type Problem, subjectIdOf } from '@mandate-graph/domain';
import { institutionsProblems } from '../institution/institution.rules.ts';
import { searchProblems, wordsAskedFor } from '../search/search.input.rules.ts';
import { dayProblems, idProblems, listedProblems } from '../subject/subject.rules.ts';
import type { UnitFilter } from './unit.input.ts';

/** A filter that makes sense, as the statements take it: absent conditions are null. */
export interface UnitCriteria {
  readonly day: string;
  readonly words: readonly string[] | null;
  readonly institution: readonly string[] | null;
  readonly kind: readonly string[] | null;
  readonly parent: string | null;
  readonly subtreeOf: string | null;
  readonly root: boolean | null;
}

export const unitCriteria = (filter: UnitFilter, day: string): UnitCriteria => ({
  day,
  words: wordsAskedFor(filter.text),
  institution: filter.institution ?? null,
  kind: filter.kind ?? null,
  parent: filter.parent == null ? null : subjectIdOf(filter.parent),
  subtreeOf: filter.subtreeOf == null ? null : subjectIdOf(filter.subtreeOf),
  root: filter.root ?? null,
});

/** Everything that is wrong with a filter. A dated id is fine when it is of the day that is read. */
export function unitProblems(filter: UnitFilter, day: string, institutions: readonly string[]): Problem[] {
  const ids = (['parent', 'subtreeOf'] as const).flatMap((name) => {
    const id = filter[name];
    if (id == null) return [];
    return [
      ...idProblems(`filter.${name}`, 'unit', id),
      ...dayProblems(`filter.${name}`, id, day),
      ...listedProblems(`filter.${name}`, id),
    ];
  });
  return [
    ...searchProblems('filter.text', filter.text),
    ...institutionsProblems('filter.institution', filter.institution, institutions),
    ...ids,
  ];
}
