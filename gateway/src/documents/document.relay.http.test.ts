import { createHash, randomBytes } from 'node:crypto';
import diagnostics from 'node:diagnostics_channel';
import { once } from 'node:events';
import type { ClientRequest, IncomingMessage, ServerResponse } from 'node:http';
import net from 'node:net';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { CREDENTIAL_HEADER, LIMITS } from '@mandate-graph/runtime';
import { json } from '../testing/graph.ts';
import { codeOf, received, startKeeper, type TestKeeper, TICKET } from '../testing/keeper.ts';

const MAX = LIMITS.documentBytes.bound;
const LONG = 60_000;
/** Small beside a document, and large beside what a stream holds. */
const LITTLE = 1024 * 1024;

let keeper: TestKeeper;
beforeAll(async () => {
  keeper = await startKeeper({ gateway: { server: { lingerTimeout: LONG } } });
});
afterEach(() => expect(keeper.graph.lines.join('\n')).not.toContain(TICKET));
afterAll(() => keeper.close());

const digest = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex');
const turn = () => new Promise<void>((resolve) => setImmediate(resolve));

async function read(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

/** Watches what the gateway holds of documents, in memory, until nothing more has moved for a while. */
async function heldWhenStuck(moved: () => number): Promise<number> {
  let most = 0;
  let still = 0;
  for (let before = -1; still < 1_000; still = moved() === before ? still + 1 : 0) {
    before = moved();
    await turn();
    most = Math.max(most, ...[...held].map((stream) => stream.writableLength));
  }
  return most;
}

/** The gateway's side of each exchange: neither that of the keeper nor that of the test. */
const held = new Set<ClientRequest | ServerResponse>();
type Started = { request: ClientRequest };
type Arrived = { request: IncomingMessage; response: ServerResponse };
const started = (message: unknown) => {
  const { request } = message as Started;
  if (request.getHeader(CREDENTIAL_HEADER) !== undefined) held.add(request);
};
const arrived = (message: unknown) => {
  const { request, response } = message as Arrived;
  if (request.headers[CREDENTIAL_HEADER] === undefined) held.add(response);
};
beforeEach(() => held.clear());
beforeAll(() => {
  diagnostics.subscribe('http.client.request.start', started);
  diagnostics.subscribe('http.server.request.start', arrived);
});
afterAll(() => {
  diagnostics.unsubscribe('http.client.request.start', started);
  diagnostics.unsubscribe('http.server.request.start', arrived);
});

describe('a document of the largest size', () => {
  const document = randomBytes(MAX);

  it.each([
    ['with its length', { 'content-length': MAX }],
    ['without', {}],
  ])('is sent %s as it is, and waits for its keeper to read it', async (_name, headers) => {
    const reached = new Promise<[IncomingMessage, ServerResponse]>((resolve) => {
      keeper.script((sent, response) => resolve([sent, response]));
    });
    const request = keeper.open('PUT', headers);
    request.end(document);
    const [sent, response] = await reached;
    expect(await heldWhenStuck(() => request.socket!.bytesWritten)).toBeLessThan(LITTLE);
    response.writeHead(201).end(digest(await read(sent)));
    const { status, body } = await received(request);
    expect([status, body.toString()]).toEqual([201, digest(document)]);
  });

  it.each([
    ['with its length', { 'content-length': MAX }],
    ['without', {}],
  ])('is fetched %s as it is, and waits for its reader', async (_name, headers) => {
    let socket: net.Socket | null = null;
    keeper.script((_request, response) => {
      socket = response.socket;
      response.writeHead(200, headers).end(document);
    });
    const request = keeper.open('GET');
    request.end();
    const [answer] = (await once(request, 'response')) as [IncomingMessage];
    expect(await heldWhenStuck(() => socket!.bytesWritten)).toBeLessThan(LITTLE);
    expect(digest(await read(answer))).toBe(digest(document));
  });
});

describe('a document that is a byte too large', () => {
  it('is refused by its length, before anything of it is sent', async () => {
    const before = keeper.requests.length;
    const answer = await received(keeper.open('PUT', { 'content-length': MAX + 1 }));
    expect([answer.status, codeOf(answer)]).toEqual([413, 'LIMIT_EXCEEDED']);
    expect(answer.body.toString()).toContain('documentBytes must be at most 8388608 bytes, but is 8388609.');
    expect(keeper.requests).toHaveLength(before);
  });

  it('is cut where no length was given, and its keeper sees that it is', async () => {
    const seen = new Promise<[bytes: number, complete: boolean]>((resolve) => {
      keeper.script((request) => {
        let bytes = 0;
        request.on('data', (chunk: Buffer) => {
          bytes += chunk.length;
        });
        request.once('close', () => resolve([bytes, request.complete]));
        request.once('error', () => {});
      });
    });
    const request = keeper.open('PUT');
    request.end(Buffer.alloc(MAX + 1));
    const answer = await received(request);
    expect([answer.status, codeOf(answer)]).toEqual([413, 'LIMIT_EXCEEDED']);
    expect(answer.body.toString()).toContain('documentBytes must be at most 8388608 bytes, but is more.');
    const [bytes, complete] = await seen;
    expect(complete).toBe(false);
    expect(bytes).toBeLessThanOrEqual(MAX);
  });
});

describe('a client that goes away', () => {
  it('while it sends takes the request to the keeper with it', async () => {
    const request = keeper.open('PUT', { 'content-length': 1_000 });
    const seen = new Promise<boolean>((resolve) => {
      keeper.script((sent) => {
        sent.once('data', () => request.destroy());
        sent.once('close', () => resolve(sent.complete));
        sent.once('error', () => {});
      });
    });
    request.write('abc');
    expect(await seen).toBe(false);
  });

  it('while it waits or reads does so too, and nobody is warned', async () => {
    const before = keeper.graph.lines.length;
    for (const begin of [() => {}, (response: ServerResponse) => void response.writeHead(200).write('abc')]) {
      const request = keeper.open('GET');
      const gone = new Promise<void>((resolve) => {
        keeper.script((_request, response) => {
          response.once('close', resolve);
          begin(response);
          if (response.headersSent) request.once('response', () => request.destroy());
          else request.destroy();
        });
      });
      request.end();
      await gone;
    }
    expect(keeper.graph.lines).toHaveLength(before);
  });
});

describe('a keeper that refuses', () => {
  const REFUSAL = JSON.stringify({ errors: [{ message: 'Gone.', extensions: { code: 'GONE' } }] });

  it.each([403, 410, 413, 415])('with %i before anything of the body is there is heard at once', async (status) => {
    keeper.script(json(REFUSAL, { 'retry-after': '9' }, status));
    for (const headers of [{}, { 'content-length': 1_000 }]) {
      const answer = await received(keeper.open('PUT', headers));
      expect([answer.status, codeOf(answer), answer.headers['retry-after']]).toEqual([status, 'GONE', '9']);
    }
  });

  it('amid the body is heard by a client that sends all of it before it listens', async () => {
    keeper.script((request, response) => {
      request.once('readable', () => {
        request.read(1);
        json(REFUSAL, {}, 415)(request, response);
      });
    });
    for (let time = 0; time < 10; time += 1) {
      const { hostname, port } = new URL(keeper.graph.gateway.url);
      const socket = net.connect(Number(port), hostname);
      socket.write(`PUT /documents/${TICKET} HTTP/1.1\r\nHost: x\r\nContent-Length: ${MAX}\r\n\r\n`);
      await new Promise<void>((resolve, reject) => {
        socket.once('error', reject);
        socket.write(Buffer.alloc(MAX), () => resolve());
      });
      const [answer] = await once(socket, 'data');
      socket.destroy();
      expect(String(answer)).toMatch(/^HTTP\/1\.1 415 /);
      expect(String(answer)).toContain(REFUSAL);
    }
  });
});

describe('a keeper that dies', () => {
  it.each([
    ['amid a document of known length', { 'content-length': 1_000 }],
    ['amid a document of any length', {}],
  ])('%s leaves its reader with one that is cut, too', async (_name, headers) => {
    keeper.script((_request, response) => {
      response.writeHead(200, headers).write('abc');
      whole.on('response', () => response.destroy());
    });
    const whole = keeper.open('GET');
    const answer = received(whole);
    whole.end();
    await expect(answer).rejects.toMatchObject({ code: 'ECONNRESET' });
    expect(keeper.graph.lines.at(-1)).toContain('a document was not carried');
  });

  it('amid an upload is told of while the client still sends', async () => {
    keeper.script((request) => void request.once('data', () => request.socket.destroy()));
    const request = keeper.open('PUT', { 'content-length': 1_000 });
    request.write('abc');
    const answer = await received(request);
    expect([answer.status, codeOf(answer)]).toEqual([503, 'SUBGRAPH_UNAVAILABLE']);
  });
});

it('an upload may take longer than any other request', async () => {
  const hasty = await startKeeper({
    gateway: { server: { headersTimeout: LONG, requestTimeout: 500, uploadTimeout: LONG } },
  });
  try {
    hasty.script(async (request, response) => void response.writeHead(201).end(await read(request)));
    const upload = hasty.open('PUT', { 'content-length': 6 });
    upload.write('abc');
    const other = hasty.open('POST', { 'content-type': 'application/json', 'content-length': 6 }, '/graphql');
    other.write('{');
    expect((await received(other)).status).toBe(408);
    upload.end('def');
    const { status, body } = await received(upload);
    expect([status, body.toString()]).toEqual([201, 'abcdef']);
  } finally {
    await hasty.close();
  }
});
