import { historyOf } from '@mandate-graph/persistence';

/** What a committee submitted, with the numbers as they were then; `id` is that of the procedure. */
export const RESULT_TABLES: readonly string[] = [
  `CREATE TABLE submitted_result (
    id uuid PRIMARY KEY REFERENCES selection_procedure,
    suitable integer NOT NULL CHECK (suitable >= 0),
    unsuitable integer NOT NULL CHECK (unsuitable >= 0),
    version integer NOT NULL CHECK (version >= 1),
    recorded_at timestamptz NOT NULL,
    recorded_by text NOT NULL,
    reason text
  )`,
  ...historyOf('submitted_result'),
];
