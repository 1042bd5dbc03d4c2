import { publish } from '@mandate-graph/persistence';
import type { Work } from '../writing/work.ts';
import { OF_APPLICATIONS } from './held.ts';

/** What an erasure answers: ids and an instant, nothing of the person. */
export interface ErasedCandidate {
  readonly candidate: string;
  readonly erasedAt: string;
}

/** What others are told. */
const ERASED_EVENT = 'mandate-graph.candidate.erased.v1';

/** What is removed as its candidate would remove it: the next version holds nothing, and the trail keeps its versions. */
const REMOVED = {
  profile_entry: 'candidate_id = $1',
  specific_section: OF_APPLICATIONS,
  adjustment: OF_APPLICATIONS,
};

/**
 * Makes a candidate unreadable, for ever. The key goes, and with it all that trails hold of the person; so does what says
 * whose token it was, and all that is no trail. Rows of applications stay with their instants and statuses, for whoever
 * counts them.
 */
export async function erase(work: Work): Promise<ErasedCandidate> {
  const { manager, candidate, now, by } = work;
  const erasedAt = now.toString();
  await manager.query(
    `UPDATE candidate SET version = version + 1, recorded_at = $2, recorded_by = $3, data = NULL, erased_at = $2
     WHERE id = $1`,
    [candidate.id, erasedAt, by],
  );
  for (const [table, where] of Object.entries(REMOVED)) {
    await manager.query(
      `UPDATE ${table} SET version = version + 1, recorded_at = $2, recorded_by = $3, data = NULL
       WHERE ${where} AND data IS NOT NULL`,
      [candidate.id, erasedAt, by],
    );
  }
  await eraseDocuments(work);
  await manager.query(`UPDATE application_snapshot SET data = NULL WHERE ${OF_APPLICATIONS}`, [candidate.id]);
  await manager.query('DELETE FROM message WHERE candidate_id = $1', [candidate.id]);
  await manager.query('DELETE FROM person_key WHERE candidate_id = $1', [candidate.id]);
  // What was answered to the person is kept by the subject, with digests of what was asked.
  await manager.query(
    `WITH known AS (DELETE FROM candidate_subject WHERE candidate_id = $1 RETURNING subject)
     DELETE FROM idempotency USING known WHERE actor = known.subject`,
    [candidate.id],
  );
  // Whose token it was must not be found out from events either, by who holds the secret and tries subjects out.
  await manager.query(
    `UPDATE outbox SET data = data || '{"holder": null}' WHERE data->>'candidate' = $1 AND data->>'holder' IS NOT NULL`,
    [candidate.id],
  );
  const data = { candidate: candidate.id };
  await publish(manager, [{ type: ERASED_EVENT, subject: candidate.id, time: new Date(now.epochMilliseconds), data }]);
  return { candidate: candidate.id, erasedAt };
}

/** With their contents, and the links to these: of chunks that come meanwhile, only a later statement sees all. */
async function eraseDocuments({ manager, candidate, now, by }: Work): Promise<void> {
  await manager.query(
    `UPDATE document SET version = version + 1, recorded_at = $2, recorded_by = $3, state = 'REMOVED', data = NULL
     WHERE candidate_id = $1 AND (data IS NOT NULL OR state <> 'REMOVED')`,
    [candidate.id, now.toString(), by],
  );
  await manager.query(
    `WITH links AS (
       DELETE FROM document_link USING document
       WHERE document.id = document_link.document_id AND document.candidate_id = $1
     )
     DELETE FROM document_chunk USING document
     WHERE document.id = document_chunk.document_id AND document.candidate_id = $1`,
    [candidate.id],
  );
}
