import { schemaOf } from '@mandate-graph/persistence';
import { parseProcedureId, procedureIdOf } from '@mandate-graph/writing';
import { DataSource, type EntityManager } from 'typeorm';
import { CHAIN_START } from './trail.chain.ts';
import { trailPages } from './trail.rows.ts';
import type { Head, NotedHead, Verdict } from './trail.verdict.ts';
import { verifyTrail } from './trail.verify.ts';

/** A noted head, and whose it was. */
export interface Noted extends NotedHead {
  /** The id of a vacancy, or of its procedure. */
  readonly of: string;
}

export interface TrailReport {
  /** The id of the vacancy; of a procedure that is not there, what it was noted by, or its own id. */
  readonly name: string;
  readonly procedure: string;
  readonly verdict: Verdict;
}

export interface AuditOptions {
  readonly noted?: readonly Noted[];
  /** Told of each procedure in which anything has happened, or whose head was noted. */
  readonly tell: (report: TrailReport) => void;
  readonly signal?: AbortSignal;
}

/** The database is not one in which selections could be recorded. */
export class NoTrails extends Error {
  override readonly name = 'NoTrails';
}

/**
 * Verifies the trails of a database, all as they were at one instant. It only reads, and needs no key: what is sealed
 * stays so, and what nobody can open any more is verified as well.
 */
export async function auditTrails(url: string, options: AuditOptions): Promise<void> {
  const schema = schemaOf('selection');
  const source = new DataSource({
    ...{ type: 'postgres', url, schema, synchronize: false, installExtensions: false, connectTimeoutMS: 10_000 },
    ...{ applicationName: 'mandate-graph verify-trail', poolSize: 1 },
    extra: { options: `-c search_path=${schema} -c timezone=UTC -c default_transaction_read_only=on` },
  });
  await source.initialize();
  try {
    await source.transaction('REPEATABLE READ', (manager) => audit(manager, options));
  } finally {
    await source.destroy();
  }
}

/** A procedure, and the head that stands with it. */
interface Kept extends Head {
  readonly id: string;
  /** Null: entries name a procedure that is not there. */
  readonly vacancyId: string | null;
}

async function audit(manager: EntityManager, { noted = [], tell, signal }: AuditOptions): Promise<void> {
  const [table]: { there: boolean }[] = await manager.query(`SELECT to_regclass('trail_entry') IS NOT NULL AS there`);
  if (!table!.there) throw new NoTrails('The database has no trails, or none that its user may read.');
  const notedOf = new Map<string, readonly Noted[]>();
  for (const head of noted) {
    const id = parseProcedureId(head.of) ?? procedureIdOf(head.of);
    notedOf.set(id, [...(notedOf.get(id) ?? []), head]);
  }
  const kept = await keptHeads(manager, [...notedOf.keys()]);
  const there = new Set(kept.map(({ id }) => id));
  const gone = [...notedOf.keys()].filter((id) => !there.has(id));
  for (const { id, vacancyId, ...head } of [...kept, ...gone.map(nothingOf)]) {
    const heads = notedOf.get(id) ?? [];
    const verdict = await verifyTrail(trailPages(manager, id, signal), head, heads);
    tell({ name: vacancyId ?? heads[0]?.of ?? id, procedure: id, verdict });
  }
}

const nothingOf = (id: string): Kept => ({ id, vacancyId: null, entries: 0, hash: CHAIN_START });

/** Of what has begun there is an entry, whatever the count of entries says. What has no entries is not told of before. */
const keptHeads = (manager: EntityManager, noted: readonly string[]): Promise<Kept[]> =>
  manager.query(
    `SELECT id, vacancy_id AS "vacancyId", greatest(trail_seq, (status <> 'NOT_STARTED')::integer) AS entries,
       trail_head AS hash
     FROM selection_procedure
     WHERE trail_seq <> 0 OR status <> 'NOT_STARTED' OR id = ANY($1::uuid[])
       OR EXISTS (SELECT FROM trail_entry WHERE procedure_id = selection_procedure.id)
     UNION ALL
     SELECT DISTINCT procedure_id, NULL, 0, $2::bytea FROM trail_entry
     WHERE NOT EXISTS (SELECT FROM selection_procedure WHERE id = procedure_id)
     ORDER BY "vacancyId", id`,
    [noted, CHAIN_START],
  );
