import type { CloudEvent } from '@mandate-graph/domain';
import type { DataSource, EntityManager } from 'typeorm';
import { pause } from './repeating.ts';

export const OUTBOX_TABLE: readonly string[] = [
  `CREATE TABLE outbox (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    tx xid8 NOT NULL DEFAULT pg_current_xact_id(),
    event_id uuid NOT NULL DEFAULT gen_random_uuid() UNIQUE,
    type text NOT NULL,
    subject text NOT NULL,
    time timestamptz NOT NULL,
    data jsonb NOT NULL
  )`,
  'CREATE INDEX outbox_feed ON outbox (tx, id)',
];

export interface OutboxEvent {
  readonly type: string;
  readonly subject: string;
  readonly time: Date;
  readonly data: object;
}

/** Writes events in the transaction of the change they tell of: both are kept, or neither. */
export async function publish(manager: EntityManager, events: readonly OutboxEvent[]): Promise<void> {
  if (events.length === 0) return;
  await manager.query(
    `INSERT INTO outbox (type, subject, time, data)
     SELECT type, subject, time, data FROM unnest($1::text[], $2::text[], $3::timestamptz[], $4::jsonb[])
       WITH ORDINALITY AS event(type, subject, time, data, place) ORDER BY place`,
    [
      events.map((event) => event.type),
      events.map((event) => event.subject),
      events.map((event) => event.time),
      events.map((event) => JSON.stringify(event.data)),
    ],
  );
}

interface OutboxRow {
  readonly id: string;
  readonly tx: string;
  readonly event_id: string;
  readonly type: string;
  readonly subject: string;
  readonly time: Date;
  readonly data: object;
}

const CURSOR = /^(\d{1,20})\.(\d{1,19})$/;
const POLL_MS = 200;

/**
 * The feed of a subgraph's outbox. A plain sequence would lose rows: a transaction that took number 7 may commit
 * after one that took 8 has been read. So the order is (transaction, number), and a page ends before the oldest
 * transaction that is still running: whatever commits later sorts behind every cursor given out.
 */
export class Outbox {
  constructor(
    private readonly source: DataSource,
    private readonly producer: string,
  ) {}

  isCursor(text: string): boolean {
    const match = CURSOR.exec(text);
    return match !== null && BigInt(match[1]!) <= 0xffff_ffff_ffff_ffffn && BigInt(match[2]!) <= 0x7fff_ffff_ffff_ffffn;
  }

  async page(after: string | null, limit: number): Promise<{ events: CloudEvent[]; cursor: string }> {
    const [, tx, id] = CURSOR.exec(after ?? '0.0') ?? [];
    const rows: OutboxRow[] = await this.source.query(
      // By the column: "tx" alone would be the text that is selected, in which 1000 comes before 999.
      `SELECT id, tx::text, event_id, type, subject, time, data FROM outbox
       WHERE (tx, id) > ($1::text::xid8, $2::bigint) AND tx < pg_snapshot_xmin(pg_current_snapshot())
       ORDER BY outbox.tx, outbox.id LIMIT $3`,
      [tx, id, limit],
    );
    const last = rows.at(-1);
    return {
      events: rows.map((row) => ({
        specversion: '1.0',
        id: row.event_id,
        source: `/${this.producer}`,
        type: row.type,
        subject: row.subject,
        time: row.time.toISOString(),
        datacontenttype: 'application/json',
        data: row.data,
      })),
      cursor: last === undefined ? (after ?? '0.0') : `${last.tx}.${last.id}`,
    };
  }

  /** Polls rather than listens: a notification arrives at commit, when an older transaction may still hold the feed back. */
  async nextPage(after: string | null, limit: number, waitMs: number, signal: AbortSignal) {
    const until = performance.now() + waitMs;
    for (;;) {
      const page = await this.page(after, limit);
      const left = until - performance.now();
      if (page.events.length > 0 || left <= 0) return page;
      await pause(Math.min(POLL_MS, left), signal);
      // Whoever waited has gone, or the subgraph closes: the database may be gone by now as well.
      if (signal.aborted) return page;
    }
  }
}
