import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { COST, CREDENTIAL_HEADER, PUBLIC_ACTOR, REQUEST_ID_HEADER } from '@mandate-graph/runtime';
import { silentLog, testPlatform } from '@mandate-graph/testkit';
import { openBudget } from '../limits/budget.ts';
import { LEAK } from '../testing/graph.ts';
import { codeOf, received, startKeeper, type TestKeeper, TICKET } from '../testing/keeper.ts';

const PORTAL = 'https://portal.example';

let keeper: TestKeeper;
beforeAll(async () => {
  keeper = await startKeeper({ variables: { CORS_ORIGINS: PORTAL } });
});
afterEach(() => {
  keeper.script((_request, response) => void response.end());
  expect(keeper.graph.lines.join('\n')).not.toContain(TICKET);
});
afterAll(() => keeper.close());

const send = (method: string, headers = {}, path?: string) => {
  const request = keeper.open(method, headers, path);
  request.end();
  return received(request);
};
const last = () => keeper.requests.at(-1)!;

describe('the keeper of documents is asked', () => {
  const { actorCredentials } = testPlatform({ databaseUrl: '' });

  it.each(['GET', 'PUT'])('at the same path by %s, on behalf of the public, whoever else is named', async (method) => {
    await send(method, { authorization: 'Bearer abc', cookie: 'a=b', 'x-forwarded-for': '10.1.2.3' });
    const { method: sent, url, headers } = last();
    expect([sent, url]).toEqual([method, `/documents/${TICKET}`]);
    const credential = headers[CREDENTIAL_HEADER] as string;
    expect(await actorCredentials.verify(credential, 'candidates')).toEqual(PUBLIC_ACTOR);
    expect(await actorCredentials.verify(credential, 'catalogue')).toBeNull();
    for (const name of ['authorization', 'cookie', 'x-forwarded-for']) expect(headers[name]).toBeUndefined();
  });

  it('under the id of the request, with the type and the length of what is sent', async () => {
    const id = 'b6d7a0a4-0000-4000-8000-000000000000';
    const request = keeper.open('PUT', { [REQUEST_ID_HEADER]: id, 'content-type': 'application/pdf' });
    request.end();
    expect((await received(request)).headers[REQUEST_ID_HEADER]).toBe(id);
    expect(last().headers).toMatchObject({ [REQUEST_ID_HEADER]: id, 'content-type': 'application/pdf' });
    const sized = keeper.open('PUT', { 'content-length': 3 });
    sized.end('abc');
    await received(sized);
    expect(last().headers).toMatchObject({ 'content-length': '3' });
  });

  it('at the address that it has, whether that names its GraphQL or not', async () => {
    const { graph } = keeper;
    const url = graph.urlOf('candidates');
    graph.redirect('candidates', url.replace('/graphql', ''));
    expect((await send('GET')).status).toBe(200);
    graph.redirect('candidates', url.replace('/graphql', '/part/graphql'));
    await send('GET');
    expect(last().url).toBe(`/part/documents/${TICKET}`);
    graph.redirect('candidates', url);
  });

  it('without what else stands in the address', async () => {
    await send('GET', {}, `/documents/${TICKET}?as=else`);
    expect(last().url).toBe(`/documents/${TICKET}`);
  });
});

describe('an answer has', () => {
  it('only those headers of the keeper that are about the document', async () => {
    const passed = {
      'content-type': 'application/pdf',
      'content-length': '3',
      'content-disposition': "attachment; filename*=UTF-8''cv.pdf",
      'cache-control': 'private, no-store',
      'x-content-type-options': 'nosniff',
      'retry-after': '7',
    };
    const kept = {
      'set-cookie': 'a=b',
      location: 'http://10.0.0.7',
      server: 'inside',
      'x-powered-by': 'inside',
      'access-control-allow-origin': '*',
      'x-frame-options': 'ALLOWALL',
      'strict-transport-security': 'max-age=0',
      [REQUEST_ID_HEADER]: 'inside',
    };
    keeper.script((_request, response) => void response.writeHead(200, { ...passed, ...kept }).end('abc'));
    const { headers, body } = await send('GET');
    expect(headers).toMatchObject(passed);
    expect(body.toString()).toBe('abc');
    for (const [name, value] of Object.entries(kept)) expect(headers[name]).not.toEqual(value);
    expect(headers).toMatchObject({
      'x-frame-options': 'DENY',
      'strict-transport-security': expect.stringContaining('max-age=31536000'),
    });
  });

  it('the strictest policy, to which the keeper can only add', async () => {
    const policy = "default-src 'none';frame-ancestors 'none';sandbox";
    keeper.script((_request, response) => void response.setHeader('content-security-policy', 'img-src *').end());
    expect((await send('GET')).headers['content-security-policy']).toBe(`${policy}, img-src *`);
    keeper.script((_request, response) => void response.end());
    const { headers } = await send('GET');
    expect(headers).toMatchObject({
      'content-security-policy': policy,
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store',
    });
  });
});

