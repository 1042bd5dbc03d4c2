import { schemaOf } from '@mandate-graph/persistence';
import type { Graph } from './graph.ts';

type Part = readonly [producer: string, follower: string];

/** Who is not an institution. */
const SHARED = ['catalogue', 'candidates', 'selection'];

/** Who reads whose feed. */
const followedIn = (institutions: readonly string[]): readonly Part[] => [
  ...institutions.flatMap((code): Part[] => [...SHARED.map((name): Part => [code, name]), ['selection', code]]),
  ['candidates', 'selection'],
  ['selection', 'candidates'],
];

/** Whoever has not read the last that a feed tells. */
const behind = ([producer, follower]: Part): string => `SELECT FROM (SELECT tx || '.' || id AS last
    FROM ${schemaOf(producer)}.outbox ORDER BY tx DESC, id DESC LIMIT 1) newest
  WHERE last IS DISTINCT FROM (SELECT cursor FROM ${schemaOf(follower)}.feed_cursor WHERE producer = '${producer}')`;

/** What was read, and that from which something follows which a job has not done yet. */
const TO_FOLLOW = [
  'SELECT FROM selection.settling_due',
  `SELECT FROM candidates.application JOIN candidates.person_key USING (candidate_id)
   JOIN candidates.vacancy_projection vacancy ON vacancy.id = vacancy_id WHERE vacancy_version < vacancy.version`,
];

/**
 * Resolves when every subgraph that runs has heard of everything that was done, and has done what follows from it, however
 * busy the machine is. One statement sees all of it at once: where nothing is left anywhere, nothing is under way.
 */
export async function settled({ database, subgraphs }: Pick<Graph, 'database' | 'subgraphs'>): Promise<void> {
  const institutions = [...subgraphs.keys()].filter((name) => !SHARED.includes(name));
  const left = [...followedIn(institutions).map(behind), ...TO_FOLLOW].join(' UNION ALL ');
  while ((await database.query(left)).length > 0) await new Promise((resolve) => setTimeout(resolve, 10));
}
