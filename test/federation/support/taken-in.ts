import { schemaOf } from '@mandate-graph/persistence';
import type { Graph } from '../../support/graph.ts';

const FOLLOWERS = ['catalogue', 'candidates', 'selection'];

/** Waits until every follower of an institution's feed has read it to its end, however busy the machine is. */
export async function takenIn({ database }: Graph, institution: string): Promise<void> {
  const cursors = FOLLOWERS.map(
    (name) => `SELECT (SELECT cursor FROM ${name}.feed_cursor WHERE producer = $1) AS cursor`,
  );
  const behind = `SELECT FROM (${cursors.join(' UNION ALL ')}) AS follower WHERE cursor IS DISTINCT FROM (
    SELECT tx || '.' || id FROM ${schemaOf(institution)}.outbox ORDER BY tx DESC, id DESC LIMIT 1)`;
  while ((await database.query(behind, [institution])).length > 0) {
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
