import { TIME_ZONE } from '@mandate-graph/domain';
import { Temporal } from 'temporal-polyfill';
import type { Data, Player, Stage } from './stage.ts';

/** The graph that a play is played on. */
export interface Scene {
  /** Of the gateway, behind which all of it is. */
  readonly url: string;
  /** A token of somebody who has a role. */
  token(player: Player): Promise<string>;
  /** Sets the demonstration clock. */
  set(now: Temporal.Instant): Promise<void>;
  say(line: string): void;
}

const EVERY_MS = 25;
/** What a graph does by itself, it has done by then. */
const PATIENCE_MS = 60_000;

/** A stage over HTTP: nothing is known of the graph but what its gateway answers. */
export function stageOf({ url, token, set, say }: Scene): Stage {
  const tokens = new Map<string, Promise<string>>();
  const headersOf = async (player: Player): Promise<Record<string, string>> => {
    if (player.role === 'public') return {};
    const key = JSON.stringify(player);
    if (!tokens.has(key)) tokens.set(key, token(player));
    return { authorization: `Bearer ${await tokens.get(key)}` };
  };
  return {
    ask: async (as, query, variables = {}) => {
      const headers = { 'content-type': 'application/json', ...(await headersOf(as)) };
      const body = JSON.stringify({ query, variables });
      const response = await fetch(new URL('/graphql', url), { method: 'POST', headers, body });
      const { data, errors } = (await response.json()) as { data?: Data; errors?: unknown };
      if (errors !== undefined) throw new Error(`${as.name} got no answer: ${JSON.stringify(errors)}`);
      return data;
    },
    put: async (link, body) => {
      const { status } = await fetch(new URL(link, url), { method: 'PUT', body });
      if (status !== 201) throw new Error(`A document was not taken: ${status}`);
    },
    at: (local) => set(Temporal.PlainDateTime.from(local).toZonedDateTime(TIME_ZONE).toInstant()),
    say,
    until: async (what) => {
      const began = performance.now();
      for (;;) {
        const found = await what();
        if (found !== null && found !== undefined) return found;
        if (performance.now() - began > PATIENCE_MS) throw new Error('What was waited for did not come.');
        await new Promise((resolve) => setTimeout(resolve, EVERY_MS));
      }
    },
  };
}
