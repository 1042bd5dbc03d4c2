import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { OUTBOX_TABLE, Outbox, openDataSource, publish, sqlMigration } from '@mandate-graph/persistence';
import { type RunningSubgraph, type SubgraphDefinition, startSubgraph } from '@mandate-graph/runtime';
import {
  always,
  createDatabase,
  feedOnly,
  recordedSubject,
  scriptedInstitution,
  silentLog,
  type TestDatabase,
  testPlatform,
  vacancyState,
} from '@mandate-graph/testkit';
import { procedureIdOf } from '@mandate-graph/writing';
import type { DataSource } from 'typeorm';
import { createSelection } from './module.ts';

const FREE_PORT = { host: '127.0.0.1', port: 0, variable: 'none' };
const VACANCY = 'vrb:vacancy:a';
const institution = scriptedInstitution('vrb');
const feedUrls = new Map<string, string>();
const running: RunningSubgraph[] = [];
let database: TestDatabase;
let outbox: DataSource;

const candidates = feedOnly('candidates', () => new Outbox(outbox, 'candidates'));
const start = async (definition: SubgraphDefinition): Promise<RunningSubgraph> => {
  const subgraph = await startSubgraph(definition, testPlatform({ databaseUrl: database.url, feedUrls }), FREE_PORT);
  running.unshift(subgraph);
  feedUrls.set(definition.name, subgraph.url);
  return subgraph;
};

beforeAll(async () => {
  database = await createDatabase();
  outbox = await openDataSource({
    ...{ url: database.url, schema: 'candidates', entities: [], log: silentLog },
    migrations: [sqlMigration('Outbox1764000000001', OUTBOX_TABLE)],
  });
  institution.tell(recordedSubject('vacancy', VACANCY, 1, [always(vacancyState())]));
});
afterAll(async () => {
  for (const subgraph of running) await subgraph.close();
  await outbox?.destroy();
  await database.drop();
});

test('the feed of candidates is followed as soon as they are there, past what cannot be read, and the institutions’ before', async () => {
  await start(institution.definition);
  const selection = await start(createSelection([institution.entry]));
  await selection.settled();
  expect(await database.query('SELECT id FROM selection.selection_procedure')).toEqual([
    { id: procedureIdOf(VACANCY) },
  ]);
  const application = randomUUID();
  const told = { application, candidate: randomUUID(), vacancy: VACANCY, status: 'DEFINITIVE', version: 1 };
  const event = { type: 'mandate-graph.application.recorded.v1', subject: application, time: new Date() };
  await publish(outbox.manager, [
    { ...event, data: { ...told, version: 0 } },
    {
      ...event,
      data: { ...told, submittedAt: '2025-10-01T10:00:00Z', holder: null, recordedAt: '2025-10-01T10:00:00Z' },
    },
  ]);
  await start(candidates);
  let known: unknown[] = [];
  while (known.length === 0) {
    await new Promise(setImmediate);
    known = await database.query('SELECT id FROM selection.known_application');
  }
  expect(known).toEqual([{ id: application }]);
  expect(await database.query('SELECT producer, subject FROM selection.feed_problem')).toEqual([
    { producer: 'candidates', subject: application },
  ]);
});
