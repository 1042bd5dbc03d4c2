import { SUBJECT_KINDS } from '@mandate-graph/domain';
import { IDEMPOTENCY_TABLE, versionedTable } from '@mandate-graph/persistence';

const VERSIONED_BEFORE = SUBJECT_KINDS.filter((kind) => kind !== 'reorganisation');

/**
 * What each version of a subject was: one row, also for a version after which nothing of the subject holds. Rows of
 * subjects that are older than this table are taken from what they wrote.
 */
export const SUBJECT_VERSION_TABLES: readonly string[] = [
  `CREATE TABLE subject_version (
    id text NOT NULL,
    version integer NOT NULL CHECK (version >= 1),
    change text NOT NULL,
    recorded_at timestamptz NOT NULL,
    recorded_by text NOT NULL,
    reason text,
    PRIMARY KEY (id, version)
  )`,
  `INSERT INTO subject_version (id, version, change, recorded_at, recorded_by, reason)
   SELECT DISTINCT id, version, CASE version WHEN 1 THEN 'CREATED' ELSE 'AMENDED' END, recorded_at, recorded_by, reason
   FROM (${VERSIONED_BEFORE.map((table) => `SELECT id, version, recorded_at, recorded_by, reason FROM ${table}`).join(' UNION ALL ')}) row`,
  'CREATE INDEX subject_recorded_at ON subject (recorded_at)',
  ...versionedTable('reorganisation', ['predecessor_ids text[] NOT NULL', 'successor_ids text[] NOT NULL']),
  'CREATE INDEX reorganisation_predecessors ON reorganisation USING gin (predecessor_ids) WHERE superseded_at IS NULL',
  'CREATE INDEX reorganisation_successors ON reorganisation USING gin (successor_ids) WHERE superseded_at IS NULL',
  ...IDEMPOTENCY_TABLE,
];
