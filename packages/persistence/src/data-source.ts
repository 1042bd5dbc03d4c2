import 'reflect-metadata';
import { DataSource, type EntitySchema, type MigrationInterface, type Logger as OrmLogger } from 'typeorm';
import type { Logger } from './logger.ts';

export interface DatabaseOptions {
  readonly url: string;
  /** Database schema of the subgraph; made when missing. */
  readonly schema: string;
  readonly entities: readonly (Function | EntitySchema)[];
  readonly migrations: readonly (new () => MigrationInterface)[];
  readonly log: Logger;
  /** Told of each statement, for counting. */
  readonly onStatement?: () => void;
  readonly poolSize?: number;
}

/** Database schema of a subgraph: hyphens become underscores. */
export const schemaOf = (subgraph: string): string => subgraph.replaceAll('-', '_');

/** Only one process migrates a database at a time, whatever the schema: extensions are shared. */
const MIGRATION_LOCK = 7_301_001;

/** A migrated, connected data source on a schema of its own. */
export async function openDataSource(options: DatabaseOptions): Promise<DataSource> {
  const source = new DataSource({
    type: 'postgres',
    url: options.url,
    schema: options.schema,
    entities: [...options.entities],
    migrations: [...options.migrations],
    migrationsTableName: 'migration',
    migrationsTransactionMode: 'each',
    synchronize: false,
    installExtensions: false,
    poolSize: options.poolSize ?? 10,
    connectTimeoutMS: 10_000,
    applicationName: `mandate-graph ${options.schema}`,
    logging: options.onStatement === undefined ? false : ['query'],
    logger: new StatementObserver(options.onStatement),
    poolErrorHandler: (error: unknown) => options.log.warn({ err: error }, 'an idle database connection was lost'),
    extra: {
      // Extensions live in public; everything of the subgraph in its own schema.
      options: `-c search_path=${options.schema},public -c timezone=UTC -c statement_timeout=30000`,
    },
  });
  await source.initialize();
  try {
    await migrate(source, options.schema);
  } catch (error) {
    await source.destroy();
    throw error;
  }
  return source;
}

async function migrate(source: DataSource, schema: string): Promise<void> {
  const runner = source.createQueryRunner();
  try {
    // Whoever comes second waits as long as the first one migrates.
    await runner.query('SET statement_timeout = 0');
    await runner.query('SELECT pg_advisory_lock($1)', [MIGRATION_LOCK]);
    await runner.query(`CREATE SCHEMA IF NOT EXISTS "${schema}"`);
    await source.runMigrations();
  } finally {
    await runner.query('SELECT pg_advisory_unlock($1)', [MIGRATION_LOCK]).catch(() => undefined);
    await runner.query('RESET statement_timeout').catch(() => undefined);
    await runner.release();
  }
}

/** Counts statements; their texts and parameters go nowhere, since they may hold personal data. */
class StatementObserver implements OrmLogger {
  constructor(private readonly onStatement: (() => void) | undefined) {}
  logQuery(): void {
    this.onStatement?.();
  }
  logQueryError(): void {}
  logQuerySlow(): void {}
  logSchemaBuild(): void {}
  logMigration(): void {}
  log(): void {}
}
