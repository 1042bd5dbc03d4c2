import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import express from 'express';
import { type EventFeed, serveFeed } from './feed.route.ts';
import { createServer } from './http.ts';

let server: ReturnType<typeof createServer>;
let failures: unknown[];
let closing: AbortController;
let began: Promise<void>;
let fail: () => void;
beforeEach(async () => {
  failures = [];
  closing = new AbortController();
  let begin: () => void;
  began = new Promise((resolve) => {
    begin = resolve;
  });
  const waiting = new Promise<never>((_, reject) => {
    fail = () => reject(new Error('the database has gone'));
  });
  waiting.catch(() => undefined);
  const feed: EventFeed = {
    isCursor: () => true,
    page: () => waiting,
    nextPage: () => {
      begin();
      return waiting;
    },
  };
  const app = express();
  serveFeed(app, feed, closing.signal);
  app.use(((error, _request, response, _next) => {
    failures.push(error);
    response.status(500).end();
  }) as express.ErrorRequestHandler);
  server = createServer(app);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});
afterEach(() => new Promise((resolve) => server.close(resolve)));

const ask = () => fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}/events?wait=30`);

test('a feed that cannot be read is a failure', async () => {
  const asked = ask();
  await began;
  fail();
  expect((await asked).status).toBe(500);
  expect(failures).toHaveLength(1);
});

test('one that cannot be read any more because its subgraph closes is none', async () => {
  const asked = ask();
  await began;
  closing.abort();
  fail();
  await expect(asked).rejects.toThrow();
  expect(failures).toEqual([]);
});
