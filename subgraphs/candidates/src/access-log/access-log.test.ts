import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import {
  type Actor,
  type Grant,
  PUBLIC_ACTOR,
  type Role,
  type RunningSubgraph,
  startSubgraph,
} from '@mandate-graph/runtime';
import {
  askSubgraph,
  createDatabase,
  type TestDatabase,
  type TestPlatform,
  testPlatform,
  withoutJobs,
} from '@mandate-graph/testkit';
import { createCandidates } from '../module.ts';
import { insertCandidates } from '../testing/candidates.ts';

const A = 'vrb:vacancy:a';
const OF_ANOTHER = 'other:vacancy:a';
let database: TestDatabase;
let platform: TestPlatform;
let candidates: RunningSubgraph;
/** Ids of the submitted applications for A, in the order of their submission, with those of their candidates. */
const applications = Array.from({ length: 7 }, () => ({ id: randomUUID(), candidate: randomUUID() }));

beforeAll(async () => {
  database = await createDatabase();
  platform = testPlatform({ databaseUrl: database.url });
  candidates = await startSubgraph(withoutJobs(createCandidates([])), platform, {
    host: '127.0.0.1',
    port: 0,
    variable: 'none',
  });
  const insert = async (id: string, candidate: string, vacancy: string, status: string, submittedAt: string | null) => {
    await insertCandidates(database, [candidate]);
    await database.query('INSERT INTO candidates.application VALUES ($1, $2, $3, $4, $5, 1, now(), $6)', [
      ...[id, candidate, vacancy, status, submittedAt, 'test'],
    ]);
  };
  for (const [at, { id, candidate }] of applications.entries()) {
    // Two of them at the same instant, and all within one millisecond: the order is as exact as the database keeps it.
    const submittedAt = `2025-08-01T07:00:00.00000${Math.max(1, at)}Z`;
    await insert(id, candidate, A, at === 2 ? 'WITHDRAWN' : 'DEFINITIVE', submittedAt);
  }
  const [one, other] = applications.slice(0, 2).toSorted((a, b) => (a.id < b.id ? -1 : 1));
  applications.splice(0, 2, one!, other!);
  await insert(randomUUID(), randomUUID(), A, 'DRAFT', null);
  await insert(randomUUID(), randomUUID(), A, 'WITHDRAWN', null);
  await insert(randomUUID(), randomUUID(), OF_ANOTHER, 'DEFINITIVE', '2025-08-01T07:00:00Z');
  await database.query("ALTER TABLE candidates.access_log ADD CONSTRAINT unlucky CHECK (actor <> 'unlucky')");
});
afterAll(async () => {
  await candidates.close();
  await database.drop();
});
let began: string;
beforeEach(async () => {
  const [row] = await database.query<{ id: string }>(
    'SELECT coalesce(max(id), 0)::text AS id FROM candidates.access_log',
  );
  began = row!.id;
});
/** What the test brought into the log, oldest first. */
const logged = () =>
  database.query<Record<string, unknown>>(
    `SELECT at, actor, role, operation, candidate_id AS candidate, application_id AS application
     FROM candidates.access_log WHERE id > $1 ORDER BY id`,
    [began],
  );

const grant = (role: Role, institution: string | null = null): Grant => ({
  ...{ role, institution, procedure: null, scopes: [] },
});
const person = (subject: string, ...grants: Grant[]): Actor => ({ kind: 'person', subject, grants });
const RECRUITER = person('recruiter-1', grant('analyst'), grant('recruiter', 'vrb'));
const OFFICER = person('officer-1', grant('privacy-officer'));

const LISTS = `query ($of: [_Any!]!, $first: Int, $after: String) { _entities(representations: $of) { ... on Vacancy {
  applications(first: $first, after: $after) { edges { cursor node { id status submittedAt version } } pageInfo { hasNextPage } } } } }`;
