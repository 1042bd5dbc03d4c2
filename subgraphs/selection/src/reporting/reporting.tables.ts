/**
 * Posts, and who is over whom, as the institutions tell of them: read again from the feeds, so that whatever they told
 * before these tables were there is known as well. A post or a line that is not public any more keeps its row, without
 * days, so that an older event that comes late does not bring it back.
 */
export const REPORTING_TABLES: readonly string[] = [
  `CREATE TABLE known_position (
    id text PRIMARY KEY,
    version integer NOT NULL CHECK (version >= 1),
    valid datemultirange NOT NULL
  )`,
  `CREATE TABLE known_line (
    id text PRIMARY KEY,
    version integer NOT NULL CHECK (version >= 1)
  )`,
  `CREATE TABLE reporting_line (
    line_id text NOT NULL REFERENCES known_line,
    place integer NOT NULL,
    lower_position text NOT NULL,
    upper_position text NOT NULL,
    valid daterange NOT NULL,
    PRIMARY KEY (line_id, place)
  )`,
  'CREATE INDEX reporting_line_lower ON reporting_line (lower_position)',
  'CREATE INDEX reporting_line_upper ON reporting_line (upper_position)',
  'DELETE FROM feed_cursor',
];
