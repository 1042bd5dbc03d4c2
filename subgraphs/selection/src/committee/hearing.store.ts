import { randomUUID } from 'node:crypto';
import type { CandidacyRecord } from '../candidacy/candidacy.record.ts';
import type { StepRecord } from '../procedure/procedure.record.ts';
import type { RecordedOfProcedure } from '../writing/recorded.type.ts';
import type { Work } from '../writing/work.ts';
import type { HearingDayRecord, HearingRecord } from './hearing.repository.ts';
import type { Heard } from './hearing.rules.ts';

export interface DayOpened {
  readonly heldOn: string;
  readonly members: readonly string[];
  readonly chair: string | null;
  readonly present: readonly string[];
}

export interface HearingHeld {
  readonly outcome: Heard;
  /** Null: nobody was heard. */
  readonly heldOn: string | null;
  readonly present: readonly string[];
  readonly minutes: number | null;
}

export interface Invitation {
  /** Instant. */
  readonly startsAt: string;
  readonly place: string;
}

/** Where hearings are recorded. */
export class HearingStore {
  constructor(private readonly work: Work) {}

  async open(step: StepRecord, before: HearingDayRecord | null, day: DayOpened): Promise<RecordedOfProcedure> {
    const { manager, procedure, now, by } = this.work;
    const [id, version] = [before?.id ?? randomUUID(), (before?.version ?? 0) + 1];
    await manager.query(
      `INSERT INTO hearing_day (id, procedure_id, step_id, held_on, members, chair, present, version, recorded_at,
         recorded_by, reason)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, 'OPEN_HEARING')
       ON CONFLICT (id) DO UPDATE SET members = excluded.members, chair = excluded.chair, present = excluded.present,
         version = excluded.version, recorded_at = excluded.recorded_at, recorded_by = excluded.recorded_by`,
      [
        ...[id, procedure.id, step.id, day.heldOn, day.members, day.chair, day.present],
        ...[version, now.toString(), by],
      ],
    );
    this.work.record({
      ...{ act: 'OPEN_HEARING', about: 'STEP', aboutId: step.id },
      ...{ before: before === null ? null : { present: before.present }, after: { ...day } },
    });
    return this.#recorded(id, version);
  }

  /** One statement for all who are invited to the same. */
  async invite(
    step: StepRecord,
    invited: readonly CandidacyRecord[],
    before: readonly HearingRecord[],
    { startsAt, place }: Invitation,
  ): Promise<void> {
    const { manager, procedure, now, by } = this.work;
    const rows = invited.map(({ id: candidacyId }) => {
      const standing = before.find((one) => one.candidacyId === candidacyId && one.stepId === step.id);
      return { candidacyId, id: standing?.id ?? randomUUID(), version: (standing?.version ?? 0) + 1 };
    });
    await manager.query(
      `INSERT INTO hearing (id, procedure_id, candidacy_id, step_id, status, starts_at, place, present, version,
         recorded_at, recorded_by, reason)
       SELECT id, $1, candidacy_id, $2, 'INVITED', $3, $4, '{}', version, $5, $6, 'INVITE_TO_HEARING'
       FROM unnest($7::uuid[], $8::uuid[], $9::int[]) AS new(id, candidacy_id, version)
       ON CONFLICT (id) DO UPDATE SET status = excluded.status, starts_at = excluded.starts_at, place = excluded.place,
         held_on = NULL, present = excluded.present, minutes = NULL, version = excluded.version,
         recorded_at = excluded.recorded_at, recorded_by = excluded.recorded_by, reason = excluded.reason`,
      [
        ...[procedure.id, step.id, startsAt, place, now.toString(), by],
        ...[rows.map(({ id }) => id), rows.map(({ candidacyId }) => candidacyId), rows.map(({ version }) => version)],
      ],
    );
    this.work.record({
      ...{ act: 'INVITE_TO_HEARING', about: 'STEP', aboutId: step.id },
      after: { candidacies: invited.map(({ id }) => id), startsAt, place },
    });
  }

  async record(
    step: StepRecord,
    candidacyId: string,
    before: HearingRecord | null,
    { outcome, heldOn, present, minutes }: HearingHeld,
  ): Promise<RecordedOfProcedure> {
    const { manager, procedure, now, by } = this.work;
    const [id, version] = [before?.id ?? randomUUID(), (before?.version ?? 0) + 1];
    await manager.query(
      `INSERT INTO hearing (id, procedure_id, candidacy_id, step_id, status, starts_at, place, held_on, present, minutes,
         version, recorded_at, recorded_by, reason)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, 'RECORD_HEARING')
       ON CONFLICT (id) DO UPDATE SET status = excluded.status, held_on = excluded.held_on, present = excluded.present,
         minutes = excluded.minutes, version = excluded.version, recorded_at = excluded.recorded_at,
         recorded_by = excluded.recorded_by, reason = excluded.reason`,
      [
        ...[id, procedure.id, candidacyId, step.id, outcome, before?.startsAt ?? null, before?.place ?? null],
        ...[heldOn, present, minutes, version, now.toString(), by],
      ],
    );
    this.work.record({
      ...{ act: 'RECORD_HEARING', about: 'CANDIDACY', aboutId: candidacyId },
      after: { step: step.id, outcome, heldOn, present, minutes },
    });
    return this.#recorded(id, version);
  }

  #recorded = (id: string, version: number): RecordedOfProcedure => ({
    ...{ id, version, recordedAt: this.work.now.toString(), procedureId: this.work.procedure.id },
  });
}
