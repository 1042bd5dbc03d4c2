import http from 'node:http';
import net from 'node:net';
import { afterEach, describe, expect, it } from '@jest/globals';
import express from 'express';
import { connectionToDrop } from './connections.ts';
import { createServer, drain, listen, type ServerLimits } from './http.ts';

const ANSWER = 'answered';
const LONG = 60_000;
/** Nothing times out: only the bound on connections is at work. */
const PATIENT = {
  headersTimeout: LONG,
  requestTimeout: LONG,
  keepAliveTimeout: LONG,
  silenceTimeout: LONG,
};
/** Long enough for whoever asks as others do, on a busy machine as well. */
const HASTY = { headersTimeout: 500, requestTimeout: 700, connectionsCheckingInterval: 50, keepAliveTimeout: 500 };

/** Ways of holding a connection without using it, by what is sent at once. */
const SLOW: readonly [name: string, sent: string][] = [
  ['says nothing', ''],
  ['stops in the headers', 'GET / HTTP/1.1\r\nHost: x\r\nX-Slow: '],
  ['stops in the body', 'POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 1000\r\n\r\n{'],
  ['keeps the connection and asks nothing more', 'GET / HTTP/1.1\r\nHost: x\r\n\r\n'],
];

const opened: (() => Promise<void> | void)[] = [];
afterEach(async () => {
  for (const close of opened.splice(0).reverse()) await close();
});

async function start(limits: Partial<ServerLimits>) {
  const app = express();
  const waiting: (() => void)[] = [];
  let arrived: () => void = () => {};
  app.get('/held', (_request, response) => {
    waiting.push(() => void response.send(ANSWER));
    arrived();
  });
  app.get('/large', (_request, response) => void response.send(Buffer.alloc(64 * 1024 * 1024)));
  app.use(express.text({ type: () => true }), (_request, response) => void response.send(ANSWER));
  const server = createServer(app, limits);
  const url = await listen(server, '127.0.0.1', 0, 'PORT');
  opened.push(() => drain(server, 0));
  return {
    url,
    server,
    open: (sent: string) => open(url, sent),
    /** Resolves when the request that is to be held is there. */
    held: () =>
      new Promise<void>((resolve) => {
        arrived = resolve;
      }),
    release: () => {
      for (const answer of waiting) answer();
    },
  };
}

async function open(url: string, sent: string) {
  const { hostname, port } = new URL(url);
  const socket = net.connect(Number(port), hostname);
  socket.on('error', () => {});
  const closed = new Promise<void>((resolve) => socket.once('close', () => resolve()));
  opened.push(() => void socket.destroy());
  await new Promise<void>((resolve) => socket.once('connect', () => socket.write(sent, () => resolve())));
  return { socket, closed };
}

/** On a connection of its own, so that it is told apart from those that are kept. */
const ask = (url: string): Promise<string> =>
  new Promise((resolve, reject) => {
    http
      .get(url, { agent: false }, async (response) => {
        let text = '';
        for await (const chunk of response) text += String(chunk);
        resolve(text);
      })
      .once('error', reject);
  });

describe('a client', () => {
  it.each(SLOW)('that %s is let go in the end, and others are answered meanwhile', async (_name, sent) => {
    const { url, ...server } = await start(HASTY);
    const slow = await Promise.all(Array.from({ length: 50 }, () => server.open(sent)));
    for (const { socket } of slow) socket.resume();
    expect(await ask(url)).toBe(ANSWER);
    await Promise.all(slow.map(({ closed }) => closed));
    expect(await ask(url)).toBe(ANSWER);
  });

  it('that does not read its answer is let go in the end', async () => {
    const server = await start({ ...PATIENT, silenceTimeout: 200 });
    const gone = new Promise<void>((resolve) => {
      server.server.once('connection', (socket) => socket.once('close', () => resolve()));
    });
    const { socket } = await server.open('GET /large HTTP/1.1\r\nHost: x\r\n\r\n');
    socket.pause();
    await gone;
  });
});

describe('a server that stops accepting', () => {
  it('waits for whoever is owed an answer, and for nobody who has said nothing or asks nothing more', async () => {
    const { server, url, open, held, release } = await start(PATIENT);
    const there = held();
    const asking = ask(`${url}/held`);
    const idle = await Promise.all(['', 'GET / HTTP/1.1\r\nHost: x\r\n\r\n'].map(open));
    for (const { socket } of idle) socket.resume();
    await there;
    const drained = drain(server, LONG);
    await Promise.all(idle.map(({ closed }) => closed));
    release();
    expect(await asking).toBe(ANSWER);
    await drained;
  });
});

describe('when all connections are taken', () => {
  const FEW = { ...PATIENT, maxConnections: 10 };

  it.each(SLOW)('those of clients that %s make room for others', async (_name, sent) => {
    const { url, ...server } = await start(FEW);
    const slow = await Promise.all(Array.from({ length: 40 }, () => server.open(sent)));
    for (const { socket } of slow) socket.resume();
    for (let n = 0; n < 5; n += 1) expect(await ask(url)).toBe(ANSWER);
    let left = slow.length;
    await new Promise<void>((resolve) => {
      for (const { closed } of slow) {
        void closed.then(() => {
          left -= 1;
          if (left <= FEW.maxConnections) resolve();
        });
      }
    });
    expect(await new Promise((resolve) => server.server.getConnections((_error, n) => resolve(n)))).toBeLessThanOrEqual(
      FEW.maxConnections,
    );
  });

  it('so do those of clients that do not read their answers', async () => {
    const { url, ...server } = await start({ ...PATIENT, maxConnections: 3 });
    const stuck = await Promise.all(
      Array.from({ length: 3 }, () => server.open('GET /large HTTP/1.1\r\nHost: x\r\n\r\n')),
    );
    // Their answers have begun, and are too large for what lies between us and them.
    await Promise.all(stuck.map(({ socket }) => new Promise((resolve) => socket.once('readable', resolve))));
    expect(await ask(url)).toBe(ANSWER);
  });

  it('who is owed an answer keeps theirs, and nobody else comes in when all are', async () => {
    const { url, ...server } = await start({ ...PATIENT, maxConnections: 1 });
    const there = server.held();
    const first = ask(`${url}/held`);
    await there;
    await expect(ask(url)).rejects.toThrow();
    server.release();
    expect(await first).toBe(ANSWER);
    expect(await ask(url)).toBe(ANSWER);
  });
});

describe('the connection to drop', () => {
  const connection = (address: string, since: number, owed = false) => ({ address, since, owed });

  it('is the one that has waited longest', () => {
    const oldest = connection('a', 1);
    expect(connectionToDrop([connection('a', 2), oldest, connection('a', 0, true)])).toBe(oldest);
  });

  it('is one of the address with most of them, however long others wait', () => {
    const greedy = connection('b', 8);
    expect(connectionToDrop([connection('a', 1), greedy, connection('b', 9), connection('b', 2, true)])).toBe(greedy);
  });

  it('is none when all are owed an answer', () => {
    expect(connectionToDrop([connection('a', 1, true), connection('b', 2, true)])).toBeNull();
    expect(connectionToDrop([])).toBeNull();
  });
});
