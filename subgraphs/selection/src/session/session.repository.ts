import { isUuid } from '@mandate-graph/domain';
import { instantOf } from '@mandate-graph/runtime';
import type { EntityManager } from 'typeorm';
import type { CandidacyRecord } from '../candidacy/candidacy.record.ts';
import type { Waiting } from './session.chance.rules.ts';
import type { BookingRecord, SessionRecord } from './session.record.ts';

type Instants = 'startsAt' | 'endsAt' | 'registrationFrom' | 'registrationUntil';
type MaybeInstants = 'roomSince' | 'movedAt' | 'calledOffAt';
export type SessionRow = Omit<SessionRecord, Instants | MaybeInstants> &
  Readonly<Record<Instants, Date>> &
  Readonly<Record<MaybeInstants, Date | null>>;

export const SESSION_COLUMNS = `session.id, session.step_id AS "stepId", session.starts_at AS "startsAt",
  session.ends_at AS "endsAt", session.registration_from AS "registrationFrom",
  session.registration_until AS "registrationUntil", session.capacity, session.taken, session.place,
  session.room_since AS "roomSince", session.moved_at AS "movedAt", session.called_off_at AS "calledOffAt",
  session.settled_at IS NOT NULL AS settled, session.version`;
const BOOKING_COLUMNS = `booking.id, booking.session_id AS "sessionId", booking.candidacy_id AS "candidacyId",
  booking.status, booking.booked_at AS "bookedAt", booking.version`;

const maybe = (date: Date | null) => (date === null ? null : instantOf(date));
export const sessionOf = (row: SessionRow): SessionRecord => ({
  ...row,
  startsAt: instantOf(row.startsAt),
  endsAt: instantOf(row.endsAt),
  registrationFrom: instantOf(row.registrationFrom),
  registrationUntil: instantOf(row.registrationUntil),
  roomSince: maybe(row.roomSince),
  movedAt: maybe(row.movedAt),
  calledOffAt: maybe(row.calledOffAt),
});

/** A candidate of the step without a seat. */
export interface WaitingCandidacy extends CandidacyRecord, Waiting {
  /** A seat was taken back since a waiting period ran on its day: to have had it was a chance. */
  readonly lostSeat: boolean;
}

/** A seat, with whose it is. */
export interface Seat extends BookingRecord {
  readonly candidateId: string;
}

/** Sessions and seats for acts, which hold the lock of the procedure. */
export class SessionRepository {
  constructor(private readonly manager: EntityManager) {}

  /** In the order of their days. */
  async ofProcedure(procedureId: string): Promise<SessionRecord[]> {
    const rows: SessionRow[] = await this.manager.query(
      `SELECT ${SESSION_COLUMNS} FROM test_session session WHERE procedure_id = $1 ORDER BY starts_at, id`,
      [procedureId],
    );
    return rows.map(sessionOf);
  }

  /** Null for one that is not of the procedure. */
  async one(procedureId: string, id: string): Promise<SessionRecord | null> {
    if (!isUuid(id)) return null;
    return (await this.ofProcedure(procedureId)).find((session) => session.id === id) ?? null;
  }

  /** Every seat that candidates have or had, oldest first. */
  seatsOf(candidacyIds: readonly string[]): Promise<Seat[]> {
    return this.#seats('booking.candidacy_id = ANY($1::uuid[])', [candidacyIds]);
  }

  /** The seats that are taken in a session. */
  takenIn(sessionId: string): Promise<Seat[]> {
    return this.#seats(`booking.session_id = $1 AND booking.status IN ('BOOKED', 'PRESENT', 'ABSENT')`, [sessionId]);
  }

