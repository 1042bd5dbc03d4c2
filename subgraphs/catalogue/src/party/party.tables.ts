/** Units, positions and bodies over their valid time: `infinity` stands for an open bound. */
export const PARTY_TABLE: readonly string[] = [
  `CREATE TABLE party (
    id text COLLATE "C" NOT NULL REFERENCES subject,
    valid_from date NOT NULL,
    valid_to date NOT NULL,
    kind text NOT NULL CHECK (kind IN ('unit', 'position', 'body')),
    institution text NOT NULL,
    sort_name text COLLATE "C" NOT NULL,
    unit_kind text,
    parent_id text COLLATE "C",
    text_nl tsvector NOT NULL DEFAULT '',
    text_fr tsvector NOT NULL DEFAULT '',
    text_en tsvector NOT NULL DEFAULT '',
    PRIMARY KEY (id, valid_from)
  )`,
  "CREATE INDEX party_unit_name ON party (sort_name, id) WHERE kind = 'unit'",
  'CREATE INDEX party_parent ON party (parent_id) WHERE parent_id IS NOT NULL',
  "CREATE INDEX party_unit_text ON party USING gin (text_nl, text_fr, text_en) WHERE kind = 'unit'",
];
