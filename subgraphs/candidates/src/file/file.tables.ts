/**
 * What is judged: files as they stood when a deadline closed. A deadline that is moved leads to another file, and which
 * one counts follows from the deadline of the vacancy; by which rules, from the newest version of it that was recorded
 * before it closed.
 */
export const FILE_TABLES: readonly string[] = [
  `CREATE TABLE application_snapshot (
    application_id uuid NOT NULL REFERENCES application,
    closes_at timestamptz NOT NULL,
    frozen_at timestamptz NOT NULL,
    data bytea,
    PRIMARY KEY (application_id, closes_at)
  )`,
  `CREATE TABLE snapshot_document (
    application_id uuid NOT NULL,
    closes_at timestamptz NOT NULL,
    document_id uuid NOT NULL REFERENCES document,
    PRIMARY KEY (application_id, closes_at, document_id),
    FOREIGN KEY (application_id, closes_at) REFERENCES application_snapshot
  )`,
  'CREATE INDEX snapshot_document_document ON snapshot_document (document_id)',
  // Every version that institutions told of, whole: what candidates were told last, and which rules held when.
  // Why an institution changed one is public, and told to those who apply.
  `CREATE TABLE vacancy_version (
    vacancy_id text NOT NULL,
    version integer NOT NULL,
    recorded_at timestamptz NOT NULL,
    periods jsonb NOT NULL,
    reason text,
    PRIMARY KEY (vacancy_id, version)
  )`,
  // What was told before this table was there is read again.
  'DELETE FROM feed_cursor',
];
