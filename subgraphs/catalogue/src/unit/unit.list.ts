import { addressed } from '@mandate-graph/domain';
import type { PageRequest } from '@mandate-graph/persistence';
import type { InstitutionRegistry, Stub } from '../institution/institution.registry.ts';
import { ConnectionList } from '../page/connection.list.ts';
import type { KeysetRow, Page } from '../page/keyset.statement.ts';
import type { UnitRepository } from './unit.repository.ts';
import type { UnitCriteria } from './unit.rules.ts';

/** A list of units that somebody asked for; dated when the day was asked for. */
export class UnitList extends ConnectionList<KeysetRow> {
  constructor(
    private readonly repository: UnitRepository,
    private readonly registry: InstitutionRegistry,
    private readonly criteria: UnitCriteria,
    private readonly asOf: string | null,
    private readonly request: PageRequest,
  ) {
    super();
  }

  async edges(): Promise<{ cursor: string; node: Stub | null }[]> {
    const { rows } = await this.page();
    return rows.map(({ id, cursor }) => ({
      cursor,
      node: this.registry.stub('unit', addressed(id, { asOf: this.asOf, knownAt: null })),
    }));
  }

  totalCount(): Promise<number> {
    return this.repository.total(this.criteria);
  }

  protected readPage(): Promise<Page<KeysetRow>> {
    return this.repository.page(this.criteria, this.request);
  }
}
