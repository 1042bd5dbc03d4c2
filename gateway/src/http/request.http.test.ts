import http from 'node:http';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { LEAK, startGraph, type TestGraph } from '../testing/graph.ts';
import { hashOf } from './parameters.ts';

const PORTAL = 'https://portal.example';
const JSON_BODY = { 'content-type': 'application/json' };
const QUERY = JSON.stringify({ query: '{ motto }' });
const MOTTO = { data: { motto: 'one graph' }, extensions: { cost: expect.anything() } };

let graph: TestGraph;
beforeAll(async () => {
  graph = await startGraph({ variables: { CORS_ORIGINS: PORTAL } });
});
afterAll(() => graph.close());

const send = (init: RequestInit, search = '') => fetch(`${graph.gateway.url}/graphql${search}`, init);
const post = (body: string | Uint8Array<ArrayBuffer>, headers: Record<string, string> = {}) =>
  send({ method: 'POST', headers: { ...JSON_BODY, ...headers }, body });
const get = (parameters: Record<string, string>, headers: Record<string, string> = {}) =>
  send({ headers }, `?${new URLSearchParams(parameters)}`);
const bytes = (text: string) => Uint8Array.from(Buffer.from(text, 'latin1'));

async function expectRefusal(response: Response, status: number, words: RegExp, code = 'BAD_REQUEST'): Promise<void> {
  const text = await response.text();
  const { extensions: _cost, ...body } = JSON.parse(text);
  expect({ status: response.status, body }).toEqual({
    status,
    body: { errors: [{ message: expect.stringMatching(words), extensions: { code } }] },
  });
  expect(response.headers.get('content-type')).toMatch(/^application\/(graphql-response\+)?json; charset=utf-8$/);
  expect(text).not.toMatch(LEAK);
}

