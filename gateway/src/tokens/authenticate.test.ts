import http from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { CREDENTIAL_HEADER } from '@mandate-graph/runtime';
import { createDatabase, type TestDatabase, testTokens } from '@mandate-graph/testkit';
import { startGraph, type TestGraph } from '../testing/graph.ts';
import { IssuerAway } from './remote.keys.ts';

const QUERY = '{ motto }';
const ANSWER = { data: { motto: 'one graph' } };

describe('a request with an Authorization header', () => {
  const tokens = testTokens();
  let graph: TestGraph;
  beforeAll(async () => {
    graph = await startGraph({ gateway: { tokens } });
  });
  afterAll(() => graph.close());

  const ask = (authorization: string) => graph.ask(QUERY, { headers: { authorization } });

  it('is answered when its token is valid', async () => {
    expect((await ask(`Bearer ${await tokens.token('analyst')}`)).body).toEqual(ANSWER);
  });

  it.each([
    ['a token that is not valid', async () => `Bearer ${await tokens.token('analyst', { ttl: -60 })}`],
    ['another scheme', async () => 'Basic YTpi'],
    ['nothing', async () => ''],
    ['a token and more', async () => `Bearer ${await tokens.token('analyst')}, Basic YTpi`],
  ])('is refused, not taken for one of the public, when it holds %s', async (_what, make) => {
    const before = graph.reports.length;
    const { status, headers, body } = await ask(await make());
    expect(status).toBe(401);
    expect(headers.get('www-authenticate')).toBe('Bearer error="invalid_token"');
    expect(headers.get('cache-control')).toBe('no-store');
    expect(body).toEqual({
      errors: [{ message: expect.stringContaining('no token that is valid'), extensions: { code: 'UNAUTHENTICATED' } }],
    });
    expect(graph.reports).toHaveLength(before);
  });

  it('is refused when it has two of them', async () => {
    const token = `Bearer ${await tokens.token('analyst')}`;
    const url = new URL('/graphql', graph.gateway.url);
    const status = await new Promise((resolve) => {
      const headers = ['host', url.host, 'content-type', 'application/json', 'authorization', token];
      http
        .request(url, { method: 'POST', headers: [...headers, 'authorization', 'Bearer a.b.c'] }, (response) => {
          response.resume();
          resolve(response.statusCode);
        })
        .end(JSON.stringify({ query: QUERY }));
    });
    expect(status).toBe(401);
  });

  it('leaves nothing of it in the log', async () => {
    const token = await tokens.token('recruiter', { institution: 'vrb', subject: 'subject-in-the-token' });
    await ask(`Bearer ${token}`);
    await ask(`Bearer ${token}x`);
    const log = graph.lines.join('');
    for (const part of [...token.split('.'), 'subject-in-the-token', 'recruiter', 'Bearer'])
      expect(log).not.toContain(part);
  });

  it('may ask from another origin like any other', async () => {
    const { headers } = await graph.ask(QUERY);
    expect(headers.get('vary')).toContain('Authorization');
  });

  it('is one of the public when it says who it is in the graph’s own header', async () => {
    const forged = await graph.ask('{ motto }', { headers: { [CREDENTIAL_HEADER]: 'x' } });
    expect(forged.body).toEqual(ANSWER);
  });
});

describe('while tokens cannot be checked', () => {
  const tokens = testTokens();
  let database: TestDatabase;
  beforeAll(async () => {
    database = await createDatabase();
  });
  afterAll(() => database.drop());

  it.each([
    [
      'since their issuer is away',
      () => ({
        ...tokens,
        key: () => {
          throw new IssuerAway();
        },
      }),
      null,
    ],
    ['since the list of revoked ones cannot be read', () => tokens, 'postgres://u:secret@127.0.0.1:1/none'],
  ] as const)('everyone with one is told so, and all others are answered: %s', async (_why, issuer, databaseUrl) => {
    const graph = await startGraph({ gateway: { tokens: issuer(), databaseUrl } });
    try {
      const headers = { authorization: `Bearer ${await tokens.token('analyst')}` };
      const refused = await graph.ask(QUERY, { headers });
      expect(refused.status).toBe(503);
      expect(refused.headers.get('retry-after')).toBe('5');
      expect(refused.body).toEqual({
        errors: [{ message: expect.stringContaining('cannot be checked'), extensions: { code: 'TOKENS_UNAVAILABLE' } }],
      });
      expect((await graph.ask(QUERY)).body).toEqual(ANSWER);
      expect(await graph.gateway.ready()).toBe(true);
      expect(graph.lines.join('')).not.toContain('secret');
    } finally {
      await graph.close();
    }
  });

  it('is over as soon as the list can be read', async () => {
    const graph = await startGraph({ gateway: { tokens, databaseUrl: database.url } });
    try {
      const headers = { authorization: `Bearer ${await tokens.token('analyst')}` };
      // What stands in the way of the list, as a database that has been restored may: nobody may take it for empty.
      await database.query('CREATE SCHEMA gateway; CREATE VIEW gateway.revoked_token AS SELECT 1 AS other');
      expect((await graph.ask(QUERY, { headers })).status).toBe(503);
      await database.query('DROP SCHEMA gateway CASCADE');
      expect((await graph.ask(QUERY, { headers })).body).toEqual(ANSWER);
    } finally {
      await graph.close();
    }
  });
});
