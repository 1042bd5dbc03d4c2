import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import {
  type Actor,
  CREDENTIAL_HEADER,
  PUBLIC_ACTOR,
  type Role,
  type RunningSubgraph,
  startSubgraph,
} from '@mandate-graph/runtime';
import {
  always,
  askSubgraph,
  createDatabase,
  recordedSubject,
  scriptedInstitution,
  type TestDatabase,
  type TestPlatform,
  testPlatform,
  vacancyState,
} from '@mandate-graph/testkit';
import { createCandidates } from './module.ts';
import { insertCandidates } from './testing/candidates.ts';

const FREE_PORT = { host: '127.0.0.1', port: 0, variable: 'none' };
const institution = scriptedInstitution('vrb');
const feedUrls = new Map<string, string>();
const ids = Array.from({ length: 20 }, (_, at) => `vrb:vacancy:v${at}`);
let database: TestDatabase;
let platform: TestPlatform;
let producer: RunningSubgraph;
let candidates: RunningSubgraph;

beforeAll(async () => {
  database = await createDatabase();
  platform = testPlatform({ databaseUrl: database.url, feedUrls });
  institution.tell(
    recordedSubject('unit', 'vrb:unit:a', 1, []),
    ...ids.map((id) => recordedSubject('vacancy', id, 1, [always(vacancyState())])),
    recordedSubject('vacancy', 'other:vacancy:a', 1, [always(vacancyState())]),
  );
  producer = await startSubgraph(institution.definition, platform, FREE_PORT);
  feedUrls.set('vrb', producer.url);
  candidates = await startSubgraph(createCandidates([institution.entry]), platform, FREE_PORT);
  const known = () => database.query('SELECT FROM candidates.vacancy_projection');
  while ((await known()).length < ids.length) await new Promise(setImmediate);
  const people = ids.map(() => randomUUID());
  await insertCandidates(database, people);
  await database.query(
    `INSERT INTO candidates.application
     SELECT gen_random_uuid(), ($1::uuid[])[number], 'vrb:vacancy:v' || vacancy, 'DEFINITIVE', now(), 1, now(), 'test', NULL
     FROM generate_series(0, 19) vacancy, generate_series(1, vacancy) number`,
    [people],
  );
});
afterAll(async () => {
  await candidates.close();
  await producer.close();
  await database.drop();
});

const COUNTS = `query ($of: [_Any!]!) { _entities(representations: $of) { ... on Vacancy { id applicationCount } } }`;
const askAs = async (actor: Actor, ...of: string[]) => {
  const representations = of.map((id) => ({ __typename: 'Vacancy', id }));
  const { data, errors, statements } = await askSubgraph(candidates, platform, COUNTS, { of: representations }, actor);
  expect(errors).toBeUndefined();
  return { statements, counts: data._entities.map((one: { applicationCount: number }) => one.applicationCount) };
};
const ask = (...of: string[]) => askAs(PUBLIC_ACTOR, ...of);
const holder = (role: Role, institution: string | null): Actor => ({
  ...{ kind: 'person', subject: 'somebody' },
  grants: [{ role, institution, procedure: null, scopes: [] }],
});

describe('the number of applications of a vacancy', () => {
  test('is there from 5 on, for 20 vacancies in one statement', async () => {
    const expected = ids.map((_, at) => (at < 5 ? null : at));
    expect(await ask(...ids)).toEqual({ statements: 1, counts: expected });
  });

  test.each<[Role]>([['recruiter'], ['authority']])('is exact for the %s of its institution', async (role) => {
    const exact = { statements: 1, counts: [...ids.map((_, at) => at), null] };
    expect(await askAs(holder(role, 'vrb'), ...ids, 'vrb:vacancy:nowhere')).toEqual(exact);
  });

  test.each<[Role, string | null]>([
    ['recruiter', 'other'],
    ['authority', 'other'],
    ['integration', 'vrb'],
    ['analyst', null],
    ['candidate', null],
    ['privacy-officer', null],
  ])('is not for a holder of the role %s of %s', async (role, institution) => {
    expect((await askAs(holder(role, institution), ...ids.slice(3, 6))).counts).toEqual([null, null, 5]);
  });

  test('is the same through a dated reference, which costs nothing more', async () => {
    expect(await ask(ids[7]!, `${ids[7]}@2024-01-01`)).toEqual({ statements: 1, counts: [7, 7] });
  });

  test.each(['vrb:vacancy:nowhere', 'other:vacancy:a'])('is null for %s, which no institution told of', async (id) =>
    expect((await ask(id)).counts).toEqual([null]),
  );

  test.each([
    '',
    'nonsense',
    'vrb:unit:a',
    'vrb:vacancy:v7@2024-13-01',
    'vrb:vacancy:v7\u0000',
    "v'; DROP TABLE application",
  ])('is null for %j, which is no id of a vacancy, without asking the database', async (id) =>
    expect(await ask(id)).toEqual({ statements: 0, counts: [null] }),
  );

  test('follows what institutions say later', async () => {
    institution.tell(recordedSubject('vacancy', ids[19]!, 2, []));
    while ((await ask(ids[19]!)).counts[0] !== null) await new Promise(setImmediate);
    expect((await ask(...ids.slice(18))).counts).toEqual([18, null]);
  });
});

describe('who may ask', () => {
  const get = async (path: string, token?: string) =>
    fetch(`${candidates.url}${path}`, {
      ...(path === '/graphql' && {
        method: 'POST',
        body: JSON.stringify({ query: '{ __typename }' }),
      }),
      headers: { 'content-type': 'application/json', ...(token !== undefined && { [CREDENTIAL_HEADER]: token }) },
    });

  test('nobody without a credential for this subgraph; for its health, everybody', async () => {
    const public_ = { kind: 'public', subject: 'public', grants: [] } as const;
    const feed = await platform.feedCredentials.sign('catalogue', 'candidates', 'catalogue');
    const elsewhere = await platform.actorCredentials.sign('gateway', 'selection', public_);
    const actor = await platform.actorCredentials.sign('gateway', 'candidates', public_);
    for (const token of [undefined, 'forged', feed, elsewhere]) expect((await get('/graphql', token)).status).toBe(401);
    for (const token of [undefined, 'forged', actor]) expect((await get('/events', token)).status).toBe(401);
    expect((await get('/graphql', actor)).status).toBe(200);
    expect((await get('/events', feed)).status).toBe(200);
    expect((await get('/health/live')).status).toBe(200);
    expect((await get('/health/ready')).status).toBe(200);
  });
});
