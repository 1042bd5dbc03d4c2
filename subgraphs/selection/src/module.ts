import { type InstitutionEntry, localDay } from '@mandate-graph/domain';
import { FeedConsumers, recordedOf } from '@mandate-graph/persistence';
import {
  type Actor,
  buildFederatedSchema,
  feedClients,
  LocalizedTextFields,
  type OpenSubgraph,
  type Platform,
  type SubgraphDefinition,
} from '@mandate-graph/runtime';
import { ProcedureFollower } from './procedure/procedure.follower.ts';
import { ProcedureLoaders } from './procedure/procedure.loaders.ts';
import { ProcedureRepository } from './procedure/procedure.repository.ts';
import { ProcedureFields } from './procedure/procedure.resolver.ts';
import { ProcedureService } from './procedure/procedure.service.ts';
import { SELECTION_ACCESS } from './selection.access.ts';
import type { SelectionContext } from './selection.context.ts';
import { openSelectionDatabase } from './selection.database.ts';
import { VacancyFields } from './vacancy/vacancy.resolver.ts';

const NAME = 'selection';
const PORT = 4103;

/** The subgraph of selection procedures. It knows vacancies from the institutions' feeds only. */
export const createSelection = (registry: readonly InstitutionEntry[]): SubgraphDefinition => ({
  name: NAME,
  port: PORT,
  schema: () =>
    buildFederatedSchema({
      resolvers: [ProcedureFields, VacancyFields, LocalizedTextFields],
      orphanedTypes: [],
      references: {
        Vacancy: (reference) => reference,
        SelectionProcedure: ({ id }, { services }: SelectionContext) => services.procedures.referred(id),
      },
      access: SELECTION_ACCESS,
    }),
  open: (platform) => open(registry, platform),
});

async function open(registry: readonly InstitutionEntry[], platform: Platform): Promise<OpenSubgraph> {
  const source = await openSelectionDatabase(platform.databaseUrlOf(NAME), platform.log);
  const consumers = new FeedConsumers({
    source,
    log: platform.log,
    producers: registry.map(({ code }) => code),
    fetchFrom: feedClients(NAME, platform),
    applyOf: (producer) => (manager, events) =>
      new ProcedureFollower(manager).follow(recordedOf(events, 'vacancy', producer)),
  });
  return {
    context: (actor: Actor): SelectionContext => {
      const now = platform.clock.now();
      const procedures = new ProcedureLoaders(new ProcedureRepository(source.manager), localDay(now).toString());
      return {
        actor,
        now,
        services: { procedures: new ProcedureService(procedures, now) },
        loaders: { procedures },
      };
    },
    check: async () => void (await source.query('SELECT 1')),
    routes: () => undefined,
    start: () => consumers.start(),
    settled: () => consumers.caughtUp(),
    close: async () => {
      await consumers.stop();
      await source.destroy();
    },
  };
}
