import { type Clock, fixedClock } from '@mandate-graph/domain';
import { type InstitutionRules, type Recording, SubjectService } from '@mandate-graph/institution';
import { openDataSource, schemaOf } from '@mandate-graph/persistence';
import { silentLog } from '@mandate-graph/testkit';
import { SUBJECT_ENTITIES } from '../../../packages/institution/src/subject/subject.entities.ts';
import type { Graph } from '../../support/graph.ts';
import { settled } from '../../support/settled.ts';

/** Writes to an institution of a running graph as its own service does. */
export interface Recorder {
  /** All of them in one transaction; resolves when the rest of the graph knows. */
  record(recordings: readonly Recording[]): Promise<void>;
  close(): Promise<void>;
}

const NO_RULES: InstitutionRules = { vacancyProblems: () => [] };
/** After the content was loaded, so that each recording is a later version. */
const LATER: Clock = fixedClock('2025-09-01T10:00:00+02:00');

export async function openRecorder(graph: Graph, institution: string): Promise<Recorder> {
  const source = await openDataSource({
    url: graph.database.url,
    schema: schemaOf(institution),
    entities: [...SUBJECT_ENTITIES],
    migrations: [],
    log: silentLog,
  });
  const service = new SubjectService(institution, NO_RULES, LATER, { kind: 'service', subject: 'test', grants: [] });
  return {
    record: async (recordings) => {
      await source.transaction(async (manager) => {
        const outcome = await service.record(manager, recordings);
        if (!outcome.ok) throw new Error(JSON.stringify(outcome.problems));
      });
      await settled(graph);
    },
    close: () => source.destroy(),
  };
}
