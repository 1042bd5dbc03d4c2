/**
 * Who is on the committee, and what ties them to a candidate. `holder` is the keyed digest of the subject a member signs
 * in with; the name is sealed under the member's key.
 */
export const COMMITTEE_TABLES: readonly string[] = [
  `CREATE TABLE committee_member (
    id uuid PRIMARY KEY,
    procedure_id uuid NOT NULL REFERENCES selection_procedure,
    holder text NOT NULL,
    function text NOT NULL CHECK (function IN ('CHAIR', 'MEMBER')),
    language_role text CHECK (language_role IN ('NL', 'FR')),
    position_id text,
    replaces uuid REFERENCES committee_member,
    joined_at timestamptz NOT NULL,
    left_at timestamptz,
    data bytea NOT NULL,
    version integer NOT NULL CHECK (version >= 1),
    recorded_at timestamptz NOT NULL,
    recorded_by text NOT NULL,
    reason text
  )`,
  `CREATE UNIQUE INDEX committee_member_once ON committee_member (procedure_id, holder) WHERE left_at IS NULL`,
  `CREATE UNIQUE INDEX committee_one_chair ON committee_member (procedure_id)
   WHERE function = 'CHAIR' AND left_at IS NULL`,
  'CREATE INDEX committee_member_of_holder ON committee_member (holder)',
];
