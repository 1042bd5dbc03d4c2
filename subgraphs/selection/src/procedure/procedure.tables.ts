import { historyOf } from '@mandate-graph/persistence';

/**
 * The running side of a vacancy's selection. `version`, with its time and author, counts the acts of people on it; what
 * it copies from the vacancy, until it starts, is that of `vacancy_version`. A vacancy is referred to without a foreign
 * key: what is known of vacancies can be thrown away and read again from the feeds.
 */
export const PROCEDURE_TABLES: readonly string[] = [
  `CREATE TABLE selection_procedure (
    id uuid PRIMARY KEY,
    vacancy_id text NOT NULL CONSTRAINT selection_procedure_once UNIQUE,
    institution text NOT NULL,
    vacancy_version integer NOT NULL,
    suitability_scheme text CHECK (suitability_scheme IN ('SUITABLE_UNSUITABLE', 'A_TO_D')),
    legal_regime text,
    started_at timestamptz,
    created_at timestamptz NOT NULL,
    version integer NOT NULL CHECK (version >= 1),
    recorded_at timestamptz NOT NULL,
    recorded_by text NOT NULL,
    reason text
  )`,
  `CREATE TABLE selection_step (
    id uuid PRIMARY KEY,
    procedure_id uuid NOT NULL REFERENCES selection_procedure,
    key text NOT NULL,
    announced_key text,
    position integer NOT NULL CHECK (position >= 1),
    kind text NOT NULL,
    name jsonb NOT NULL,
    eliminatory boolean,
    status text NOT NULL CHECK (status IN ('PENDING', 'RUNNING', 'CONCLUDED')),
    version integer NOT NULL CHECK (version >= 1),
    recorded_at timestamptz NOT NULL,
    recorded_by text NOT NULL,
    reason text,
    CONSTRAINT selection_step_once UNIQUE (procedure_id, key)
  )`,
  ...historyOf('selection_procedure'),
  ...historyOf('selection_step'),
];
