import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { REQUEST_ID_HEADER } from '@mandate-graph/runtime';
import { LEAK, startGraph, type TestGraph } from './testing/graph.ts';

const PORTAL = 'https://portal.example';

describe('the routes of the gateway', () => {
  let graph: TestGraph;
  beforeAll(async () => {
    graph = await startGraph({ variables: { CORS_ORIGINS: PORTAL } });
  });
  afterAll(() => graph.close());

  const send = (init: RequestInit, path = '/graphql') => fetch(`${graph.gateway.url}${path}`, init);
  const post = (body: string, headers: Record<string, string> = { 'content-type': 'application/json' }) =>
    send({ method: 'POST', headers, body });

  describe('refuses', () => {
    const cases: readonly [name: string, query: string, code: string][] = [
      ['an operation that is not GraphQL', '{ vacancies {', 'GRAPHQL_PARSE_FAILED'],
      ['an unknown field', '{ vacancies { colour } }', 'GRAPHQL_VALIDATION_FAILED'],
      ['a literal of the wrong type', '{ motto(on: 3) }', 'BAD_USER_INPUT'],
      ['an operation of too many tokens', `{ ${'__typename '.repeat(15_000)} }`, 'LIMIT_EXCEEDED'],
      ['several operations without a name', 'query A { motto } query B { motto }', 'OPERATION_RESOLUTION_FAILURE'],
      ['an empty operation', '', 'BAD_REQUEST'],
      ['a kind of operation that there is none of', 'subscription { motto }', 'GRAPHQL_VALIDATION_FAILED'],
    ];
    it.each(cases)('%s with status 400 and a stable code', async (_name, query, code) => {
      const answer = await graph.ask(query);
      expect(answer.status).toBe(400);
      expect(answer.body.data).toBeUndefined();
      expect(answer.body.errors?.map(({ extensions }) => extensions)).toEqual([expect.objectContaining({ code })]);
      expect(answer.text).not.toMatch(LEAK);
    });

    it('an operation that the query does not hold', async () => {
      const body = JSON.stringify({ query: 'query A { motto }', operationName: 'B' });
      const response = await post(body);
      expect(response.status).toBe(400);
      expect(await response.json()).toMatchObject({
        errors: [
          {
            message: 'The operation to run, "B", is not in the query.',
            extensions: { code: 'OPERATION_RESOLUTION_FAILURE' },
          },
        ],
      });
    });

    it('a malformed variable once, wherever it would have gone', async () => {
      const before = graph.reports.length;
      const answer = await graph.ask('query Dated($on: LocalDate) { motto(on: $on) vacancies { title(on: $on) } }', {
        variables: { on: '2025-02-30' },
      });
      expect(answer.status).toBe(400);
      expect(answer.body.errors).toHaveLength(1);
      expect(answer.body.errors![0]).toMatchObject({
        message: expect.stringContaining('2025-02-30'),
        extensions: { code: 'BAD_USER_INPUT' },
      });
      expect(graph.reports.slice(before)[0]).toMatchObject({ requests: [] });
    });

    it('a malformed literal once, without asking a subgraph', async () => {
      const answer = await graph.ask('{ motto(on: "yesterday") }');
      expect(answer.status).toBe(400);
      expect(answer.body.errors).toHaveLength(1);
      expect(answer.body.errors![0]!.message).toContain('"yesterday"');
      expect(answer.body.errors![0]!.extensions!['code']).toMatch(/^(BAD_USER_INPUT|GRAPHQL_VALIDATION_FAILED)$/);
    });

    it('a body that is not JSON, too large, or of another type', async () => {
      const cases: readonly [response: Response, status: number, code?: string][] = [
        [await post('{"query":'), 400],
        [await post(JSON.stringify({ query: 'x'.repeat(1_100_000) })), 413, 'LIMIT_EXCEEDED'],
        [await post('{ motto }', { 'content-type': 'text/plain' }), 415],
        [await post('{ motto }', { 'content-type': 'application/graphql' }), 415],
        [await send({ method: 'PUT', headers: { 'content-type': 'application/json' }, body: '{}' }), 405],
        [await send({}), 400],
      ];
      for (const [response, status, code = 'BAD_REQUEST'] of cases) {
        expect(response.status).toBe(status);
        const text = await response.text();
        expect(JSON.parse(text).errors[0].extensions).toMatchObject({ code });
        expect(text).not.toMatch(LEAK);
      }
    });

    it('a mutation by GET', async () => {
      const query = `/graphql?query=${encodeURIComponent('mutation { note }')}`;
      expect((await send({ headers: { 'apollo-require-preflight': '1' } }, query)).status).toBe(405);
    });

    it('unknown paths with a code', async () => {
      const response = await send({}, '/nowhere');
      expect(response.status).toBe(404);
      expect(await response.json()).toMatchObject({ errors: [{ extensions: { code: 'NOT_FOUND' } }] });
    });
  });

  it('answers introspection outside production', async () => {
    const { body } = await graph.ask('{ __schema { queryType { name } } }');
    expect(body).toEqual({ data: { __schema: { queryType: { name: 'Query' } } } });
    expect(graph.reports.at(-1)).toMatchObject({ requests: [], levels: 0 });
  });

  it('keeps the request id it is given, and makes one for others', async () => {
    const idFor = async (id: string) =>
      (await graph.ask('{ motto }', { headers: { [REQUEST_ID_HEADER]: id } })).headers.get(REQUEST_ID_HEADER);
    const own = randomUUID();
    expect(await idFor(own)).toBe(own);
    // What may be said of a person is no id.
    for (const odd of ['<script>', '85073003328', 'caller-0001', `${own}0`, own.replaceAll('-', '')]) {
      expect(await idFor(odd)).toMatch(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
      expect(await idFor(odd)).not.toBe(odd);
    }
  });

  it('lets pages of listed origins ask, and no others', async () => {
    const preflight = (origin: string) =>
      send({ method: 'OPTIONS', headers: { origin, 'access-control-request-method': 'POST' } });
    const allowed = await preflight(PORTAL);
    expect(allowed.status).toBe(204);
    expect(allowed.headers.get('access-control-allow-origin')).toBe(PORTAL);
    expect(allowed.headers.get('access-control-allow-headers')).toContain('content-type');
    expect(allowed.headers.get('access-control-allow-credentials')).toBeNull();
    for (const origin of ['https://evil.example', `${PORTAL}.evil.example`, 'null']) {
      const refused = await preflight(origin);
      expect(refused.status).toBe(403);
      expect(refused.headers.get('access-control-allow-origin')).toBeNull();
      const asked = await graph.ask('{ motto }', { headers: { origin } });
      expect(asked.headers.get('access-control-allow-origin')).toBeNull();
      expect(asked.headers.get('vary')).toContain('Origin');
    }
    const asked = await graph.ask('{ motto }', { headers: { origin: PORTAL } });
    expect(asked.headers.get('access-control-allow-origin')).toBe(PORTAL);
    const own = await graph.ask('{ motto }', { headers: { origin: graph.gateway.url } });
    expect(own.body).toEqual({ data: { motto: 'one graph' } });
  });

  it('sends headers that keep pages in bounds', async () => {
    const { headers } = await send({}, '/health/live');
    expect(headers.get('content-security-policy')).toContain("script-src 'self';");
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('x-powered-by')).toBeNull();
  });
});
