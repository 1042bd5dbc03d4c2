import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { hashOf } from '../http/parameters.ts';
import { startGraph, type TestGraph } from '../testing/graph.ts';
import { readManifest } from './manifest.ts';
import { persistedOperations } from './persisted.store.ts';

const MOTTO = 'query Motto { motto }';
const ANSWER = { data: { motto: 'one graph' }, extensions: { cost: expect.anything() } };
const extensionsFor = (hash: string) => ({ persistedQuery: { version: 1, sha256Hash: hash } });

async function ask(graph: TestGraph, body: object, headers: Record<string, string> = {}) {
  const response = await fetch(`${graph.gateway.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  });
  return { status: response.status, body: (await response.json()) as { data?: unknown; errors?: object[] } };
}

describe('operations that clients register', () => {
  let graph: TestGraph;
  beforeAll(async () => {
    graph = await startGraph({ environment: { production: true } });
  });
  afterAll(() => graph.close());

  const refusedWith = (code: string) => [expect.objectContaining({ extensions: { code } })];

  it('are called by their hash from then on', async () => {
    const extensions = extensionsFor(hashOf(MOTTO));
    expect((await ask(graph, { extensions })).body.errors).toEqual(refusedWith('PERSISTED_QUERY_NOT_FOUND'));
    expect((await ask(graph, { query: MOTTO, extensions })).body).toEqual(ANSWER);
    expect((await ask(graph, { extensions })).body).toEqual(ANSWER);
    const search = new URLSearchParams({ extensions: JSON.stringify(extensions) });
    const response = await fetch(`${graph.gateway.url}/graphql?${search}`);
    expect(await response.json()).toEqual(ANSWER);
  });

  it('are refused under a hash that is not theirs, and not kept', async () => {
    const extensions = extensionsFor(hashOf('query Other { motto }'));
    const answer = await ask(graph, { query: MOTTO, extensions });
    expect(answer.status).toBe(400);
    expect(answer.body.errors).toEqual(refusedWith('BAD_REQUEST'));
    expect((await ask(graph, { extensions })).body.errors).toEqual(refusedWith('PERSISTED_QUERY_NOT_FOUND'));
  });

  it('are not kept when they cannot be run', async () => {
    const query = '{ colour }';
    const extensions = extensionsFor(hashOf(query));
    expect((await ask(graph, { query, extensions })).status).toBe(400);
    expect((await ask(graph, { extensions })).body.errors).toEqual(refusedWith('PERSISTED_QUERY_NOT_FOUND'));
  });

  it('are kept in a bounded memory, the last used longest', async () => {
    const { cache } = persistedOperations(null, { maxBytes: 64 * 1024, ttlSeconds: 60 });
    const text = (n: number) => `query Q${n} { motto } # ${'x'.repeat(n % 500)}`;
    const kept = async (n: number) => (await cache.get(`apq:${hashOf(text(n))}`)) !== undefined;
    for (let n = 0; n < 2_000; n += 1) {
      await cache.set(`apq:${hashOf(text(n))}`, text(n), { ttl: 60 });
      await kept(0);
    }
    const left: number[] = [];
    for (let n = 0; n < 2_000; n += 1) if (await kept(n)) left.push(n);
    const bytes = left.reduce((sum, n) => sum + 2 * (text(n).length + 68) + 256, 0);
    expect(bytes).toBeLessThanOrEqual(64 * 1024);
    expect(bytes).toBeGreaterThan(48 * 1024);
    expect(left).toContain(0);
    expect(left).toContain(1_999);
    await cache.set('apq:large', 'x'.repeat(64 * 1024), { ttl: 60 });
    expect(await cache.get('apq:large')).toBeUndefined();
  });
});

describe('with a manifest', () => {
  let graph: TestGraph;
  beforeAll(async () => {
    const operations = [{ id: hashOf(MOTTO), body: MOTTO, name: 'Motto', type: 'query' }];
    const text = JSON.stringify({ format: 'apollo-persisted-query-manifest', version: 1, operations });
    graph = await startGraph({ gateway: { manifest: readManifest(text, 'operations.json') } });
  });
  afterAll(() => graph.close());

  it('its operations run, by their hash or their text', async () => {
    const extensions = extensionsFor(hashOf(MOTTO));
    expect((await ask(graph, { extensions })).body).toEqual(ANSWER);
    expect((await ask(graph, { query: MOTTO })).body).toEqual(ANSWER);
    expect((await ask(graph, { query: MOTTO, extensions })).body).toEqual(ANSWER);
  });

  const others: readonly [name: string, body: object][] = [
    ['another text', { query: '{ motto }' }],
    ['its text with one blank more', { query: `${MOTTO} ` }],
    ['introspection', { query: '{ __schema { queryType { name } } }' }],
    ['text that is not GraphQL', { query: '{' }],
    ['another hash', { extensions: extensionsFor(hashOf('{ motto }')) }],
    ['another operation that is registered', { query: '{ motto }', extensions: extensionsFor(hashOf('{ motto }')) }],
  ];
  it.each(others)('%s is refused', async (_name, body) => {
    const before = graph.reports.length;
    for (const accept of ['application/json', 'application/graphql-response+json']) {
      const answer = await ask(graph, body, { accept });
      expect(answer).toEqual({
        status: 403,
        body: {
          errors: [
            {
              message: expect.stringMatching(/^Only the operations of a list are run here, and .* not in it\.$/),
              extensions: { code: 'FORBIDDEN' },
            },
          ],
        },
      });
    }
    expect(graph.reports.length).toBe(before);
  });
});
