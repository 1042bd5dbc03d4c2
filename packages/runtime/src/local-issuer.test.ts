import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { decodeProtectedHeader, jwtVerify } from 'jose';
import { GRANTS_CLAIM, LOCAL_ISSUER, LocalIssuer } from './local-issuer.ts';

const TOKEN = {
  subject: 's-1',
  grants: [{ role: 'integration', institution: 'vrb' }],
  scopes: ['vacancies:write', 'history:read'],
  audience: 'mandate-graph',
  seconds: 300,
} as const;
const HOUR = 3_600_000;

describe('the local issuer', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(path.join(os.tmpdir(), 'issuer-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));
  const kidOf = (token: string) => decodeProtectedHeader(token).kid!;

  test('issues tokens that say what they are to say, under a key that others find', async () => {
    const token = await new LocalIssuer(folder).issue(TOKEN);
    const key = new LocalIssuer(folder).publicKey(kidOf(token))!;
    const { payload } = await jwtVerify(token, key, { issuer: LOCAL_ISSUER, audience: 'mandate-graph' });
    expect(payload).toMatchObject({
      sub: 's-1',
      scope: 'vacancies:write history:read',
      jti: expect.any(String),
      [GRANTS_CLAIM]: { grants: TOKEN.grants },
    });
    expect(payload.exp! - payload.iat!).toBe(300);
  });

  test('signs by a new key once there is one, and keeps the old one for its tokens', async () => {
    const issuer = new LocalIssuer(folder);
    const gateway = new LocalIssuer(folder);
    const old = kidOf(await issuer.issue(TOKEN));
    expect(gateway.publicKey(old)).not.toBeNull();
    issuer.rotate();
    const young = kidOf(await issuer.issue(TOKEN));
    expect(young).not.toBe(old);
    expect(gateway.publicKey(young)).not.toBeNull();
    expect(gateway.publicKey(old)).not.toBeNull();
  });

  test('drops a key when its last token has expired', async () => {
    let now = Date.now();
    const issuer = new LocalIssuer(folder, () => now);
    const first = kidOf(await issuer.issue(TOKEN));
    issuer.rotate();
    now += 23 * HOUR;
    issuer.rotate();
    expect(issuer.publicKey(first)).not.toBeNull();
    now += 2 * HOUR;
    issuer.rotate();
    expect(issuer.publicKey(first)).toBeNull();
  });

  test('has no key where there is none, makes none by being asked, and reads no other file', () => {
    const issuer = new LocalIssuer(folder);
    for (const kid of ['issuer-1', '', '../x', 'feed', 'issuer-1/../feed']) expect(issuer.publicKey(kid)).toBeNull();
    expect(readdirSync(folder)).toEqual([]);
  });
});
