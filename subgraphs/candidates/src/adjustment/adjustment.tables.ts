import { historyOf } from '@mandate-graph/persistence';

/** Adjustments that candidates ask for: health data (article 9 of the GDPR), apart from all that is judged. */
export const ADJUSTMENT_TABLES: readonly string[] = [
  `CREATE TABLE adjustment (
    id uuid PRIMARY KEY,
    candidate_id uuid NOT NULL REFERENCES candidate,
    application_id uuid NOT NULL REFERENCES application,
    version integer NOT NULL CHECK (version >= 1),
    recorded_at timestamptz NOT NULL,
    recorded_by text NOT NULL,
    data bytea
  )`,
  'CREATE INDEX adjustment_candidate ON adjustment (candidate_id)',
  'CREATE INDEX adjustment_application ON adjustment (application_id) WHERE data IS NOT NULL',
  ...historyOf('adjustment'),
];
