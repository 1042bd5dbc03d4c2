import type { PageRequest } from '@mandate-graph/persistence';
import type { InstitutionRegistry, Stub } from '../institution/institution.registry.ts';
import { ConnectionList } from '../page/connection.list.ts';
import { type SnippetPart, snippetOf } from '../search/snippet.rules.ts';
import { FACETS, type Facet } from './vacancy.conditions.ts';
import { type FacetCount, facetOf } from './vacancy.facets.rules.ts';
import type { VacancyCriteria, VacancyOrderName } from './vacancy.filter.rules.ts';
import type { VacancyRepository, VacancyRow } from './vacancy.repository.ts';

export interface VacancyEntry {
  readonly cursor: string;
  readonly node: Stub | null;
  readonly relevance: number | null;
  readonly snippet: readonly SnippetPart[] | null;
  readonly snippetLanguage: 'nl' | 'fr' | 'en' | null;
}

/** A list of vacancies that somebody asked for. */
export class VacancyList extends ConnectionList<VacancyRow> {
  constructor(
    private readonly repository: VacancyRepository,
    private readonly registry: InstitutionRegistry,
    private readonly criteria: VacancyCriteria,
    private readonly orderBy: VacancyOrderName,
    private readonly request: PageRequest,
  ) {
    super();
  }

  async edges(): Promise<VacancyEntry[]> {
    const { rows } = await this.page();
    return rows.map((row) => ({
      cursor: row.cursor,
      node: this.registry.stub('vacancy', row.id),
      relevance: row.relevance,
      snippet: row.snippet === null ? null : snippetOf(row.snippet.body, row.snippet.places),
      snippetLanguage: row.snippet?.language ?? null,
    }));
  }

  totalCount(): Promise<number> {
    return this.repository.total(this.criteria);
  }

  async facets(): Promise<Record<Facet, FacetCount[]>> {
    const rows = await this.repository.facets(this.criteria);
    return Object.fromEntries(FACETS.map((facet) => [facet, facetOf(facet, rows)])) as Record<Facet, FacetCount[]>;
  }

  protected readPage() {
    return this.repository.page(this.criteria, this.orderBy, this.request);
  }
}
