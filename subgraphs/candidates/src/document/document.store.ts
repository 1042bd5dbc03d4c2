import { randomUUID } from 'node:crypto';
import { placeOf } from '@mandate-graph/writing';
import type { Temporal } from 'temporal-polyfill';
import type { DocumentKind } from '../file/file.types.ts';
import type { Work } from '../writing/work.ts';
import type { DocumentData, DocumentMedium, DocumentState, MediaType } from './document.rules.ts';

interface NewDocument {
  readonly kind: DocumentKind;
  readonly medium: DocumentMedium;
  /** That received a copy on paper. */
  readonly institution?: string;
  readonly state: DocumentState;
  readonly bytes: number | null;
  readonly announcedUntil: Temporal.Instant | null;
  readonly data: DocumentData;
}

/** Where documents of a candidate are recorded. The candidate is locked by whoever comes here. */
export class DocumentStore {
  constructor(private readonly work: Work) {}

  /** How many there are, or can still come: by a link that is good, or was used. `now` is the system’s time, as of links. */
  async count(now: Temporal.Instant): Promise<number> {
    const [row]: [{ count: number }] = await this.work.manager.query(
      `SELECT count(*)::int AS count FROM document WHERE candidate_id = $1 AND (
         state = 'STORED' OR state = 'ANNOUNCED' AND (
           announced_until >= $2 OR EXISTS (SELECT FROM document_link WHERE document_id = document.id AND used_at IS NOT NULL)
         )
       )`,
      [this.work.candidate.id, now.toString()],
    );
    return row.count;
  }

  /** A new one, at version 1; gives its id. */
  async add({ kind, medium, institution, state, bytes, announcedUntil, data }: NewDocument): Promise<string> {
    const { manager, candidate, now, by } = this.work;
    const id = randomUUID();
    await manager.query(
      `INSERT INTO document (id, candidate_id, kind, medium, institution, state, bytes, announced_until, version,
         recorded_at, recorded_by, data)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, 1, $9, $10, $11)`,
      [
        id,
        candidate.id,
        kind,
        medium,
        institution ?? null,
        state,
        bytes,
        announcedUntil?.toString() ?? null,
        now.toString(),
        by,
        candidate.key.seal(placeOf('document', id), data),
      ],
    );
    return id;
  }

  /** Its content has come whole. False when it is no longer waited for. */
  async keep(id: string, mediaType: MediaType, data: DocumentData): Promise<boolean> {
    const { manager, candidate, now, by } = this.work;
    const kept: unknown[] = await manager.query(
      `WITH kept AS (
         UPDATE document SET state = 'STORED', media_type = $3, version = version + 1, recorded_at = $4,
           recorded_by = $5, data = $6
         WHERE id = $1 AND candidate_id = $2 AND state = 'ANNOUNCED' RETURNING id
       ) SELECT id FROM kept`,
      [id, candidate.id, mediaType, now.toString(), by, candidate.key.seal(placeOf('document', id), data)],
    );
    return kept.length > 0;
  }

  /** What a frozen file refers to keeps its content and its name. */
  async remove(id: string, version: number): Promise<void> {
    const { manager, now, by } = this.work;
    await manager.query(
      `UPDATE document SET state = 'REMOVED', version = $2, recorded_at = $3, recorded_by = $4,
         data = CASE WHEN EXISTS (SELECT FROM snapshot_document WHERE document_id = document.id) THEN data END
       WHERE id = $1`,
      [id, version, now.toString(), by],
    );
    await manager.query(
      'DELETE FROM document_chunk USING document WHERE document.id = document_id AND document.id = $1 AND data IS NULL',
      [id],
    );
  }
}
