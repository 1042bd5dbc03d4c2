import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { createDatabase, eventOf, recordedSubject, silentLog, type TestDatabase } from '@mandate-graph/testkit';
import type { DataSource } from 'typeorm';
import { CONSUMER_TABLE, type FetchPage } from './consumer.ts';
import { FeedConsumers } from './consumers.ts';
import { openDataSource } from './data-source.ts';
import { FEED_PROBLEM_TABLE } from './feed.problem.ts';
import { sqlMigration } from './migration.ts';
import { pause } from './repeating.ts';

let database: TestDatabase;
let source: DataSource;

beforeAll(async () => {
  database = await createDatabase();
  source = await openDataSource({
    url: database.url,
    schema: 'consumer',
    entities: [],
    migrations: [sqlMigration('Tables1764000000001', [...CONSUMER_TABLE, ...FEED_PROBLEM_TABLE])],
    log: silentLog,
  });
});
afterAll(async () => {
  await source.destroy();
  await database.drop();
});

/** A feed of one event. */
const up: FetchPage = async (after, _limit, waitSeconds, signal) => {
  if (after !== null) await pause(waitSeconds * 1000, signal);
  return { events: after === null ? [eventOf(recordedSubject('unit', 'vrb:unit:a', 1, []))] : [], cursor: '1.1' };
};
const down: FetchPage = () => Promise.reject(new Error('nobody there'));

function follow(producers: Readonly<Record<string, FetchPage>>, applied: () => void = () => undefined) {
  const seen: string[] = [];
  let told: () => void = () => undefined;
  const first = new Promise<void>((resolve) => {
    told = resolve;
  });
  const consumers = new FeedConsumers({
    source,
    log: silentLog,
    applied,
    producers: Object.keys(producers),
    fetchFrom: (producer) => producers[producer]!,
    applyOf: (producer) => async (_manager, events) => {
      seen.push(...events.map(() => producer));
      told();
    },
  });
  return { seen, first, consumers };
}

describe('the feeds of several producers', () => {
  test('are caught up once each has been read to its end', async () => {
    const { seen, consumers } = follow({ a: up, b: up });
    consumers.start();
    await consumers.caughtUp(30_000);
    await consumers.stop();
    expect(seen.sort()).toEqual(['a', 'b']);
  });

  test('are told to be applied once that is committed', async () => {
    const cursors: Promise<unknown>[] = [];
    const applied = () => void cursors.push(source.query("SELECT cursor FROM feed_cursor WHERE producer = 'd'"));
    const { consumers } = follow({ d: up }, applied);
    consumers.start();
    await consumers.caughtUp(30_000);
    await consumers.stop();
    expect(await Promise.all(cursors)).toEqual([[{ cursor: '1.1' }]]);
  });

  test('are not held up for longer than allowed by one that is down, and its neighbour is read', async () => {
    const { seen, first, consumers } = follow({ c: up, gone: down });
    consumers.start();
    await consumers.caughtUp(50);
    await first;
    await consumers.stop();
    expect(seen).toEqual(['c']);
  });
});
