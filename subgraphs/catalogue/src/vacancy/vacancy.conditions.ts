import type { Parameters } from '../page/parameters.ts';
import type { SearchStatement } from '../search/search.statement.ts';
import { subtreeOf } from '../unit/unit.tree.ts';
import type { VacancyCriteria } from './vacancy.filter.rules.ts';

/** What a list of vacancies is read against: the institutions there are, and the time. */
export interface VacancyView {
  readonly institutions: readonly string[];
  readonly today: string;
  /** Milliseconds since 1970. The bounds of every status are whole seconds. */
  readonly now: number;
}

/** The facets, each with the filter that is its own. */
export const FACETS = [
  'institution',
  'status',
  'languageRole',
  'rank',
  'functionLevel',
  'contractType',
  'closingMonth',
] as const;
export type Facet = (typeof FACETS)[number];

export interface Conditions {
  /** What holds whichever facet is counted. */
  readonly common: string;
  /** The filter of each facet that has one. */
  readonly own: Readonly<Partial<Record<Facet, string>>>;
}

export const allOf = (conditions: Conditions): string =>
  [conditions.common, ...Object.values(conditions.own)].join(' AND ');

/** The status of a row at an instant, as `statusAt` has it: decisions first, then the clock. */
export const statusOf = (now: string): string =>
  `CASE WHEN v.publication IN ('WITHDRAWN', 'FILLED') THEN v.publication WHEN v.closes_at <= ${now} THEN 'CLOSED'
   WHEN v.opens_at > ${now} THEN 'ANNOUNCED' ELSE 'OPEN' END`;

export const instant = (milliseconds: number, parameters: Parameters): string =>
  `to_timestamp(${parameters.add(milliseconds, 'float8')} / 1000)`;

/** The conditions of a filter on rows `v`. */
export function conditionsOf(
  criteria: VacancyCriteria,
  view: VacancyView,
  search: SearchStatement | null,
  parameters: Parameters,
): Conditions {
  const today = parameters.add(view.today, 'date');
  const common = [
    `v.institution = ANY(${parameters.add(view.institutions, 'text[]')})`,
    `v.valid_from <= ${today} AND ${today} < v.valid_to`,
  ];
  const when = <T>(value: T | null, condition: (value: T) => string): void => {
    if (value !== null) common.push(condition(value));
  };
  if (search !== null) common.push(search.matches('v'));
  when(criteria.unit, (unit) => `v.unit_ids @> ARRAY[${parameters.add(unit, 'text')}]`);
  when(
    criteria.subtree,
    ({ of, day }) => `v.unit_ids && ARRAY(${subtreeOf(parameters.add(of, 'text'), parameters.add(day, 'date'))})`,
  );
  when(criteria.payFrom, (from) => `v.gross_annual_salary >= ${parameters.add(from, 'numeric')}`);
  when(criteria.payTo, (to) => `v.gross_annual_salary <= ${parameters.add(to, 'numeric')}`);

  const own: Partial<Record<Facet, string>> = {};
  const oneOf = (facet: Facet, expression: string, values: readonly string[] | null): void => {
    if (values !== null) own[facet] = `${expression} = ANY(${parameters.add(values, 'text[]')})`;
  };
  oneOf('institution', 'v.institution', criteria.institution);
  oneOf('rank', 'v.rank', criteria.rank);
  oneOf('functionLevel', 'v.function_level', criteria.functionLevel);
  oneOf('contractType', 'v.contract_type', criteria.contractType);
  if (criteria.status !== null) oneOf('status', statusOf(instant(view.now, parameters)), criteria.status);
  if (criteria.languageRole !== null) {
    own.languageRole = `v.language_roles && ${parameters.add(criteria.languageRole, 'text[]')}`;
  }
  const closing = [
    ...(criteria.closingFrom === null ? [] : [`v.closing_date >= ${parameters.add(criteria.closingFrom, 'date')}`]),
    ...(criteria.closingTo === null ? [] : [`v.closing_date <= ${parameters.add(criteria.closingTo, 'date')}`]),
  ];
  if (closing.length > 0) own.closingMonth = closing.join(' AND ');
  return { common: common.join(' AND '), own };
}
