/**
 * What was sent to candidates, and when. Their windows run from `runs_from`: the sending, or later where the account
 * showed it later.
 */
export const NOTIFICATION_TABLES: readonly string[] = [
  `CREATE TABLE notification (
    id uuid PRIMARY KEY,
    procedure_id uuid NOT NULL REFERENCES selection_procedure,
    candidacy_id uuid NOT NULL REFERENCES candidacy,
    about text NOT NULL CHECK (about IN ('STEP', 'RESULT', 'DECISION')),
    step_id uuid REFERENCES selection_step,
    negative boolean NOT NULL,
    sent_at timestamptz NOT NULL,
    runs_from timestamptz NOT NULL CHECK (runs_from >= sent_at),
    remedy_stated boolean NOT NULL,
    by_letter boolean NOT NULL,
    recorded_at timestamptz NOT NULL,
    recorded_by text NOT NULL
  )`,
  'CREATE INDEX notification_of_candidacy ON notification (candidacy_id, sent_at)',
  'CREATE INDEX notification_of_procedure ON notification (procedure_id)',
];
