import type { EligibilityRule, LocalizedText, VacancyState } from '@mandate-graph/domain';
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
  addPractical(fragments, vacancy);
  addConditions(fragments, vacancy.participationConditions);
  addConditions(fragments, vacancy.appointmentConditions);
  addProcedure(fragments, vacancy);
  addRights(fragments, vacancy);
  return fragments.passages('D', vacancy.equalOpportunities).passages('D', vacancy.remarks).all();
}

/** Pay, place and whom to ask. */
function addPractical(fragments: Fragments, { pay, recruitmentType, workplace, ...vacancy }: VacancyState): void {
  fragments
    .words('D', [pay.payScale, recruitmentType, workplace?.street ?? null, workplace?.postcode ?? null])
    .text('D', pay.payee);
  for (const { label, email, purpose } of vacancy.contactPoints) {
    fragments.text('D', label).word('D', email).text('D', purpose);
  }
  for (const { label } of vacancy.links) fragments.text('D', label);
}

/** A tree of conditions: what it says at each node, and the codes that its parameters allow. */
function addConditions(fragments: Fragments, rule: EligibilityRule | null): void {
  if (rule === null) return;
  fragments.text('D', rule.label);
  for (const { label } of rule.notes) fragments.text('D', label);
  if (rule.operator === 'CONDITION') {
    for (const { values } of rule.condition.parameters) fragments.words('D', values);
  } else {
    for (const part of rule.rules) addConditions(fragments, part);
  }
}

/** How to apply, with which documents, and what follows. */
function addProcedure(fragments: Fragments, vacancy: VacancyState): void {
  const { applicationProcedure: procedure, documentRules: documents, testRegistration } = vacancy;
  if (procedure !== null) {
    fragments
      .texts('D', procedure.channels)
      .texts('D', procedure.excludedChannels)
      .texts(
        'D',
        procedure.actions.map(({ label }) => label),
      );
  }
  if (documents !== null) {
    fragments
      .words('D', documents.formats)
      .word('D', documents.maxSize)
      .texts('D', documents.kinds)
      .passage('D', documents.fallback)
      .passages('D', documents.unresolved);
  }
  if (testRegistration !== null) fragments.texts('D', testRegistration.invitationChannels);
  for (const { name, description, evaluates, inputs, outcomes, rules } of vacancy.announcedSteps) {
    fragments
      .text('D', name)
      .passage('D', description)
      .texts('D', [...evaluates, ...inputs, ...outcomes])
      .texts(
        'D',
        rules.map(({ label }) => label),
      );
  }
}

function addRights(fragments: Fragments, { rights }: VacancyState): void {
  for (const { label, legalBasis } of rights) fragments.text('D', label).text('D', legalBasis?.title ?? null);
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