describe('a body', () => {
  it.each([
    ['an array of requests', `[${QUERY}]`, /not a list of them/],
    ['an empty array', '[]', /not a list of them/],
    ['a text', '"{ motto }"', /must be a JSON object, but got: a text/],
    ['null', 'null', /must be a JSON object, but got: null/],
    ['a number', '7', /must be a JSON object, but got: a number/],
    ['a boolean', 'true', /must be a JSON object, but got: a boolean/],
    ['an object without a query', '{}', /must have a query/],
    ['an empty query', '{"query":""}', /must have a query/],
    ['nothing', '', /has no body/],
    ['JSON that ends too soon', '{"query":"{ motto }"', /not valid JSON/],
    ['two values', `${QUERY}${QUERY}`, /not valid JSON/],
    ['a name that stands twice', '{"query":"{ motto }","query":"{ broken }"}', /has the name "query" twice/],
    ['a name that stands twice, once escaped', '{"query":"{ motto }","qu\\u0065ry":"{ broken }"}', /"query" twice/],
    ['a variable that stands twice', '{"query":"{ motto }","variables":{"a":[{"b":1,"b":2}]}}', /"b" twice/],
    ['half a surrogate pair', '{"query":"{ motto }","variables":{"a":"\\ud83c!"}}', /surrogate/],
    ['half a surrogate pair in a name', '{"query":"{ motto }","variables":{"\\udfc3":1}}', /surrogate/],
    ['a query that is a number', '{"query":7}', /query must be a text, but got: a number/],
    ['variables that are a list', '{"query":"{ motto }","variables":[]}', /variables must be a map, but got: a list/],
    ['extensions that are a text', '{"query":"{ motto }","extensions":"x"}', /extensions must be a map/],
    ['a persisted query without a hash', '{"extensions":{"persistedQuery":{"version":1}}}', /64 digits/],
    ['a persisted query of another version', '{"extensions":{"persistedQuery":{"version":2}}}', /version 1/],
  ])('of %s is refused', async (_name, body, words) => {
    await expectRefusal(await post(body), 400, words);
  });

  it.each([
    ['a byte that begins nothing', '\xff'],
    ['a character cut short', '\xc3'],
    ['a longer form than needed', '\xc0\xaf'],
    ['a surrogate', '\xed\xa0\x80'],
  ])('with %s is refused, not repaired', async (_name, bad) => {
    await expectRefusal(await post(bytes(`{"query":"{ motto } # ${bad}"}`)), 400, /not valid UTF-8/);
  });

  it('of the same names in other objects, escapes and all of Unicode is read as it is', async () => {
    const response = await post(
      '{"query":"{ motto } # \\ud83c\\udfc3 é \\\\ \\"","variables":{"a":{"a":"a"},"b":{"a":["a","a"]}}}',
    );
    expect(await response.json()).toEqual(MOTTO);
  });

  it.each([
    'text/plain',
    'application/graphql',
    'application/x-www-form-urlencoded',
    'multipart/form-data; boundary=x',
  ])('of type %s is refused', async (type) =>
    expectRefusal(await post(QUERY, { 'content-type': type }), 415, /must be application\/json/),
  );

  it('of another charset or encoding is refused', async () => {
    await expectRefusal(
      await post(QUERY, { 'content-type': 'application/json; charset=latin1' }),
      415,
      /utf-8.*latin1/,
    );
    await expectRefusal(await post(QUERY, { 'content-encoding': 'compress' }), 415, /encoding/);
    expect((await post(QUERY, { 'content-type': 'Application/JSON;charset="UTF-8"' })).status).toBe(200);
  });

  it('is bounded as it is after decompression', async () => {
    const large = `${QUERY.slice(0, -2)} # ${'x'.repeat(8 * 1024 * 1024)}"}`;
    const packed: [string, Buffer][] = [
      ['gzip', gzipSync(large)],
      ['br', brotliCompressSync(large, { params: { [constants.BROTLI_PARAM_QUALITY]: 1 } })],
    ];
    for (const [encoding, body] of packed) {
      expect(body.length).toBeLessThan(100_000);
      const response = await post(Uint8Array.from(body), { 'content-encoding': encoding });
      expect(response.status).toBe(413);
      expect(await response.json()).toMatchObject({ errors: [{ extensions: { problems: [{ path: 'bodyBytes' }] } }] });
      expect((await post(Uint8Array.from(gzipSync(QUERY)), { 'content-encoding': 'gzip' })).status).toBe(200);
    }
    await expectRefusal(await post(bytes('no gzip'), { 'content-encoding': 'gzip' }), 400, /malformed/);
  });
});