describe('nobody is asked', () => {
  const times = () => keeper.requests.length;

  it.each(['POST', 'DELETE', 'PATCH', 'OPTIONS', 'HEAD'])('for %s', async (method) => {
    const before = times();
    const answer = await send(method);
    expect([answer.status, answer.headers.allow]).toEqual([405, 'GET, PUT']);
    if (method !== 'HEAD') expect(codeOf(answer)).toBe('BAD_REQUEST');
    expect(times()).toBe(before);
  });

  it.each([
    ['nothing', ''],
    ['dots that lead elsewhere', '..'],
    ['dots before the rest', '.abc'],
    ['dots after the rest', 'abc.'],
    ['a slash', 'abc/def'],
    ['an encoded slash', 'abc%2fdef'],
    ['an encoded way up', '%2e%2e%2fgraphql'],
    ['a line break', 'abc%0d%0aX-Evil:1'],
    ['letters outside of base64url', 'abc+def'],
    ['more than 400 characters', 'a'.repeat(401)],
  ])('with a ticket that is %s', async (_name, ticket) => {
    const before = times();
    const answer = await send('GET', {}, `/documents/${ticket}`);
    expect([answer.status, codeOf(answer)]).toEqual([404, 'NOT_FOUND']);
    expect(times()).toBe(before);
  });

  it('but with one of 400 characters', async () => {
    expect((await send('GET', {}, `/documents/${'a'.repeat(400)}`)).status).toBe(200);
  });
});

describe('pages of listed origins', () => {
  const preflight = (origin: string, path?: string) =>
    send('OPTIONS', { origin, 'access-control-request-method': 'PUT' }, path);

  it('may send and fetch documents, and no others may', async () => {
    const { status, headers } = await preflight(PORTAL);
    expect(status).toBe(204);
    expect(headers).toMatchObject({
      'access-control-allow-origin': PORTAL,
      'access-control-allow-methods': 'GET, PUT',
      'access-control-allow-headers': expect.stringContaining('content-type'),
    });
    expect((await preflight('https://evil.example')).status).toBe(403);
    const fetched = await send('GET', { origin: PORTAL });
    expect(fetched.headers).toMatchObject({
      'access-control-allow-origin': PORTAL,
      'access-control-expose-headers': expect.stringContaining('content-disposition'),
    });
    const elsewhere = await send('GET', { origin: 'https://evil.example' });
    expect(elsewhere.headers['access-control-allow-origin']).toBeUndefined();
  });

  it('may put nothing to the graph', async () => {
    const { headers } = await preflight(PORTAL, '/graphql');
    expect(headers['access-control-allow-methods']).toBe('GET, POST');
  });
});

it('each request costs its address the same, whatever becomes of it, until nothing is left', async () => {
  const points = { anonymous: 3 * COST.documentPoints + 1 };
  const budget = openBudget({ databaseUrl: null, secret: 's', log: silentLog, points });
  const poor = await startKeeper({ gateway: { budget } });
  try {
    const statuses: number[] = [];
    for (const [method, path] of [['GET'], ['DELETE'], ['GET', '/documents/..'], ['GET'], ['PUT']]) {
      const request = poor.open(method!, { authorization: 'Bearer abc' }, path);
      request.end();
      const answer = await received(request);
      statuses.push(answer.status);
      if (answer.status !== 429) continue;
      expect(codeOf(answer)).toBe('LIMIT_EXCEEDED');
      expect(Number(answer.headers['retry-after'])).toBeGreaterThan(0);
    }
    expect(statuses).toEqual([200, 405, 404, 429, 429]);
    expect(poor.requests).toHaveLength(1);
  } finally {
    await poor.close();
  }
});

describe('a keeper that cannot be used is told of in one sentence', () => {
  const refusal = {
    errors: [
      {
        message: 'Documents cannot be reached at the moment: try again in a moment.',
        extensions: { code: 'SUBGRAPH_UNAVAILABLE' },
      },
    ],
  };

  it.each(['GET', 'PUT'])('when nobody listens, by %s', async (method) => {
    const url = keeper.graph.urlOf('candidates');
    keeper.graph.redirect('candidates', 'http://127.0.0.1:9/graphql');
    const { status, body } = await send(method);
    keeper.graph.redirect('candidates', url);
    expect([status, JSON.parse(body.toString())]).toEqual([503, refusal]);
    expect(body.toString()).not.toMatch(LEAK);
    expect(keeper.graph.lines.at(-1)).toContain('connection failed (ECONNREFUSED)');
  });

  it('when it does not believe the gateway', async () => {
    keeper.script((_request, response) => void response.writeHead(401).end());
    const { status, body } = await send('GET');
    expect([status, JSON.parse(body.toString())]).toEqual([503, refusal]);
  });

  it.each(['GET', 'PUT'])('when it does not answer %s in time', async (method) => {
    const hasty = await startKeeper({ environment: { subgraphTimeout: 100 } });
    try {
      hasty.script(() => {});
      const request = hasty.open(method);
      request.end();
      const { status, body } = await received(request);
      expect([status, JSON.parse(body.toString())]).toEqual([503, refusal]);
    } finally {
      await hasty.close();
    }
  });
});
