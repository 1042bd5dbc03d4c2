import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { type CloudEvent, NotAsAgreed } from '@mandate-graph/domain';
import { createDatabase, memoryLog, silentLog, type TestDatabase } from '@mandate-graph/testkit';
import fc from 'fast-check';
import type { DataSource, EntityManager } from 'typeorm';
import { CONSUMER_TABLE, FeedConsumer } from './consumer.ts';
import { openDataSource } from './data-source.ts';
import { FEED_PROBLEM_TABLE } from './feed.problem.ts';
import type { Logger } from './logger.ts';
import { sqlMigration } from './migration.ts';
import { OUTBOX_TABLE, Outbox, publish } from './outbox.ts';

let database: TestDatabase;
let source: DataSource;
let outbox: Outbox;

const never = new AbortController().signal;
const event = (subject: string) => ({ type: 't', subject, time: new Date(0), data: { subject } });
const subjects = (events: readonly CloudEvent[]) => events.map((one) => one.subject);

beforeAll(async () => {
  database = await createDatabase();
  source = await openDataSource({
    url: database.url,
    schema: 'producer',
    entities: [],
    migrations: [
      sqlMigration('Tables1764000000001', [
        ...[...OUTBOX_TABLE, ...CONSUMER_TABLE, ...FEED_PROBLEM_TABLE],
        'CREATE TABLE seen (subject text CONSTRAINT seen_short CHECK (length(subject) < 10))',
      ]),
    ],
    log: silentLog,
  });
  outbox = new Outbox(source, 'producer');
});
afterAll(async () => {
  await source.destroy();
  await database.drop();
});
beforeEach(() => source.query('TRUNCATE outbox, feed_cursor, feed_problem, seen'));

/** A transaction held open: it writes now and commits when told. */
async function openTransaction(subject: string) {
  const runner = source.createQueryRunner();
  await runner.startTransaction();
  await publish(runner.manager, [event(subject)]);
  return {
    commit: async () => {
      await runner.commitTransaction();
      await runner.release();
    },
    rollback: async () => {
      await runner.rollbackTransaction();
      await runner.release();
    },
  };
}

async function readAll(pageSize: number, from: string | null = null): Promise<string[]> {
  const seen: string[] = [];
  for (let cursor = from; ; ) {
    const page = await outbox.page(cursor, pageSize);
    if (page.events.length === 0) return seen;
    seen.push(...subjects(page.events));
    cursor = page.cursor;
  }
}

describe('the feed of an outbox', () => {
  test('loses nothing when transactions commit in the opposite order of their numbers', async () => {
    const first = await openTransaction('first');
    const second = await openTransaction('second');
    await second.commit();
    const early = await outbox.page(null, 10);
    expect(subjects(early.events)).toEqual([]);
    await first.commit();
    const late = await outbox.page(early.cursor, 10);
    expect(subjects(late.events)).toEqual(['first', 'second']);
  });

  test('goes on past a transaction that was taken back', async () => {
    const lost = await openTransaction('lost');
    const kept = await openTransaction('kept');
    await kept.commit();
    await lost.rollback();
    expect(await readAll(1)).toEqual(['kept']);
  });

  test('gives transactions in the order of their numbers, whatever the number of digits', async () => {
    await source.query(
      `INSERT INTO outbox (tx, type, subject, time, data)
       SELECT tx::xid8, 't', tx, now(), '{}' FROM unnest($1::text[]) AS told(tx)`,
      [['99', '100', '9', '10', '101']],
    );
    expect(await readAll(2)).toEqual(['9', '10', '99', '100', '101']);
  });

  test('gives every committed event once, whatever the order of commits and the size of pages', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.shuffledSubarray([0, 1, 2, 3, 4], { minLength: 5 }),
        fc.integer({ min: 1, max: 3 }),
        async (order, pageSize) => {
          await source.query('TRUNCATE outbox');
          const open = [];
          for (const number of [0, 1, 2, 3, 4]) open.push(await openTransaction(`e${number}`));
          const seen: string[] = [];
          let cursor: string | null = null;
          for (const number of order) {
            await open[number]!.commit();
            const page = await outbox.page(cursor, pageSize);
            seen.push(...subjects(page.events));
            cursor = page.cursor;
          }
          seen.push(...(await readAll(pageSize, cursor)));
          expect(seen).toEqual(['e0', 'e1', 'e2', 'e3', 'e4']);
        },
      ),
      { numRuns: 15 },
    );
  });

  test('wakes a waiting reader when something is committed', async () => {
    const waiting = outbox.nextPage(null, 10, 20_000, never);
    await source.transaction((manager) => publish(manager, [event('news')]));
    expect(subjects((await waiting).events)).toEqual(['news']);
  });

  test('lets a waiting reader go when it leaves', async () => {
    const gone = new AbortController();
    const waiting = outbox.nextPage(null, 10, 20_000, gone.signal);
    gone.abort();
    expect((await waiting).events).toEqual([]);
  });

  test.each(['', '1', 'a.b', '1.2.3', '-1.2', `${2n ** 64n}.1`, `1.${2n ** 63n}`])('%j is not a cursor', (text) =>
    expect(outbox.isCursor(text)).toBe(false),
  );
});