const list = async (actor: Actor, ids: readonly string[], variables: Record<string, unknown> = {}) => {
  const of = ids.map((id) => ({ __typename: 'Vacancy', id }));
  const { data, errors, statements } = await askSubgraph(candidates, platform, LISTS, { of, ...variables }, actor);
  return { lists: data._entities.map((one: { applications: unknown }) => one?.applications), errors, statements };
};

describe('applications', () => {
  test('are given to a recruiter of the institution in the order of submission, drafts left out', async () => {
    const { lists, errors, statements } = await list(RECRUITER, [A]);
    expect({ errors, statements }).toEqual({ errors: undefined, statements: 1 });
    expect(lists[0].edges.map(({ node }: { node: { id: string } }) => node.id)).toEqual(
      applications.map(({ id }) => id),
    );
    expect(lists[0].edges[2].node).toEqual({
      ...{ id: applications[2]!.id, status: 'WITHDRAWN', submittedAt: '2025-08-01T07:00:00.000Z', version: 1 },
    });
  });

  test('come page by page, each once', async () => {
    const seen: string[] = [];
    let after: string | null = null;
    do {
      const { lists }: Awaited<ReturnType<typeof list>> = await list(RECRUITER, [A], { first: 3, after });
      seen.push(...lists[0].edges.map(({ node }: { node: { id: string } }) => node.id));
      after = lists[0].pageInfo.hasNextPage ? lists[0].edges.at(-1).cursor : null;
    } while (after !== null);
    expect(seen).toEqual(applications.map(({ id }) => id));
    expect(await logged()).toHaveLength(7);
  });

  test('take one statement however many vacancies and applications, the notes in the log included', async () => {
    const many = Array.from({ length: 50 }, (_, at) => `vrb:vacancy:v${at}`);
    expect((await list(RECRUITER, [A, ...many])).statements).toBe(1);
  });

  test.each<[string, Actor, string]>([
    ['the public', PUBLIC_ACTOR, 'UNAUTHENTICATED'],
    ['a recruiter of another institution', person('other', grant('recruiter', 'other')), 'FORBIDDEN'],
    ['a candidate', person('candidate', grant('candidate')), 'FORBIDDEN'],
    ['the privacy officer', OFFICER, 'FORBIDDEN'],
  ])('are refused to %s, whether or not there are any, and leave no trace', async (_who, actor, code) => {
    const { lists, errors, statements } = await list(actor, [A, 'vrb:vacancy:nowhere', 'nonsense', 'vrb:unit:a']);
    expect({ lists, statements }).toEqual({ lists: [null, null, null, null], statements: 0 });
    expect(new Set(errors!.map(({ message, extensions }) => `${extensions['code']} ${message}`)).size).toBe(1);
    expect(errors![0]!.extensions['code']).toBe(code);
    expect(await logged()).toEqual([]);
  });

  test('are refused for another institution without taking away those of one’s own', async () => {
    const { lists, errors } = await list(RECRUITER, [A, OF_ANOTHER]);
    expect(lists[0].edges).toHaveLength(7);
    expect(lists[1]).toBeNull();
    expect(errors).toHaveLength(1);
    expect((await logged()).map(({ application }) => application).toSorted()).toEqual(
      applications.map(({ id }) => id).toSorted(),
    );
  });

  test.each([{ first: 0 }, { first: 101 }, { after: 'nonsense' }, { after: cursorOf('x', 'y') }])(
    'of a page that cannot be, %j, are refused as an input',
    async (page) => {
      const { lists, errors, statements } = await list(RECRUITER, [A], page);
      expect({ lists, statements, code: errors?.[0]?.extensions['code'] }).toEqual({
        ...{ lists: [null], statements: 0, code: 'BAD_USER_INPUT' },
      });
    },
  );
});

