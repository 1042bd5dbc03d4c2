import { historyOf } from '@mandate-graph/persistence';

/** The specific sections of an application: the only experience that counts. `data` is sealed, null once removed. */
export const SECTION_TABLES: readonly string[] = [
  `CREATE TABLE specific_section (
    id uuid PRIMARY KEY,
    candidate_id uuid NOT NULL REFERENCES candidate,
    application_id uuid NOT NULL REFERENCES application,
    version integer NOT NULL CHECK (version >= 1),
    recorded_at timestamptz NOT NULL,
    recorded_by text NOT NULL,
    data bytea
  )`,
  'CREATE INDEX specific_section_candidate ON specific_section (candidate_id)',
  'CREATE INDEX specific_section_application ON specific_section (application_id) WHERE data IS NOT NULL',
  ...historyOf('specific_section'),
];
