import { randomUUID } from 'node:crypto';
import { latest } from '@mandate-graph/domain';
import type { RecordedOfProcedure } from '../writing/recorded.type.ts';
import type { Work } from '../writing/work.ts';
import { isMoved } from './session.change.rules.ts';
import type { SessionRecord } from './session.record.ts';
import type { Planned } from './session.rules.ts';

/** Where acts on sessions are recorded, each with its entry in the trail. */
export class SessionStore {
  constructor(private readonly work: Work) {}

  async plan(stepId: string, session: Planned): Promise<RecordedOfProcedure> {
    const { manager, procedure, now, by } = this.work;
    const id = randomUUID();
    await manager.query(
      `INSERT INTO test_session (id, procedure_id, step_id, starts_at, ends_at, registration_from, registration_until,
         capacity, place, room_since, version, recorded_at, recorded_by, reason)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $6, 1, $10, $11, 'PLAN')`,
      [id, procedure.id, stepId, ...columnsOf(session), now.toString(), by],
    );
    this.work.record({ act: 'PLAN_SESSION', about: 'SESSION', aboutId: id, after: factsOf(session) });
    return this.#recorded(id, 1);
  }

  async change(before: SessionRecord, after: Planned): Promise<RecordedOfProcedure> {
    const { manager, now, by } = this.work;
    const version = before.version + 1;
    await manager.query(
      `UPDATE test_session SET starts_at = $2, ends_at = $3, registration_from = $4, registration_until = $5,
         capacity = $6, place = $7, room_since = $8, moved_at = $9, version = $10, recorded_at = $11,
         recorded_by = $12, reason = 'CHANGE' WHERE id = $1`,
      [
        ...[before.id, ...columnsOf(after), roomSince(before, after, now)?.toString() ?? null],
        ...[(isMoved(before, after) ? now : before.movedAt)?.toString() ?? null, version, now.toString(), by],
      ],
    );
    this.work.record({
      ...{ act: 'CHANGE_SESSION', about: 'SESSION', aboutId: before.id },
      ...{ before: factsOf(before), after: factsOf(after) },
    });
    return this.#recorded(before.id, version);
  }

  /** The reasons are about the session, and nobody. */
  async callOff({ id, version: standing }: SessionRecord, reasons: string): Promise<RecordedOfProcedure> {
    const { manager, now, by } = this.work;
    const version = standing + 1;
    await manager.query(
      `UPDATE test_session SET called_off_at = $2, called_off_reasons = $3, version = $4, recorded_at = $2,
         recorded_by = $5, reason = 'CALL_OFF' WHERE id = $1`,
      [id, now.toString(), reasons, version, by],
    );
    this.work.record({
      ...{ act: 'CALL_OFF_SESSION', about: 'SESSION', aboutId: id, reason: reasons },
      ...{ before: { calledOff: false }, after: { calledOff: true } },
    });
    return this.#recorded(id, version);
  }

  /** It was looked at who is out: not an act of anybody, so it leaves no trace of its own. */
  async settled(sessions: readonly SessionRecord[]): Promise<void> {
    const { manager, now } = this.work;
    await manager.query('UPDATE test_session SET settled_at = $2 WHERE id = ANY($1::uuid[])', [
      sessions.map(({ id }) => id),
      now.toString(),
    ]);
  }

  #recorded(id: string, version: number): RecordedOfProcedure {
    return { id, version, recordedAt: this.work.now.toString(), procedureId: this.work.procedure.id };
  }
}

/** Where seats come to be left, they are so from now on, or from when registration begins. */
function roomSince(before: SessionRecord, after: Planned, now: SessionRecord['startsAt']) {
  if (after.capacity <= before.taken) return null;
  return before.taken === 0 ? after.registrationFrom : (before.roomSince ?? latest(now, after.registrationFrom));
}

const columnsOf = ({ startsAt, endsAt, registrationFrom, registrationUntil, capacity, place }: Planned) => [
  ...[startsAt, endsAt, registrationFrom, registrationUntil].map((instant) => instant.toString()),
  ...[capacity, place],
];

const factsOf = ({ startsAt, endsAt, registrationFrom, registrationUntil, capacity, place }: Planned) => ({
  ...{ startsAt: startsAt.toString(), endsAt: endsAt.toString() },
  ...{ registrationFrom: registrationFrom.toString(), registrationUntil: registrationUntil.toString() },
  ...{ capacity, place },
});
