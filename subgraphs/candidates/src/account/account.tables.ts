import { historyOf } from '@mandate-graph/persistence';

/**
 * A candidate keeps a row for ever; what it says of a person is sealed. Who a candidate is (the subject of a token) and
 * the key that opens what is sealed stand in tables without a history: erasure deletes them, and the trails stay whole.
 */
export const ACCOUNT_TABLES: readonly string[] = [
  `CREATE TABLE candidate (
    id uuid PRIMARY KEY,
    registered_at timestamptz NOT NULL,
    erased_at timestamptz,
    version integer NOT NULL CHECK (version >= 1),
    recorded_at timestamptz NOT NULL,
    recorded_by text NOT NULL,
    data bytea,
    CONSTRAINT candidate_erased CHECK ((erased_at IS NULL) = (data IS NOT NULL))
  )`,
  ...historyOf('candidate'),
  `CREATE TABLE candidate_subject (
    candidate_id uuid PRIMARY KEY REFERENCES candidate,
    subject text NOT NULL UNIQUE
  )`,
  `CREATE TABLE person_key (
    candidate_id uuid PRIMARY KEY REFERENCES candidate,
    wrapped bytea NOT NULL
  )`,
];
