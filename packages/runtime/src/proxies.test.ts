import { afterAll, beforeAll, describe, expect, it, test } from '@jest/globals';
import type { Request, Response } from 'express';
import { createApp, createServer, drain, listen } from './http.ts';
import { readProxies, type TrustedProxies } from './proxies.ts';

test.each([
  ['0', 0],
  ['2', 2],
  ['loopback', ['loopback']],
  ['10.0.0.0/8, 192.168.1.7,fd00::/8', ['10.0.0.0/8', '192.168.1.7', 'fd00::/8']],
])('%j are proxies', (text, proxies) => {
  expect(readProxies(text)).toEqual(proxies);
});

test.each([
  '11',
  '-1',
  '1.5',
  'true',
  '*',
  '0.0.0.0/0',
  '::/0',
  '10.0.0.0/33',
  '10.0.0.0/8/8',
  'proxy.example',
  '10.0.0.1,',
  'fe80::1%lo',
])('%j are none', (text) => {
  expect(readProxies(text)).toBeNull();
});

describe('the address of a client', () => {
  const closing: (() => Promise<void>)[] = [];
  const urls = new Map<string, string>();
  const cases: Readonly<Record<string, TrustedProxies>> = {
    nobody: 0,
    one: 1,
    two: 2,
    loopback: ['loopback'],
    elsewhere: ['10.0.0.0/8'],
  };
  beforeAll(async () => {
    for (const [name, trustedProxies] of Object.entries(cases)) {
      const app = createApp({ trustedProxies });
      app.get('/', (request: Request, response: Response) => void response.send(request.ip));
      const server = createServer(app);
      urls.set(name, await listen(server, '127.0.0.1', 0, 'PORT'));
      closing.push(() => drain(server));
    }
  });
  afterAll(() => Promise.all(closing.map((close) => close())));

  it.each([
    ['nobody', '198.51.100.9, 203.0.113.5', '127.0.0.1'],
    ['elsewhere', '198.51.100.9, 203.0.113.5', '127.0.0.1'],
    ['one', '198.51.100.9, 203.0.113.5', '203.0.113.5'],
    ['two', '198.51.100.9, 203.0.113.5', '198.51.100.9'],
    ['loopback', '198.51.100.9, 203.0.113.5', '203.0.113.5'],
    ['loopback', '203.0.113.5, 127.0.0.1', '203.0.113.5'],
  ])('when %s is trusted and X-Forwarded-For says %j is %s', async (name, forwarded, address) => {
    const response = await fetch(urls.get(name)!, { headers: { 'x-forwarded-for': forwarded } });
    expect(await response.text()).toBe(address);
  });
});
