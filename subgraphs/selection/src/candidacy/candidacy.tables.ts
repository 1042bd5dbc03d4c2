import { historyOf } from '@mandate-graph/persistence';

/**
 * `known_…`: what candidates told, newest version of each. `candidacy`: an application within the procedure, under the
 * same id. `candidate_holder`: the keyed digest of the subject a candidate signs in with, which erasure takes away. What is personal of an
 * outcome is sealed in `data`.
 */
export const CANDIDACY_TABLES: readonly string[] = [
  `CREATE TABLE known_application (
    id uuid PRIMARY KEY,
    candidate_id uuid NOT NULL,
    vacancy_id text NOT NULL,
    status text NOT NULL,
    version integer NOT NULL,
    submitted_at timestamptz,
    recorded_at timestamptz NOT NULL
  )`,
  'CREATE INDEX known_application_of_vacancy ON known_application (vacancy_id)',
  'CREATE INDEX known_application_of_candidate ON known_application (candidate_id)',
  `CREATE TABLE known_decision (
    id uuid PRIMARY KEY,
    application_id uuid NOT NULL,
    conditions text NOT NULL,
    outcome text NOT NULL,
    decided_by text NOT NULL,
    judged_file timestamptz NOT NULL,
    remedy_stated boolean NOT NULL,
    judged_on date,
    version integer NOT NULL,
    recorded_at timestamptz NOT NULL
  )`,
  'CREATE INDEX known_decision_of_application ON known_decision (application_id)',
  `CREATE TABLE candidate_holder (candidate_id uuid PRIMARY KEY, holder text NOT NULL)`,
  'CREATE INDEX candidate_holder_holder ON candidate_holder (holder)',
  `CREATE TABLE candidacy (
    id uuid PRIMARY KEY,
    procedure_id uuid NOT NULL REFERENCES selection_procedure,
    candidate_id uuid NOT NULL,
    status text NOT NULL,
    step_id uuid REFERENCES selection_step DEFERRABLE INITIALLY DEFERRED,
    submitted_at timestamptz NOT NULL,
    version integer NOT NULL CHECK (version >= 1),
    recorded_at timestamptz NOT NULL,
    recorded_by text NOT NULL,
    reason text
  )`,
  'CREATE INDEX candidacy_of_procedure ON candidacy (procedure_id, submitted_at, id)',
  'CREATE INDEX candidacy_of_candidate ON candidacy (candidate_id)',
  `CREATE TABLE step_outcome (
    id uuid PRIMARY KEY,
    candidacy_id uuid NOT NULL REFERENCES candidacy,
    step_id uuid NOT NULL REFERENCES selection_step,
    result text NOT NULL,
    rule text,
    decision_version integer,
    data bytea,
    version integer NOT NULL CHECK (version >= 1),
    recorded_at timestamptz NOT NULL,
    recorded_by text NOT NULL,
    reason text,
    CONSTRAINT step_outcome_once UNIQUE (candidacy_id, step_id)
  )`,
  ...historyOf('candidacy'),
  ...historyOf('step_outcome'),
];
