import {
  CONSUMER_TABLE,
  openDataSource,
  schemaOf,
  sqlMigration,
  VACANCY_PROJECTION_TABLES,
} from '@mandate-graph/persistence';
import { countStatement, type Logger } from '@mandate-graph/runtime';
import type { DataSource } from 'typeorm';
import { ACCESS_LOG_TABLES } from './access-log/access-log.tables.ts';
import { ApplicationRow } from './application/application.entity.ts';
import { APPLICATION_TABLES } from './application/application.tables.ts';

const MIGRATIONS = [
  sqlMigration('CandidatesTables1764000000001', [
    ...CONSUMER_TABLE,
    ...VACANCY_PROJECTION_TABLES,
    ...APPLICATION_TABLES,
  ]),
  sqlMigration('CandidatesAccessLog1764000000002', ACCESS_LOG_TABLES),
];

/** The migrated database of this subgraph. */
export const openCandidatesDatabase = (url: string, log: Logger): Promise<DataSource> =>
  openDataSource({
    url,
    schema: schemaOf('candidates'),
    entities: [ApplicationRow],
    migrations: MIGRATIONS,
    log,
    onStatement: countStatement,
  });
