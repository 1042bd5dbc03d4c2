import type { InstitutionEntry, SubjectRecorded } from '@mandate-graph/domain';
import { type Actor, startSubgraph } from '@mandate-graph/runtime';
import { askSubgraph, createDatabase, scriptedInstitution, testPlatform } from '@mandate-graph/testkit';
import { Temporal } from 'temporal-polyfill';
import { createCandidates } from '../../module.ts';

const FREE_PORT = { host: '127.0.0.1', port: 0, variable: 'none' };

/** The subgraph on a database of its own, with what one institution has said, at an instant that a test sets. */
export async function openReading(
  start: string,
  recorded: readonly SubjectRecorded[],
  entry: Partial<InstitutionEntry> = {},
) {
  const database = await createDatabase();
  const institution = scriptedInstitution('vrb', entry);
  institution.tell(...recorded);
  const feedUrls = new Map<string, string>();
  let now = Temporal.Instant.from(start);
  const platform = testPlatform({ databaseUrl: database.url, feedUrls, clock: { now: () => now } });
  const producer = await startSubgraph(institution.definition, platform, FREE_PORT);
  feedUrls.set('vrb', producer.url);
  const candidates = await startSubgraph(createCandidates([institution.entry]), platform, FREE_PORT);
  await candidates.settled();
  await producer.close();
  return {
    database,
    setClock: (instant: string) => {
      now = Temporal.Instant.from(instant);
    },
    ask: (actor: Actor, query: string, variables: Record<string, unknown> = {}) =>
      askSubgraph(candidates, platform, query, variables, actor),
    close: async () => {
      await candidates.close();
      await database.drop();
    },
  };
}
export type Reading = Awaited<ReturnType<typeof openReading>>;
