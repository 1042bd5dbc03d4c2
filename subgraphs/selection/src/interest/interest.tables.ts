import { historyOf } from '@mandate-graph/persistence';

/**
 * What members declared: that nothing ties them to the candidates of a list (`covers`), or what does. The reasons are
 * sealed under the key of the member; whether what was declared bars, under the same. `position_held`: the post that a
 * candidate holds by the file, sealed under the key of the candidate.
 */
export const INTEREST_TABLES: readonly string[] = [
  `CREATE TABLE interest_declaration (
    id uuid PRIMARY KEY,
    procedure_id uuid NOT NULL REFERENCES selection_procedure,
    member_id uuid NOT NULL REFERENCES committee_member,
    kind text NOT NULL CHECK (kind IN ('NONE', 'CONFLICT')),
    candidacy_id uuid REFERENCES candidacy,
    covers uuid[] NOT NULL,
    assessment text CHECK (assessment IN ('BARRING', 'NOT_BARRING')),
    data bytea,
    assessment_data bytea,
    declared_at timestamptz NOT NULL,
    version integer NOT NULL CHECK (version >= 1),
    recorded_at timestamptz NOT NULL,
    recorded_by text NOT NULL,
    reason text,
    CONSTRAINT interest_declaration_of_conflict CHECK (kind = 'CONFLICT' OR (candidacy_id IS NULL AND assessment IS NULL)),
    CONSTRAINT interest_declaration_once UNIQUE NULLS NOT DISTINCT (member_id, kind, candidacy_id)
  )`,
  'CREATE INDEX interest_declaration_of_procedure ON interest_declaration (procedure_id)',
  `CREATE TABLE position_held (
    id uuid PRIMARY KEY REFERENCES candidacy,
    procedure_id uuid NOT NULL REFERENCES selection_procedure,
    data bytea,
    version integer NOT NULL CHECK (version >= 1),
    recorded_at timestamptz NOT NULL,
    recorded_by text NOT NULL,
    reason text
  )`,
  'CREATE INDEX position_held_of_procedure ON position_held (procedure_id)',
  ...historyOf('interest_declaration'),
  ...historyOf('position_held'),
];
