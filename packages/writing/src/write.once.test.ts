import { createHash } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { IDEMPOTENCY_TABLE, openDataSource, sqlMigration } from '@mandate-graph/persistence';
import type { Actor } from '@mandate-graph/runtime';
import { createDatabase, silentLog, type TestDatabase } from '@mandate-graph/testkit';
import { Temporal } from 'temporal-polyfill';
import type { DataSource, EntityManager } from 'typeorm';
import { HolderDigest } from './holder.ts';
import { type Once, writeOnce } from './write.once.ts';

interface Input {
  readonly idempotencyKey: string;
  readonly words: string;
}
const HOLDERS = new HolderDigest('s'.repeat(40));
const actor: Actor = { kind: 'person', subject: 'somebody', grants: [] };
const now = Temporal.Instant.from('2025-11-03T09:00:00Z');

let database: TestDatabase;
let source: DataSource;
beforeAll(async () => {
  database = await createDatabase();
  source = await openDataSource({
    ...{ url: database.url, schema: 'once', entities: [], log: silentLog },
    migrations: [
      sqlMigration('Once1764000000001', [...IDEMPOTENCY_TABLE, 'CREATE TABLE held (name text PRIMARY KEY, times int)']),
    ],
  });
});
afterAll(async () => {
  await source.destroy();
  await database.drop();
});
beforeEach(async () => {
  await source.query('TRUNCATE idempotency, held');
  await source.query("INSERT INTO held VALUES ('a', 0), ('b', 0)");
});

type Act = Once<Input, { at: string }>['act'];
const write = (key: string, act: Act, own: Partial<Once<Input, { at: string }>> = {}) =>
  writeOnce<Input, { at: string }>({
    ...{ source, actor, now, mutation: 'write', input: { idempotencyKey: `key-${key}`, words: 'Said' }, act, ...own },
  });
const hold = (manager: EntityManager, name: string) =>
  manager.query('UPDATE held SET times = times + 1 WHERE name = $1', [name]);
const times = async () => (await source.query('SELECT times FROM held ORDER BY name')).map((row: Row) => row.times);
interface Row {
  readonly times: number;
}
const raising = (code: string) => `DO $$ BEGIN RAISE EXCEPTION 'no' USING ERRCODE = '${code}'; END $$`;

describe('a write that has to give way to another', () => {
  test('is done again from its beginning: of two that wait for one another, both are done, once', async () => {
    let came = 0;
    let bothCame: () => void = () => undefined;
    const both = new Promise<void>((resolve) => {
      bothCame = resolve;
    });
    const act =
      (first: string, second: string): Act =>
      async (_input, manager) => {
        await hold(manager, first);
        came += 1;
        if (came === 2) bothCame();
        await both;
        await hold(manager, second);
        return { answer: { at: first } };
      };
    expect(await Promise.all([write('one', act('a', 'b')), write('other', act('b', 'a'))])).toEqual([
      { outcome: 'done', answer: { at: 'a' } },
      { outcome: 'done', answer: { at: 'b' } },
    ]);
    expect(came).toBe(3);
    expect(await times()).toEqual([2, 2]);
  });

  test.each([
    ['40001', 3],
    ['40P01', 3],
    ['23505', 1],
  ])('ends after %s at last, and leaves nothing', async (code, tries) => {
    let tried = 0;
    const failing = write('fails', async (_input, manager) => {
      tried += 1;
      await hold(manager, 'a');
      return manager.query(raising(code));
    });
    await expect(failing).rejects.toMatchObject({ code });
    expect(tried).toBe(tries);
    expect(await times()).toEqual([0, 0]);
  });
});

describe('what is kept of a request', () => {
  const asked = () => source.query('SELECT actor, input_hash AS hash FROM idempotency');
  const plain = createHash('sha256').update('{"words":"Said"}').digest();
  const done: Act = async () => ({ answer: { at: 'now' } });

  test('names the caller, where that is deleted with them', async () => {
    await write('clear', done);
    expect(await asked()).toEqual([{ actor: 'somebody', hash: plain }]);
  });

  test('is keyed digests alone, where they are given: nobody who has the database tries out what was said', async () => {
    await write('keyed', done, { holders: HOLDERS });
    expect(await asked()).toEqual([{ actor: HOLDERS.of('somebody'), hash: HOLDERS.ofRequest('{"words":"Said"}') }]);
    const other: Act = async () => ({ answer: { at: 'later' } });
    expect(await write('keyed', other, { holders: HOLDERS })).toEqual({ outcome: 'done', answer: { at: 'now' } });
    const input = { idempotencyKey: 'key-keyed', words: 'Said otherwise' };
    expect(await write('keyed', other, { holders: HOLDERS, input })).toMatchObject({ outcome: 'refused' });
  });
});
