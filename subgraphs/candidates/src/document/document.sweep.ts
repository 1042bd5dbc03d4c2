import { SERVER_LIMITS } from '@mandate-graph/runtime';
import type { Temporal } from 'temporal-polyfill';
import type { EntityManager } from 'typeorm';

/**
 * Takes away documents that were announced and can no longer come, with whatever came of them, and links that have
 * expired. `now` is the system’s time, as for all links; an upload that began with the last second of its link still has
 * the time that the server gives it.
 */
export async function sweepUnfinished(manager: EntityManager, now: Temporal.Instant): Promise<void> {
  const before = now.subtract({ milliseconds: 2 * SERVER_LIMITS.uploadTimeout }).toString();
  await manager.query("DELETE FROM document WHERE state = 'ANNOUNCED' AND announced_until < $1", [before]);
  await manager.query('DELETE FROM document_link WHERE expires_at < $1', [before]);
}
