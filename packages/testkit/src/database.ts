import { randomBytes } from 'node:crypto';
import pg from 'pg';

export interface TestDatabase {
  readonly name: string;
  readonly url: string;
  query<T extends object = Record<string, unknown>>(sql: string, values?: readonly unknown[]): Promise<T[]>;
  /** Leaves it, so that others may copy it. */
  release(): Promise<void>;
  drop(): Promise<void>;
}

/** The PostgreSQL of the worker that runs this test. */
export function testServer(): { readonly url: string; readonly template?: string } {
  const servers = JSON.parse(process.env['TEST_DATABASES'] ?? '[]') as { url: string; template?: string }[];
  const own = servers[Number(process.env['JEST_WORKER_ID'] ?? 1) - 1];
  if (own === undefined)
    throw new Error('There is no PostgreSQL for this test: run the tests through jest.config.mjs.');
  return own;
}

/** The database that holds the notices’ content in every subgraph, made once per run: a whole graph starts from it. */
export const wholeGraphTemplate = (): string | undefined => testServer().template;

/** A new database on the PostgreSQL of this test run: empty, or a copy of `template`. */
export async function createDatabase(template?: string): Promise<TestDatabase> {
  const server = testServer().url;
  const name = `t_${randomBytes(8).toString('hex')}`;
  await onServer(server, `CREATE DATABASE ${name}${template === undefined ? '' : ` TEMPLATE ${template}`}`);
  const url = new URL(server);
  url.pathname = `/${name}`;
  const pool = new pg.Pool({ connectionString: url.href, max: 2 });
  // The end of a pool does not wait for its connections: one may still hear that its database is dropped.
  pool.on('error', () => undefined);
  return {
    name,
    url: url.href,
    query: async <T extends object>(sql: string, values: readonly unknown[] = []) =>
      (await pool.query(sql, [...values])).rows as T[],
    release: () => pool.end(),
    drop: async () => {
      await pool.end();
      await onServer(server, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
    },
  };
}

async function onServer(url: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}
