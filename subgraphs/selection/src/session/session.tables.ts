import { historyOf } from '@mandate-graph/persistence';

/**
 * Sessions of the computer assessment, and who has a seat. The database holds the limits as well: no more seats are taken
 * than there are, and nobody has two. `room_since`: the instant from which seats have been left without a break; null
 * while none is. `moved_at`: when its time or
 * place last changed. `settled_at`: when it was looked at who is out since the registration period is over; null until then.
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
    room_since timestamptz,
    moved_at timestamptz,
    settled_at timestamptz,
    called_off_at timestamptz,
    called_off_reasons text,
    version integer NOT NULL CHECK (version >= 1),
    recorded_at timestamptz NOT NULL,
    recorded_by text NOT NULL,
    reason text,
    CONSTRAINT test_session_seats CHECK (taken <= capacity),
    CONSTRAINT test_session_room CHECK ((taken < capacity) = (room_since IS NOT NULL)),
    CONSTRAINT test_session_times CHECK
      (registration_from < registration_until AND registration_until <= starts_at AND starts_at < ends_at)
  )`,
  'CREATE INDEX test_session_of_procedure ON test_session (procedure_id, starts_at)',
  `CREATE INDEX test_session_to_settle ON test_session (registration_until)
   WHERE settled_at IS NULL AND called_off_at IS NULL`,
  `CREATE TABLE session_booking (
    id uuid PRIMARY KEY,
    session_id uuid NOT NULL REFERENCES test_session,
    candidacy_id uuid NOT NULL REFERENCES candidacy,
    status text NOT NULL CHECK (status IN ('BOOKED', 'RELEASED', 'CALLED_OFF', 'PRESENT', 'ABSENT')),
    booked_at timestamptz NOT NULL,
    left_at timestamptz,
    version integer NOT NULL CHECK (version >= 1),
    recorded_at timestamptz NOT NULL,
    recorded_by text NOT NULL,
    reason text,
    CONSTRAINT session_booking_left CHECK ((status IN ('RELEASED', 'CALLED_OFF')) = (left_at IS NOT NULL))
  )`,
  `CREATE UNIQUE INDEX session_booking_once ON session_booking (candidacy_id) WHERE status = 'BOOKED'`,
  'CREATE INDEX session_booking_of_candidacy ON session_booking (candidacy_id)',
  'CREATE INDEX session_booking_of_session ON session_booking (session_id)',
  ...historyOf('test_session'),
  ...historyOf('session_booking'),
];
