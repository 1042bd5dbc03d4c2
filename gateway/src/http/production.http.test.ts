import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { LocalDate } from '@mandate-graph/runtime';
import { parse } from 'graphql';
import { json, LEAK, startFake, startGraph, type TestGraph } from '../testing/graph.ts';
import { define, subgraphs } from '../testing/subgraphs.ts';

const PORTAL = 'https://portal.example';
/** What only the inside knows. */
const INSIDE = 'SELECT name FROM candidate WHERE id = 7';
const NEIGHBOUR = 'jan.peeters@example.be';
const STACK = 'Error: boom\n    at run (/srv/app/service.js:10:3)';

const PALETTE = define(
  'palette',
  parse(`extend schema @link(url: "https://specs.apollo.dev/federation/v2.11", import: ["@key"])
    scalar LocalDate
    enum Colour { VERMILION CERULEAN }
    input Paint { colour: Colour, thickness: Int }
    type Query { painted(colour: Colour, paint: Paint): String }
  `),
  { LocalDate, Query: { painted: () => 'painted' } },
);

let graph: TestGraph;
beforeAll(async () => {
  graph = await startGraph({
    variables: { CORS_ORIGINS: PORTAL },
    environment: { production: true },
    subgraphs: [...subgraphs(), PALETTE],
  });
});
afterAll(() => graph.close());

describe('in production an error does not guess what was meant', () => {
  it.each<[string, string, object]>([
    ['an unknown field', '{ vacancie { id } }', {}],
    ['an unknown field of a type', '{ vacancies { titles } }', {}],
    ['an unknown argument', '{ painted(color: VERMILION) }', {}],
    ['an unknown value', '{ painted(colour: VERMILLION) }', {}],
    ['an unknown type', '{ vacancies { ... on Vacanc { id } } }', {}],
    ['an unknown directive', '{ vacancies @inclde(if: true) { id } }', {}],
    ['an unknown input field', '{ painted(paint: { thicknes: 1 }) }', {}],
    ['an unknown value in a variable', 'query($c: Colour) { painted(colour: $c) }', { c: 'VERMILLION' }],
    ['an unknown input field in a variable', 'query($p: Paint) { painted(paint: $p) }', { p: { thicknes: 1 } }],
  ])('by %s', async (_name, query, variables) => {
    const { status, text } = await graph.ask(query, { variables });
    expect(status).toBe(400);
    expect(text).not.toMatch(/did you mean/i);
  });
});

