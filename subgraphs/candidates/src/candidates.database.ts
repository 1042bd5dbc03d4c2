import {
  CONSUMER_TABLE,
  FEED_PROBLEM_TABLE,
  IDEMPOTENCY_TABLE,
  OUTBOX_TABLE,
  openDataSource,
  schemaOf,
  sqlMigration,
  VACANCY_PROJECTION_TABLES,
} from '@mandate-graph/persistence';
import { countStatement, type Logger } from '@mandate-graph/runtime';
import type { DataSource } from 'typeorm';
import { ACCESS_LOG_TABLES } from './access-log/access-log.tables.ts';
import { ACCOUNT_TABLES } from './account/account.tables.ts';
import { ADJUSTMENT_TABLES } from './adjustment/adjustment.tables.ts';
import { APPLICATION_ACTS_TABLES, APPLICATION_TABLES } from './application/application.tables.ts';
import { DECISION_TABLES } from './decision/decision.tables.ts';
import { DOCUMENT_TABLES } from './document/document.tables.ts';
import { FILE_TABLES } from './file/file.tables.ts';
import { INBOX_TABLES } from './inbox/inbox.tables.ts';
import { PROFILE_TABLES } from './profile/profile.tables.ts';
import { SECTION_TABLES } from './section/section.tables.ts';
import { SELECTION_TABLES } from './selection/selection.tables.ts';

const MIGRATIONS = [
  sqlMigration('CandidatesTables1764000000001', [
    ...CONSUMER_TABLE,
    ...VACANCY_PROJECTION_TABLES,
    ...APPLICATION_TABLES,
  ]),
  sqlMigration('CandidatesAccessLog1764000000002', ACCESS_LOG_TABLES),
  sqlMigration('CandidatesFiles1764000000003', [
    ...ACCOUNT_TABLES,
    ...APPLICATION_ACTS_TABLES,
    ...PROFILE_TABLES,
    ...SECTION_TABLES,
    ...DOCUMENT_TABLES,
    ...FILE_TABLES,
    ...INBOX_TABLES,
    ...ADJUSTMENT_TABLES,
    ...DECISION_TABLES,
    ...OUTBOX_TABLE,
    ...IDEMPOTENCY_TABLE,
  ]),
  sqlMigration('CandidatesSelection1764000000004', SELECTION_TABLES),
  sqlMigration('CandidatesFeedProblems1764000000005', FEED_PROBLEM_TABLE),
];

/** The migrated database of this subgraph. */
export const openCandidatesDatabase = (url: string, log: Logger): Promise<DataSource> =>
  openDataSource({
    url,
    schema: schemaOf('candidates'),
    entities: [],
    migrations: MIGRATIONS,
    log,
    onStatement: countStatement,
  });