describe('a GET', () => {
  it('asks a query, with all its parameters', async () => {
    const parameters = { query: 'query A { motto } query B { broken }', operationName: 'A', variables: '{}' };
    expect(await (await get(parameters)).json()).toEqual(MOTTO);
  });

  it('never carries out a mutation', async () => {
    const response = await get({ query: 'mutation { note }' });
    expect(response.headers.get('allow')).toBe('POST');
    await expectRefusal(response, 405, /GET requests only support query operations/);
  });

  it('has a bounded URL in UTF-8, with each parameter once', async () => {
    await expectRefusal(await get({ query: `{ motto } #${'x'.repeat(8_200)}` }), 414, /at most 8192 characters/);
    await expectRefusal(await send({}, '?query=%7Bmotto%7D%23%ff'), 400, /not UTF-8/);
    await expectRefusal(await send({}, '?query=%7Bmotto%7D&query=%7Bbroken%7D'), 400, /"query" twice/);
    await expectRefusal(
      await get({ query: '{ motto }', variables: '{"a":1,"a":2}' }),
      400,
      /variables has the name "a"/,
    );
    await expectRefusal(await get({ query: '{ motto }', variables: '[1]' }), 400, /variables must be a map/);
    await expectRefusal(await get({ query: '{ motto }', extensions: '{' }), 400, /extensions is not valid JSON/);
    await expectRefusal(await get({}), 400, /must have a query/);
  });

  it('is not for callers with a token, whose requests belong to them', async () => {
    const response = await get({ query: '{ motto }' }, { authorization: 'Bearer a.b.c' });
    expect(response.headers.get('allow')).toBe('POST');
    await expectRefusal(response, 405, /with a token must be sent by POST/);
  });

  it.each<[string, Record<string, string>]>([
    ['of another site', { 'sec-fetch-site': 'cross-site' }],
    ['of another host of the site', { 'sec-fetch-site': 'same-site', origin: PORTAL }],
    ['in a browser that does not say of which', { 'user-agent': 'Mozilla/5.0 (X11; Linux x86_64)' }],
    ['that tells its origin', { origin: 'https://evil.example' }],
    ['that tells its address', { referer: 'https://evil.example/page' }],
    ['as a form', { 'sec-fetch-site': 'cross-site', 'content-type': 'text/plain' }],
  ])('is refused when a page %s may have sent it unasked', async (_name, headers) => {
    await expectRefusal(await plainGet(headers), 403, /another origin/, 'FORBIDDEN');
  });

  it.each<[string, Record<string, string>]>([
    ['a program', {}],
    ['a page of this origin', { 'sec-fetch-site': 'same-origin', 'user-agent': 'Mozilla/5.0' }],
    ['a person who follows a bookmark', { 'sec-fetch-site': 'none', 'user-agent': 'Mozilla/5.0' }],
    ['a page that has been allowed to', { 'sec-fetch-site': 'cross-site', 'apollo-require-preflight': '1' }],
  ])('is answered when it comes from %s', async (_name, headers) => {
    expect(await (await plainGet(headers)).json()).toEqual(MOTTO);
  });

  /** `fetch` writes some of these headers itself. */
  const plainGet = (headers: Record<string, string>): Promise<Response> =>
    new Promise((resolve, reject) => {
      const url = `${graph.gateway.url}/graphql?query=${encodeURIComponent('{ motto }')}`;
      http
        .get(url, { headers, agent: false }, async (response) => {
          let text = '';
          for await (const chunk of response) text += String(chunk);
          const type = response.headers['content-type'] ?? '';
          resolve(new Response(text, { status: response.statusCode!, headers: { 'content-type': type } }));
        })
        .once('error', reject);
    });
});

describe('an answer', () => {
  it('that nobody could read is refused before anything is done', async () => {
    const before = graph.reports.length;
    const response = await post(JSON.stringify({ query: 'mutation { note }' }), { accept: 'text/html' });
    await expectRefusal(response, 406, /but accepted is only: text\/html/);
    expect(graph.reports.length).toBe(before);
  });

  it('has the status of its type', async () => {
    const wrong = JSON.stringify({ query: '{ colour }' });
    const statusFor = async (accept: string, body = wrong) => (await post(body, { accept })).status;
    expect(await statusFor('application/json')).toBe(200);
    expect(await statusFor('application/graphql-response+json')).toBe(400);
    expect(await statusFor('*/*')).toBe(400);
    expect(await statusFor('application/json', '{')).toBe(400);
    expect(await statusFor('application/json', JSON.stringify({ query: '{ broken }' }))).toBe(200);
  });

  it('is never kept by a cache, and says what it depends on', async () => {
    const answers = [
      await post(QUERY),
      await post(QUERY, { authorization: 'Bearer a.b.c' }),
      await post(JSON.stringify({ query: '{' })),
      await post('{'),
      await get({ query: '{ motto }' }),
      await get({ extensions: JSON.stringify({ persistedQuery: { version: 1, sha256Hash: hashOf('unknown') } }) }),
      await fetch(`${graph.gateway.url}/health/ready`),
    ];
    for (const { headers, url } of answers) {
      expect(headers.get('cache-control')).toBe('no-store');
      expect(headers.get('vary')).toContain('Authorization');
      if (url.includes('/graphql')) expect(headers.get('vary')).toContain('Origin');
    }
  });

  it.each(['PUT', 'DELETE', 'PATCH', 'OPTIONS'])('is not given to %s', async (method) => {
    const response = await send({ method });
    expect(response.headers.get('allow')).toBe('GET, POST');
    await expectRefusal(response, 405, new RegExp(`but got: ${method}`));
  });
});
