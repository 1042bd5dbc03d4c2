import type { EntityManager } from 'typeorm';

/** Empties those of the documents that candidates had removed, and no frozen file names any more. */
export async function freeDocuments(manager: EntityManager, ids: readonly string[]): Promise<void> {
  await manager.query(
    `WITH freed AS (
       UPDATE document SET data = NULL WHERE id = ANY($1) AND state = 'REMOVED'
         AND NOT EXISTS (SELECT FROM snapshot_document WHERE document_id = document.id) RETURNING id
     )
     DELETE FROM document_chunk USING freed WHERE document_chunk.document_id = freed.id`,
    [ids],
  );
}
