import type { InstitutionEntry } from '@mandate-graph/domain';
import { FeedConsumers, Outbox, projectVacancies, recordedOf } from '@mandate-graph/persistence';
import {
  type Actor,
  Allowance,
  buildFederatedSchema,
  EnvironmentError,
  feedClients,
  keptKey,
  type OpenSubgraph,
  type Platform,
  type SubgraphDefinition,
  serveFeed,
} from '@mandate-graph/runtime';
import { CANDIDATES_ACCESS, resourceOf } from './candidates.access.ts';
import type { CandidatesContext } from './candidates.context.ts';
import { openCandidatesDatabase } from './candidates.database.ts';
import { CANDIDATES_RESOLVERS } from './candidates.resolvers.ts';
import { createServices, install } from './candidates.services.ts';
import { Vacancy } from './vacancy/vacancy.type.ts';

const NAME = 'candidates';
const PORT = 4102;

/** The subgraph of candidates and their applications. It knows vacancies from the institutions' feeds only. */
export const createCandidates = (registry: readonly InstitutionEntry[]): SubgraphDefinition => ({
  name: NAME,
  port: PORT,
  schema: () =>
    buildFederatedSchema({
      resolvers: CANDIDATES_RESOLVERS,
      orphanedTypes: [Vacancy],
      references: { Vacancy: (reference) => reference },
      access: CANDIDATES_ACCESS,
      resourceOf,
    }),
  open: (platform) => open(registry, platform),
});

async function open(registry: readonly InstitutionEntry[], platform: Platform): Promise<OpenSubgraph> {
  const secret = personSecret(platform);
  const source = await openCandidatesDatabase(platform.databaseUrlOf(NAME), platform.log);
  const installation = install(source, platform, secret);
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
      const allowance = new Allowance('evidence');
      return { actor, now, allowance, services: createServices(installation, actor, now, allowance) };
    },
    check: async () => void (await source.query('SELECT 1')),
    routes: (router, closing) => serveFeed(router, new Outbox(source, NAME), closing),
    start: () => consumers.start(),
    settled: () => consumers.caughtUp(),
    close: async () => {
      await consumers.stop();
      await source.destroy();
    },
  };
}

/** What wraps the keys of persons: of the environment, or else of the data folder, outside production. */
function personSecret({ environment }: Platform): string {
  if (environment.personKey !== null) return environment.personKey;
  if (!environment.production) return keptKey(environment.dataDir, 'persons');
  throw new EnvironmentError([
    { path: 'PERSON_KEY', code: 'ENVIRONMENT', value: null, rule: 'is required when NODE_ENV is production.' },
  ]);
}
