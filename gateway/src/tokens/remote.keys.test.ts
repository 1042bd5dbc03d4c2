import { generateKeyPairSync, randomUUID } from 'node:crypto';
import http from 'node:http';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { listen } from '@mandate-graph/runtime';
import { memoryLog } from '@mandate-graph/testkit';
import { exportJWK } from 'jose';
import { IssuerAway, RemoteKeys } from './remote.keys.ts';

const DISCOVERY = '/.well-known/openid-configuration';
const INPUT = { payload: '', signature: '' };

/** An issuer that says what a test makes it say. */
class FakeIssuer {
  url = '';
  readonly asked: string[] = [];
  readonly keys: object[] = [];
  configuration: object | null = null;
  broken: ((response: http.ServerResponse) => void) | null = null;
  readonly #server = http.createServer((request, response) => {
    this.asked.push(request.url!);
    if (this.broken !== null) return this.broken(response);
    const body = request.url === DISCOVERY ? this.configuration : { keys: this.keys };
    response.setHeader('content-type', 'application/json').end(JSON.stringify(body));
  });

  async start(): Promise<void> {
    this.url = await listen(this.#server, '127.0.0.1', 0, 'none');
    this.configuration = { issuer: this.url, jwks_uri: `${this.url}/keys` };
  }

  async addKey(kid: string = randomUUID()): Promise<string> {
    const { publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    this.keys.push({ ...(await exportJWK(publicKey)), kid, alg: 'ES256', use: 'sig' });
    return kid;
  }

  stop(): void {
    this.#server.close();
    this.#server.closeAllConnections();
  }
}

describe('the keys of an issuer elsewhere', () => {
  let issuer: FakeIssuer;
  let log: ReturnType<typeof memoryLog>;
  beforeEach(async () => {
    issuer = new FakeIssuer();
    log = memoryLog();
    await issuer.start();
  });
  afterEach(() => issuer.stop());

  const open = (waits = {}) => new RemoteKeys({ issuer: issuer.url, log: log.log, waits });
  const find = (keys: RemoteKeys, kid: string) => keys.key({ alg: 'ES256', kid }, INPUT);

  it('are found by discovery, once, at the first token', async () => {
    const kid = await issuer.addKey();
    const keys = open();
    expect(issuer.asked).toEqual([]);
    const found = await Promise.all(Array.from({ length: 20 }, () => find(keys, kid)));
    for (const key of found) expect(key).toMatchObject({ type: 'public' });
    expect(issuer.asked).toEqual([DISCOVERY, '/keys']);
  });

  it('are asked for again at most once in a while, however many unknown ones are named', async () => {
    const known = await issuer.addKey();
    const keys = open();
    for (let i = 0; i < 10; i += 1) expect(await find(keys, randomUUID())).toBeNull();
    await Promise.all(Array.from({ length: 50 }, () => find(keys, randomUUID())));
    expect(await find(keys, known)).not.toBeNull();
    expect(issuer.asked).toEqual([DISCOVERY, '/keys']);
  });

  it('may change: a new one is found as soon as a token names it', async () => {
    const old = await issuer.addKey();
    const keys = open({ cooldown: 0 });
    expect(await find(keys, old)).not.toBeNull();
    const young = await issuer.addKey();
    expect(await find(keys, young)).not.toBeNull();
    expect(issuer.asked).toEqual([DISCOVERY, '/keys', '/keys']);
  });

  it('are gone when the issuer withdraws them', async () => {
    const old = await issuer.addKey();
    const keys = open({ keep: 0 });
    expect(await find(keys, old)).not.toBeNull();
    issuer.keys.length = 0;
    expect(await find(keys, old)).toBeNull();
  });

  it('are not to be had from an issuer that fails, which is asked again after a while only', async () => {
    const kid = await issuer.addKey();
    const keys = open();
    issuer.broken = (response) => response.writeHead(500).end();
    for (let i = 0; i < 5; i += 1) await expect(find(keys, kid)).rejects.toThrow(IssuerAway);
    expect(issuer.asked).toEqual([DISCOVERY]);
    expect(log.lines.join('')).toContain('status 500');
    expect(log.lines.join('')).not.toContain(issuer.url);
  });

  it('are there again when the issuer is', async () => {
    const kid = await issuer.addKey();
    const keys = open({ retry: 0 });
    issuer.broken = (response) => response.destroy();
    await expect(find(keys, kid)).rejects.toThrow(IssuerAway);
    issuer.broken = null;
    expect(await find(keys, kid)).not.toBeNull();
  });

  it('serve on while the issuer is away, until they are too old; also when they have moved meanwhile', async () => {
    const kid = await issuer.addKey();
    const lasting = open({ retry: 0 });
    const brief = open({ retry: 0, keep: 0 });
    expect(await find(lasting, kid)).not.toBeNull();
    expect(await find(brief, kid)).not.toBeNull();
    issuer.broken = (response) => response.writeHead(503).end();
    expect(await find(lasting, kid)).not.toBeNull();
    await expect(find(brief, kid)).rejects.toThrow(IssuerAway);
    issuer.broken = null;
    issuer.configuration = { issuer: issuer.url, jwks_uri: `${issuer.url}/moved` };
    expect(await find(brief, kid)).not.toBeNull();
    expect(issuer.asked.at(-1)).toBe('/moved');
  });

  it.each<[string, (url: string) => object | null]>([
    ['names another issuer', () => ({ issuer: 'https://evil.example', jwks_uri: 'https://evil.example/keys' })],
    ['names no address of keys', (url) => ({ issuer: url })],
    [
      'names an address that anyone on the way can answer for',
      (url) => ({ issuer: url, jwks_uri: 'http://keys.example/' }),
    ],
    ['is nothing', () => null],
  ])('are not taken from a configuration that %s', async (_what, configuration) => {
    issuer.configuration = configuration(issuer.url);
    await expect(find(open(), 'x')).rejects.toThrow(IssuerAway);
    expect(issuer.asked).toEqual([DISCOVERY]);
  });

  it('are not looked for where a redirect leads, nor in what is no key set', async () => {
    issuer.broken = (response) => response.writeHead(302, { location: 'http://127.0.0.1:1/' }).end();
    await expect(find(open(), 'x')).rejects.toThrow(IssuerAway);
    issuer.broken = (response) => response.end(JSON.stringify({ ...issuer.configuration, keys: 'none' }));
    await expect(find(open(), 'x')).rejects.toThrow(IssuerAway);
  });

  it('are waited for no longer than the deadline', async () => {
    issuer.broken = () => {};
    await expect(find(open({ timeout: 50 }), 'x')).rejects.toThrow(IssuerAway);
  });
});