describe('in production nothing tells of the inside', () => {
  const closing: (() => Promise<void>)[] = [];
  afterEach(async () => {
    for (const close of closing.splice(0)) await close();
  });

  const error = (code: string | null, more: object = {}) => ({
    message: `${INSIDE} for ${NEIGHBOUR} at 10.0.0.7:5432`,
    path: ['motto'],
    extensions: {
      ...(code !== null && { code }),
      stacktrace: STACK.split('\n'),
      exception: { stacktrace: [STACK], sql: INSIDE },
      serviceName: 'http://10.0.0.7:4112',
      http: { status: 418 },
      ...more,
    },
  });

  it.each([
    ['without a code', error(null)],
    ['of our side', error('INTERNAL_SERVER_ERROR')],
    ['with an id', error('INTERNAL_SERVER_ERROR', { id: 'b6d7a0a4-0000-4000-8000-000000000000' })],
    ['of a code that nobody knows', error('ER_DUP_ENTRY')],
    ['that blames the request of the gateway', error('GRAPHQL_VALIDATION_FAILED')],
    ['that cannot parse the request of the gateway', error('GRAPHQL_PARSE_FAILED')],
    ['that calls the request of the gateway bad', error('BAD_REQUEST')],
  ])('when a subgraph gives an error %s', async (_name, given) => {
    const fake = await startFake(json(JSON.stringify({ data: { motto: null }, errors: [given] })));
    closing.push(() => fake.close());
    const url = graph.urlOf('ksz-ehealth');
    graph.redirect('ksz-ehealth', fake.url);
    closing.push(async () => graph.redirect('ksz-ehealth', url));
    const { status, body, text } = await graph.ask('{ motto }');
    expect(status).toBe(200);
    expect(body).toEqual({
      data: { motto: null },
      errors: [
        {
          message: expect.stringMatching(/^Something went wrong on our side\. Give this id when you report it: /),
          path: ['motto'],
          extensions: { code: 'INTERNAL_SERVER_ERROR', id: expect.any(String) },
        },
      ],
    });
    expect(text).not.toMatch(LEAK);
    for (const secret of [INSIDE, NEIGHBOUR, '10.0.0.7', 'stack', 'boom', 'serviceName']) {
      expect(text).not.toContain(secret);
    }
  });

  it('when a subgraph refuses an input on purpose: what else comes with the error is left out', async () => {
    const refusal = { ...error('BAD_USER_INPUT'), message: 'on must be a day.' };
    const fake = await startFake(json(JSON.stringify({ data: null, errors: [refusal] })));
    closing.push(() => fake.close());
    const url = graph.urlOf('ksz-ehealth');
    graph.redirect('ksz-ehealth', fake.url);
    closing.push(async () => graph.redirect('ksz-ehealth', url));
    const { body } = await graph.ask('{ motto }');
    expect(body.errors).toEqual([
      { message: 'on must be a day.', path: ['motto'], extensions: { code: 'BAD_USER_INPUT' } },
    ]);
  });

  it('when the gateway refuses, fails or has nothing at an address', async () => {
    const post = (body: string, headers: Record<string, string> = {}) =>
      fetch(`${graph.gateway.url}/graphql`, { method: 'POST', headers, body });
    const answers = [
      await post('{', { 'content-type': 'application/json' }),
      await post('{}', { 'content-type': 'application/json', 'content-encoding': 'gzip' }),
      await post('x', { 'content-type': 'text/plain' }),
      await fetch(`${graph.gateway.url}/nowhere`),
      await fetch(`${graph.gateway.url}/%ff`),
    ];
    for (const answer of answers) {
      expect(answer.status).toBeGreaterThanOrEqual(400);
      const text = await answer.text();
      expect(JSON.parse(text)).toMatchObject({ errors: [{ extensions: { code: expect.any(String) } }] });
      expect(text).not.toMatch(LEAK);
    }
    for (const name of ['server', 'x-powered-by', 'server-timing']) expect(answers[0]!.headers.get(name)).toBeNull();
  });
});

it('in production every answer has the headers that keep it in bounds', async () => {
  const expected: Readonly<Record<string, string>> = {
    'content-security-policy': "default-src 'none';frame-ancestors 'none'",
    'strict-transport-security': 'max-age=31536000; includeSubDomains',
    'referrer-policy': 'no-referrer',
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
    'x-dns-prefetch-control': 'off',
    'x-permitted-cross-domain-policies': 'none',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'origin-agent-cluster': '?1',
    'permissions-policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
    'cache-control': 'no-store',
  };
  const answers = [
    (await graph.ask('{ motto }')).headers,
    (await graph.ask('{')).headers,
    (await fetch(`${graph.gateway.url}/health/live`)).headers,
    (await fetch(`${graph.gateway.url}/nowhere`)).headers,
  ];
  for (const headers of answers) {
    expect(Object.fromEntries(Object.keys(expected).map((name) => [name, headers.get(name)]))).toEqual(expected);
  }
});

it('in production pages of listed origins may ask, and no others', async () => {
  const preflight = async (origin: string) => {
    const headers = {
      origin,
      'access-control-request-method': 'POST',
      'access-control-request-headers': 'content-type',
    };
    const response = await fetch(`${graph.gateway.url}/graphql`, { method: 'OPTIONS', headers });
    return [response.status, response.headers.get('access-control-allow-origin')];
  };
  expect(await preflight(PORTAL)).toEqual([204, PORTAL]);
  for (const origin of ['https://evil.example', 'http://portal.example', `${PORTAL}:8443`, 'null']) {
    expect(await preflight(origin)).toEqual([403, null]);
  }
});
