import type { Period } from '@mandate-graph/domain';
import type { EntityManager, EntityTarget } from 'typeorm';
import type { VersionedRow } from './versioned.entity.ts';

export interface Change<S> {
  readonly id: string;
  /** The version before this one; 0 for a new subject. */
  readonly previousVersion: number;
  readonly periods: readonly Period<S>[];
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

  /** What is known now. */
  async current(ids: readonly string[]): Promise<Map<string, Period<S>[]>> {
    const rows: (Period<S> & { id: string })[] = await this.manager.query(
      `SELECT id, valid_from::text AS "validFrom", valid_to::text AS "validTo", state FROM ${this.#table}
       WHERE id = ANY($1) AND superseded_at IS NULL ORDER BY id, valid_from NULLS FIRST`,
      [ids],
    );
    const periods = new Map<string, Period<S>[]>(ids.map((id) => [id, []]));
    for (const { id, ...period } of rows) periods.get(id)!.push(period);
    return periods;
  }

  /** Replaces what is known of a subject, in a transaction of the caller's that has locked it. */
  async record(change: Change<S>): Promise<void> {
    await this.manager.query(`UPDATE ${this.#table} SET superseded_at = $2 WHERE id = $1 AND superseded_at IS NULL`, [
      change.id,
      change.recordedAt,
    ]);
    const version = change.previousVersion + 1;
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
    if (rows.length > 0) await this.manager.insert(this.entity, rows as never);
  }

  get #table(): string {
    return this.manager.connection.getMetadata(this.entity).tablePath;
  }
}
