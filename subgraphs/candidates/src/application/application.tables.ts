import { historyOf } from '@mandate-graph/persistence';

/**
 * Applications hold ids only, never personal data. One per candidate and vacancy, whatever runs in parallel. A vacancy
 * is referred to without a foreign key: what is known of vacancies can be thrown away and read again from the feeds.
 */
export const APPLICATION_TABLES: readonly string[] = [
  `CREATE TABLE application (
    id uuid PRIMARY KEY,
    candidate_id uuid NOT NULL,
    vacancy_id text NOT NULL,
    status text NOT NULL CHECK (status IN ('DRAFT', 'PROVISIONAL', 'DEFINITIVE', 'WITHDRAWN', 'LAPSED')),
    submitted_at timestamptz,
    version integer NOT NULL CHECK (version >= 1),
    recorded_at timestamptz NOT NULL,
    recorded_by text NOT NULL,
    reason text,
    CONSTRAINT application_once UNIQUE (candidate_id, vacancy_id),
    CONSTRAINT application_submitted CHECK (submitted_at IS NOT NULL OR status NOT IN ('PROVISIONAL', 'DEFINITIVE'))
  )`,
  'CREATE INDEX application_vacancy_status ON application (vacancy_id, status)',
  ...historyOf('application'),
];

/** What an act depends on besides the status, and how far what happened to the vacancy has been taken in. */
export const APPLICATION_ACTS_TABLES: readonly string[] = [
  `ALTER TABLE application
    ADD FOREIGN KEY (candidate_id) REFERENCES candidate,
    ADD lapsed_by text CHECK (lapsed_by IN ('DEADLINE', 'VACANCY_WITHDRAWN')),
    ADD contest text CHECK (contest IN ('OPEN', 'UPHELD', 'REJECTED')),
    ADD data bytea,
    ADD vacancy_version integer,
    ADD vacancy_day date,
    ADD due_at timestamptz`,
  // The next instant at which the clock has something to do with it: the deadline, or a day from which another state holds.
  'CREATE INDEX application_due ON application (due_at)',
  // Those whose candidates were not told yet of the newest version of their vacancy.
  'CREATE INDEX application_vacancy_version ON application (vacancy_id, vacancy_version)',
];
