import { schemaOf } from '@mandate-graph/persistence';
import { DataSource, type EntityManager } from 'typeorm';
import { CHAIN_START, type TrailEntry } from './trail.chain.ts';
import { type Head, type PublishedHead, type Verdict, verifyTrail } from './trail.verify.ts';

export interface TrailReport {
  readonly procedure: string;
  /** Null: there is no such procedure (any more). */
  readonly vacancy: string | null;
  readonly verdict: Verdict;
}

/** What one takes along of a procedure, by its id: heads that were published. */
export type PublishedHeads = ReadonlyMap<string, readonly PublishedHead[]>;

interface Kept {
  readonly id: string;
  readonly vacancyId: string;
  readonly entries: number;
  readonly hash: Buffer;
}

/**
 * Verifies the trails of a database, all as they were at one instant, and tells of each procedure in which anything has
 * happened. It only reads, and needs no key: what is sealed stays so, and what can no longer be opened is verified as well.
 */
export async function auditTrails(
  url: string,
  published: PublishedHeads,
  tell: (report: TrailReport) => void,
): Promise<void> {
  const schema = schemaOf('selection');
  const source = new DataSource({
    ...{ type: 'postgres', url, schema, synchronize: false, connectTimeoutMS: 10_000 },
    applicationName: 'mandate-graph verify-trail',
    extra: { options: `-c search_path=${schema} -c timezone=UTC -c default_transaction_read_only=on`, max: 1 },
  });
  await source.initialize();
  try {
    await source.transaction('REPEATABLE READ', (manager) => audit(manager, published, tell));
  } finally {
    await source.destroy();
  }
}

async function audit(
  manager: EntityManager,
  published: PublishedHeads,
  tell: (report: TrailReport) => void,
): Promise<void> {
  const [table]: { there: boolean }[] = await manager.query(`SELECT to_regclass('trail_entry') IS NOT NULL AS there`);
  if (!table!.there) throw new NoTrails();
  const kept: Kept[] = await manager.query(
    `SELECT id, vacancy_id AS "vacancyId", trail_seq AS entries, trail_head AS hash FROM selection_procedure
     WHERE trail_seq > 0 OR id = ANY($1::uuid[]) OR EXISTS (SELECT FROM trail_entry WHERE procedure_id = id)
     ORDER BY vacancy_id`,
    [[...published.keys()]],
  );
  for (const { id, vacancyId, ...head } of kept) {
    tell({ procedure: id, vacancy: vacancyId, verdict: await verdictOf(manager, id, head, published) });
  }
  for (const id of published.keys()) {
    if (kept.some((one) => one.id === id)) continue;
    const nothing = { entries: 0, hash: CHAIN_START };
    tell({ procedure: id, vacancy: null, verdict: await verdictOf(manager, id, nothing, published) });
  }
}

async function verdictOf(manager: EntityManager, id: string, head: Head, published: PublishedHeads): Promise<Verdict> {
  const entries: TrailEntry[] = await manager.query(
    `SELECT procedure_id AS "procedureId", seq, at, act, actor, about, about_id AS "aboutId", before, after, reason,
       person, sealed, previous, hash
     FROM trail_entry WHERE procedure_id = $1 ORDER BY seq`,
    [id],
  );
  return verifyTrail(entries, head, published.get(id));
}

/** The database is one in which no selection could be recorded. */
export class NoTrails extends Error {
  constructor() {
    super('The database has no trails.');
  }
}
