import { randomUUID } from 'node:crypto';
import { NOT_YET } from '@mandate-graph/domain';
import { placeOf } from '@mandate-graph/writing';
import type { Work } from './work.ts';

/** What is kept version by version. */
export interface Versioned {
  readonly id: string;
  readonly version: number;
}

/** What there is not yet, and is to be made. */
export const notYet = (): Versioned => ({ id: randomUUID(), version: NOT_YET });

/** A table in which all that is said is sealed, and its column that says what a row belongs to. */
export interface VersionedTable {
  readonly name: string;
  readonly belonging: 'kind' | 'application_id';
}

/** The next version of a row: the first one makes it, and one without content removes it. */
export async function putVersion(
  { manager, candidate, now, by }: Work,
  { name: table, belonging }: VersionedTable,
  belongsTo: string,
  { id, version: before }: Versioned,
  content: object | null,
): Promise<Versioned & { readonly recordedAt: string }> {
  const [version, recordedAt] = [before + 1, now.toString()];
  const data = content === null ? null : candidate.key.seal(placeOf(table, id), content);
  await manager.query(
    `INSERT INTO ${table} (id, candidate_id, ${belonging}, version, recorded_at, recorded_by, data)
     VALUES ($1, $2, $3, $4, $5, $6, $7)
     ON CONFLICT (id) DO UPDATE SET version = excluded.version, recorded_at = excluded.recorded_at,
       recorded_by = excluded.recorded_by, data = excluded.data`,
    [id, candidate.id, belongsTo, version, recordedAt, by, data],
  );
  return { id, version, recordedAt };
}
