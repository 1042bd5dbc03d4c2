import { createHmac, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { RevokedTokens } from '@mandate-graph/gateway';
import { GRANTS_CLAIM, readPrivateKey } from '@mandate-graph/runtime';
import { memoryLog, silentLog, TEST_ACTOR_KEYS } from '@mandate-graph/testkit';
import { type Graph, startGraph } from '../../support/graph.ts';

const QUERY = '{ vacancies { totalCount } }';
/** What must not be in an answer or the log, whoever asks. */
const SUBJECT = 'subject-of-the-token';
const INSTITUTION = 'gob-connectit';

let graph: Graph;
const { log, lines } = memoryLog();
beforeAll(async () => {
  graph = await startGraph({ log });
});
afterAll(() => graph?.close());

const now = () => Math.floor(Date.now() / 1000);
const claims = (more: Record<string, unknown> = {}) => ({
  sub: SUBJECT,
  [GRANTS_CLAIM]: { grants: [{ role: 'recruiter', institution: INSTITUTION }] },
  ...more,
});
const signed = (more: Record<string, unknown> = {}, rest = {}) => graph.tokens.sign({ claims: claims(more), ...rest });
const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
const payload = () =>
  part({ iss: graph.tokens.issuer, aud: graph.tokens.audience, iat: now(), exp: now() + 600, jti: 'j', ...claims() });

async function send(token: string) {
  const response = await fetch(new URL('/graphql', graph.url), {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
    body: JSON.stringify({ query: QUERY }),
  });
  return { status: response.status, challenge: response.headers.get('www-authenticate'), text: await response.text() };
}

const REFUSAL = {
  status: 401,
  challenge: 'Bearer error="invalid_token"',
  text: JSON.stringify({
    errors: [
      {
        message:
          'The Authorization header holds no token that is valid here: get a new one, or ask without one for what is public.',
        extensions: { code: 'UNAUTHENTICATED' },
      },
    ],
  }),
};

describe('a token at the gateway is refused, in the same words as every other, when it', () => {
  test('… though it is not when it is good', async () => {
    expect((await send(await signed())).status).toBe(200);
  });

  test('has expired', async () => {
    expect(await send(await signed({ iat: now() - 600, exp: now() - 60 }))).toEqual(REFUSAL);
  });

  test('is not valid yet', async () => {
    expect(await send(await signed({ nbf: now() + 60 }))).toEqual(REFUSAL);
  });

  test('has no signature: alg none', async () => {
    expect(await send(`${part({ alg: 'none', kid: 'test-1' })}.${payload()}.`)).toEqual(REFUSAL);
    expect(await send(`${part({ alg: 'none', kid: 'test-1' })}.${payload()}.AAAA`)).toEqual(REFUSAL);
  });

  test('is signed with the bytes of the public key as a secret: alg HS256', async () => {
    const key = graph.tokens.key({ kid: 'test-1' }) as KeyObject;
    for (const secret of [key.export({ format: 'der', type: 'spki' }), key.export({ format: 'pem', type: 'spki' })]) {
      const text = `${part({ alg: 'HS256', kid: 'test-1' })}.${payload()}`;
      const signature = createHmac('sha256', secret).update(text).digest('base64url');
      expect(await send(`${text}.${signature}`)).toEqual(REFUSAL);
    }
  });

  test('is signed by another key', async () => {
    const key = generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey;
    expect(await send(await signed({}, { key }))).toEqual(REFUSAL);
  });

  test('is signed by the key of the gateway itself', async () => {
    const key = readPrivateKey(TEST_ACTOR_KEYS.privateKey)!;
    expect(await send(await signed({}, { key, header: { alg: 'Ed25519' } }))).toEqual(REFUSAL);
  });

  test('names a key that there is none of', async () => {
    expect(await send(await signed({}, { header: { kid: 'test-9' } }))).toEqual(REFUSAL);
  });

  test('is for another audience', async () => {
    expect(await send(await signed({ aud: 'another-graph' }))).toEqual(REFUSAL);
  });

  test('is of another issuer', async () => {
    expect(await send(await signed({ iss: 'https://another.example/' }))).toEqual(REFUSAL);
  });

  test('makes a claim that is none', async () => {
    expect(await send(await signed({ [GRANTS_CLAIM]: { grants: [{ role: 'recruiter' }] } }))).toEqual(REFUSAL);
    expect(await send(await signed({ [GRANTS_CLAIM]: { grants: [{ role: 'root' }] } }))).toEqual(REFUSAL);
  });

  test('is longer than any that is needed', async () => {
    expect(await send(await signed({ padding: 'x'.repeat(8_000) }))).toEqual(REFUSAL);
  });

  test('is revoked, by its name or by itself, and no sooner', async () => {
    const token = await signed({ jti: 'to-be-revoked' });
    expect((await send(token)).status).toBe(200);
    const list = new RevokedTokens(graph.database.url, silentLog);
    try {
      await list.revoke('to-be-revoked', new Date(Date.now() + 60_000));
    } finally {
      await list.close();
    }
    expect(await send(token)).toEqual(REFUSAL);
    expect((await send(await signed({ jti: 'another' }))).status).toBe(200);
  });

  test('… and when its issuer has a new key, tokens of both are good at once', async () => {
    const old = await signed();
    expect(graph.tokens.rotate()).toBe('test-2');
    expect((await send(await signed())).status).toBe(200);
    expect((await send(old)).status).toBe(200);
  });

  test('and leaves nothing in the log', () => {
    expect(lines.join('')).not.toMatch(new RegExp(`${SUBJECT}|eyJ|Bearer|to-be-revoked`));
  });
});
