import { historyOf } from '@mandate-graph/persistence';

/**
 * Mandates that were accepted: one for the post of a procedure. `level`, from 1, is that of the assessment for it, where
 * its weighting classes tell. `terms` stay as they were decided (see Terms), whatever ends the mandate sooner; the days
 * that hold are `starts_on` and `ends_on`. What ended it, and the name that was published, are sealed under the key of
 * the candidate.
 */
export const MANDATE_TABLES: readonly string[] = [
  `CREATE TABLE mandate (
    id uuid PRIMARY KEY,
    procedure_id uuid NOT NULL CONSTRAINT mandate_once UNIQUE REFERENCES selection_procedure,
    decision_id uuid NOT NULL REFERENCES appointment_decision,
    candidacy_id uuid NOT NULL REFERENCES candidacy,
    candidate_id uuid NOT NULL,
    position text NOT NULL,
    level integer CHECK (level >= 1),
    kind text CHECK (kind IN ('MANDATE', 'INTERIM')),
    language_role text CHECK (language_role IN ('NL', 'FR')),
    starts_on date NOT NULL,
    ends_on date,
    terms jsonb NOT NULL,
    data bytea,
    version integer NOT NULL CHECK (version >= 1),
    recorded_at timestamptz NOT NULL,
    recorded_by text NOT NULL,
    reason text,
    CONSTRAINT mandate_days CHECK (starts_on <= ends_on)
  )`,
  'CREATE INDEX mandate_of_candidate ON mandate (candidate_id)',
  `CREATE TABLE appointment_publication (
    id uuid PRIMARY KEY,
    mandate_id uuid NOT NULL CONSTRAINT appointment_publication_once UNIQUE REFERENCES mandate,
    published_at timestamptz NOT NULL,
    data bytea,
    version integer NOT NULL CHECK (version >= 1),
    recorded_at timestamptz NOT NULL,
    recorded_by text NOT NULL,
    reason text
  )`,
  ...historyOf('mandate'),
  ...historyOf('appointment_publication'),
];
