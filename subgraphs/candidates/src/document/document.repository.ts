import { placeOf, type Sealing } from '@mandate-graph/writing';
import type { EntityManager } from 'typeorm';
import type { DocumentFacts } from '../file/file.types.ts';
import type { DocumentData, DocumentState } from './document.rules.ts';

/** A document as its candidate sees it. */
export interface DocumentRecord extends Omit<DocumentFacts, 'receivedAt'> {
  readonly candidateId: string;
  readonly version: number;
  readonly state: DocumentState;
  /** Null unless it is stored. */
  readonly receivedAt: string | null;
}

/** What decides on who may have the content of a document. */
export interface DocumentHolding {
  readonly medium: DocumentRecord['medium'];
  readonly state: DocumentState;
  /** Of the candidate’s token. */
  readonly subject: string;
  /** A file that was frozen refers to it. */
  readonly frozen: boolean;
}

interface Row
  extends Pick<
    DocumentRecord,
    'id' | 'candidateId' | 'kind' | 'medium' | 'institution' | 'state' | 'mediaType' | 'bytes' | 'version'
  > {
  readonly recordedAt: Date;
  readonly data: Buffer | null;
  readonly wrapped: Buffer;
}

const COLUMNS = `document.id, document.candidate_id AS "candidateId", document.kind, document.medium, document.institution,
  document.state, document.media_type AS "mediaType", document.bytes, document.version, document.recorded_at AS "recordedAt",
  document.data, person_key.wrapped`;

/** Reads documents; each statement is one for any number of them. */
export class DocumentRepository {
  constructor(
    private readonly manager: EntityManager,
    private readonly sealing: Sealing,
  ) {}

  /** What a file can tell of: documents that have come whole, and copies on paper, in the order in which they came. */
  async stored(candidateIds: readonly string[]): Promise<Map<string, DocumentFacts[]>> {
    const records = await this.#read("document.candidate_id = ANY($1) AND document.state = 'STORED'", candidateIds);
    const facts = records.map(({ version, state, ...kept }) => ({
      ...kept,
      receivedAt: kept.receivedAt!,
    }));
    return byCandidate(
      candidateIds,
      facts.map(({ candidateId, ...document }) => [candidateId, document] as const),
    );
  }

  /** All that are not removed, also those that are only announced. */
  async ofCandidates(candidateIds: readonly string[]): Promise<Map<string, DocumentRecord[]>> {
    const records = await this.#read("document.candidate_id = ANY($1) AND document.state <> 'REMOVED'", candidateIds);
    return byCandidate(
      candidateIds,
      records.map((record) => [record.candidateId, record] as const),
    );
  }

  /** Also those that are removed. */
  async ofIds(ids: readonly string[]): Promise<Map<string, DocumentRecord>> {
    return new Map((await this.#read('document.id = ANY($1)', ids)).map((record) => [record.id, record]));
  }

  /** Null for a document that is not there, and for one of an erased candidate. */
  async holding(id: string): Promise<DocumentHolding | null> {
    const [row]: DocumentHolding[] = await this.manager.query(
      `SELECT document.medium, document.state, candidate_subject.subject,
         EXISTS (SELECT FROM snapshot_document WHERE document_id = document.id) AS frozen
       FROM document JOIN candidate_subject ON candidate_subject.candidate_id = document.candidate_id
       WHERE document.id = $1`,
      [id],
    );
    return row ?? null;
  }

  async #read(condition: string, ids: readonly string[]): Promise<DocumentRecord[]> {
    const rows: Row[] = await this.manager.query(
      `SELECT ${COLUMNS} FROM document JOIN person_key ON person_key.candidate_id = document.candidate_id
       WHERE ${condition} ORDER BY document.recorded_at, document.id`,
      [ids],
    );
    return rows.map((row) => this.#record(row));
  }

  #record({ recordedAt, data, wrapped, ...row }: Row): DocumentRecord {
    const key = this.sealing.keyOf(row.candidateId, wrapped);
    const kept = data === null ? NOTHING : key.open<DocumentData>(placeOf('document', row.id), data);
    return { ...row, ...kept, receivedAt: row.state === 'STORED' ? recordedAt.toISOString() : null };
  }
}

/** Of a document that is removed. */
const NOTHING: DocumentData = { fileName: null, sha256: null, remark: null, receivedOn: null };

function byCandidate<D>(
  candidateIds: readonly string[],
  documents: readonly (readonly [string, D])[],
): Map<string, D[]> {
  const found = new Map<string, D[]>(candidateIds.map((id) => [id, []]));
  for (const [candidateId, document] of documents) found.get(candidateId)!.push(document);
  return found;
}
