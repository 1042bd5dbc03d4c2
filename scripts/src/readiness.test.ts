import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, test } from '@jest/globals';
import { settledWithin, waitUntilReady } from './readiness.ts';

/** Answers readiness probes with these, the last one over and over. */
async function gateway(...answers: Readonly<Record<string, boolean>>[]) {
  let probes = 0;
  const server = createServer((_request, response) => {
    const subgraphs = answers[Math.min(probes++, answers.length - 1)]!;
    response.statusCode = Object.values(subgraphs).every(Boolean) ? 200 : 503;
    response.end(JSON.stringify({ subgraphs }));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  close = () => {
    server.close();
    server.closeAllConnections();
  };
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, probes: () => probes };
}
let close = () => {};
afterEach(() => close());

const signal = new AbortController().signal;

describe('waiting for a gateway', () => {
  test('ends as soon as every subgraph answers', async () => {
    const { url, probes } = await gateway({ a: false, b: true }, { a: false, b: true }, { a: true, b: true });
    expect(await waitUntilReady(url, 60_000, signal)).toEqual([]);
    expect(probes()).toBe(3);
  });

  test('ends with its patience, and names who does not answer', async () => {
    const { url } = await gateway({ a: false, b: true, c: false });
    expect(await waitUntilReady(url, 50, signal)).toEqual(['a', 'c']);
  });

  test('is given up when the process is to stop', async () => {
    const { url } = await gateway({ a: false });
    const stop = new AbortController();
    const waiting = waitUntilReady(url, 60_000, stop.signal);
    stop.abort();
    await expect(waiting).rejects.toMatchObject({ name: 'AbortError' });
  });
});

describe('waiting for feeds', () => {
  const never = new Promise<void>(() => {});

  test('ends when all are settled, or with its patience', async () => {
    await settledWithin(60_000, [Promise.resolve(), Promise.resolve()], signal);
    await settledWithin(20, [Promise.resolve(), never], signal);
  });

  test('is given up when the process is to stop', async () => {
    const stop = new AbortController();
    const waiting = settledWithin(60_000, [never], stop.signal);
    stop.abort();
    await expect(waiting).rejects.toMatchObject({ name: 'AbortError' });
  });
});
