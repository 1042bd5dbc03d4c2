import { typeNameOf } from '@mandate-graph/domain';
import {
  FEED_PROBLEM_TABLE,
  OUTBOX_TABLE,
  Outbox,
  openDataSource,
  schemaOf,
  sqlMigration,
} from '@mandate-graph/persistence';
import {
  Allowance,
  buildFederatedSchema,
  countStatement,
  isPermitted,
  type Platform,
  type SubgraphDefinition,
  serveFeed,
} from '@mandate-graph/runtime';
import { loadContent } from './content/content.loader.ts';
import { followSelections } from './following/following.consumer.ts';
import { FOLLOWING_TABLES } from './following/following.tables.ts';
import { HistoryReads } from './history/history.reads.ts';
import { HistoryService } from './history/history.service.ts';
import { institutionAccess } from './institution.access.ts';
import type { InstitutionContext } from './institution.context.ts';
import type { InstitutionProfile } from './institution.profile.ts';
import { institutionResolvers } from './institution.resolvers.ts';
import { institutionTypes } from './institution.types.ts';
import { SUBJECT_ENTITIES, SUBJECT_TABLES, UNIT_CYCLE_GUARD } from './subject/subject.entities.ts';
import { SubjectLoaders } from './subject/subject.loaders.ts';
import { SubjectReads } from './subject/subject.reads.ts';
import { resolveReference } from './subject/subject.reference.ts';
import { SUBJECT_VERSION_TABLES } from './subject/subject.version.tables.ts';
import { DraftService } from './vacancy/draft.service.ts';
import { WriteService } from './writing/write.service.ts';

const MIGRATIONS = [
  sqlMigration('InstitutionTables1764000000001', [...SUBJECT_TABLES, ...UNIT_CYCLE_GUARD, ...OUTBOX_TABLE]),
  sqlMigration('InstitutionWriting1764000000002', SUBJECT_VERSION_TABLES),
  sqlMigration('InstitutionFollowing1764000000003', FOLLOWING_TABLES),
  sqlMigration('InstitutionFeedProblems1764000000004', FEED_PROBLEM_TABLE),
];

/** The subgraph of an institution, from its profile. */
export function institutionSubgraph(profile: InstitutionProfile): SubgraphDefinition {
  const { entry } = profile;
  return {
    name: entry.code,
    port: entry.port,
    schema: () =>
      buildFederatedSchema({
        resolvers: institutionResolvers(entry),
        orphanedTypes: institutionTypes(entry),
        references: {
          [typeNameOf(entry, 'vacancy')]: resolveReference('vacancy'),
          [typeNameOf(entry, 'unit')]: resolveReference('unit'),
          [typeNameOf(entry, 'position')]: resolveReference('position'),
          [typeNameOf(entry, 'body')]: resolveReference('body'),
        },
        access: institutionAccess(entry),
        resourceOf: (context: InstitutionContext) => ({ institution: context.entry.code }),
      }),
    open: (platform) => open(profile, platform),
  };
}

async function open(profile: InstitutionProfile, platform: Platform) {
  const { entry } = profile;
  const source = await openDataSource({
    url: platform.databaseUrlOf(entry.code),
    schema: schemaOf(entry.code),
    entities: [...SUBJECT_ENTITIES],
    migrations: MIGRATIONS,
    log: platform.log,
    onStatement: countStatement,
  });
  if (platform.environment.content === 'notices') {
    try {
      const loaded = await loadContent(source, profile, platform.clock);
      if (loaded > 0) platform.log.info({ subjects: loaded }, 'the content was loaded');
    } catch (error) {
      await source.destroy();
      throw error;
    }
  }
  const feed = new Outbox(source, entry.code);
  const selections = followSelections(source, profile, platform);
  return {
    context: (actor: InstitutionContext['actor']): InstitutionContext => {
      const seesDrafts = isPermitted(actor, 'DRAFT_READ', { institution: entry.code });
      const reads = new SubjectReads(source, seesDrafts);
      return {
        actor,
        entry,
        now: platform.clock.now(),
        loaders: new SubjectLoaders(reads),
        history: new HistoryService(actor, entry, new HistoryReads(source, seesDrafts)),
        drafts: new DraftService(actor, entry, reads),
        writes: new WriteService(source, entry.code, profile.rules, platform.clock, actor),
        // Lines lead to parties that have lines: without a limit an answer could grow without end.
        allowance: new Allowance('subjects'),
      };
    },
    check: async () => void (await source.query('SELECT 1')),
    routes: (router: Parameters<typeof serveFeed>[0], closing: AbortSignal) => serveFeed(router, feed, closing),
    start: () => selections.start(),
    // Not once the selections are read: the selection reads institutions first, so each would wait for the other.
    settled: async () => undefined,
    close: async () => {
      await selections.stop();
      await source.destroy();
    },
  };
}
