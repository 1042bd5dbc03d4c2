import {
  CONSUMER_TABLE,
  openDataSource,
  schemaOf,
  sqlMigration,
  VACANCY_PROJECTION_TABLES,
} from '@mandate-graph/persistence';
import { countStatement, type Logger } from '@mandate-graph/runtime';
import type { DataSource } from 'typeorm';
import { SelectionProcedureRow, SelectionStepRow } from './procedure/procedure.entity.ts';
import { PROCEDURE_TABLES } from './procedure/procedure.tables.ts';

const MIGRATIONS = [
  sqlMigration('SelectionTables1764000000001', [...CONSUMER_TABLE, ...VACANCY_PROJECTION_TABLES, ...PROCEDURE_TABLES]),
];

/** The migrated database of this subgraph. */
export const openSelectionDatabase = (url: string, log: Logger): Promise<DataSource> =>
  openDataSource({
    url,
    schema: schemaOf('selection'),
    entities: [SelectionProcedureRow, SelectionStepRow],
    migrations: MIGRATIONS,
    log,
    onStatement: countStatement,
  });
