import type { InstitutionEntry, SubjectRecorded } from '@mandate-graph/domain';
import { type Actor, startSubgraph } from '@mandate-graph/runtime';
import { askSubgraph, createDatabase, scriptedInstitution, testPlatform, withoutJobs } from '@mandate-graph/testkit';
import { Temporal } from 'temporal-polyfill';
import { createCandidates } from '../../module.ts';
import { tellOfVacancies } from '../../testing/vacancies.ts';

const FREE_PORT = { host: '127.0.0.1', port: 0, variable: 'none' };

/** The subgraph on a database of its own, with what one institution has said, at an instant that a test sets. */
export async function openReading(
  start: string,
  recorded: readonly SubjectRecorded<'vacancy'>[],
  entry: Partial<InstitutionEntry> = {},
) {
  const database = await createDatabase();
  const registry = [scriptedInstitution('vrb', entry).entry];
  let now = Temporal.Instant.from(start);
  const platform = testPlatform({ databaseUrl: database.url, clock: { now: () => now } });
  const candidates = await startSubgraph(withoutJobs(createCandidates(registry)), platform, FREE_PORT);
  await tellOfVacancies(database, recorded);
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
