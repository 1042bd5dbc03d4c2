import { historyOf } from '@mandate-graph/persistence';

/** What a person decided on a file, beside what the engine proposed; the reasons are sealed. */
export const DECISION_TABLES: readonly string[] = [
  `CREATE TABLE eligibility_decision (
    id uuid PRIMARY KEY,
    candidate_id uuid NOT NULL REFERENCES candidate,
    application_id uuid NOT NULL REFERENCES application,
    conditions text NOT NULL CHECK (conditions IN ('PARTICIPATION', 'APPOINTMENT')),
    outcome text NOT NULL CHECK (outcome IN ('ELIGIBLE', 'CONDITIONAL', 'NOT_ELIGIBLE')),
    proposed text NOT NULL,
    judged_on date NOT NULL,
    -- The deadline for which the file was frozen: a deadline that is moved leads to another file.
    judged_file timestamptz NOT NULL,
    vacancy_version integer NOT NULL,
    remedy_stated boolean NOT NULL,
    version integer NOT NULL CHECK (version >= 1),
    recorded_at timestamptz NOT NULL,
    recorded_by text NOT NULL,
    data bytea,
    UNIQUE (application_id, conditions)
  )`,
  ...historyOf('eligibility_decision'),
];
