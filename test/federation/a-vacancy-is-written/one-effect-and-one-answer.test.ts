import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { createSubgraph } from '@mandate-graph/gob-connectit';
import { schemaOf } from '@mandate-graph/persistence';
import { type Actor, type RunningSubgraph, startSubgraph } from '@mandate-graph/runtime';
import {
  askSubgraph,
  createDatabase,
  type TestDatabase,
  type TestPlatform,
  testPlatform,
  wholeGraphTemplate,
} from '@mandate-graph/testkit';
import { callOf, GOB, type MutationName, mutationOf } from './written.ts';

const DELIVERIES = 50;
const recruiter: Actor = {
  kind: 'person',
  subject: 'r-1',
  grants: [{ role: 'recruiter', institution: GOB.code, procedure: null, scopes: [] }],
};

let database: TestDatabase;
let platform: TestPlatform;
let subgraph: RunningSubgraph;
const start = () => startSubgraph(createSubgraph(), platform, { host: '127.0.0.1', port: 0, variable: 'none' });
beforeAll(async () => {
  database = await createDatabase(wholeGraphTemplate());
  platform = testPlatform({ databaseUrl: database.url });
  subgraph = await start();
});
afterAll(async () => {
  await subgraph?.close();
  await database?.drop();
});

const id = `${GOB.code}:vacancy:archive`;
const send = async (name: MutationName, input: object, actor = recruiter) => {
  const { data, errors } = await askSubgraph(subgraph, platform, mutationOf(GOB, name), { input }, actor);
  expect(errors).toBeUndefined();
  return data.result;
};
const recorded = async () =>
  (
    await database.query<{ versions: number; events: number }>(
      `SELECT (SELECT count(*)::int FROM ${schemaOf(GOB.code)}.subject_version WHERE id = $1) AS versions,
        (SELECT count(*)::int FROM ${schemaOf(GOB.code)}.outbox WHERE subject = $1) AS events`,
      [id],
    )
  )[0];

const CREATE = { idempotencyKey: 'create', local: 'archive', content: callOf(GOB) };
const WRITES: readonly (readonly [MutationName, object])[] = [
  ['CreateVacancy', CREATE],
  ['PublishVacancy', { idempotencyKey: 'publish', id, version: 1 }],
  ['AmendVacancy', { idempotencyKey: 'amend', id, version: 2, reason: 'a typo', changes: { rank: 'A4' } }],
  [
    'ExtendVacancy',
    { idempotencyKey: 'extend', id, version: 3, reason: 'few', applicationDeadline: { date: '2025-12-01' } },
  ],
  ['WithdrawVacancy', { idempotencyKey: 'withdraw', id, version: 4, reason: 'abolished' }],
];

describe(`${DELIVERIES} deliveries of the same request at once`, () => {
  test.each(WRITES.map(([name, input], index) => [name, input, index + 1] as const))(
    '%s: one effect, and one answer',
    async (name, input, version) => {
      const answers = await Promise.all(Array.from({ length: DELIVERIES }, () => send(name, input)));
      expect(answers[0]).toMatchObject({ __typename: 'VacancyRecorded', id, version });
      for (const answer of answers) expect(answer).toEqual(answers[0]);
      expect(await recorded()).toEqual({ versions: version, events: version });
    },
  );
});

describe('a key', () => {
  test('has the same answer after a restart, though the vacancy has moved on', async () => {
    const before = await send('CreateVacancy', CREATE);
    await subgraph.close();
    subgraph = await start();
    expect(await send('CreateVacancy', CREATE)).toEqual(before);
    expect(before).toMatchObject({
      version: 1,
      vacancy: { title: { nl: 'Directeur Archief' }, validity: { version: 1 } },
    });
    expect(await recorded()).toEqual({ versions: 5, events: 5 });
  });

  test.each<[string, MutationName, object]>([
    ['another input', 'CreateVacancy', { ...CREATE, local: 'other' }],
    ['another mutation', 'WithdrawVacancy', { idempotencyKey: 'create', id, version: 5, reason: 'again' }],
  ])('is refused for %s', async (_what, name, input) =>
    expect(await send(name, input)).toMatchObject({
      __typename: 'Refused',
      problems: [{ path: 'idempotencyKey', code: 'KEY_REUSED', value: 'create' }],
    }),
  );

  test('is its caller’s own', async () => {
    const other = { ...recruiter, subject: 'r-2' };
    expect(await send('CreateVacancy', { ...CREATE, local: 'theirs' }, other)).toMatchObject({
      __typename: 'VacancyRecorded',
      id: `${GOB.code}:vacancy:theirs`,
    });
  });
});
