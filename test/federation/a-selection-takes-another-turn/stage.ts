import type { Logger } from '@mandate-graph/runtime';
import { Temporal } from 'temporal-polyfill';
import { type Graph, startGraph } from '../../support/graph.ts';
import type { Asking, Player } from './acts.ts';

/** A whole graph as a stage: real tokens, the gateway, and a clock that the play moves. */
export interface Stage extends Asking {
  readonly graph: Graph;
  /** Sets the clock to a local time in Brussels, `2025-10-24T10:00`. */
  at(local: string): void;
  /** Resolves when every subgraph has heard of everything that was done. */
  settled(): Promise<void>;
  close(): Promise<void>;
}

const brussels = (local: string): Temporal.Instant =>
  Temporal.PlainDateTime.from(local).toZonedDateTime('Europe/Brussels').toInstant();

/** Callers of a test ask more in a minute than anybody may. */
const UNLIMITED = {
  spend: async () => ({ allowed: true, limit: 1, remaining: 1, resetAt: '2025-09-01T07:00:00.000Z' }),
  close: async () => undefined,
};

/** Everything runs in one process here, next to other tests: what takes longer than in a graph of its own is not away. */
const PATIENT = { SUBGRAPH_TIMEOUT_MS: '60000' };

export async function openStage(start: string, options: { readonly log?: Logger } = {}): Promise<Stage> {
  let now = brussels(start);
  const graph = await startGraph({ clock: { now: () => now }, budget: UNLIMITED, variables: PATIENT, ...options });
  const tokens = new Map<string, string>();
  const authorization = async ({ role, subject, institution, procedure }: Player) => {
    if (role === 'public') return {};
    const key = JSON.stringify([role, subject, institution, procedure]);
    const bound = { ...(subject && { subject }), ...(institution && { institution }), ...(procedure && { procedure }) };
    if (!tokens.has(key)) tokens.set(key, await graph.token(role, bound));
    return { authorization: `Bearer ${tokens.get(key)}` };
  };
  const tell: Stage['tell'] = async (as, query, variables = {}) => graph.ask(query, variables, await authorization(as));
  return {
    ...{ graph, tell },
    ask: async (as, query, variables) => {
      const { data, errors } = await tell(as, query, variables);
      if (errors !== undefined) throw new Error(`${as.name}: ${JSON.stringify(errors)}`);
      return data;
    },
    at: (local) => {
      now = brussels(local);
    },
    settled: () => settled(graph),
    close: () => graph.close(),
  };
}

const pause = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 10));

/** Who reads whose feed, as far as a selection depends on it. */
const FOLLOWED: readonly (readonly [producer: string, follower: string])[] = [
  ['gob_connectit', 'candidates'],
  ['gob_connectit', 'selection'],
  ['ksz_ehealth', 'candidates'],
  ['ksz_ehealth', 'selection'],
  ['candidates', 'selection'],
  ['selection', 'candidates'],
  ['selection', 'gob_connectit'],
  ['selection', 'ksz_ehealth'],
];

/** One statement sees all feeds at once: where none has anything new for anybody, or for a procedure, nothing is under way. */
const BEHIND = FOLLOWED.map(
  ([producer, follower]) => `SELECT FROM (SELECT tx || '.' || id AS last FROM ${producer}.outbox
     ORDER BY tx DESC, id DESC LIMIT 1) AS newest
   WHERE last IS DISTINCT FROM (SELECT cursor FROM ${follower}.feed_cursor WHERE producer = '${producer.replace('_', '-')}')`,
)
  .concat('SELECT FROM selection.settling_due')
  .join(' UNION ALL ');

async function settled({ database }: Graph): Promise<void> {
  while ((await database.query(BEHIND)).length > 0) await pause();
}
