import type { EntityManager, EntityTarget } from 'typeorm';
import type { VersionedRow } from './versioned.entity.ts';

export interface Change<S> {
  readonly id: string;
  /** The version the writer saw; 0 for a new subject. */
  readonly expectedVersion: number;
  readonly periods: readonly {
    readonly validFrom: string | null;
    readonly validTo: string | null;
    readonly state: S;
  }[];
  readonly recordedAt: Date;
  readonly recordedBy: string;
  readonly reason: string | null;
}

/** The subject has moved on since the writer read it. */
export class VersionConflict extends Error {
  constructor(
    readonly id: string,
    readonly expected: number,
    readonly actual: number,
  ) {
    super(`${id} is at version ${actual}, but the change was made on version ${expected}.`);
    this.name = 'VersionConflict';
  }
}

/** Writes of one versioned table. */
export class VersionedRepository<S, R extends VersionedRow<S>> {
  constructor(
    private readonly manager: EntityManager,
    private readonly entity: EntityTarget<R>,
    /** Values of the subclass's own columns, by property, from the state. */
    private readonly columns: (state: S) => Partial<R>,
  ) {}

  /** Replaces what is known of a subject, in a transaction of the caller's; gives the new version. */
  async record(change: Change<S>): Promise<number> {
    const table = this.manager.connection.getMetadata(this.entity).tablePath;
    // The lock is on the subject, so that two writers of one subject queue and the second sees the first.
    await this.manager.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [change.id]);
    const [{ version: actual }] = await this.manager.query(
      `SELECT coalesce(max(version), 0)::int AS version FROM ${table} WHERE id = $1`,
      [change.id],
    );
    if (actual !== change.expectedVersion) throw new VersionConflict(change.id, change.expectedVersion, actual);
    await this.manager.query(`UPDATE ${table} SET superseded_at = $2 WHERE id = $1 AND superseded_at IS NULL`, [
      change.id,
      change.recordedAt,
    ]);
    const version = actual + 1;
    const rows = change.periods.map((period) =>
      this.manager.create(this.entity, {
        id: change.id,
        version,
        validFrom: period.validFrom,
        validTo: period.validTo,
        recordedAt: change.recordedAt,
        supersededAt: null,
        recordedBy: change.recordedBy,
        reason: change.reason,
        state: period.state,
        ...this.columns(period.state),
      } as never),
    );
    await this.manager.insert(this.entity, rows as never);
    return version;
  }
}
