import http from 'node:http';
import { gzipSync } from 'node:zlib';
import { afterEach, describe, expect, it } from '@jest/globals';
import { CREDENTIAL_HEADER, REQUEST_ID_HEADER, STATEMENTS_HEADER } from '@mandate-graph/runtime';
import { type Answer, LEAK, startFake, startGraph, type TestGraph } from './testing/graph.ts';

const BOTH = '{ vacancies { id title unit { name } } }';
const INSTITUTION_ONLY = '{ motto }';

type Handler = (request: http.IncomingMessage, response: http.ServerResponse) => void;

const json = (body: string, headers: http.OutgoingHttpHeaders = {}, status = 200): Handler => {
  return (_request, response) => {
    response.writeHead(status, { 'content-type': 'application/json', ...headers });
    response.end(body);
  };
};

const MEGABYTE = Buffer.alloc(1024 * 1024, ' ');
/** 64 MiB of nothing, in a few kilobytes. */
const BOMB = gzipSync(Buffer.alloc(64 * 1024 * 1024));

const entities = (count: number) => JSON.stringify({ data: { _entities: Array(count).fill({ unit: { name: 'U' } }) } });

/** Every way to answer badly, and what the log says of it. */
const FAILURES: readonly [name: string, handler: Handler, reason: RegExp][] = [
  ['accepts and never answers', () => {}, /no answer within 150 ms/],
  [
    'sends headers and then a byte now and then',
    (_request, response) => {
      response.writeHead(200, { 'content-type': 'application/json' });
      const drip = setInterval(() => response.write(' '), 20);
      response.once('close', () => clearInterval(drip));
    },
    /no answer within 150 ms/,
  ],
  ['resets the connection', (request) => request.socket.resetAndDestroy(), /connection failed/],
  ['answers a page of HTML', json('<html>127.0.0.1</html>', { 'content-type': 'text/html' }), /content type/],
  ['answers HTML as JSON', json('<html>at /srv/node_modules/x.js</html>'), /not JSON/],
  ['cuts its JSON short', json('{"data":{"_entities":[{"unit"'), /not JSON/],
  ['promises more bytes than it sends', json('{"data":{}}', { 'content-length': 100 }), /connection failed|no answer/],
  ['answers JSON that is no object', json('[1]'), /not an object/],
  ['answers 200 without data', json('{}'), /neither data nor errors/],
  ['answers null data without errors', json('{"data":null,"errors":[]}'), /neither data nor errors/],
  ['answers data of another shape', json('{"data":"all"}'), /not an object/],
  ['answers too few entities', json(entities(1)), /not the 3 entities/],
  ['answers entities that are none', json('{"data":{"_entities":[1,2,3]}}'), /not objects/],
  ['answers errors that are none', json('{"errors":[1]}'), /error without a message/],
  ['answers status 503', json('{"errors":[{"message":"x"}]}', {}, 503), /status 503/],
  ['redirects', json('', { location: 'http://127.0.0.1:1/' }, 302), /status 302/],
  ['refuses the credential', json('{"errors":[{"message":"no"}]}', {}, 401), /status 401/],
  [
    'answers a gzip bomb',
    (_request, response) => {
      response.writeHead(200, { 'content-type': 'application/json', 'content-encoding': 'gzip' });
      response.end(BOMB);
    },
    /encoding/,
  ],
];

