import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { createDatabase, silentLog, type TestDatabase } from '@mandate-graph/testkit';
import type { DataSource } from 'typeorm';
import { openDataSource } from './data-source.ts';
import { sqlMigration } from './migration.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await createDatabase();
});
afterAll(() => database.drop());

const open = (schema: string, url = database.url) =>
  openDataSource({
    url,
    schema,
    entities: [],
    migrations: [
      sqlMigration('Seen1764000000001', [
        "CREATE TABLE seen AS SELECT current_setting('statement_timeout') AS timeout",
      ]),
    ],
    log: silentLog,
  });

/** What each of several connections says, those that opening the source used among them. */
async function timeoutsOf(source: DataSource): Promise<string[]> {
  const runners = Array.from({ length: 4 }, () => source.createQueryRunner());
  try {
    const rows = await Promise.all(runners.map((runner) => runner.query('SHOW statement_timeout')));
    return rows.map(([row]) => row.statement_timeout);
  } finally {
    await Promise.all(runners.map((runner) => runner.release()));
  }
}

describe('the time a statement may take', () => {
  test('is bounded, except in a migration', async () => {
    const source = await open('bounded');
    try {
      expect(await source.query('SELECT timeout FROM seen')).toEqual([{ timeout: '0' }]);
      expect(await timeoutsOf(source)).toEqual(['30s', '30s', '30s', '30s']);
    } finally {
      await source.destroy();
    }
  });

  test('is not bounded while another process migrates', async () => {
    const holder = await open('holding');
    const runner = holder.createQueryRunner();
    await runner.query('SELECT pg_advisory_lock(7301001)');
    // The options of an address count for more than ours: a bound that a test can wait for.
    const url = new URL(database.url);
    url.searchParams.set('options', '-c search_path=waiting,public -c statement_timeout=500');
    let ended = false;
    const opening = open('waiting', url.href).finally(() => {
      ended = true;
    });
    try {
      await Promise.race([opening, waitsLong(() => ended)]);
      await runner.query('SELECT pg_advisory_unlock(7301001)');
      expect(await timeoutsOf(await opening)).toEqual(['500ms', '500ms', '500ms', '500ms']);
    } finally {
      await runner.release();
      await holder.destroy();
      await opening.then(
        (source) => source.destroy(),
        () => undefined,
      );
    }
  });
});

/** Until a connection has waited for a lock for longer than its bound, or there is nothing to wait for. */
async function waitsLong(ended: () => boolean): Promise<void> {
  const waiting = `SELECT FROM pg_stat_activity WHERE datname = current_database() AND wait_event = 'advisory'
    AND clock_timestamp() - query_start > interval '750 milliseconds'`;
  while (!ended() && (await database.query(waiting)).length === 0);
}
