import type { ChangeKind, Clock, SubjectKind } from '@mandate-graph/domain';
import type { EntityManager } from 'typeorm';

/** A subject with the version it comes to. */
export interface Moved {
  readonly kind: SubjectKind;
  readonly id: string;
  readonly version: number;
  readonly change: ChangeKind;
  readonly reason: string | null;
}

/** Waits until no other transaction writes subjects of this institution, and keeps them out until this one ends. */
export const lockSubjects = (manager: EntityManager): Promise<unknown> =>
  manager.query("SELECT pg_advisory_xact_lock(hashtextextended(current_schema() || '.subject', 0))");

/** Now; and always later than what is recorded already, whatever a clock says: knowledge only grows. */
export async function nextRecordingTime(manager: EntityManager, clock: Clock): Promise<Date> {
  const rows: { last: Date | null }[] = await manager.query('SELECT max(recorded_at) AS last FROM subject');
  const last = rows[0]?.last?.getTime() ?? -1;
  return new Date(Math.max(clock.now().epochMilliseconds, last + 1));
}

/** Keeps which version each subject is at, and what each version was. */
export async function writeVersions(
  manager: EntityManager,
  moved: readonly Moved[],
  recordedAt: Date,
  recordedBy: string,
): Promise<void> {
  const of = <T>(value: (one: Moved) => T): T[] => moved.map(value);
  await manager.query(
    `INSERT INTO subject (id, kind, version, recorded_at)
     SELECT id, kind, version, $4 FROM unnest($1::text[], $2::text[], $3::int[]) AS moved(id, kind, version)
     ON CONFLICT (id) DO UPDATE SET version = excluded.version, recorded_at = excluded.recorded_at`,
    [of(({ id }) => id), of(({ kind }) => kind), of(({ version }) => version), recordedAt],
  );
  await manager.query(
    `INSERT INTO subject_version (id, version, change, recorded_at, recorded_by, reason)
     SELECT id, version, change, $5, $6, reason
     FROM unnest($1::text[], $2::int[], $3::text[], $4::text[]) AS moved(id, version, change, reason)`,
    [
      of(({ id }) => id),
      of(({ version }) => version),
      of(({ change }) => change),
      of(({ reason }) => reason),
      recordedAt,
      recordedBy,
    ],
  );
}
