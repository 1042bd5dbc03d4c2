import { type InstitutionEntry, localDay } from '@mandate-graph/domain';
import { FeedConsumers, openDataSource } from '@mandate-graph/persistence';
import {
  type Actor,
  buildFederatedSchema,
  countStatement,
  feedClients,
  LocalizedTextFields,
  type OpenSubgraph,
  type Platform,
  type SubgraphDefinition,
} from '@mandate-graph/runtime';
import type { DataSource } from 'typeorm';
import { CATALOGUE_ACCESS } from './catalogue.access.ts';
import type { CatalogueContext } from './catalogue.context.ts';
import { CATALOGUE_MIGRATIONS } from './catalogue.migrations.ts';
import { InstitutionRegistry } from './institution/institution.registry.ts';
import { InstitutionQueries } from './institution/institution.resolver.ts';
import { IntakeService } from './intake/intake.service.ts';
import { LimitQueries } from './limits/limit.resolver.ts';
import { SearchRepository } from './search/search.repository.ts';
import { SubjectLoaders } from './subject/subject.loaders.ts';
import { SubjectRepository } from './subject/subject.repository.ts';
import { SubjectQueries } from './subject/subject.resolver.ts';
import { SubjectService } from './subject/subject.service.ts';
import { stubReferences, stubTypes } from './subject/subject.stubs.ts';
import { UnitRepository } from './unit/unit.repository.ts';
import { UnitQueries } from './unit/unit.resolver.ts';
import { UnitService } from './unit/unit.service.ts';
import { VacancyRepository } from './vacancy/vacancy.repository.ts';
import { VacancyQueries } from './vacancy/vacancy.resolver.ts';
import { VacancyService } from './vacancy/vacancy.service.ts';

const NAME = 'catalogue';
const RESOLVERS = [LocalizedTextFields, InstitutionQueries, LimitQueries, SubjectQueries, VacancyQueries, UnitQueries];

/** The index over all institutions: search, lists, and who owns what. */
export function createCatalogue(entries: readonly InstitutionEntry[]): SubgraphDefinition {
  const registry = new InstitutionRegistry(entries);
  return {
    name: NAME,
    port: 4101,
    schema: () =>
      buildFederatedSchema({
        resolvers: RESOLVERS,
        orphanedTypes: entries.flatMap(stubTypes),
        references: stubReferences(registry),
        access: CATALOGUE_ACCESS,
      }),
    open: (platform) => open(registry, platform),
  };
}

async function open(registry: InstitutionRegistry, platform: Platform): Promise<OpenSubgraph> {
  const source = await openDataSource({
    url: platform.databaseUrlOf(NAME),
    schema: NAME,
    entities: [],
    migrations: CATALOGUE_MIGRATIONS,
    log: platform.log,
    onStatement: countStatement,
  });
  const consumers = new FeedConsumers({
    source,
    log: platform.log,
    producers: registry.codes,
    fetchFrom: feedClients(NAME, platform),
    applyOf: (producer) => {
      const intake = new IntakeService(registry.get(producer)!);
      return (manager, events) => intake.apply(manager, events);
    },
  });
  return {
    context: (actor) => contextOf(actor, registry, source, platform),
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

function contextOf(
  actor: Actor,
  registry: InstitutionRegistry,
  source: DataSource,
  platform: Platform,
): CatalogueContext {
  const instant = platform.clock.now();
  const today = localDay(instant).toString();
  const search = new SearchRepository(source);
  const view = { institutions: registry.codes, today, now: instant.epochMilliseconds };
  return {
    actor,
    registry,
    vacancies: new VacancyService(new VacancyRepository(source, search, view), registry, today),
    units: new UnitService(new UnitRepository(source, search, registry.codes), registry, today),
    subjects: new SubjectService(actor, registry, new SubjectLoaders(new SubjectRepository(source)), today),
  };
}
