import { historyOf } from '@mandate-graph/persistence';

/**
 * Who is on the committee. `holder` is the keyed digest of the subject a member signs in with, null once the member was
 * erased; name and expertise are sealed under the member's key, and so are the reasons for which somebody left
 * (`left_data`). Whoever has no key any more has nothing sealed either.
 */
const MEMBER_TABLES: readonly string[] = [
  `CREATE TABLE committee_member (
    id uuid PRIMARY KEY,
    procedure_id uuid NOT NULL REFERENCES selection_procedure,
    holder text,
    function text NOT NULL CHECK (function IN ('CHAIR', 'MEMBER')),
    language_role text CHECK (language_role IN ('NL', 'FR')),
    position_id text,
    replaces uuid CONSTRAINT committee_member_replaced_once UNIQUE REFERENCES committee_member,
    joined_at timestamptz NOT NULL,
    left_at timestamptz,
    data bytea,
    left_data bytea,
    version integer NOT NULL CHECK (version >= 1),
    recorded_at timestamptz NOT NULL,
    recorded_by text NOT NULL,
    reason text,
    CONSTRAINT committee_member_left CHECK ((left_at IS NOT NULL OR left_data IS NULL) AND left_at >= joined_at)
  )`,
  `CREATE UNIQUE INDEX committee_member_once ON committee_member (procedure_id, holder) WHERE left_at IS NULL`,
  `CREATE UNIQUE INDEX committee_one_chair ON committee_member (procedure_id)
   WHERE function = 'CHAIR' AND left_at IS NULL`,
  'CREATE INDEX committee_member_of_holder ON committee_member (holder)',
  ...historyOf('committee_member'),
];

/**
 * Days on which candidates are heard, with the committee as it was counted and who of it was there; and the hearing of
 * each candidate: invited, held or missed.
 */
const HEARING_TABLES: readonly string[] = [
  `CREATE TABLE hearing_day (
    id uuid PRIMARY KEY,
    procedure_id uuid NOT NULL REFERENCES selection_procedure,
    step_id uuid NOT NULL REFERENCES selection_step,
    held_on date NOT NULL,
    members uuid[] NOT NULL,
    chair uuid REFERENCES committee_member,
    present uuid[] NOT NULL,
    version integer NOT NULL CHECK (version >= 1),
    recorded_at timestamptz NOT NULL,
    recorded_by text NOT NULL,
    reason text,
    CONSTRAINT hearing_day_once UNIQUE (step_id, held_on),
    CONSTRAINT hearing_day_of_members CHECK (present <@ members)
  )`,
  'CREATE INDEX hearing_day_of_procedure ON hearing_day (procedure_id)',
  `CREATE TABLE hearing (
    id uuid PRIMARY KEY,
    procedure_id uuid NOT NULL REFERENCES selection_procedure,
    candidacy_id uuid NOT NULL REFERENCES candidacy,
    step_id uuid NOT NULL REFERENCES selection_step,
    status text NOT NULL CHECK (status IN ('INVITED', 'HELD', 'ABSENT')),
    starts_at timestamptz,
    place text,
    held_on date,
    present uuid[] NOT NULL,
    minutes integer CHECK (minutes BETWEEN 1 AND 1440),
    version integer NOT NULL CHECK (version >= 1),
    recorded_at timestamptz NOT NULL,
    recorded_by text NOT NULL,
    reason text,
    CONSTRAINT hearing_once UNIQUE (candidacy_id, step_id),
    CONSTRAINT hearing_invitation CHECK ((starts_at IS NULL) = (place IS NULL)
      AND (status = 'HELD' OR starts_at IS NOT NULL)),
    CONSTRAINT hearing_held CHECK ((status = 'HELD') = (held_on IS NOT NULL)
      AND (status = 'HELD' OR (present = '{}' AND minutes IS NULL)))
  )`,
  'CREATE INDEX hearing_of_procedure ON hearing (procedure_id)',
  ...historyOf('hearing_day'),
  ...historyOf('hearing'),
];

export const COMMITTEE_TABLES: readonly string[] = [...MEMBER_TABLES, ...HEARING_TABLES];

/** What was told of a committee last is found by its procedure. */
export const COMMITTEE_TOLD: readonly string[] = [
  `CREATE INDEX outbox_committee ON outbox (subject, id) WHERE type = 'mandate-graph.committee.recorded.v1'`,
];
