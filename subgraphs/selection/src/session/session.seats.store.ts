import { randomUUID } from 'node:crypto';
import type { CandidacyRecord } from '../candidacy/candidacy.record.ts';
import type { RecordedOfProcedure } from '../writing/recorded.type.ts';
import type { Work } from '../writing/work.ts';
import type { BookingRecord, BookingStatus, SessionRecord } from './session.record.ts';

/** Where seats are taken, given up and seen to be used. The session counts them, without a version of its own. */
export class SeatStore {
  constructor(private readonly work: Work) {}

  async take({ id: sessionId }: SessionRecord, { id: candidacyId }: CandidacyRecord): Promise<RecordedOfProcedure> {
    const { manager, now, by } = this.work;
    const id = randomUUID();
    await manager.query(
      `INSERT INTO session_booking (id, session_id, candidacy_id, status, booked_at, version, recorded_at, recorded_by,
         reason) VALUES ($1, $2, $3, 'BOOKED', $4, 1, $4, $5, 'BOOKED')`,
      [id, sessionId, candidacyId, now.toString(), by],
    );
    await manager.query(
      `UPDATE test_session SET taken = taken + 1, room_since = CASE WHEN taken + 1 < capacity THEN room_since END
       WHERE id = $1`,
      [sessionId],
    );
    return this.#tell({ id, sessionId, candidacyId, status: 'BOOKED', bookedAt: now, version: 0 }, 'BOOKED', by);
  }

  /**
   * Seats that are free again; none of them in the way of another one for the same candidate. `BARRED`: a waiting period
   * runs on the day of the session.
   */
  async free(
    seats: readonly BookingRecord[],
    status: 'RELEASED' | 'CALLED_OFF',
    by = this.work.by,
    reason: typeof status | 'BARRED' = status,
  ): Promise<void> {
    if (seats.length === 0) return;
    const { manager, now } = this.work;
    await manager.query(
      `UPDATE session_booking SET status = $2, left_at = $3, version = version + 1, recorded_at = $3, recorded_by = $4,
         reason = $5 WHERE id = ANY($1::uuid[])`,
      [seats.map(({ id }) => id), status, now.toString(), by, reason],
    );
    await manager.query(
      `UPDATE test_session SET taken = taken - freed.seats,
         room_since = coalesce(room_since, greatest($2, registration_from))
       FROM (SELECT id, count(*)::int AS seats FROM unnest($1::uuid[]) AS of(id) GROUP BY id) freed
       WHERE test_session.id = freed.id`,
      [seats.map(({ sessionId }) => sessionId), now.toString()],
    );
    for (const seat of seats) this.#tell(seat, status, by);
  }

  async attend(seat: BookingRecord, status: 'PRESENT' | 'ABSENT'): Promise<RecordedOfProcedure> {
    const { manager, now, by } = this.work;
    await manager.query(
      `UPDATE session_booking SET status = $2, version = version + 1, recorded_at = $3, recorded_by = $4, reason = $2
       WHERE id = $1`,
      [seat.id, status, now.toString(), by],
    );
    return this.#tell(seat, status, by);
  }

  #tell(seat: BookingRecord, status: BookingStatus, by: string): RecordedOfProcedure {
    const { id, candidacyId: application, sessionId, version } = seat;
    this.work.record({
      ...{ act: `SEAT_${status}`, about: 'SESSION', aboutId: sessionId, by },
      before: version === 0 ? null : { booking: id, status: seat.status },
      after: { booking: id, application, status },
    });
    const { now, procedure } = this.work;
    return { id, version: version + 1, recordedAt: now.toString(), procedureId: procedure.id };
  }
}
