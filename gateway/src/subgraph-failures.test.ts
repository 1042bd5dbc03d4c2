import { gzipSync } from 'node:zlib';
import { afterEach, describe, expect, it } from '@jest/globals';
import { STATEMENTS_HEADER } from '@mandate-graph/runtime';
import { type Handler, json, LEAK, startFake, startGraph, type TestGraph } from './testing/graph.ts';

const BOTH = '{ vacancies { id title unit { name } } }';
/** Short, for those that hang, and yet enough for the one beside them. */
const DEADLINE = 500;
const INSTITUTION_ONLY = '{ motto }';

const MEGABYTE = Buffer.alloc(1024 * 1024, ' ');
/** 64 MiB of nothing, in a few kilobytes. */
const BOMB = gzipSync(Buffer.alloc(64 * 1024 * 1024));

const entities = (count: number) => JSON.stringify({ data: { _entities: Array(count).fill({ unit: { name: 'U' } }) } });

/** Every way to answer badly, and what the log says of it. */
const FAILURES: readonly [name: string, handler: Handler, reason: RegExp][] = [
  ['accepts and never answers', () => {}, /no answer within 500 ms/],
  [
    'sends headers and then a byte now and then',
    (_request, response) => {
      response.writeHead(200, { 'content-type': 'application/json' });
      const drip = setInterval(() => response.write(' '), 20);
      response.once('close', () => clearInterval(drip));
    },
    /no answer within 500 ms/,
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

  /** With ample time to answer, unless it is said to hang. */
  const start = async (handler: Handler, hangs = false): Promise<TestGraph> => {
    const fake = await startFake(handler);
    opened.push(fake);
    const graph = await startGraph(hangs ? { environment: { subgraphTimeout: DEADLINE } } : {});
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
    const graph = await start(handler, String(reason).includes('no answer'));
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
    });
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
    const graph = await start(() => {}, true);
    const began = performance.now();
    await graph.ask(INSTITUTION_ONLY);
    expect(performance.now() - began).toBeGreaterThanOrEqual(DEADLINE - 10);
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
