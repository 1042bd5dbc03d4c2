import { randomUUID } from 'node:crypto';
import { type PersonKey, placeOf, type Sealing } from '@mandate-graph/writing';
import type { Temporal } from 'temporal-polyfill';
import type { EntityManager } from 'typeorm';
import type { DocumentData, MediaType } from './document.rules.ts';
import type { LinkAction } from './document.tickets.ts';

/** Somebody who downloads what is another's. */
export interface LinkReader {
  readonly subject: string;
  readonly role: string;
  readonly applicationId: string;
}

/** A document whose link was taken. */
export interface Taken {
  readonly documentId: string;
  readonly candidateId: string;
  readonly bytes: number;
  /** Null until its content has come. */
  readonly mediaType: MediaType | null;
  readonly data: DocumentData;
  readonly key: PersonKey;
}

const LINK_MINUTES = 15;

/** Until when a link is good that is made now. */
export const linkExpiry = (now: Temporal.Instant): Temporal.Instant =>
  now.add({ minutes: LINK_MINUTES }).round('second');

type Row = Omit<Taken, 'data' | 'key'> & { readonly data: Buffer; readonly wrapped: Buffer };

/** What a download is called in the access log. */
const DOWNLOAD = 'Mutation.requestDownload';

/** Links to the contents of documents. All times are the system's. */
export class DocumentLinks {
  constructor(
    private readonly manager: EntityManager,
    private readonly sealing: Sealing,
  ) {}

  /** A new one; gives its id. */
  async make(
    documentId: string,
    action: LinkAction,
    expiresAt: Temporal.Instant,
    reader: LinkReader | null,
  ): Promise<string> {
    const id = randomUUID();
    await this.manager.query(
      `INSERT INTO document_link (id, document_id, action, reader, role, application_id, expires_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7)`,
      [
        id,
        documentId,
        action,
        reader?.subject ?? null,
        reader?.role ?? null,
        reader?.applicationId ?? null,
        expiresAt.toString(),
      ],
    );
    return id;
  }

  /**
   * Of any number of requests that come with a link, one takes it; null for the others. The same statement notes in the
   * access log who reads what is another's: without the note there is no content.
   */
  async take(id: string, action: LinkAction, now: Temporal.Instant): Promise<Taken | null> {
    const [row]: Row[] = await this.manager.query(
      `WITH taken AS (
         UPDATE document_link link SET used_at = $3
         FROM document JOIN person_key ON person_key.candidate_id = document.candidate_id
         WHERE link.id = $1 AND link.action = $2 AND link.used_at IS NULL AND document.id = link.document_id
           AND (document.state = 'ANNOUNCED') = (link.action = 'UPLOAD') AND document.data IS NOT NULL
         RETURNING document.*, person_key.wrapped, link.reader, link.role, link.application_id
       ), noted AS (
         INSERT INTO access_log (at, actor, role, operation, candidate_id, application_id)
         SELECT $3, reader, role, $4, candidate_id, application_id FROM taken WHERE reader IS NOT NULL
       )
       SELECT id AS "documentId", candidate_id AS "candidateId", bytes, media_type AS "mediaType", data, wrapped FROM taken`,
      [id, action, now.toString(), DOWNLOAD],
    );
    if (row === undefined) return null;
    const { data, wrapped, ...document } = row;
    const key = this.sealing.keyOf(document.candidateId, wrapped);
    return { ...document, key, data: key.open<DocumentData>(placeOf('document', document.documentId), data) };
  }
}
