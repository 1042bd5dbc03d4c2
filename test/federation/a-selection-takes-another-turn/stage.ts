import type { Logger } from '@mandate-graph/runtime';
import { Temporal } from 'temporal-polyfill';
import { type Graph, startGraph } from '../../support/graph.ts';
import { settled } from '../../support/settled.ts';
import type { Asking, Player } from './acts.ts';

/** A whole graph as a stage: real tokens, the gateway, and a clock that the play moves. */
export interface Stage extends Asking {
  readonly graph: Graph;
  /** Sets the clock to a local time in Brussels, `2025-10-24T10:00`. */
  at(local: string): void;
  /** Resolves when every subgraph has heard of everything that was done, and has done what follows from it. */
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

export async function openStage(start: string, options: { readonly log?: Logger } = {}): Promise<Stage> {
  let now = brussels(start);
  const graph = await startGraph({ clock: { now: () => now }, budget: UNLIMITED, ...options });
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
