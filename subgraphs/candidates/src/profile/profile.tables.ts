import { historyOf } from '@mandate-graph/persistence';

/**
 * What candidates say of themselves, entry by entry, in the order of `number`; `data` is sealed, and null once the entry
 * is removed.
 */
export const PROFILE_TABLES: readonly string[] = [
  `CREATE TABLE profile_entry (
    id uuid PRIMARY KEY,
    candidate_id uuid NOT NULL REFERENCES candidate,
    kind text NOT NULL CHECK (kind IN ('DIPLOMA', 'APPOINTMENT_DECREE', 'FUNCTION_HELD', 'WORK_EXPERIENCE',
      'STAFF_RECORD', 'NATIONALITY', 'DECLARATION', 'DISMISSAL')),
    version integer NOT NULL CHECK (version >= 1),
    recorded_at timestamptz NOT NULL,
    recorded_by text NOT NULL,
    data bytea,
    number bigint GENERATED ALWAYS AS IDENTITY
  )`,
  'CREATE INDEX profile_entry_candidate ON profile_entry (candidate_id) WHERE data IS NOT NULL',
  ...historyOf('profile_entry'),
];
