import { typeNameOf } from '@mandate-graph/domain';
import { OUTBOX_TABLE, Outbox, openDataSource, schemaOf, sqlMigration } from '@mandate-graph/persistence';
import {
  Allowance,
  buildFederatedSchema,
  countStatement,
  LocalizedTextFields,
  type Platform,
  type SubgraphDefinition,
  serveFeed,
} from '@mandate-graph/runtime';
import { loadContent } from './content/content.loader.ts';
import { PassageFields } from './graph/passage.type.ts';
import type { InstitutionContext } from './institution.context.ts';
import type { InstitutionProfile } from './institution.profile.ts';
import { institutionTypes } from './institution.types.ts';
import { BodyFields } from './organisation/body.resolver.ts';
import { LineFields } from './organisation/line.resolver.ts';
import { PositionFields } from './organisation/position.resolver.ts';
import { BudgetFields, HeadcountFields } from './organisation/size.resolver.ts';
import { UnitFields } from './organisation/unit.resolver.ts';
import { SUBJECT_ENTITIES, SUBJECT_TABLES, UNIT_CYCLE_GUARD } from './subject/subject.entities.ts';
import { SubjectLoaders } from './subject/subject.loaders.ts';
import { SubjectReads } from './subject/subject.reads.ts';
import { resolveReference } from './subject/subject.reference.ts';
import { EligibilityRuleFields } from './vacancy/eligibility.type.ts';
import { ResultAreaFields } from './vacancy/result-area.type.ts';
import { StepFields } from './vacancy/step.resolver.ts';
import { VacancyFields } from './vacancy/vacancy.resolver.ts';

const MIGRATIONS = [
  sqlMigration('InstitutionTables1764000000001', [...SUBJECT_TABLES, ...UNIT_CYCLE_GUARD, ...OUTBOX_TABLE]),
];

const RESOLVERS = [
  LocalizedTextFields,
  PassageFields,
  VacancyFields,
  StepFields,
  ResultAreaFields,
  EligibilityRuleFields,
  UnitFields,
  PositionFields,
  BodyFields,
  LineFields,
  BudgetFields,
  HeadcountFields,
];

/** Lines lead to parties that have lines: without a limit an answer could grow without end. */
const MAX_SUBJECTS = 10_000;

/** The subgraph of an institution, from its profile. */
export function institutionSubgraph(profile: InstitutionProfile): SubgraphDefinition {
  const { entry } = profile;
  return {
    name: entry.code,
    port: entry.port,
    schema: () =>
      buildFederatedSchema({
        resolvers: RESOLVERS,
        orphanedTypes: institutionTypes(entry),
        references: {
          [typeNameOf(entry, 'vacancy')]: resolveReference('vacancy'),
          [typeNameOf(entry, 'unit')]: resolveReference('unit'),
          [typeNameOf(entry, 'position')]: resolveReference('position'),
          [typeNameOf(entry, 'body')]: resolveReference('body'),
        },
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
  const reads = new SubjectReads(source);
  const feed = new Outbox(source, entry.code);
  return {
    context: (actor: InstitutionContext['actor']): InstitutionContext => ({
      actor,
      entry,
      now: platform.clock.now(),
      loaders: new SubjectLoaders(reads),
      allowance: new Allowance(MAX_SUBJECTS, 'subjects of one institution'),
    }),
    check: async () => void (await source.query('SELECT 1')),
    routes: (router: Parameters<typeof serveFeed>[0], closing: AbortSignal) => serveFeed(router, feed, closing),
    start: () => undefined,
    settled: async () => undefined,
    close: () => source.destroy(),
  };
}
