import { type InstitutionEntry, systemClock } from '@mandate-graph/domain';
import { FeedConsumers, projectVacancies, recordedOf } from '@mandate-graph/persistence';
import {
  type Actor,
  Allowance,
  buildFederatedSchema,
  feedClients,
  LocalizedTextFields,
  type OpenSubgraph,
  type Platform,
  type SubgraphDefinition,
} from '@mandate-graph/runtime';
import { AccessLogRepository } from './access-log/access-log.repository.ts';
import { AccessLogQueries } from './access-log/access-log.resolver.ts';
import { AccessLogService } from './access-log/access-log.service.ts';
import { ApplicationLoaders } from './application/application.loaders.ts';
import { ApplicationRepository } from './application/application.repository.ts';
import { ApplicationService } from './application/application.service.ts';
import { CANDIDATES_ACCESS, resourceOf } from './candidates.access.ts';
import type { CandidatesContext } from './candidates.context.ts';
import { openCandidatesDatabase } from './candidates.database.ts';
import { EligibilityLoaders } from './eligibility/eligibility.loaders.ts';
import { EligibilityRepository } from './eligibility/eligibility.repository.ts';
import { EligibilityFields } from './eligibility/eligibility.resolver.ts';
import { EligibilityService } from './eligibility/eligibility.service.ts';
import { VacancyFields } from './vacancy/vacancy.resolver.ts';
import { Vacancy } from './vacancy/vacancy.type.ts';

const NAME = 'candidates';
const PORT = 4102;

/** The subgraph of candidates and their applications. It knows vacancies from the institutions' feeds only. */
export const createCandidates = (registry: readonly InstitutionEntry[]): SubgraphDefinition => ({
  name: NAME,
  port: PORT,
  schema: () =>
    buildFederatedSchema({
      resolvers: [VacancyFields, EligibilityFields, AccessLogQueries, LocalizedTextFields],
      orphanedTypes: [Vacancy],
      references: { Vacancy: (reference) => reference },
      access: CANDIDATES_ACCESS,
      resourceOf,
    }),
  open: (platform) => open(registry, platform),
});

async function open(registry: readonly InstitutionEntry[], platform: Platform): Promise<OpenSubgraph> {
  const source = await openCandidatesDatabase(platform.databaseUrlOf(NAME), platform.log);
  const consumers = new FeedConsumers({
    source,
    log: platform.log,
    producers: registry.map(({ code }) => code),
    fetchFrom: feedClients(NAME, platform),
    applyOf: (producer) => (manager, events) => projectVacancies(manager, recordedOf(events, 'vacancy', producer)),
  });
  return {
    context: (actor: Actor): CandidatesContext => {
      const now = platform.clock.now();
      // Who read what when is a fact of the system's time, which no demonstration sets back.
      const read = systemClock.now();
      const applications = new ApplicationLoaders(new ApplicationRepository(source.manager));
      const eligibility = new EligibilityLoaders(new EligibilityRepository(source.manager));
      const allowance = new Allowance('evidence');
      return {
        actor,
        now,
        allowance,
        services: {
          eligibility: new EligibilityService(eligibility, now, allowance),
          applications: new ApplicationService(applications, actor, read),
          accessLog: new AccessLogService(new AccessLogRepository(source.manager), actor, read),
        },
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
