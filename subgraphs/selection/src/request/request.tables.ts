import { historyOf } from '@mandate-graph/persistence';

/**
 * What candidates ask or contest after an outcome, and what came of it. The words of both sides are sealed in `data`. An
 * appeal is lodged elsewhere, and only noted here, as is how it ended; `answered_at` is when it did.
 */
export const REQUEST_TABLES: readonly string[] = [
  `CREATE TABLE candidate_request (
    id uuid PRIMARY KEY,
    procedure_id uuid NOT NULL REFERENCES selection_procedure,
    candidacy_id uuid NOT NULL REFERENCES candidacy,
    kind text NOT NULL CHECK (kind IN ('CONTEST', 'FEEDBACK', 'COMPLAINT', 'APPEAL')),
    step_id uuid REFERENCES selection_step,
    outcome_version integer,
    status text NOT NULL CHECK (status IN ('OPEN', 'ANSWERED', 'UPHELD', 'REJECTED', 'LODGED', 'WITHDRAWN', 'ANNULLED')),
    filed_at timestamptz NOT NULL,
    answered_at timestamptz,
    data bytea,
    version integer NOT NULL CHECK (version >= 1),
    recorded_at timestamptz NOT NULL,
    recorded_by text NOT NULL,
    reason text,
    CONSTRAINT candidate_request_step CHECK ((kind = 'CONTEST') = (step_id IS NOT NULL)),
    CONSTRAINT candidate_request_answered CHECK ((status IN ('OPEN', 'LODGED')) = (answered_at IS NULL)),
    CONSTRAINT candidate_request_appeal CHECK (kind = 'APPEAL' OR status NOT IN ('LODGED', 'WITHDRAWN', 'ANNULLED'))
  )`,
  `CREATE UNIQUE INDEX candidate_request_one_contest ON candidate_request (candidacy_id, step_id, outcome_version)
   WHERE kind = 'CONTEST'`,
  'CREATE INDEX candidate_request_of_candidacy ON candidate_request (candidacy_id, filed_at)',
  'CREATE INDEX candidate_request_of_procedure ON candidate_request (procedure_id, status)',
  ...historyOf('candidate_request'),
];
