import { historyOf } from '@mandate-graph/persistence';

/**
 * Decisions on the appointment, one after the other: only one stands, which the database holds as well. Without a
 * candidacy, nobody is appointed. `decision_statement`: the reasons on titles and merits of each candidate whom a
 * decision concerns, sealed under the key of that candidate; so is, in `answer`, why nothing came of it.
 */
export const DECISION_TABLES: readonly string[] = [
  `CREATE TABLE appointment_decision (
    id uuid PRIMARY KEY,
    procedure_id uuid NOT NULL REFERENCES selection_procedure,
    candidacy_id uuid REFERENCES candidacy,
    status text NOT NULL CHECK (status IN ('AWAITING_ANSWER', 'IN_EFFECT', 'DECLINED', 'FALLEN')),
    authority text NOT NULL,
    departs_from_ranking boolean NOT NULL,
    language_role text CHECK (language_role IN ('NL', 'FR')),
    terms jsonb,
    answer bytea,
    decided_at timestamptz NOT NULL,
    decided_by text NOT NULL,
    version integer NOT NULL CHECK (version >= 1),
    recorded_at timestamptz NOT NULL,
    recorded_by text NOT NULL,
    reason text,
    CONSTRAINT appointment_decision_of_somebody CHECK ((candidacy_id IS NULL) = (terms IS NULL))
  )`,
  'CREATE INDEX appointment_decision_of_procedure ON appointment_decision (procedure_id, decided_at)',
  `CREATE UNIQUE INDEX appointment_decision_one_stands ON appointment_decision (procedure_id)
   WHERE status IN ('AWAITING_ANSWER', 'IN_EFFECT')`,
  `CREATE TABLE decision_statement (
    decision_id uuid NOT NULL REFERENCES appointment_decision,
    candidacy_id uuid NOT NULL REFERENCES candidacy,
    candidate_id uuid NOT NULL,
    data bytea,
    PRIMARY KEY (decision_id, candidacy_id)
  )`,
  'CREATE INDEX decision_statement_of_candidacy ON decision_statement (candidacy_id)',
  ...historyOf('appointment_decision'),
];
