import { type CloudEvent, fixedClock, type InstitutionEntry, type Problem } from '@mandate-graph/domain';
import { openDataSource } from '@mandate-graph/persistence';
import { type Actor, counted, PUBLIC_ACTOR } from '@mandate-graph/runtime';
import { createDatabase, silentLog, type TestDatabase, testPlatform } from '@mandate-graph/testkit';
import { graphql } from 'graphql';
import type { DataSource } from 'typeorm';
import { CATALOGUE_MIGRATIONS } from '../catalogue.migrations.ts';
import { IntakeService } from '../intake/intake.service.ts';
import { createCatalogue } from '../module.ts';
import { REGISTRY } from './recorded.ts';

export interface Answer {
  // biome-ignore lint/suspicious/noExplicitAny: answers have the shape of their query
  readonly data: any;
  readonly statements: number;
}

/** A catalogue on a database of its own, without a network: events are handed to it, queries run on its schema. */
export interface Catalogue {
  readonly source: DataSource;
  /** The instant from which on queries are asked. */
  now: string;
  /** Who asks them. */
  actor: Actor;
  take(...events: readonly CloudEvent[]): Promise<void>;
  /** An answer without errors. */
  ask(query: string, variables?: Record<string, unknown>): Promise<Answer>;
  /** The problems of the one error that the query must give. */
  refused(query: string, variables?: Record<string, unknown>): Promise<readonly Problem[]>;
  clear(): Promise<void>;
  close(): Promise<void>;
}

export async function openCatalogue(registry: readonly InstitutionEntry[] = REGISTRY): Promise<Catalogue> {
  const database: TestDatabase = await createDatabase();
  const source = await openDataSource({
    url: database.url,
    schema: 'catalogue',
    entities: [],
    migrations: CATALOGUE_MIGRATIONS,
    log: silentLog,
  });
  const definition = createCatalogue(registry);
  const { schema } = await definition.schema();
  let now = '2025-09-01T09:00:00+02:00';
  const clock = { now: () => fixedClock(now).now() };
  const open = await definition.open(testPlatform({ databaseUrl: database.url, clock }));
  const run = async (query: string, variables: Record<string, unknown>) => {
    const work = { statements: 0 };
    const contextValue = open.context(catalogue.actor, clock.now());
    const result = await counted(work, () =>
      graphql({ schema, source: query, contextValue, variableValues: variables }),
    );
    return { ...result, statements: work.statements };
  };
  const catalogue: Catalogue = {
    source,
    actor: PUBLIC_ACTOR,
    get now() {
      return now;
    },
    set now(instant: string) {
      now = instant;
    },
    take: async (...events) => {
      for (const entry of registry) {
        const own = events.filter((event) => event.source === `/${entry.code}`);
        const intake = new IntakeService(entry);
        await source.transaction((manager) => intake.apply(manager, own));
      }
    },
    ask: async (query, variables = {}) => {
      const { data, errors, statements } = await run(query, variables);
      if (errors !== undefined) throw errors[0]?.originalError ?? errors[0];
      return { data, statements };
    },
    refused: async (query, variables = {}) => {
      const { errors } = await run(query, variables);
      if (errors?.length !== 1) throw new Error(`Expected one error, but got: ${JSON.stringify(errors)}.`);
      if (errors[0]!.extensions['code'] !== 'BAD_USER_INPUT') throw errors[0]!.originalError ?? errors[0];
      return errors[0]!.extensions['problems'] as readonly Problem[];
    },
    clear: async () => void (await source.query('TRUNCATE subject CASCADE')),
    close: async () => {
      await open.close();
      await source.destroy();
      await database.drop();
    },
  };
  return catalogue;
}
