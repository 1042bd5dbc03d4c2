import type { PageRequest } from '@mandate-graph/persistence';
import type { DataSource } from 'typeorm';
import { type KeysetRow, keysetStatement, type Page, pageOf } from '../page/keyset.statement.ts';
import { Parameters } from '../page/parameters.ts';
import type { SearchRepository } from '../search/search.repository.ts';
import { SearchStatement } from '../search/search.statement.ts';
import { allOf, conditionsOf, FACETS, type Facet, instant, statusOf, type VacancyView } from './vacancy.conditions.ts';
import type { VacancyCriteria, VacancyOrderName } from './vacancy.filter.rules.ts';
import { vacancyOrder } from './vacancy.orders.ts';

export interface VacancyRow extends KeysetRow {
  /** Null without a search. */
  readonly relevance: number | null;
  readonly snippet: { readonly language: 'nl' | 'fr' | 'en'; readonly body: string; readonly places: number[] } | null;
}

export interface FacetRow {
  readonly facet: Facet;
  readonly value: string;
  readonly count: number;
}

/** The statements behind lists of vacancies: one each, whatever the size of the page. */
export class VacancyRepository {
  constructor(
    private readonly source: DataSource,
    private readonly search: SearchRepository,
    private readonly view: VacancyView,
  ) {}

  async page(criteria: VacancyCriteria, orderBy: VacancyOrderName, request: PageRequest): Promise<Page<VacancyRow>> {
    const { parameters, search, conditions } = await this.#statement(criteria);
    const order = vacancyOrder(orderBy, search);
    const rows = { from: 'vacancy v', where: allOf(conditions), columns: 'v.id, v.valid_from', id: 'v.id' };
    const { page, flags, ordering } = keysetStatement(rows, order, request, parameters);
    const found: VacancyRow[] = await this.source.query(
      `WITH page AS MATERIALIZED (${page})
       SELECT page.id, page.key::text AS "key", flags.behind, flags.beyond,
         ${search === null ? 'NULL AS relevance, NULL AS snippet' : 'hit.relevance, hit.snippet'}
       FROM (${flags}) AS flags LEFT JOIN page ON true ${search === null ? '' : `LEFT JOIN LATERAL (${search.hit()}) AS hit ON true`}
       ORDER BY ${ordering}`,
      parameters.values,
    );
    return pageOf(found, order, request);
  }

  async total(criteria: VacancyCriteria): Promise<number> {
    const { parameters, conditions } = await this.#statement(criteria);
    const [row] = await this.source.query(
      `SELECT count(*)::int AS total FROM vacancy v WHERE ${allOf(conditions)}`,
      parameters.values,
    );
    return row.total;
  }

  /** Counts by value, for each facet over the rows that meet every filter but its own. */
  async facets(criteria: VacancyCriteria): Promise<FacetRow[]> {
    const { parameters, conditions } = await this.#statement(criteria);
    const status = statusOf(instant(this.view.now, parameters));
    const own = FACETS.map((facet) => `(${conditions.own[facet] ?? 'true'}) IS TRUE AS "by_${facet}"`);
    const count = (facet: Facet): string => {
      const others = FACETS.filter((other) => other !== facet).map((other) => `"by_${other}"`);
      const [values, value] =
        facet === 'languageRole' ? ['base, unnest("languageRole") AS role', 'role'] : ['base', `"${facet}"`];
      return `SELECT '${facet}' AS facet, ${value} AS value, count(*)::int AS count FROM ${values}
        WHERE ${value} IS NOT NULL AND ${others.join(' AND ')} GROUP BY 2`;
    };
    return this.source.query(
      `WITH base AS MATERIALIZED (
         SELECT v.institution, ${status} AS status, v.language_roles AS "languageRole", v.rank,
           v.function_level AS "functionLevel", v.contract_type AS "contractType",
           to_char(v.closing_date, 'YYYY-MM') AS "closingMonth", ${own.join(', ')}
         FROM vacancy v WHERE ${conditions.common}
       )
       ${FACETS.map(count).join(' UNION ALL ')}`,
      parameters.values,
    );
  }

  /** Vacancies with a selection code, the latest deadline first, each once. */
  async bySelectionCode(code: string, institutions: readonly string[]): Promise<{ id: string; institution: string }[]> {
    return this.source.query(
      `SELECT id, institution FROM vacancy WHERE lower(selection_code) = lower($1) AND institution = ANY($2)
         AND valid_from <= $3::date AND $3::date < valid_to
       GROUP BY id, institution ORDER BY max(closing_date) DESC, id`,
      [code, institutions, this.view.today],
    );
  }

  async #statement(criteria: VacancyCriteria) {
    const parameters = new Parameters();
    const { words } = criteria;
    const search = words === null ? null : new SearchStatement(await this.search.queries(words), parameters);
    return { parameters, search, conditions: conditionsOf(criteria, this.view, search, parameters) };
  }
}
