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

/**
 * On which days the public knew each version of a subject to hold: none when nothing of it was public. What was known
 * at an instant is what the last version by then says, so nothing here ever changes, whatever the order it comes in.
 */
export const SUBJECT_VERSION_TABLE: readonly string[] = [
  `CREATE TABLE subject_version (
    id text COLLATE "C" NOT NULL REFERENCES subject,
    version integer NOT NULL CHECK (version >= 1),
    recorded_at timestamptz NOT NULL,
    days datemultirange NOT NULL,
    PRIMARY KEY (id, version)
  )`,
  // The feeds are read from their beginning once more: a catalogue that is older than this table has read past it.
  'UPDATE feed_cursor SET cursor = NULL',
];
