import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { CloudEvent } from '@mandate-graph/domain';
import { OUTBOX_TABLE, Outbox, openDataSource, publish, sqlMigration } from '@mandate-graph/persistence';
import { PUBLIC_ACTOR, type RunningSubgraph, startSubgraph } from '@mandate-graph/runtime';
import { createDatabase, feedOnly, silentLog, type TestDatabase, testPlatform } from '@mandate-graph/testkit';
import type { DataSource } from 'typeorm';
import { createCatalogue } from './module.ts';
import { EAST, idOf, NORTH, recorded, same, unit, vacancy } from './testing/recorded.ts';

const FREE_PORT = { host: '127.0.0.1', port: 0, variable: 'none' };

let database: TestDatabase;
let producer: RunningSubgraph;
let outbox: DataSource;
const urls = new Map<string, string>();
const platform = () => testPlatform({ databaseUrl: database.url, feedUrls: urls });

beforeAll(async () => {
  database = await createDatabase();
  outbox = await openDataSource({
    ...{ url: database.url, schema: 'producer', entities: [], log: silentLog },
    migrations: [sqlMigration('ProducerTables1764000000001', OUTBOX_TABLE)],
  });
  const producing = feedOnly(NORTH.code, () => new Outbox(outbox, NORTH.code));
  producer = await startSubgraph(producing, platform(), FREE_PORT);
  urls.set(NORTH.code, producer.url);
});
afterAll(async () => {
  await producer.close();
  await outbox.destroy();
  await database.drop();
});

const say = (...events: readonly CloudEvent[]) =>
  outbox.transaction((manager) =>
    publish(
      manager,
      events.map(({ type, subject, time, data }) => ({ type, subject, time: new Date(time), data: data as object })),
    ),
  );

const ask = async (url: string, query: string) => {
  const token = await platform().actorCredentials.sign('gateway', 'catalogue', PUBLIC_ACTOR);
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-mandate-graph-credential': token },
    body: JSON.stringify({ query }),
  });
  return (await response.json()) as { data: { vacancies: { totalCount: number } } };
};
const TOTAL = '{ vacancies { totalCount } }';
const total = async (url: string) => (await ask(url, TOTAL)).data.vacancies.totalCount;

test('the catalogue follows the feeds, takes up where it was, and makes itself anew from an empty schema', async () => {
  await say(recorded(NORTH, 'vacancy', 'first', vacancy({ title: same('Eerste') })));
  const first = await startSubgraph(createCatalogue([NORTH]), platform(), FREE_PORT);
  await first.settled();
  expect(await total(first.url)).toBe(1);

  await say(recorded(NORTH, 'vacancy', 'second', vacancy()), recorded(NORTH, 'vacancy', 'first', [], 2));
  await say(recorded(NORTH, 'vacancy', 'third', vacancy()));
  while ((await total(first.url)) !== 2) await new Promise((resolve) => setTimeout(resolve, 20));
  await first.close();

  await say(recorded(NORTH, 'vacancy', 'fourth', vacancy()));
  const again = await startSubgraph(createCatalogue([NORTH]), platform(), FREE_PORT);
  await again.settled();
  expect(await total(again.url)).toBe(3);
  await again.close();

  await database.query('DROP SCHEMA catalogue CASCADE');
  const anew = await startSubgraph(createCatalogue([NORTH]), platform(), FREE_PORT);
  await anew.settled();
  expect(await total(anew.url)).toBe(3);
  await anew.close();
});

test('what an institution says of another is kept as a problem, and what it says after that is taken in', async () => {
  await say({ ...recorded(EAST, 'unit', 'office', unit()), source: '/north' });
  const catalogue = await startSubgraph(createCatalogue([NORTH]), platform(), FREE_PORT);
  await say(recorded(NORTH, 'vacancy', 'fourth', [], 2));
  while ((await total(catalogue.url)) !== 2) await new Promise(setImmediate);
  expect(await database.query('SELECT producer, subject FROM catalogue.feed_problem')).toEqual([
    { producer: NORTH.code, subject: idOf(EAST, 'unit', 'office') },
  ]);
  await catalogue.close();
});

test('an institution that cannot be reached holds nobody back for ever', async () => {
  const catalogue = await startSubgraph(createCatalogue([NORTH, EAST]), platform(), FREE_PORT);
  await catalogue.settled();
  expect(await total(catalogue.url)).toBe(2);
  const ready = await fetch(`${catalogue.url}/health/ready`);
  expect(ready.status).toBe(200);
  await catalogue.close();
});