describe('a subgraph that fails', () => {
  const opened: { close(): Promise<void> }[] = [];
  afterEach(async () => {
    for (const one of opened.splice(0).reverse()) await one.close();
  });

  const start = async (handler: Handler, subgraphTimeout = 150): Promise<TestGraph> => {
    const fake = await startFake(handler);
    opened.push(fake);
    const graph = await startGraph({ environment: { subgraphTimeout } });
    opened.push(graph);
    graph.redirect('ksz-ehealth', fake.url);
    return graph;
  };

  const expectOthersToStand = async (graph: TestGraph): Promise<void> => {
    const answer = await graph.ask(BOTH);
    expect(answer.status).toBe(200);
    expect(answer.body).toEqual({
      data: {
        vacancies: ['v1', 'v2', 'v3'].map((id) => ({ id, title: `Vacancy ${id}`, unit: null })),
      },
      errors: [
        {
          message: expect.stringMatching(/^The subgraph ksz-ehealth does not answer\. /),
          extensions: { code: 'SUBGRAPH_UNAVAILABLE', subgraph: 'ksz-ehealth' },
        },
      ],
    });
    expect(answer.text).not.toMatch(LEAK);
  };

  it.each(FAILURES)('leaves the rest of the answer standing when it %s', async (_name, handler, reason) => {
    const graph = await start(handler);
    await expectOthersToStand(graph);
    const [line] = graph.lines.filter((text) => text.includes('no usable answer'));
    expect(JSON.parse(line!)).toMatchObject({ subgraph: 'ksz-ehealth', reason: expect.stringMatching(reason) });
    expect(line).not.toMatch(/127\.0\.0\.1/);
  });

  it('leaves the rest of the answer standing when it is down, and recovers', async () => {
    const graph = await startGraph();
    opened.push(graph);
    const before = graph.reports.length;
    expect((await graph.ask(INSTITUTION_ONLY)).body).toEqual({ data: { motto: 'one graph' } });
    await graph.stop('ksz-ehealth');
    await expectOthersToStand(graph);

    const fake = await startFake(json('{"data":{"motto":"back"}}', { [STATEMENTS_HEADER]: '3' }));
    opened.push(fake);
    graph.redirect('ksz-ehealth', fake.url);
    expect((await graph.ask(INSTITUTION_ONLY)).body).toEqual({ data: { motto: 'back' } });
    expect(graph.reports.length - before).toBe(3);
  });

  it('leaves the rest of the answer standing when it streams without end, and stops reading', async () => {
    let sent = 0;
    const graph = await start((_request, response) => {
      response.writeHead(200, { 'content-type': 'application/json' });
      const pump = (): void => {
        while (!response.destroyed) {
          sent += MEGABYTE.length;
          if (!response.write(MEGABYTE)) break;
        }
      };
      response.on('drain', pump);
      response.on('error', () => {});
      pump();
    }, 20_000);
    await expectOthersToStand(graph);
    expect(graph.lines.join('')).toContain('an answer of more than 16777216 bytes');
    expect(sent).toBeLessThan(64 * MEGABYTE.length);
  });

  it('says once per subgraph that it does not answer', async () => {
    const graph = await start(json('{}'));
    const answer = await graph.ask('{ vacancies { id unit { name } } motto }');
    expect(answer.body.errors).toHaveLength(1);
    expect(graph.reports.at(-1)!.requests.filter(({ subgraph }) => subgraph === 'ksz-ehealth')).toHaveLength(2);
  });

  it('ends each request at its deadline', async () => {
    const graph = await start(() => {});
    const began = performance.now();
    await graph.ask(INSTITUTION_ONLY);
    const ms = performance.now() - began;
    expect(ms).toBeGreaterThanOrEqual(140);
    expect(ms).toBeLessThan(2_000);
  });

  it('never sends a request twice', async () => {
    let count = 0;
    const graph = await start((request) => {
      count += 1;
      request.socket.destroy();
    });
    await graph.ask(INSTITUTION_ONLY);
    expect(count).toBe(1);
  });
});

describe('an answer that does not fit the schema', () => {
  const QUERY = '{ vacancies { id days unit { name } } }';
  const ask = async (entity: string): Promise<Answer & { log: string }> => {
    const fake = await startFake(json(`{"data":{"_entities":[${entity},${entity},${entity}]}}`));
    const graph = await startGraph();
    try {
      graph.redirect('ksz-ehealth', fake.url);
      const answer = await graph.ask(QUERY);
      expect(answer.text).not.toMatch(LEAK);
      expect(answer.body.extensions).toBeUndefined();
      return { ...answer, log: graph.lines.join('') };
    } finally {
      await graph.close();
      await fake.close();
    }
  };

  it.each([
    ['a value of another type', '{"days":"of 127.0.0.1","unit":{"name":"u"}}', 'days'],
    ['an object for a value', '{"days":{"a":1},"unit":{"name":"u"}}', 'days'],
    ['a list for an object', '{"days":1,"unit":[1]}', 'unit'],
    ['an object without its fields', '{"days":1,"unit":{"__proto__":{"name":"u"}}}', 'unit'],
  ])('gives a masked error at the place of %s, and the rest', async (_name, entity, field) => {
    const { status, body, log } = await ask(entity);
    expect(status).toBe(200);
    expect(body.data).toMatchObject({ vacancies: [{ id: 'v1', [field]: null }, { id: 'v2' }, { id: 'v3' }] });
    expect(body.errors).toHaveLength(3);
    const { id } = body.errors![0]!.extensions as { id: string };
    for (const [index, error] of body.errors!.entries()) {
      expect(error.message).toContain(id);
      expect(error.extensions).toEqual({ code: 'INTERNAL_SERVER_ERROR', id });
      expect(error.path!.slice(0, 3)).toEqual(['vacancies', index, field]);
    }
    expect(log).toContain(id);
    expect(log).not.toContain('of 127.0.0.1');
  });

  it.each([
    ['a string for an object', '{"days":1,"unit":"127.0.0.1"}'],
    ['a type that there is none of', '{"__typename":"Nope","days":1,"unit":{"name":"u"}}'],
  ])('gives one masked error or more, and nothing else, for %s', async (_name, entity) => {
    const { body } = await ask(entity);
    expect(body.data ?? null).toBeNull();
    for (const { extensions } of body.errors!) expect(extensions!['code']).toBe('INTERNAL_SERVER_ERROR');
  });
});

