import type { InstitutionEntry } from '@mandate-graph/domain';
import { FeedConsumers, Outbox, projectVacancies, recordedOf } from '@mandate-graph/persistence';
import {
  type Actor,
  Allowance,
  buildFederatedSchema,
  feedClients,
  type OpenSubgraph,
  type Platform,
  type SubgraphDefinition,
  serveFeed,
} from '@mandate-graph/runtime';
import { personSecret } from '@mandate-graph/writing';
import type { Temporal } from 'temporal-polyfill';
import { DeadlineJob } from './application/deadline.job.ts';
import { CANDIDATES_ACCESS, resourceOf } from './candidates.access.ts';
import type { CandidatesContext } from './candidates.context.ts';
import { openCandidatesDatabase } from './candidates.database.ts';
import { CANDIDATES_RESOLVERS } from './candidates.resolvers.ts';
import { createServices, type Installation, install } from './candidates.services.ts';
import { serveDocuments } from './document/document.routes.ts';
import { DownloadService } from './document/download.service.ts';
import { UploadService } from './document/upload.service.ts';
import { MailJob } from './mail/mail.job.ts';
import { mailServer } from './mail/mail.transport.ts';
import { RetentionJob } from './privacy/retention.job.ts';
import { SelectionFollower } from './selection/selection.follower.ts';
import { Vacancy } from './vacancy/vacancy.type.ts';
import { VacancyVersions } from './vacancy/vacancy.versions.ts';

const NAME = 'candidates';
const PORT = 4102;
/** Whose feed is followed besides those of the institutions. */
const SELECTION = 'selection';

/**
 * The subgraph of candidates and their applications. It knows vacancies from the institutions' feeds only, and what comes
 * of applications from that of the selection.
 */
export const createCandidates = (registry: readonly InstitutionEntry[]): SubgraphDefinition => ({
  name: NAME,
  port: PORT,
  schema: () =>
    buildFederatedSchema({
      resolvers: CANDIDATES_RESOLVERS,
      orphanedTypes: [Vacancy],
      references: {
        Vacancy: (reference) => reference,
        Candidate: ({ id }, { services }: CandidatesContext) => services.accounts.named(id),
        Application: ({ id }, { services }: CandidatesContext) => services.applications.view(id),
      },
      access: CANDIDATES_ACCESS,
      resourceOf,
    }),
  open: (platform) => open(registry, platform),
});

async function open(registry: readonly InstitutionEntry[], platform: Platform): Promise<OpenSubgraph> {
  const secret = personSecret(platform);
  const source = await openCandidatesDatabase(platform.databaseUrlOf(NAME), platform.log);
  const installation = install(source, platform, secret, registry);
  const { sealing, settling, inbox } = installation;
  const { clock, log } = platform;
  const deadlines = new DeadlineJob({ ...installation, clock, log }).rounds;
  const retention = new RetentionJob({ ...installation, clock, log }).rounds;
  const mail = mailJobOf(installation, platform)?.rounds;
  const following = { source, log, fetchFrom: feedClients(NAME, platform) };
  const consumers = new FeedConsumers({
    ...following,
    producers: registry.map(({ code }) => code),
    applyOf: (producer) => async (manager, events) => {
      const recorded = recordedOf(events, 'vacancy', producer);
      await projectVacancies(manager, recorded);
      await new VacancyVersions(manager).keep(recorded);
    },
    applied: () => deadlines.nudge(),
  });
  const selection = new FeedConsumers({
    ...following,
    producers: [SELECTION],
    applyOf: () => (manager, events) => new SelectionFollower(manager, sealing, inbox).follow(events),
  });
  return {
    context: (actor: Actor, now: Temporal.Instant): CandidatesContext => {
      const allowance = new Allowance('evidence');
      return { actor, now, allowance, services: createServices(installation, actor, now, allowance) };
    },
    check: async () => void (await source.query('SELECT 1')),
    routes: (router, closing) => {
      serveFeed(router, new Outbox(source, NAME), closing);
      serveDocuments(router, {
        audience: NAME,
        credentials: platform.actorCredentials,
        tickets: installation.tickets,
        uploads: new UploadService(source, sealing, settling, platform.clock),
        downloads: new DownloadService(source, sealing),
        log: platform.log,
      });
    },
    start: () => {
      consumers.start();
      selection.start();
      deadlines.start();
      retention.start();
      mail?.start();
    },
    // The selection follows this subgraph as well: neither is held up by the other.
    settled: () => consumers.caughtUp(),
    close: async () => {
      await consumers.stop();
      await selection.stop();
      await deadlines.stop();
      await retention.stop();
      await mail?.stop();
      await source.destroy();
    },
  };
}

/** Null where no copies are mailed. */
function mailJobOf({ source, sealing }: Installation, { environment, clock, log }: Platform): MailJob | null {
  const { mailUrl, mailFrom: from } = environment;
  if (mailUrl === null) return null;
  return new MailJob({ source, sealing, send: mailServer(mailUrl, from), from, clock, log });
}
