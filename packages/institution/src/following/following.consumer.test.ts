import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { CloudEvent, SubjectRecorded } from '@mandate-graph/domain';
import { ours } from '@mandate-graph/domain';
import {
  type FetchPage,
  OUTBOX_TABLE,
  Outbox,
  openDataSource,
  publish,
  sqlMigration,
} from '@mandate-graph/persistence';
import { feedClients, type RunningSubgraph, type SubgraphDefinition, startSubgraph } from '@mandate-graph/runtime';
import {
  createDatabase,
  feedOnly,
  memoryLog,
  scriptedInstitution,
  silentLog,
  type TestDatabase,
  testPlatform,
  vacancyState,
} from '@mandate-graph/testkit';
import type { DataSource } from 'typeorm';
import { contentFor } from '../content/content.ts';
import { institutionSubgraph } from '../institution.subgraph.ts';
import { mandateEvent, mandateTold } from '../testing/mandates.ts';
import { rules, sourced, unitState } from '../testing/recordings.ts';

const FREE_PORT = { host: '127.0.0.1', port: 0, variable: 'none' };
const vrb = contentFor('vrb');
const title = ours('Hoofd', 'Chef', 'Head');
const profile = {
  entry: scriptedInstitution('vrb').entry,
  rules,
  content: [
    vrb.unit('a', unitState(null)),
    vrb.position('head', {
      ...{ ...sourced, title, function: 'OTHER', rank: null, managementTier: null },
      units: [vrb.id('unit', 'a')],
    }),
    vrb.vacancy('call', { ...vacancyState({ position: vrb.id('position', 'head') }), ...sourced }),
  ],
};

const feedUrls = new Map<string, string>();
const { log, lines } = memoryLog();
const running: RunningSubgraph[] = [];
let database: TestDatabase;
let platform: ReturnType<typeof testPlatform>;
let events: DataSource;
beforeAll(async () => {
  database = await createDatabase();
  platform = testPlatform({ databaseUrl: database.url, feedUrls, log });
  events = await openDataSource({
    url: database.url,
    schema: 'selection',
    entities: [],
    migrations: [sqlMigration('Tables1764000000001', OUTBOX_TABLE)],
    log: silentLog,
  });
});
afterAll(async () => {
  await Promise.all(running.map((subgraph) => subgraph.close()));
  await events?.destroy();
  await database?.drop();
});

const selection = () => feedOnly('selection', () => new Outbox(events, 'selection'));
const start = async (definition: SubgraphDefinition): Promise<RunningSubgraph> => {
  const subgraph = await startSubgraph(definition, platform, FREE_PORT);
  running.push(subgraph);
  return subgraph;
};

/** What the institution tells until it has told what is waited for; each page is waited for as long as there is none. */
async function toldUntil(read: FetchPage, isLast: (event: CloudEvent) => boolean): Promise<CloudEvent[]> {
  const told: CloudEvent[] = [];
  let after: string | null = null;
  while (!told.some(isLast)) {
    const page = await read(after, 100, 20, new AbortController().signal);
    told.push(...page.events);
    after = page.cursor;
  }
  return told;
}

test('an institution is there before the selection is, without a word in its log, and follows it from when it is', async () => {
  const institution = await start(institutionSubgraph(profile));
  feedUrls.set('vrb', institution.url);
  await institution.settled();
  const { data } = mandateEvent(mandateTold('m-1'));
  await events.transaction((manager) =>
    publish(manager, [
      ...[{ ...data, position: 'zzz:position:head' }, data].map((told) => ({
        ...{ type: 'mandate-graph.mandate.recorded.v1', subject: 'm-1', time: new Date(data.recordedAt), data: told },
      })),
    ]),
  );
  const warned = lines.filter((line) => (JSON.parse(line) as { level: number }).level > 30);
  expect(warned).toEqual([]);
  feedUrls.set('selection', (await start(selection())).url);

  const told = await toldUntil(feedClients('test', platform)('vrb'), ({ type, data }) => {
    const { version } = data as SubjectRecorded;
    return type === 'mandate-graph.vacancy.recorded.v1' && version === 2;
  });
  const last = told.at(-1)!.data as SubjectRecorded<'vacancy'>;
  expect(last.periods.map(({ validFrom, state }) => [validFrom, state.publication])).toEqual([
    [null, 'PUBLISHED'],
    ['2025-09-20', 'FILLED'],
  ]);
  const [row] = await database.query('SELECT recorded_by AS by FROM vrb.holder WHERE superseded_at IS NULL');
  expect(row).toEqual({ by: 'selection:vrb' });
  const [cursor] = await database.query('SELECT producer FROM vrb.feed_cursor WHERE cursor IS NOT NULL');
  expect(cursor).toEqual({ producer: 'selection' });
  expect(await database.query('SELECT subject, what FROM vrb.feed_problem')).toEqual([
    { subject: 'm-1', what: 'It is not of a vacancy and a post of this institution, as was agreed.' },
  ]);
});
