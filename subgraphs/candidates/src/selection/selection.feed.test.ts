import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { CloudEvent } from '@mandate-graph/domain';
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
import type { DataSource } from 'typeorm';
import { createCandidates } from '../module.ts';
import { insertCandidates } from '../testing/candidates.ts';
import { ofCandidacy, recorded, told } from './testing/selection.news.ts';

const FREE_PORT = { host: '127.0.0.1', port: 0, variable: 'none' };
const VACANCY = 'vrb:vacancy:a';
const institution = scriptedInstitution('vrb');
const feedUrls = new Map<string, string>();
const of = ofCandidacy(randomUUID(), randomUUID(), VACANCY);
const running: RunningSubgraph[] = [];
let database: TestDatabase;
let outbox: DataSource;

const selection = feedOnly('selection', () => new Outbox(outbox, 'selection'));
const start = async (definition: SubgraphDefinition): Promise<RunningSubgraph> => {
  const subgraph = await startSubgraph(definition, testPlatform({ databaseUrl: database.url, feedUrls }), FREE_PORT);
  running.unshift(subgraph);
  feedUrls.set(definition.name, subgraph.url);
  return subgraph;
};

beforeAll(async () => {
  database = await createDatabase();
  outbox = await openDataSource({
    ...{ url: database.url, schema: 'selection', entities: [], log: silentLog },
    migrations: [sqlMigration('Outbox1764000000001', OUTBOX_TABLE)],
  });
  institution.tell(recordedSubject('vacancy', VACANCY, 1, [always(vacancyState())]));
});
afterAll(async () => {
  for (const subgraph of running) await subgraph.close();
  await outbox?.destroy();
  await database.drop();
});

const tell = (...events: readonly CloudEvent[]) =>
  publish(
    outbox.manager,
    events.map(({ type, subject, time, data }) => ({ type, subject, time: new Date(time), data: data as object })),
  );
const until = async (sql: string): Promise<void> => {
  while ((await database.query(sql)).length === 0) await new Promise(setImmediate);
};

test('the feed of the selection is followed as soon as it is there, past what cannot be read, and the institutions’ before', async () => {
  await start(institution.definition);
  const candidates = await start(createCandidates([institution.entry]));
  await candidates.settled();
  expect(await database.query('SELECT id FROM candidates.vacancy_projection')).toEqual([{ id: VACANCY }]);
  await insertCandidates(database, [of.candidate]);
  await database.query(
    `INSERT INTO candidates.application (id, candidate_id, vacancy_id, status, submitted_at, version, recorded_at, recorded_by)
     VALUES ($1, $2, $3, 'DEFINITIVE', now(), 1, now(), 'test')`,
    [of.application, of.candidate, VACANCY],
  );
  const unreadable = told({ ...of, application: 'none' }, 'STEP_PASSED');
  await tell(recorded(of), unreadable, recorded(of, { status: null as never }), told(of, 'SELECTION_STARTED'));
  await start(selection);
  await until('SELECT FROM candidates.selection_standing');
  await tell(recorded(of, { status: 'SUITABLE', version: 2 }), told(of, 'RESULT_SENT'));
  await until("SELECT FROM candidates.selection_standing WHERE status = 'SUITABLE'");
  const messages = await database.query('SELECT code FROM candidates.message ORDER BY number');
  expect(messages.map(({ code }) => code)).toEqual(['SELECTION_STARTED', 'RESULT_SENT']);
  expect(await database.query('SELECT subject, what FROM candidates.feed_problem ORDER BY what')).toEqual([
    { subject: 'none', what: 'QueryFailedError 22P02' },
    { subject: of.application, what: 'QueryFailedError 23502 selection_standing status' },
  ]);
});
