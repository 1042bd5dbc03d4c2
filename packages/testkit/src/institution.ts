import type { CloudEvent, InstitutionEntry, SubjectRecorded } from '@mandate-graph/domain';
import { ours } from '@mandate-graph/domain';
import { pause } from '@mandate-graph/persistence';
import {
  buildFederatedSchema,
  type EventFeed,
  LocalizedTextFields,
  type SubgraphDefinition,
  serveFeed,
} from '@mandate-graph/runtime';
import { eventOf } from './vacancy.ts';

/** An invented institution that has nothing but a feed, and says on it what a test tells it to. */
export interface ScriptedInstitution {
  readonly entry: InstitutionEntry;
  readonly definition: SubgraphDefinition;
  tell(...recorded: readonly SubjectRecorded[]): void;
}

export function scriptedInstitution(code: string, own: Partial<InstitutionEntry> = {}): ScriptedInstitution {
  const events: CloudEvent[] = [];
  const feed = feedOver(events);
  return {
    entry: {
      ...{ code, typePrefix: 'Invented', name: ours(code, code, code), website: null, port: 0 },
      ...{ applicationWorkflow: null, legalRegime: null, ...own },
    },
    tell: (...recorded) => void events.push(...recorded.map(eventOf)),
    definition: feedOnly(code, () => feed),
  };
}

/** A subgraph that has nothing but a feed, which is asked for once it opens. */
export const feedOnly = (name: string, feed: () => EventFeed): SubgraphDefinition => ({
  name,
  port: 0,
  schema: () =>
    buildFederatedSchema({
      resolvers: [LocalizedTextFields],
      orphanedTypes: [],
      references: {},
      access: {},
    }),
  open: async () => ({
    context: (actor) => ({ actor }),
    check: async () => undefined,
    routes: (router, closing) => serveFeed(router, feed(), closing),
    start: () => undefined,
    settled: async () => undefined,
    close: async () => undefined,
  }),
});

/** A cursor is the number of events read. */
function feedOver(events: readonly CloudEvent[]): EventFeed {
  const page: EventFeed['page'] = async (after, limit) => {
    const from = Number(after ?? '0');
    const read = events.slice(from, from + limit);
    return { events: read, cursor: String(from + read.length) };
  };
  return {
    page,
    isCursor: (text) => /^\d{1,9}$/.test(text),
    nextPage: async (after, limit, waitMs, signal) => {
      const until = performance.now() + waitMs;
      for (;;) {
        const read = await page(after, limit);
        if (read.events.length > 0 || performance.now() >= until || signal.aborted) return read;
        await pause(10, signal);
      }
    },
  };
}
