import { generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, test } from '@jest/globals';
import { keepNewKey, keptKey, newKeyPair, publicKeyOf, readPrivateKey, readPublicKey } from './keys.ts';

describe('a key pair as text', () => {
  const { privateKey, publicKey } = newKeyPair();

  test('is read again, each half for what it is', () => {
    expect(publicKeyOf(readPrivateKey(privateKey)!).equals(readPublicKey(publicKey)!)).toBe(true);
    expect(readPrivateKey(publicKey)).toBeNull();
    expect(readPublicKey(privateKey)).toBeNull();
  });

  test('may be PEM as other programs write it, also on one line', () => {
    const pem = readPrivateKey(privateKey)!.export({ format: 'pem', type: 'pkcs8' }).toString();
    for (const text of [pem, pem.replaceAll('\n', '\\n'), pem.split('\n')[1]!]) {
      expect(readPrivateKey(text)?.equals(readPrivateKey(privateKey)!)).toBe(true);
    }
  });

  test('is null for another algorithm, and for what is no key', () => {
    const ec = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    expect(readPrivateKey(ec.privateKey.export({ format: 'pem', type: 'pkcs8' }).toString())).toBeNull();
    expect(readPublicKey(ec.publicKey.export({ format: 'pem', type: 'spki' }).toString())).toBeNull();
    for (const text of ['', 'x'.repeat(64), privateKey.slice(4)]) expect(readPrivateKey(text)).toBeNull();
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
    expect(statSync(path.join(folder, 'keys')).mode & 0o777).toBe(0o700);
  });

  test('stays when another would be put in its place', () => {
    expect(keepNewKey(folder, 'one', () => 'first')).toBe(true);
    expect(keepNewKey(folder, 'one', () => 'second')).toBe(false);
    expect(keptKey(folder, 'one')).toBe('first');
    // Also when it comes while the other is being made.
    const late = keepNewKey(folder, 'two', () => {
      keepNewKey(folder, 'two', () => 'earlier');
      return 'later';
    });
    expect([late, keptKey(folder, 'two')]).toEqual([false, 'earlier']);
  });
});
