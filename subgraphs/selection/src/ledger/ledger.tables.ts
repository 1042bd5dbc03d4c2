import { historyOf } from '@mandate-graph/persistence';

/**
 * Assessments that candidates sat, across all vacancies: what each leads to elsewhere is in `rules`, as they held for its
 * own vacancy. Null `level`: not known, so it reaches no other vacancy. The score is sealed in `data`.
 *
 * A function that a candidate is found to hold by the file counts for that candidacy alone, since another institution
 * judges on another file; its level, its days and the reasons are sealed in `data`.
 *
 * Of who was erased the rows stay, without what is sealed: they name an id that is nobody's any more, nobody can apply
 * under it again, and the counts and the trail of their procedures stay right.
 */
export const LEDGER_TABLES: readonly string[] = [
  `CREATE TABLE assessment_attempt (
    id uuid PRIMARY KEY,
    procedure_id uuid NOT NULL REFERENCES selection_procedure,
    candidacy_id uuid NOT NULL CONSTRAINT assessment_attempt_once UNIQUE REFERENCES candidacy,
    candidate_id uuid NOT NULL,
    level integer CHECK (level >= 1),
    test_day date NOT NULL,
    passed_day date,
    outcome text NOT NULL CHECK (outcome IN ('PASSED', 'FAILED')),
    rules jsonb NOT NULL,
    data bytea,
    version integer NOT NULL CHECK (version >= 1),
    recorded_at timestamptz NOT NULL,
    recorded_by text NOT NULL,
    reason text,
    CONSTRAINT assessment_attempt_passed CHECK ((outcome = 'PASSED') = (passed_day IS NOT NULL))
  )`,
  'CREATE INDEX assessment_attempt_of_candidate ON assessment_attempt (candidate_id, test_day, id)',
  `CREATE TABLE function_held (
    id uuid PRIMARY KEY,
    candidacy_id uuid NOT NULL CONSTRAINT function_held_once UNIQUE REFERENCES candidacy,
    data bytea,
    version integer NOT NULL CHECK (version >= 1),
    recorded_at timestamptz NOT NULL,
    recorded_by text NOT NULL,
    reason text
  )`,
  ...historyOf('assessment_attempt'),
  ...historyOf('function_held'),
];
