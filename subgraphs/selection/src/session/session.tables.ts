/**
 * Sessions of the computer assessment, and who has a seat. The database holds the limit as well: no more seats are taken
 * than there are.
 */
export const SESSION_TABLES: readonly string[] = [
  `CREATE TABLE test_session (
    id uuid PRIMARY KEY,
    procedure_id uuid NOT NULL REFERENCES selection_procedure,
    step_id uuid NOT NULL REFERENCES selection_step,
    starts_at timestamptz NOT NULL,
    ends_at timestamptz NOT NULL,
    registration_from timestamptz NOT NULL,
    registration_until timestamptz NOT NULL,
    capacity integer NOT NULL CHECK (capacity >= 1),
    taken integer NOT NULL DEFAULT 0 CHECK (taken >= 0),
    place text NOT NULL,
    called_off_at timestamptz,
    version integer NOT NULL CHECK (version >= 1),
    recorded_at timestamptz NOT NULL,
    recorded_by text NOT NULL,
    reason text,
    CONSTRAINT test_session_seats CHECK (taken <= capacity)
  )`,
  'CREATE INDEX test_session_of_procedure ON test_session (procedure_id, starts_at)',
  `CREATE TABLE session_booking (
    id uuid PRIMARY KEY,
    session_id uuid NOT NULL REFERENCES test_session,
    candidacy_id uuid NOT NULL REFERENCES candidacy,
    status text NOT NULL CHECK (status IN ('BOOKED', 'RELEASED', 'CALLED_OFF', 'PRESENT', 'ABSENT')),
    version integer NOT NULL CHECK (version >= 1),
    recorded_at timestamptz NOT NULL,
    recorded_by text NOT NULL,
    reason text
  )`,
  `CREATE UNIQUE INDEX session_booking_once ON session_booking (candidacy_id) WHERE status = 'BOOKED'`,
  'CREATE INDEX session_booking_of_session ON session_booking (session_id)',
];