describe('a consumer', () => {
  const consumer = (apply?: (manager: EntityManager, one: CloudEvent) => unknown, log: Logger = silentLog) =>
    new FeedConsumer({
      ...{ source, producer: 'producer', log },
      fetchPage: (after, limit, wait, signal) => outbox.nextPage(after, limit, wait * 1000, signal),
      apply: async (manager, events) => {
        for (const one of events) {
          await manager.query('INSERT INTO seen VALUES ($1)', [one.subject]);
          await apply?.(manager, one);
        }
      },
    });
  const seen = async () =>
    (await source.query('SELECT subject FROM seen ORDER BY subject')).map((row: { subject: string }) => row.subject);

  test('applies each event once, however many consumers and restarts there are', async () => {
    for (const name of ['a', 'b', 'c']) await source.transaction((manager) => publish(manager, [event(name)]));
    await Promise.all([consumer().catchUp(), consumer().catchUp(), consumer().catchUp()]);
    await consumer().catchUp();
    expect(await seen()).toEqual(['a', 'b', 'c']);
  });

  test('leaves nothing behind of a page it could not apply, and takes it again', async () => {
    await source.transaction((manager) => publish(manager, [event('a'), event('b')]));
    await expect(consumer(() => Promise.reject(new Error('no'))).catchUp()).rejects.toThrow('no');
    expect(await seen()).toEqual([]);
    await consumer().catchUp();
    expect(await seen()).toEqual(['a', 'b']);
  });

  test('goes on by itself after failures, and says when it has caught up', async () => {
    await source.transaction((manager) => publish(manager, [event('a')]));
    let failures = 1;
    const following = consumer(async () => {
      if (failures-- > 0) throw new Error('the database blinked');
    });
    following.start();
    await following.caughtUp;
    expect(await seen()).toEqual(['a']);
    await following.stop();
  });

  const tell = (...names: readonly string[]) => source.transaction((manager) => publish(manager, names.map(event)));
  const problems = () => source.query('SELECT * FROM feed_problem ORDER BY cursor');
  const fails = (sql: string) => (manager: EntityManager) => manager.query(sql);

  test.each<[string, string, (manager: EntityManager, one: CloudEvent) => unknown]>([
    ['TypeError', 'lacks what it is read for', (_, { data }) => (data as { state: { name: string } }).state.name],
    ['RangeError', 'has a value that is none', () => new Date('someone').toISOString()],
    ['It is another’s.', 'is not as agreed', () => Promise.reject(new NotAsAgreed('It is another’s.'))],
    ['QueryFailedError 22P02', 'has a value that is none of its type', fails(`SELECT 'someone'::uuid`)],
    ['QueryFailedError 23514 seen seen_short', 'breaks a rule', fails(`INSERT INTO seen VALUES ('someone else')`)],
    ['QueryFailedError 54000', 'is beyond a limit', fails(`SELECT repeat('someone', 1000000000)`)],
  ])('keeps as a problem, as %p, an event that %s, and goes on with all others', async (what, _how, wrong) => {
    await tell('a', 'b', 'wrong');
    await tell('b', 'wrong', 'c');
    const { log, lines } = memoryLog();
    const following = consumer((manager, one) => one.subject === 'wrong' && wrong(manager, one), log);
    expect(await following.catchUp()).toBe(6);
    expect(await seen()).toEqual(['a', 'b', 'b', 'c']);
    const rows = await problems();
    expect(rows).toMatchObject(Array(2).fill({ producer: 'producer', type: 't', subject: 'wrong', what }));
    const told = lines.map((line) => JSON.parse(line));
    expect(told.map(({ level, event: id, cursor }) => [level, id, cursor])).toEqual(
      rows.map(({ event_id: id, cursor }: Record<string, string>) => [50, id, cursor]),
    );
    expect(subjects((await outbox.page(rows[1].cursor, 10)).events)).toEqual(['c']);
    expect([lines.join(), JSON.stringify(rows)].join()).not.toContain('someone');
  });

  test('that is mended takes in what was a problem when the feed is read again, and it is none any more', async () => {
    await tell('a', 'b');
    await consumer((_, { subject }) => subject === 'a' && Promise.reject(new NotAsAgreed('No.'))).catchUp();
    expect(await problems()).toHaveLength(1);
    await source.query('TRUNCATE feed_cursor, seen');
    await consumer().catchUp();
    expect([await seen(), await problems()]).toEqual([['a', 'b'], []]);
  });

  test.each([
    ['a transaction that has to be begun again', '40001'],
    ['a deadlock', '40P01'],
    ['a statement that took too long', '57014'],
    ['a server that stops', '57P01'],
    ['a table that is not there', '42P01'],
  ])('waits for what has nothing to do with an event: %s', async (_what, code) => {
    await tell('a', 'b');
    const raise = fails(`DO $$ BEGIN RAISE 'no' USING ERRCODE = '${code}'; END $$`);
    const following = consumer((manager, { subject }) => subject === 'b' && raise(manager));
    await expect(following.catchUp()).rejects.toThrow('no');
    expect([await seen(), await problems()]).toEqual([[], []]);
    await consumer().catchUp();
    expect(await seen()).toEqual(['a', 'b']);
  });

  test('waits as well while a page is read event by event', async () => {
    await tell('a', 'wrong', 'b');
    let failures = 1;
    const following = consumer((_, { subject }) => {
      if (subject === 'wrong') throw new NotAsAgreed('No.');
      if (subject === 'b' && failures-- > 0) throw new Error('the database blinked');
    });
    await expect(following.catchUp()).rejects.toThrow('blinked');
    expect([await seen(), await problems()]).toMatchObject([['a'], [{ subject: 'wrong' }]]);
    await following.catchUp();
    expect([await seen(), await problems()]).toMatchObject([['a', 'b'], [{ subject: 'wrong' }]]);
  });
});
