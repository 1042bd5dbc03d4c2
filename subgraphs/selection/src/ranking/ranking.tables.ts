import { historyOf } from '@mandate-graph/persistence';

/**
 * How the committee ranks those whom it found suitable. `ranking` has the id of its procedure. `ranking_place`: of each
 * candidate who was ever ranked, with the id of the candidacy; `place` is null for who is in the ranking no more. The
 * reasons of a place are sealed under the key of each candidate in it; null: nobody else was suitable, so that there was
 * nothing to compare, or the candidate was erased.
 */
export const RANKING_TABLES: readonly string[] = [
  `CREATE TABLE ranking (
    id uuid PRIMARY KEY REFERENCES selection_procedure,
    version integer NOT NULL CHECK (version >= 1),
    recorded_at timestamptz NOT NULL,
    recorded_by text NOT NULL,
    reason text
  )`,
  `CREATE TABLE ranking_place (
    id uuid PRIMARY KEY REFERENCES candidacy,
    procedure_id uuid NOT NULL REFERENCES ranking,
    place integer CHECK (place >= 1),
    data bytea,
    version integer NOT NULL CHECK (version >= 1),
    recorded_at timestamptz NOT NULL,
    recorded_by text NOT NULL,
    reason text
  )`,
  'CREATE INDEX ranking_place_of_procedure ON ranking_place (procedure_id)',
  ...historyOf('ranking'),
  ...historyOf('ranking_place'),
];
