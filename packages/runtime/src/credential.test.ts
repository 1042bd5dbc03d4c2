import { mkdtempSync, rmSync, statSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, test } from '@jest/globals';
import { SignJWT, UnsecuredJWT } from 'jose';
import { PUBLIC_ACTOR } from './actor.ts';
import { ACTOR_ISSUER, actorCredentials, Credentials, feedCredentials, keptKey } from './credential.ts';

const KEY = 'k'.repeat(40);
const claim = { claim: PUBLIC_ACTOR, purpose: 'actor' };
const bytes = (key: string) => new TextEncoder().encode(key);
const seconds = () => Math.floor(Date.now() / 1000);

describe('a credential', () => {
  const credentials = actorCredentials(KEY);

  test('shows its actor to the audience it was made for', async () => {
    const token = await credentials.sign('gateway', 'catalogue', PUBLIC_ACTOR);
    expect(await credentials.verify(token, 'catalogue')).toEqual(PUBLIC_ACTOR);
  });

  test('is good for nobody else, for no other purpose and under no other key', async () => {
    const token = await credentials.sign('gateway', 'catalogue', PUBLIC_ACTOR);
    expect(await credentials.verify(token, 'selection')).toBeNull();
    expect(await feedCredentials(KEY).verify(token, 'catalogue')).toBeNull();
    expect(await actorCredentials('x'.repeat(40)).verify(token, 'catalogue')).toBeNull();
    expect(await credentials.verify(undefined, 'catalogue')).toBeNull();
    expect(await credentials.verify('', 'catalogue')).toBeNull();
    expect(await credentials.verify(`${token.slice(0, -2)}AA`, 'catalogue')).toBeNull();
  });

  test('of an actor is taken from the gateway only', async () => {
    const token = await credentials.sign('catalogue', 'selection', PUBLIC_ACTOR);
    expect(await credentials.verify(token, 'selection')).toBeNull();
  });

  test('of a consumer is taken from that consumer only', async () => {
    const feeds = feedCredentials(KEY);
    expect(await feeds.verify(await feeds.sign('catalogue', 'gob', 'catalogue'), 'gob')).toBe('catalogue');
    expect(await feeds.verify(await feeds.sign('selection', 'gob', 'catalogue'), 'gob')).toBeNull();
  });

  test('ends after a minute', async () => {
    let now = Date.now();
    const timed = new Credentials(
      KEY,
      'feed',
      (value) => (typeof value === 'string' ? value : null),
      (consumer) => consumer,
      () => now,
    );
    const token = await timed.sign('catalogue', 'gob', 'catalogue');
    now += 59_000;
    expect(await timed.verify(token, 'gob')).toBe('catalogue');
    now += 2_000;
    expect(await timed.verify(token, 'gob')).toBeNull();
  });

  test('is signed once for many requests, and anew before it ends', async () => {
    let now = Date.now();
    const timed = new Credentials(
      KEY,
      'feed',
      String,
      (consumer) => consumer,
      () => now,
    );
    const first = await timed.sign('a', 'b', 'a');
    expect(await timed.sign('a', 'b', 'a')).toBe(first);
    now += 31_000;
    const second = await timed.sign('a', 'b', 'a');
    expect(second).not.toBe(first);
    expect(await timed.verify(second, 'b')).toBe('a');
  });

  test.each([
    [
      'without a signature',
      () =>
        new UnsecuredJWT(claim)
          .setAudience('catalogue')
          .setIssuer(ACTOR_ISSUER)
          .setIssuedAt()
          .setExpirationTime('1m')
          .encode(),
    ],
    [
      'without an end',
      () =>
        new SignJWT(claim)
          .setProtectedHeader({ alg: 'HS256' })
          .setAudience('catalogue')
          .setIssuer(ACTOR_ISSUER)
          .setIssuedAt()
          .sign(bytes(KEY)),
    ],
    [
      'of another algorithm',
      () =>
        new SignJWT(claim)
          .setProtectedHeader({ alg: 'HS384' })
          .setAudience('catalogue')
          .setIssuer(ACTOR_ISSUER)
          .setIssuedAt()
          .setExpirationTime('1m')
          .sign(bytes(KEY)),
    ],
    [
      'that has ended',
      () =>
        new SignJWT(claim)
          .setProtectedHeader({ alg: 'HS256' })
          .setAudience('catalogue')
          .setIssuer(ACTOR_ISSUER)
          .setIssuedAt(seconds() - 120)
          .setExpirationTime(seconds() - 60)
          .sign(bytes(KEY)),
    ],
    [
      'of no known actor',
      () =>
        new SignJWT({ claim: { kind: 'root', subject: 'x' }, purpose: 'actor' })
          .setProtectedHeader({ alg: 'HS256' })
          .setAudience('catalogue')
          .setIssuer(ACTOR_ISSUER)
          .setIssuedAt()
          .setExpirationTime('1m')
          .sign(bytes(KEY)),
    ],
  ])('%s is refused', async (_what, make) => {
    expect(await credentials.verify(await make(), 'catalogue')).toBeNull();
  });
});

describe('a kept key', () => {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'keys-'));
  afterAll(() => rmSync(folder, { recursive: true }));

  test('is made once, long, and readable by its owner only', () => {
    const key = keptKey(folder, 'actor');
    expect(key.length).toBeGreaterThanOrEqual(48);
    expect(keptKey(folder, 'actor')).toBe(key);
    expect(keptKey(folder, 'feed')).not.toBe(key);
    expect(statSync(path.join(folder, 'keys', 'actor')).mode & 0o777).toBe(0o600);
  });
});