describe('a request to a subgraph', () => {
  it('carries credential, request id and what was asked, and nothing of the caller', async () => {
    const seen: http.IncomingHttpHeaders[] = [];
    const fake = await startFake((request, response) => {
      seen.push(request.headers);
      json('{"data":{"motto":"m"}}')(request, response);
    });
    const graph = await startGraph();
    try {
      graph.redirect('ksz-ehealth', fake.url);
      await graph.ask(INSTITUTION_ONLY, {
        headers: { [REQUEST_ID_HEADER]: 'caller-0001', authorization: 'Bearer x', cookie: 'a=b' },
      });
      expect(Object.keys(seen[0]!).sort()).toEqual(
        [
          'accept',
          'accept-encoding',
          'connection',
          'content-length',
          'content-type',
          'host',
          CREDENTIAL_HEADER,
          REQUEST_ID_HEADER,
        ].sort(),
      );
      expect(seen[0]![REQUEST_ID_HEADER]).toBe('caller-0001');
      expect(seen[0]!['accept-encoding']).toBe('identity');
    } finally {
      await graph.close();
      await fake.close();
    }
  });

  it('is refused by another subgraph than the one it was signed for', async () => {
    const graph = await startGraph();
    try {
      // The credential names ksz-ehealth; the catalogue gets it.
      graph.redirect('ksz-ehealth', graph.urlOf('catalogue'));
      expect((await graph.ask(INSTITUTION_ONLY)).body.errors).toMatchObject([
        { extensions: { code: 'SUBGRAPH_UNAVAILABLE', subgraph: 'ksz-ehealth' } },
      ]);
      expect(graph.lines.join('')).toContain('"reason":"status 401"');
    } finally {
      await graph.close();
    }
  });
});

describe('errors of a subgraph itself', () => {
  let graph: TestGraph;
  afterEach(() => graph.close());

  it('pass with their code, problems and path, and without the subgraph’s inner names', async () => {
    graph = await startGraph();
    const answer = await graph.ask('{ vacancies { id } refused }');
    expect(answer.body).toEqual({
      data: { vacancies: [{ id: 'v1' }, { id: 'v2' }, { id: 'v3' }], refused: null },
      errors: [
        {
          message: 'filter.text is too long.',
          path: ['refused'],
          extensions: {
            code: 'BAD_USER_INPUT',
            problems: [{ path: 'filter.text', code: 'TOO_LONG', value: 'abc', rule: 'filter.text is too long.' }],
          },
        },
      ],
    });
  });

  it('pass with the same id when they are masked', async () => {
    graph = await startGraph();
    const answer = await graph.ask('{ broken }');
    expect(answer.status).toBe(200);
    const [error] = answer.body.errors!;
    expect(error).toMatchObject({
      message: expect.stringMatching(/^Something went wrong on our side\./),
      path: ['broken'],
      extensions: { code: 'INTERNAL_SERVER_ERROR', id: expect.any(String) },
    });
    expect(answer.text).not.toMatch(LEAK);
    expect(answer.text).not.toContain('secret');
    expect(graph.lines.some((line) => line.includes(String(error!.extensions!['id'])))).toBe(true);
  });
});

describe('an entity that its subgraph no longer shows', () => {
  it('is null where it may be, without an error and without a word on how the gateway noticed', async () => {
    const graph = await startGraph();
    try {
      const answer = await graph.ask('{ vacancies { id unit { name } } }');
      expect(answer.body).toEqual({
        data: {
          vacancies: [
            { id: 'v1', unit: { name: 'Unit of v1' } },
            { id: 'v2', unit: { name: 'Unit of v2' } },
            { id: 'v3', unit: null },
          ],
        },
      });
    } finally {
      await graph.close();
    }
  });
});
