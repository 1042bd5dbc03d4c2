import { createHmac, generateKeyPairSync } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import { SignJWT, UnsecuredJWT } from 'jose';
import { type Actor, PUBLIC_ACTOR } from './access/actor.ts';
import { ACTOR_ISSUER, actorCredentials, actorSigner, actorVerifier, feedCredentials } from './credential.ts';
import { KEY_PAIR_ALGORITHM, publicKeyOf } from './keys.ts';

const { privateKey } = generateKeyPairSync('ed25519');
const FEED_KEY = 'f'.repeat(40);
const RECRUITER: Actor = {
  kind: 'person',
  subject: 'r-1',
  grants: [{ role: 'recruiter', institution: 'vrb', procedure: null, scopes: [] }],
};

describe('the credential of an actor', () => {
  const credentials = actorCredentials(privateKey);

  test.each([PUBLIC_ACTOR, RECRUITER])('shows its actor to the audience it was made for: $kind', async (actor) => {
    const token = await credentials.sign('gateway', 'catalogue', actor);
    expect(await credentials.verify(token, 'catalogue')).toEqual(actor);
    // The second time it is known already, and still good for this audience only.
    expect(await credentials.verify(token, 'catalogue')).toEqual(actor);
    expect(await credentials.verify(token, 'selection')).toBeNull();
  });

  test('is good for nobody else, for no other purpose and under no other key', async () => {
    const token = await credentials.sign('gateway', 'catalogue', RECRUITER);
    const other = actorCredentials(generateKeyPairSync('ed25519').privateKey);
    expect(await credentials.verify(token, 'catalogue')).not.toBeNull();
    expect(await feedCredentials(FEED_KEY).verify(token, 'catalogue')).toBeNull();
    expect(await other.verify(token, 'catalogue')).toBeNull();
    expect(await credentials.verify(undefined, 'catalogue')).toBeNull();
    expect(await credentials.verify('', 'catalogue')).toBeNull();
    expect(await credentials.verify(`${token.slice(0, -4)}AAAA`, 'catalogue')).toBeNull();
  });

  test('is taken from the gateway only', async () => {
    const token = await credentials.sign('catalogue', 'selection', PUBLIC_ACTOR);
    expect(await credentials.verify(token, 'selection')).toBeNull();
  });

  test('is never that of another actor, however many ask at once', async () => {
    const actors = Array.from({ length: 50 }, (_, i): Actor => ({ ...RECRUITER, subject: `r-${i}` }));
    const tokens = await Promise.all(actors.map((actor) => credentials.sign('gateway', 'catalogue', actor)));
    const shown = await Promise.all(tokens.map((token) => credentials.verify(token, 'catalogue')));
    expect(shown).toEqual(actors);
  });

  test('is signed once for many requests and anew before it ends, and ends after a minute', async () => {
    let now = Date.now();
    const signer = actorSigner(privateKey, () => now);
    const verifier = actorVerifier(publicKeyOf(privateKey), () => now);
    const first = await signer.sign('gateway', 'catalogue', RECRUITER);
    expect(await verifier.verify(first, 'catalogue')).toEqual(RECRUITER);
    expect(await signer.sign('gateway', 'catalogue', RECRUITER)).toBe(first);
    now += 31_000;
    const second = await signer.sign('gateway', 'catalogue', RECRUITER);
    expect(second).not.toBe(first);
    now += 28_000;
    expect(await verifier.verify(first, 'catalogue')).toEqual(RECRUITER);
    now += 2_000;
    // It is remembered, but not for longer than it is valid.
    expect(await verifier.verify(first, 'catalogue')).toBeNull();
    expect(await verifier.verify(second, 'catalogue')).toEqual(RECRUITER);
  });

  const claims = { claim: PUBLIC_ACTOR, purpose: 'actor', aud: 'catalogue', iss: ACTOR_ISSUER };
  const seconds = () => Math.floor(Date.now() / 1000);
  const good = () => ({ ...claims, iat: seconds(), exp: seconds() + 60 });
  const signed = (payload: object) =>
    new SignJWT({ ...payload }).setProtectedHeader({ alg: KEY_PAIR_ALGORITHM }).sign(privateKey);

  test('that the following are variants of is good', async () => {
    expect(await credentials.verify(await signed(good()), 'catalogue')).toEqual(PUBLIC_ACTOR);
  });

  test.each([
    ['without a signature', async () => new UnsecuredJWT({ ...good() }).encode()],
    ['without an end', () => signed({ ...claims, iat: seconds() })],
    ['without a beginning', () => signed({ ...claims, exp: seconds() + 60 })],
    ['that has ended', () => signed({ ...good(), exp: seconds() - 1 })],
    ['of another purpose', () => signed({ ...good(), purpose: 'feed' })],
    ['of no known actor', () => signed({ ...good(), claim: { kind: 'root', subject: 'x', grants: [] } })],
    ['of an actor with a role there is none of', () => signed({ ...good(), claim: withRole('root') })],
    ['of an actor whose role is for no institution', () => signed({ ...good(), claim: withRole('recruiter') })],
    ['signed with the bytes of the public key as a secret', async () => confused(good())],
  ])('%s is refused', async (_what, make) => {
    expect(await credentials.verify(await make(), 'catalogue')).toBeNull();
  });

  const withRole = (role: string) => ({ kind: 'person', subject: 'x', grants: [{ role }] });

  function confused(payload: object): string {
    const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
    const text = `${part({ alg: 'HS256' })}.${part(payload)}`;
    const secret = publicKeyOf(privateKey).export({ format: 'der', type: 'spki' });
    return `${text}.${createHmac('sha256', secret).update(text).digest('base64url')}`;
  }
});

describe('the credential of a consumer', () => {
  test('is taken from that consumer only', async () => {
    const feeds = feedCredentials(FEED_KEY);
    expect(await feeds.verify(await feeds.sign('catalogue', 'gob', 'catalogue'), 'gob')).toBe('catalogue');
    expect(await feeds.verify(await feeds.sign('selection', 'gob', 'catalogue'), 'gob')).toBeNull();
  });

  test('ends after a minute, and is good under its key only', async () => {
    let now = Date.now();
    const timed = feedCredentials(FEED_KEY, () => now);
    const token = await timed.sign('catalogue', 'gob', 'catalogue');
    expect(await feedCredentials('x'.repeat(40), () => now).verify(token, 'gob')).toBeNull();
    now += 59_000;
    expect(await timed.verify(token, 'gob')).toBe('catalogue');
    now += 2_000;
    expect(await timed.verify(token, 'gob')).toBeNull();
  });
});