describe('the access log', () => {
  test('has one row for each application that was given, and none for one that only showed there are more', async () => {
    await list(RECRUITER, [A, `${A}@2024-01-01`], { first: 2 });
    const row = { at: expect.any(Date), actor: 'recruiter-1', role: 'recruiter', operation: 'Vacancy.applications' };
    const given = applications.slice(0, 2).map(({ id, candidate }) => ({ ...row, candidate, application: id }));
    expect(new Set(await logged())).toEqual(new Set(given));
  });

  test('is written before the answer: without the row, no data', async () => {
    const { lists, errors } = await list({ ...RECRUITER, subject: 'unlucky' }, [A]);
    expect(lists).toEqual([null]);
    expect(errors!.map(({ extensions }) => extensions['code'])).toEqual(['INTERNAL_SERVER_ERROR']);
    expect(await logged()).toEqual([]);
  });

  test.each([
    "UPDATE candidates.access_log SET actor = 'nobody'",
    'DELETE FROM candidates.access_log',
    'TRUNCATE candidates.access_log',
  ])('cannot be changed: %s', (statement) =>
    expect(database.query(statement)).rejects.toMatchObject({ constraint: 'access_log_is_kept' }),
  );

  const LOG = `query ($candidate: ID, $first: Int, $after: String) { accessLog(candidate: $candidate, first: $first, after: $after) {
    edges { cursor node { at actor role operation candidate application } } pageInfo { hasNextPage hasPreviousPage } } }`;
  const read = (variables: Record<string, unknown>, actor = OFFICER) =>
    askSubgraph(candidates, platform, LOG, variables, actor);

  test('is read by the privacy officer, newest first, and the reading stands in it as well', async () => {
    const { candidate, id } = applications[4]!;
    await list({ ...RECRUITER, subject: 'recruiter-2' }, [A]);
    const { data, errors, statements } = await read({ candidate, first: 1 });
    expect({ errors, statements }).toEqual({ errors: undefined, statements: 1 });
    expect(data.accessLog.edges.map(({ node }: { node: object }) => node)).toEqual([
      {
        at: expect.any(String),
        actor: 'recruiter-2',
        role: 'recruiter',
        operation: 'Vacancy.applications',
        candidate,
        application: id,
      },
    ]);
    expect((await logged()).at(-1)).toEqual({
      ...{ at: expect.any(Date), actor: 'officer-1', role: 'privacy-officer', operation: 'Query.accessLog' },
      ...{ candidate, application: null },
    });
  });

  test('is read to its end page by page, while the readings add to it', async () => {
    await list(RECRUITER, [A]);
    const [all] = await database.query<{ count: number }>('SELECT count(*)::int AS count FROM candidates.access_log');
    let seen = 0;
    let after: string | null = null;
    do {
      const { data } = await read({ first: 4, after });
      seen += data.accessLog.edges.length;
      after = data.accessLog.pageInfo.hasNextPage ? data.accessLog.edges.at(-1).cursor : null;
    } while (after !== null);
    expect(seen).toBe(all!.count);
  });

  test.each<[Actor, string]>([
    [PUBLIC_ACTOR, 'UNAUTHENTICATED'],
    [RECRUITER, 'FORBIDDEN'],
  ])('is for nobody else', async (actor, code) => {
    const { data, errors, statements } = await read({}, actor);
    expect({ data, statements }).toEqual({ data: { accessLog: null }, statements: 0 });
    expect(errors!.map(({ extensions }) => extensions['code'])).toEqual([code]);
  });

  test('says of a candidate’s id that it is wrong without saying it again', async () => {
    const { errors } = await read({ candidate: 'somebody@example.org', after: cursorOf('x') });
    expect(errors![0]!.extensions).toMatchObject({ code: 'BAD_USER_INPUT', problems: [{}, {}] });
    expect(JSON.stringify(errors)).not.toContain('somebody');
  });
});

function cursorOf(...key: string[]): string {
  const order = key.length === 1 ? 'ACCESS_LOG' : 'APPLICATIONS';
  return Buffer.from(JSON.stringify([order, ...key])).toString('base64url');
}
