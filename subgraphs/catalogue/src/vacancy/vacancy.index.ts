import {
  closesAt,
  type InstitutionEntry,
  inAnyLanguage,
  type Period,
  startOfDay,
  type VacancyState,
} from '@mandate-graph/domain';
import type { EntityManager } from 'typeorm';
import type { FragmentedPeriod } from '../search/fragment.index.ts';
import { composed } from '../search/search.rules.ts';
import { namedBy, vacancyFragments } from './vacancy.fragments.rules.ts';

export interface VacancyPeriod extends Period<VacancyState> {
  readonly id: string;
  readonly institution: InstitutionEntry;
}

/** Replaces the rows of vacancies whole. */
export async function replaceVacancies(
  manager: EntityManager,
  ids: readonly string[],
  periods: readonly VacancyPeriod[],
): Promise<void> {
  await manager.query('DELETE FROM vacancy WHERE id = ANY($1)', [ids]);
  if (periods.length === 0) return;
  await manager.query(
    `INSERT INTO vacancy (id, valid_from, valid_to, institution, selection_code, sort_title, publication, opens_at,
       closing_date, closes_at, language_roles, rank, function_level, contract_type, gross_annual_salary, unit_ids, named_ids)
     SELECT id, coalesce(valid_from, '-infinity'), coalesce(valid_to, 'infinity'), institution, selection_code,
       left(folded(title), 80), publication, to_timestamp(opens_ms / 1000.0), closing_date, to_timestamp(closes_ms / 1000.0),
       language_roles, rank, function_level, contract_type, gross_annual_salary, unit_ids, named_ids
     FROM jsonb_to_recordset($1::jsonb) AS row(id text, valid_from date, valid_to date, institution text,
       selection_code text, title text, publication text, opens_ms bigint, closing_date date, closes_ms bigint,
       language_roles text[], rank text, function_level text, contract_type text, gross_annual_salary numeric,
       unit_ids text[], named_ids text[])`,
    [JSON.stringify(periods.map(rowOf))],
  );
}

const rowOf = ({ id, institution, validFrom, validTo, state }: VacancyPeriod) => ({
  id,
  valid_from: validFrom,
  valid_to: validTo,
  institution: institution.code,
  selection_code: state.selectionCode,
  title: composed(inAnyLanguage(state.title)).toLowerCase(),
  publication: state.publication,
  opens_ms: state.opensOn === null ? null : startOfDay(state.opensOn).epochMilliseconds,
  closing_date: state.applicationDeadline.date,
  closes_ms: closesAt(state.applicationDeadline).epochMilliseconds,
  language_roles: state.languageRoles?.roles ?? [],
  rank: state.rank,
  function_level: state.functionLevel,
  contract_type: state.contractType,
  gross_annual_salary: state.pay.grossAnnualSalary?.amount ?? null,
  unit_ids: state.unitsConcerned,
  named_ids: namedBy(state),
});

export const vacancyTexts = ({ id, validFrom, institution, state }: VacancyPeriod): FragmentedPeriod => ({
  id,
  validFrom,
  fragments: vacancyFragments(state, institution.name),
});
