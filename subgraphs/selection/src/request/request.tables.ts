/** What candidates ask or contest after an outcome, and what came of it. The words of both sides are sealed. */
export const REQUEST_TABLES: readonly string[] = [
  `CREATE TABLE candidate_request (
    id uuid PRIMARY KEY,
    procedure_id uuid NOT NULL REFERENCES selection_procedure,
    candidacy_id uuid NOT NULL REFERENCES candidacy,
    kind text NOT NULL CHECK (kind IN ('CONTEST', 'FEEDBACK', 'COMPLAINT', 'APPEAL')),
    step_id uuid REFERENCES selection_step,
    status text NOT NULL,
    filed_at timestamptz NOT NULL,
    answered_at timestamptz,
    data bytea,
    version integer NOT NULL CHECK (version >= 1),
    recorded_at timestamptz NOT NULL,
    recorded_by text NOT NULL,
    reason text
  )`,
  'CREATE INDEX candidate_request_of_candidacy ON candidate_request (candidacy_id)',
  'CREATE INDEX candidate_request_of_procedure ON candidate_request (procedure_id)',
];
