import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { createDatabase, silentLog, type TestDatabase } from '@mandate-graph/testkit';
import type { DataSource } from 'typeorm';
import { openDataSource } from './data-source.ts';
import { historyOf } from './history.ts';
import { sqlMigration } from './migration.ts';

const ID = '00000000-0000-4000-8000-000000000001';
let database: TestDatabase;
let source: DataSource;

beforeAll(async () => {
  database = await createDatabase();
  source = await openDataSource({
    url: database.url,
    schema: 'versions',
    entities: [],
    migrations: [
      sqlMigration('Tables1764000000001', [
        'CREATE TABLE act (id uuid PRIMARY KEY, version integer NOT NULL, recorded_at timestamptz NOT NULL, word text)',
        ...historyOf('act'),
      ]),
    ],
    log: silentLog,
  });
});
afterAll(async () => {
  await source.destroy();
  await database.drop();
});

const set = (version: number, word: string) =>
  source.query('UPDATE act SET version = $2, word = $3, recorded_at = $4 WHERE id = $1', [
    ID,
    version,
    word,
    new Date(Date.UTC(2025, 0, version)),
  ]);

test('earlier versions are kept with the time they were replaced; a change within a version, and a jump, are not versions', async () => {
  await source.query("INSERT INTO act VALUES ($1, 1, '2025-01-01', 'one')", [ID]);
  await set(2, 'two');
  await set(2, 'two, as copied');
  await set(3, 'three');
  for (const version of [2, 5]) {
    await expect(set(version, 'no')).rejects.toMatchObject({ code: '23514', constraint: 'act_next_version' });
  }
  expect(
    await source.query("SELECT version, superseded_at, state->>'word' AS word FROM act_history ORDER BY version"),
  ).toEqual([
    { version: 1, superseded_at: new Date('2025-01-02'), word: 'one' },
    { version: 2, superseded_at: new Date('2025-01-03'), word: 'two, as copied' },
  ]);
  expect(await source.query('SELECT version, word FROM act')).toEqual([{ version: 3, word: 'three' }]);
});
