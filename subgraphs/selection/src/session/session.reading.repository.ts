import { instantOf } from '@mandate-graph/runtime';
import type { EntityManager } from 'typeorm';
import type { BookingRecord, SessionRecord } from './session.record.ts';
import { SESSION_COLUMNS, type SessionRow, sessionOf } from './session.repository.ts';

/** A session as it is shown. */
export interface ShownSession extends SessionRecord {
  readonly calledOffReasons: string | null;
}

/** A seat, with the session it is in. */
export interface ShownBooking extends Omit<BookingRecord, 'sessionId'> {
  readonly leftAt: Date | null;
  readonly session: ShownSession;
}

const SHOWN = `${SESSION_COLUMNS}, session.called_off_reasons AS "calledOffReasons"`;
type Shown = SessionRow & Pick<ShownSession, 'calledOffReasons'>;
const shownOf = (row: Shown): ShownSession => ({ ...sessionOf(row), calledOffReasons: row.calledOffReasons });

/** Sessions and seats for reading: each statement is one, whatever the number asked for, in the order asked for. */
export class SessionReadingRepository {
  constructor(private readonly manager: EntityManager) {}

  async ofProcedures(procedureIds: readonly string[]): Promise<ShownSession[][]> {
    const rows: (Shown & { readonly procedureId: string })[] = await this.manager.query(
      `SELECT ${SHOWN}, session.procedure_id AS "procedureId" FROM test_session session
       WHERE session.procedure_id = ANY($1::uuid[]) ORDER BY session.starts_at, session.id`,
      [procedureIds],
    );
    return grouped(procedureIds, rows, ({ procedureId }) => procedureId, shownOf);
  }

  /** Oldest first. */
  async bookingsOf(candidacyIds: readonly string[]): Promise<ShownBooking[][]> {
    const rows: BookingRow[] = await this.manager.query(
      `SELECT booking.id AS "bookingId", booking.candidacy_id AS "candidacyId", booking.status,
         booking.booked_at AS "bookedAt", booking.left_at AS "leftAt", booking.version AS "bookingVersion", ${SHOWN}
       FROM session_booking booking JOIN test_session session ON session.id = booking.session_id
       WHERE booking.candidacy_id = ANY($1::uuid[]) ORDER BY booking.booked_at, booking.id`,
      [candidacyIds],
    );
    return grouped(candidacyIds, rows, ({ candidacyId }) => candidacyId, bookingOf);
  }
}

interface BookingRow extends Shown {
  readonly bookingId: string;
  readonly candidacyId: string;
  readonly status: BookingRecord['status'];
  readonly bookedAt: Date;
  readonly leftAt: Date | null;
  readonly bookingVersion: number;
}

const bookingOf = (row: BookingRow): ShownBooking => {
  const { bookingId, candidacyId, status, bookedAt, leftAt, bookingVersion, ...session } = row;
  const facts = { id: bookingId, candidacyId, status, leftAt, version: bookingVersion };
  return { ...facts, bookedAt: instantOf(bookedAt), session: shownOf(session) };
};

function grouped<R, T>(ids: readonly string[], rows: readonly R[], idOf: (row: R) => string, of: (row: R) => T): T[][] {
  const found = new Map<string, T[]>(ids.map((id) => [id, []]));
  for (const row of rows) found.get(idOf(row))!.push(of(row));
  return ids.map((id) => found.get(id)!);
}