  /** Seats of those who are not in the step any more. */
  leftBehind(stepId: string): Promise<Seat[]> {
    return this.#seats(
      `session.step_id = $1 AND booking.status = 'BOOKED'
       AND (candidacy.status <> 'IN_PROGRESS' OR candidacy.step_id IS DISTINCT FROM $1)`,
      [stepId],
    );
  }

  /** Seats that have come to nothing yet, of those in the step who failed the assessment of another procedure. */
  ofFailed(stepId: string): Promise<Seat[]> {
    return this.#seats(
      `session.step_id = $1 AND booking.status IN ('BOOKED', 'PRESENT')
       AND candidacy.status = 'IN_PROGRESS' AND candidacy.step_id = $1
       AND EXISTS (SELECT FROM assessment_attempt attempt WHERE attempt.candidate_id = candidacy.candidate_id
         AND attempt.procedure_id <> candidacy.procedure_id AND attempt.outcome = 'FAILED')
       AND NOT EXISTS (SELECT FROM erased_person WHERE person = 'candidate:' || candidacy.candidate_id)`,
      [stepId],
    );
  }

  async #seats(condition: string, values: readonly unknown[]): Promise<Seat[]> {
    const rows: SeatRow[] = await this.manager.query(
      `SELECT ${BOOKING_COLUMNS}, candidacy.candidate_id AS "candidateId"
       FROM session_booking booking
       JOIN test_session session ON session.id = booking.session_id
       JOIN candidacy ON candidacy.id = booking.candidacy_id
       WHERE ${condition} ORDER BY booking.booked_at, booking.id`,
      [...values],
    );
    return rows.map((row) => ({ ...row, bookedAt: instantOf(row.bookedAt) }));
  }

  /** Those in the step who have no seat, nor have been present; whoever was erased can be told of nothing. */
  async waitingIn(stepId: string): Promise<WaitingCandidacy[]> {
    const rows: WaitingRow[] = await this.manager.query(
      `SELECT candidacy.id, candidate_id AS "candidateId", status, step_id AS "stepId", submitted_at AS "submittedAt",
         version, recorded_at AS since,
         (SELECT max(left_at) FROM session_booking
          WHERE candidacy_id = candidacy.id AND status = 'CALLED_OFF') AS "calledOffAt",
         EXISTS (SELECT FROM session_booking WHERE candidacy_id = candidacy.id AND status = 'CALLED_OFF'
           AND reason = 'BARRED' AND left_at >= candidacy.recorded_at) AS "lostSeat",
         ARRAY(SELECT session_id::text FROM session_booking
          WHERE candidacy_id = candidacy.id AND status = 'RELEASED' ORDER BY id) AS "releasedIn",
         ARRAY(SELECT booked_at FROM session_booking
          WHERE candidacy_id = candidacy.id AND status = 'RELEASED' ORDER BY id) AS "releasedOf"
       FROM candidacy WHERE status = 'IN_PROGRESS' AND step_id = $1
         AND NOT EXISTS (SELECT FROM session_booking booking
           WHERE booking.candidacy_id = candidacy.id AND booking.status IN ('BOOKED', 'PRESENT'))
         AND NOT EXISTS (SELECT FROM erased_person WHERE person = 'candidate:' || candidate_id)
       ORDER BY submitted_at, id`,
      [stepId],
    );
    return rows.map(({ submittedAt, since, calledOffAt, releasedIn, releasedOf, ...candidacy }) => ({
      ...candidacy,
      submittedAt: instantOf(submittedAt),
      since: instantOf(since),
      calledOffAt: maybe(calledOffAt),
      released: releasedIn.map((sessionId, at) => ({ sessionId, bookedAt: instantOf(releasedOf[at]!) })),
    }));
  }
}

interface SeatRow extends Omit<Seat, 'bookedAt'> {
  readonly bookedAt: Date;
}

interface WaitingRow extends Omit<CandidacyRecord, 'submittedAt'> {
  readonly submittedAt: Date;
  readonly since: Date;
  readonly calledOffAt: Date | null;
  readonly lostSeat: boolean;
  /** The sessions of seats that were given up, and when those were taken, in the same order. */
  readonly releasedIn: readonly string[];
  readonly releasedOf: readonly Date[];
}
