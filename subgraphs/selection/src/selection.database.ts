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
import { CANDIDACY_TABLES } from './candidacy/candidacy.tables.ts';
import { COMMITTEE_TABLES, COMMITTEE_TOLD } from './committee/committee.tables.ts';
import { DECISION_TABLES } from './decision/decision.tables.ts';
import { INTEREST_TABLES } from './interest/interest.tables.ts';
import { LEDGER_TABLES } from './ledger/ledger.tables.ts';
import { MANDATE_TABLES } from './mandate/mandate.tables.ts';
import { NOTIFICATION_TABLES } from './notification/notification.tables.ts';
import { PERSON_TABLES } from './person/person.tables.ts';
import { SelectionProcedureRow, SelectionStepRow } from './procedure/procedure.entity.ts';
import { PROCEDURE_RUNNING_TABLES } from './procedure/procedure.running.tables.ts';
import { PROCEDURE_TABLES } from './procedure/procedure.tables.ts';
import { RANKING_TABLES } from './ranking/ranking.tables.ts';
import { REPORTING_TABLES } from './reporting/reporting.tables.ts';
import { REQUEST_TABLES } from './request/request.tables.ts';
import { RESULT_TABLES } from './result/result.tables.ts';
import { SCORING_TABLES } from './scoring/scoring.tables.ts';
import { SESSION_TABLES } from './session/session.tables.ts';
import { SETTLING_TABLES } from './settling/settling.tables.ts';
import { TRAIL_TABLES } from './trail/trail.tables.ts';

const MIGRATIONS = [
  sqlMigration('SelectionTables1764000000001', [...CONSUMER_TABLE, ...VACANCY_PROJECTION_TABLES, ...PROCEDURE_TABLES]),
  sqlMigration('SelectionRounds1764000000002', [
    ...PERSON_TABLES,
    ...PROCEDURE_RUNNING_TABLES,
    ...TRAIL_TABLES,
    ...SETTLING_TABLES,
    ...CANDIDACY_TABLES,
    ...SESSION_TABLES,
    ...COMMITTEE_TABLES,
    ...INTEREST_TABLES,
    ...REPORTING_TABLES,
    ...SCORING_TABLES,
    ...RANKING_TABLES,
    ...RESULT_TABLES,
    ...DECISION_TABLES,
    ...MANDATE_TABLES,
    ...LEDGER_TABLES,
    ...NOTIFICATION_TABLES,
    ...REQUEST_TABLES,
    ...OUTBOX_TABLE,
    ...IDEMPOTENCY_TABLE,
  ]),
  sqlMigration('SelectionFeedProblems1764000000003', FEED_PROBLEM_TABLE),
  sqlMigration('SelectionCommitteeTold1764000000004', COMMITTEE_TOLD),
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
