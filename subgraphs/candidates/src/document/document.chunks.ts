import { type PersonKey, placeOf } from '@mandate-graph/writing';
import type { EntityManager } from 'typeorm';

/** The content of one document as it is kept: in chunks, each sealed with the key of its candidate. */
export class DocumentChunks {
  constructor(
    private readonly manager: EntityManager,
    private readonly documentId: string,
    private readonly key: PersonKey,
  ) {}

  /** False when the document is no longer waited for; then nothing is kept. Whoever removes one waits for this. */
  async add(number: number, bytes: Buffer): Promise<boolean> {
    const added: unknown[] = await this.manager.query(
      `INSERT INTO document_chunk (document_id, number, content)
       SELECT id, $2, $3 FROM document WHERE id = $1 AND state = 'ANNOUNCED' FOR SHARE RETURNING number`,
      [this.documentId, number, this.key.sealBytes(this.#place(number), bytes)],
    );
    return added.length > 0;
  }

  async read(number: number): Promise<Buffer> {
    const [row]: { content: Buffer }[] = await this.manager.query(
      'SELECT content FROM document_chunk WHERE document_id = $1 AND number = $2',
      [this.documentId, number],
    );
    if (row === undefined) throw new Error(`Chunk ${number} of document ${this.documentId} is not there.`);
    return this.key.openBytes(this.#place(number), row.content);
  }

  /** What has come of a content that is not to be kept. */
  async drop(): Promise<void> {
    await this.manager.query(
      `DELETE FROM document_chunk USING document
       WHERE document.id = document_id AND document.id = $1 AND document.state = 'ANNOUNCED'`,
      [this.documentId],
    );
  }

  #place(number: number): string {
    return placeOf('document_chunk', `${this.documentId}:${number}`);
  }
}
