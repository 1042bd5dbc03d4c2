/** What has been heard of a subject last. The row outlives the subject, so that an old event cannot bring it back. */
export const SUBJECT_TABLE: readonly string[] = [
  `CREATE TABLE subject (
    id text COLLATE "C" PRIMARY KEY,
    kind text NOT NULL,
    institution text NOT NULL,
    version integer NOT NULL CHECK (version >= 1),
    recorded_at timestamptz NOT NULL
  )`,
];
