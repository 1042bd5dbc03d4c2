import net from 'node:net';
import { afterEach, describe, expect, it } from '@jest/globals';
import express from 'express';
import { createServer, drain, listen, type ServerLimits } from './http.ts';
import { expectUpload } from './uploads.ts';

const LONG = 60_000;
const PATIENT: Partial<ServerLimits> = {
  headersTimeout: LONG,
  requestTimeout: LONG,
  uploadTimeout: LONG,
  lingerTimeout: LONG,
};
/** More than lies between two sockets. */
const MUCH = 64 * 1024 * 1024;

const opened: (() => Promise<void> | void)[] = [];
afterEach(async () => {
  for (const close of opened.splice(0).reverse()) await close();
});

/** A server that reads at `/upload`, and elsewhere answers as soon as there is anything of a body. */
async function start(limits: Partial<ServerLimits>) {
  const app = express();
  app.put('/upload', (request, response) => {
    expectUpload(request);
    request.resume().once('end', () => void response.send('whole'));
  });
  app.use((request, response) => {
    request.once('data', () => {
      request.pause();
      response.send('enough');
    });
  });
  const server = createServer(app, { ...PATIENT, ...limits });
  const { hostname, port } = new URL(await listen(server, '127.0.0.1', 0, 'PORT'));
  opened.push(() => drain(server, 0));
  return (path: string, length: number) => open(net.connect(Number(port), hostname), path, length);
}

/** A client that keeps its connection, and goes on sending whatever it is told. */
function open(socket: net.Socket, path: string, length: number) {
  let text = '';
  const changed = new Set<() => void>();
  socket.on('error', () => {});
  socket.on('data', (chunk) => {
    text += String(chunk);
    for (const look of changed) look();
  });
  opened.push(() => void socket.destroy());
  socket.write(`PUT ${path} HTTP/1.1\r\nHost: x\r\nContent-Length: ${length}\r\n\r\n`);
  return {
    socket,
    text: () => text,
    /** Resolves when this has been received. */
    has: (words: string) =>
      new Promise<void>((resolve) => {
        const look = () => text.includes(words) && resolve();
        changed.add(look);
        look();
      }),
    send: (bytes: number) => new Promise<void>((resolve) => socket.write(Buffer.alloc(bytes), () => resolve())),
    closed: new Promise<void>((resolve) => socket.once('close', () => resolve())),
  };
}

describe('a body that does not come in time', () => {
  it('ends its connection, unless it is an upload', async () => {
    const connect = await start({ requestTimeout: 100 });
    const upload = connect('/upload', 2);
    await upload.send(1);
    const other = connect('/', 2);
    await other.closed;
    expect(other.text()).toBe('HTTP/1.1 408 Request Timeout\r\nConnection: close\r\n\r\n');
    await upload.send(1);
    await upload.has('whole');
  });

  it('ends that of an upload in the end', async () => {
    const connect = await start({ headersTimeout: 100, uploadTimeout: 100, connectionsCheckingInterval: 20 });
    const upload = connect('/upload', 2);
    await upload.send(1);
    await upload.closed;
    expect(upload.text()).toContain('408');
  });
});

describe('a body that goes on after its answer', () => {
  it('is dropped, so that its sender comes to read the answer, and can ask again', async () => {
    const client = (await start({}))('/', MUCH);
    client.socket.pause();
    await client.send(MUCH);
    client.socket.resume();
    await client.has('enough');
    client.socket.write('PUT /upload HTTP/1.1\r\nHost: x\r\nContent-Length: 0\r\n\r\n');
    await client.has('whole');
  });

  it('ends its connection, if it does not end soon', async () => {
    const client = (await start({ lingerTimeout: 50 }))('/', MUCH);
    await client.send(1);
    await client.has('enough');
    const dripping = setInterval(() => void client.send(1), 5);
    await client.closed;
    clearInterval(dripping);
  });
});
