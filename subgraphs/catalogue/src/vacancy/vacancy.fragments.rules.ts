import type { LocalizedText, VacancyState } from '@mandate-graph/domain';
import { type Fragment, Fragments } from '../search/fragment.rules.ts';

/** What a vacancy is found by of itself. The names of its units, recruiter and position come from theirs. */
export function vacancyFragments(vacancy: VacancyState, institution: LocalizedText): readonly Fragment[] {
  const fragments = new Fragments()
    .text('A', vacancy.title)
    .text('A', vacancy.noticeTitle)
    .word('A', vacancy.selectionCode)
    .text('B', institution)
    .words('C', [vacancy.rank, vacancy.functionLevel, vacancy.workplace?.name ?? null, vacancy.workplace?.city ?? null])
    .text('C', vacancy.diploma)
    .passage('C', vacancy.mission)
    .texts(
      'C',
      vacancy.responsibilities.map(({ title }) => title),
    )
    .texts(
      'C',
      vacancy.competences.flatMap(({ label, group }) => [label, group]),
    )
    .passages('D', vacancy.aims)
    .passages('D', vacancy.values);
  for (const { description, activities } of vacancy.responsibilities) {
    fragments.passage('D', description).passages('D', activities);
  }
  for (const { description } of vacancy.resultAreas) fragments.passage('D', description);
  for (const { statements } of vacancy.competences) fragments.passages('D', statements);
  return fragments.all();
}

/** The parties whose names a vacancy is found by. */
export const namedBy = (vacancy: VacancyState): readonly string[] => [
  ...new Set(
    [
      ...vacancy.unitsConcerned,
      vacancy.recruiter,
      vacancy.position,
      ...vacancy.resultAreas.map(({ unit }) => unit),
    ].filter((id) => id !== null),
  ),
];
