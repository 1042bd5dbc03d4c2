import type { InstitutionEntry } from '@mandate-graph/domain';
import { FeedConsumers, Outbox } from '@mandate-graph/persistence';
import {
  type Actor,
  buildFederatedSchema,
  feedClients,
  type OpenSubgraph,
  type Platform,
  type SubgraphDefinition,
  serveFeed,
} from '@mandate-graph/runtime';
import { personSecret } from '@mandate-graph/writing';
import type { Temporal } from 'temporal-polyfill';
import { resourceOf, SELECTION_ACCESS } from './selection.access.ts';
import type { SelectionContext } from './selection.context.ts';
import { openSelectionDatabase } from './selection.database.ts';
import { CANDIDATES, intakeOf } from './selection.intake.ts';
import { SELECTION_RESOLVERS } from './selection.resolvers.ts';
import { createServices, install } from './selection.services.ts';
import { SettlingJob } from './settling/settling.job.ts';

const NAME = 'selection';
const PORT = 4103;

/**
 * The subgraph of selection procedures. It knows vacancies from the institutions' feeds only, and who applied from that of
 * candidates.
 */
export const createSelection = (registry: readonly InstitutionEntry[]): SubgraphDefinition => ({
  name: NAME,
  port: PORT,
  schema: () =>
    buildFederatedSchema({
      resolvers: SELECTION_RESOLVERS,
      orphanedTypes: [],
      references: {
        Vacancy: (reference) => reference,
        Application: (reference) => reference,
        SelectionProcedure: ({ id }, { services }: SelectionContext) => services.procedures.referred(id),
      },
      access: SELECTION_ACCESS,
      resourceOf,
    }),
  open: (platform) => open(registry, platform),
});

async function open(registry: readonly InstitutionEntry[], platform: Platform): Promise<OpenSubgraph> {
  const source = await openSelectionDatabase(platform.databaseUrlOf(NAME), platform.log);
  const installation = install(source, personSecret(platform), platform.clock, registry);
  const settling = new SettlingJob({ ...installation, clock: platform.clock, log: platform.log }).rounds;
  const following = {
    ...{ source, log: platform.log, fetchFrom: feedClients(NAME, platform) },
    applyOf: intakeOf(installation.settling),
    applied: () => settling.nudge(),
  };
  const institutions = new FeedConsumers({ ...following, producers: registry.map(({ code }) => code) });
  const candidates = new FeedConsumers({ ...following, producers: [CANDIDATES] });
  return {
    context: (actor: Actor, now: Temporal.Instant): SelectionContext => ({
      ...{ actor, now, services: createServices(installation, actor, now) },
    }),
    check: async () => void (await source.query('SELECT 1')),
    routes: (router, closing) => serveFeed(router, new Outbox(source, NAME), closing),
    start: () => {
      institutions.start();
      candidates.start();
      settling.start();
    },
    // Candidates follow this subgraph as well: neither is held up by the other.
    settled: () => institutions.caughtUp(),
    close: async () => {
      await institutions.stop();
      await candidates.stop();
      await settling.stop();
      await source.destroy();
    },
  };
}
