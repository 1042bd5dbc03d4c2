import type { PageRequest } from '@mandate-graph/persistence';
import type { DataSource } from 'typeorm';
import { isText } from '../page/keyset.rules.ts';
import { type KeysetOrder, type KeysetRow, keysetStatement, type Page, pageOf } from '../page/keyset.statement.ts';
import { Parameters } from '../page/parameters.ts';
import type { SearchRepository } from '../search/search.repository.ts';
import { SearchStatement } from '../search/search.statement.ts';
import type { UnitCriteria } from './unit.rules.ts';
import { subtreeOf } from './unit.tree.ts';

/** By name, in Dutch, accents folded. */
export const UNIT_ORDER: KeysetOrder = {
  name: 'UNIT_NAME',
  expression: 'u.sort_name',
  type: 'text',
  descending: false,
  isKey: isText,
};

/** The statements behind lists of units: one each, whatever the size of the page or the depth of the tree. */
export class UnitRepository {
  constructor(
    private readonly source: DataSource,
    private readonly search: SearchRepository,
    private readonly institutions: readonly string[],
  ) {}

  async page(criteria: UnitCriteria, request: PageRequest): Promise<Page<KeysetRow>> {
    const { parameters, where } = await this.#statement(criteria);
    const rows = { from: 'party u', where, columns: 'u.id', id: 'u.id' };
    const { page, flags, ordering } = keysetStatement(rows, UNIT_ORDER, request, parameters);
    const found: KeysetRow[] = await this.source.query(
      `WITH page AS MATERIALIZED (${page})
       SELECT page.id, page.key AS "key", flags.behind, flags.beyond
       FROM (${flags}) AS flags LEFT JOIN page ON true ORDER BY ${ordering}`,
      parameters.values,
    );
    return pageOf(found, UNIT_ORDER, request);
  }

  async total(criteria: UnitCriteria): Promise<number> {
    const { parameters, where } = await this.#statement(criteria);
    const [row] = await this.source.query(
      `SELECT count(*)::int AS total FROM party u WHERE ${where}`,
      parameters.values,
    );
    return row.total;
  }

  async #statement(criteria: UnitCriteria) {
    const parameters = new Parameters();
    const day = parameters.add(criteria.day, 'date');
    const where = [
      "u.kind = 'unit'",
      `u.institution = ANY(${parameters.add(criteria.institution ?? this.institutions, 'text[]')})`,
      `u.valid_from <= ${day} AND ${day} < u.valid_to`,
    ];
    if (criteria.words !== null) {
      where.push(new SearchStatement(await this.search.queries(criteria.words), parameters).matches('u'));
    }
    if (criteria.kind !== null) where.push(`u.unit_kind = ANY(${parameters.add(criteria.kind, 'text[]')})`);
    if (criteria.parent !== null) where.push(`u.parent_id = ${parameters.add(criteria.parent, 'text')}`);
    if (criteria.root !== null) where.push(`u.parent_id IS ${criteria.root ? '' : 'NOT'} NULL`);
    if (criteria.subtreeOf !== null) {
      where.push(`u.id IN (${subtreeOf(parameters.add(criteria.subtreeOf, 'text'), day)})`);
    }
    return { parameters, where: where.join(' AND ') };
  }
}
