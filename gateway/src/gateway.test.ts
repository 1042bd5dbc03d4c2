import diagnostics from 'node:diagnostics_channel';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { REQUEST_ID_HEADER } from '@mandate-graph/runtime';
import { ask, LEAK, startGraph, type TestGraph } from './testing/graph.ts';
import { subgraphs } from './testing/subgraphs.ts';

const PORTAL = 'https://portal.example';

describe('the gateway', () => {
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
      ['a literal of the wrong type', '{ motto(on: 3) }', 'GRAPHQL_VALIDATION_FAILED'],
      ['an operation of too many tokens', `{ ${'__typename '.repeat(15_000)} }`, 'GRAPHQL_PARSE_FAILED'],
      ['several operations without a name', 'query A { motto } query B { motto }', 'OPERATION_RESOLUTION_FAILURE'],
      ['an empty operation', '', 'BAD_REQUEST'],
      ['a kind of operation that there is none of', 'subscription { motto }', 'GRAPHQL_VALIDATION_FAILED'],
    ];
    it.each(cases)('%s with status 400 and a stable code', async (_name, query, code) => {
      const answer = await graph.ask(query);
      expect(answer.status).toBe(400);
      expect(answer.body.data).toBeUndefined();
      expect(answer.body.errors?.map(({ extensions }) => extensions)).toEqual([{ code }]);
      expect(answer.text).not.toMatch(LEAK);
    });

    it('an operation that the query does not hold', async () => {
      const body = JSON.stringify({ query: 'query A { motto }', operationName: 'B' });
      const response = await post(body);
      expect(response.status).toBe(400);
      expect(await response.json()).toEqual({
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
      for (const [response, status] of [
        [await post('{"query":'), 400],
        [await post(JSON.stringify({ query: 'x'.repeat(1_100_000) })), 413],
        [await post('{ motto }', { 'content-type': 'text/plain' }), 400],
        [await post('{ motto }', { 'content-type': 'application/graphql' }), 400],
        [await send({ method: 'PUT', headers: { 'content-type': 'application/json' }, body: '{}' }), 405],
        [await send({}), 400],
      ] as const) {
        expect(response.status).toBe(status);
        const text = await response.text();
        expect(JSON.parse(text).errors[0].extensions).toEqual({ code: 'BAD_REQUEST' });
        expect(text).not.toMatch(LEAK);
      }
    });

    it('requests that a page elsewhere could send without being asked', async () => {
      const query = `/graphql?query=${encodeURIComponent('{ motto }')}`;
      expect((await send({}, query)).status).toBe(400);
      expect((await send({ headers: { 'apollo-require-preflight': '1' } }, query)).status).toBe(200);
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
    const given = await graph.ask('{ motto }', { headers: { [REQUEST_ID_HEADER]: 'caller-0001' } });
    expect(given.headers.get(REQUEST_ID_HEADER)).toBe('caller-0001');
    const odd = await graph.ask('{ motto }', { headers: { [REQUEST_ID_HEADER]: '<script>' } });
    expect(odd.headers.get(REQUEST_ID_HEADER)).toMatch(/^[0-9a-f-]{36}$/);
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

  it('reports requests, statements and levels of a plan that needs two', async () => {
    const answer = await graph.ask('query Walk { vacancies { id title unit { name } } }');
    expect(graph.reports.at(-1)).toEqual({
      operationName: 'Walk',
      levels: 2,
      requests: [
        { subgraph: 'catalogue', statements: 2, ms: expect.any(Number) },
        { subgraph: 'ksz-ehealth', statements: 3, ms: expect.any(Number) },
      ],
    });
    expect(answer.headers.get('server-timing')).toMatch(
      /^catalogue;dur=[\d.]+;desc="2 statements", ksz-ehealth;dur=[\d.]+;desc="3 statements"$/,
    );
    await graph.ask('{ vacancies { id } motto }');
    expect(graph.reports.at(-1)).toMatchObject({ levels: 1, requests: [{}, {}] });
  });

  it('writes one line per operation, with its cost and without its content', async () => {
    const before = graph.lines.length;
    const answer = await graph.ask('query Walk($on: LocalDate) { vacancies { title(on: $on) } broken }', {
      variables: { on: '1999-12-31' },
      headers: { authorization: 'Bearer hush' },
    });
    const lines = graph.lines.slice(before);
    expect(JSON.parse(lines.find((line) => line.includes('"operation"'))!)).toMatchObject({
      requestId: answer.headers.get(REQUEST_ID_HEADER),
      operation: 'Walk',
      kind: 'query',
      requests: 1,
      statements: 2,
      levels: 1,
      errors: ['INTERNAL_SERVER_ERROR'],
      ms: expect.any(Number),
    });
    expect(lines.join('')).not.toMatch(/1999|hush|vacancies|title/);
  });

  it('sends headers that keep pages in bounds', async () => {
    const { headers } = await send({}, '/health/live');
    expect(headers.get('content-security-policy')).toContain("script-src 'self';");
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('x-powered-by')).toBeNull();
  });
});

describe('in production', () => {
  let graph: TestGraph;
  beforeAll(async () => {
    graph = await startGraph({ environment: { production: true } });
  });
  afterAll(() => graph.close());

  it('introspection, suggestions, timing and the page to ask by hand are off', async () => {
    const introspection = await graph.ask('{ __schema { queryType { name } } }');
    expect(introspection.status).toBe(400);
    expect(introspection.body.errors![0]!.extensions).toEqual({ code: 'GRAPHQL_VALIDATION_FAILED' });
    expect((await graph.ask('{ vacancy { id } }')).text).not.toContain('vacancies');
    expect((await graph.ask('{ motto }')).headers.get('server-timing')).toBeNull();
    for (const path of ['/', '/graphiql/app.js', '/graphiql/graphiql.js']) {
      expect((await fetch(`${graph.gateway.url}${path}`)).status).toBe(404);
    }
  });
});

describe('starting and stopping', () => {
  it('starts without asking anyone', async () => {
    const asked: unknown[] = [];
    const note = (message: unknown): void => void asked.push(message);
    diagnostics.subscribe('http.client.request.start', note);
    diagnostics.subscribe('undici:request:create', note);
    try {
      const graph = await startGraph();
      expect(asked.length).toBe(0);
      await graph.close();
    } finally {
      diagnostics.unsubscribe('http.client.request.start', note);
      diagnostics.unsubscribe('undici:request:create', note);
    }
  });

  it('says which port is taken, and leaves nothing behind', async () => {
    const graph = await startGraph();
    const port = Number(new URL(graph.gateway.url).port);
    await expect(startGraph({ environment: { port } })).rejects.toThrow(
      new RegExp(`^Port ${port} on 127\\.0\\.0\\.1 is in use .* PORT `),
    );
    await graph.close();
  });

  it('does not start on a supergraph that is none', async () => {
    await expect(startGraph({ gateway: { supergraphSdl: 'type Query { a: Int }' } })).rejects.toThrow();
  });

  it('finishes what is in flight, then refuses', async () => {
    let release: (value: string) => void = () => {};
    let arrive: () => void = () => {};
    const arrived = new Promise<void>((resolve) => {
      arrive = resolve;
    });
    const slow = () =>
      new Promise<string>((resolve) => {
        release = resolve;
        arrive();
      });
    const graph = await startGraph({ subgraphs: subgraphs({ slow }), environment: { subgraphTimeout: 10_000 } });
    const inFlight = graph.ask('{ slow }');
    await arrived;
    let closed = false;
    const closing = graph.gateway.close().then(() => {
      closed = true;
    });
    expect(await graph.gateway.ready()).toBe(false);
    await expect(ask(graph.gateway.url, { query: '{ motto }' })).rejects.toThrow();
    expect(closed).toBe(false);
    const began = performance.now();
    release('done');
    expect((await inFlight).body).toEqual({ data: { slow: 'done' } });
    await closing;
    // A connection that is kept alive must not hold the process until the grace has passed.
    expect(performance.now() - began).toBeLessThan(3_000);
    await graph.close();
  });
});
