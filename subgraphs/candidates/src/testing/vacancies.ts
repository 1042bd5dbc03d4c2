import type { SubjectRecorded } from '@mandate-graph/domain';
import { projectVacancies } from '@mandate-graph/persistence';
import { silentLog, type TestDatabase } from '@mandate-graph/testkit';
import type { DataSource } from 'typeorm';
import { openCandidatesDatabase } from '../candidates.database.ts';
import { VacancyVersions } from '../vacancy/vacancy.versions.ts';

type Recorded = readonly SubjectRecorded<'vacancy'>[];

/** Takes in what institutions say, as the consumer of their feeds does. */
export const takeIn = (source: DataSource, recorded: Recorded): Promise<void> =>
  source.transaction(async (manager) => {
    await projectVacancies(manager, recorded);
    await new VacancyVersions(manager).keep(recorded);
  });

/** The same in a database that a subgraph without its feeds has made. */
export async function tellOfVacancies({ url }: TestDatabase, recorded: Recorded): Promise<void> {
  const source = await openCandidatesDatabase(url, silentLog);
  try {
    await takeIn(source, recorded);
  } finally {
    await source.destroy();
  }
}
