import { createHmac, createPublicKey, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { GRANTS_CLAIM } from '@mandate-graph/runtime';
import { testTokens } from '@mandate-graph/testkit';
import { IssuerAway } from './remote.keys.ts';
import { TokenVerifier } from './token.verifier.ts';

const tokens = testTokens();
const verifier = new TokenVerifier(tokens);
const now = () => Math.floor(Date.now() / 1000);
const claiming = (claims: Record<string, unknown>) => tokens.sign({ claims });
const granting = (claim: unknown, more: Record<string, unknown> = {}) => claiming({ [GRANTS_CLAIM]: claim, ...more });

describe('a genuine token', () => {
  it('says who its bearer is, what was granted, and what it is called', async () => {
    const token = await tokens.token('recruiter', { institution: 'vrb', subject: 'r-1', jti: 'j-1' });
    expect(await verifier.verify(token)).toEqual({
      id: 'j-1',
      actor: {
        kind: 'person',
        subject: 'r-1',
        grants: [{ role: 'recruiter', institution: 'vrb', procedure: null, scopes: [] }],
      },
    });
  });

  it('without grants is somebody all the same', async () => {
    expect((await verifier.verify(await claiming({ sub: 's-1' })))?.actor).toEqual({
      kind: 'person',
      subject: 's-1',
      grants: [],
    });
    expect((await verifier.verify(await granting({ grants: [] })))?.actor.grants).toEqual([]);
  });

  it('of an integration is a machine with those of its scopes that are known here', async () => {
    const token = await granting(
      { grants: [{ role: 'integration', institution: 'vrb' }, { role: 'analyst' }] },
      { scope: 'openid history:read vacancies:write profile' },
    );
    expect((await verifier.verify(token))?.actor).toMatchObject({
      kind: 'machine',
      grants: [
        { role: 'integration', scopes: ['vacancies:write', 'history:read'] },
        { role: 'analyst', scopes: [] },
      ],
    });
  });

  it('without a name of its own is called by what is signed in it', async () => {
    const token = await claiming({ jti: undefined });
    const id = (await verifier.verify(token))!.id;
    expect(id).toMatch(/^sha256:[\w-]{43}$/);
    expect((await verifier.verify(token))!.id).toBe(id);
    expect((await verifier.verify(await claiming({ jti: undefined, nonce: 'x' })))!.id).not.toBe(id);
  });

  it.each([
    ['of clocks that differ by some seconds', { iat: now() + 5, nbf: now() + 5, exp: now() + 300 }],
    ['that has just expired', { iat: now() - 300, exp: now() - 5 }],
    ['for several audiences', { aud: ['elsewhere', 'mandate-graph'] }],
  ])('may be one %s', async (_what, claims) => {
    expect(await verifier.verify(await claiming(claims))).not.toBeNull();
  });
});

const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
const payloadOf = (token: string) => token.split('.')[1]!;

/** By somebody who has the public key, as everyone has, and takes its bytes for a secret. */
async function signedBySecret(secret: Buffer | string): Promise<string> {
  const text = `${part({ alg: 'HS256', kid: 'test-1' })}.${payloadOf(await tokens.token('analyst'))}`;
  return `${text}.${createHmac('sha256', secret).update(text).digest('base64url')}`;
}
const publicKey = tokens.key({ kid: 'test-1' }) as KeyObject;
const ec = () => generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey;

describe('no genuine token is one', () => {
  const cases: readonly [what: string, make: () => string | Promise<string>][] = [
    ['that has expired', () => claiming({ iat: now() - 600, exp: now() - 60 })],
    ['that does not expire', () => claiming({ exp: undefined })],
    ['that is not valid yet', () => claiming({ nbf: now() + 60 })],
    ['that will be issued', () => claiming({ iat: now() + 60, exp: now() + 120 })],
    ['that does not say when it was issued', () => claiming({ iat: undefined })],
    ['that is valid for longer than a day', () => claiming({ exp: now() + 86_401 })],
    ['of another issuer', () => claiming({ iss: 'https://issuer.example' })],
    ['of no issuer', () => claiming({ iss: undefined })],
    ['for another audience', () => claiming({ aud: 'elsewhere' })],
    ['for no audience', () => claiming({ aud: undefined })],
    ['of nobody', () => claiming({ sub: undefined })],
    ['of an empty subject', () => claiming({ sub: '' })],
    ['of a subject that is no text', () => claiming({ sub: 7 })],
    ['of a service of the graph', () => claiming({ sub: 'content:vrb' })],
    ['of the service that follows selections', () => claiming({ sub: 'selection:vrb' })],
    ['of a subject without end', () => claiming({ sub: 'x'.repeat(201) })],
    ['with a name that no list could hold', () => claiming({ jti: 'x'.repeat(201) })],
    ['that is bound to a key of its holder', () => claiming({ cnf: { jkt: 'x' } })],
    ['of another type', () => tokens.sign({ header: { typ: 'logout+jwt' } })],
    ['of a type that is no text', () => tokens.sign({ header: { typ: 7 as unknown as string } })],
    ['of an unknown key', () => tokens.sign({ header: { kid: 'test-2' } })],
    ['of a key without a name', () => tokens.sign({ header: { kid: undefined as unknown as string } })],
    ['signed by another key', () => tokens.sign({ key: ec() })],
    [
      'signed by the key that it brings along',
      () => {
        const key = ec();
        return tokens.sign({ key, header: { jwk: createPublicKey(key).export({ format: 'jwk' }) as object } });
      },
    ],
    [
      'whose key is said to be elsewhere',
      () => tokens.sign({ key: ec(), header: { jku: 'https://evil.example/keys' } }),
    ],
    ['of an algorithm that its key is not for', async () => otherHeader({ alg: 'RS256', kid: 'test-1' })],
    ['that nobody has signed', async () => `${part({ alg: 'none', kid: 'test-1' })}.${await goodPayload()}.`],
    ['that says so in another case', async () => `${part({ alg: 'nOnE', kid: 'test-1' })}.${await goodPayload()}.AA`],
    ['whose signature is cut off', async () => `${(await tokens.token('analyst')).split('.').slice(0, 2).join('.')}.`],
    [
      'signed with the bytes of the public key',
      () => signedBySecret(publicKey.export({ format: 'der', type: 'spki' })),
    ],
    ['signed with its text', () => signedBySecret(publicKey.export({ format: 'pem', type: 'spki' }) as string)],
    ['signed with nothing', () => signedBySecret('')],
    ['whose claims were exchanged', async () => exchange(await tokens.token('analyst'))],
    ['that is no token', () => 'a.b.c'],
    ['that is nothing', () => ''],
  ];
  it.each(cases)('%s', async (_what, make) => {
    expect(await verifier.verify(await make())).toBeNull();
  });

  const malformed: readonly [what: string, claim: unknown][] = [
    ['is no object', 'recruiter'],
    ['is null', null],
    ['is a list', [{ role: 'analyst' }]],
    ['has no grants', {}],
    ['has grants that are no list', { grants: { role: 'analyst' } }],
    ['has a grant that is a text', { grants: ['analyst'] }],
    ['has an unknown role beside a good one', { grants: [{ role: 'analyst' }, { role: 'root' }] }],
    ['has a recruiter of no institution', { grants: [{ role: 'recruiter' }] }],
    ['has a recruiter of several', { grants: [{ role: 'recruiter', institution: ['vrb', 'xyz'] }] }],
    ['has an analyst of one institution', { grants: [{ role: 'analyst', institution: 'vrb' }] }],
    ['has a committee member of no procedure', { grants: [{ role: 'committee-member', institution: 'vrb' }] }],
    ['has more grants than anyone holds', { grants: Array.from({ length: 21 }, () => ({ role: 'analyst' })) }],
  ];
  it.each(malformed)('whose claim %s', async (_what, claim) => {
    expect(await verifier.verify(await granting(claim))).toBeNull();
  });

  it('whose scopes are a list', async () => {
    const claim = { grants: [{ role: 'integration', institution: 'vrb' }] };
    expect(await verifier.verify(await granting(claim, { scope: 'history:read' }))).not.toBeNull();
    expect(await verifier.verify(await granting(claim, { scope: ['history:read'] }))).toBeNull();
  });

  const goodPayload = async () => payloadOf(await tokens.token('analyst'));
  const otherHeader = async (header: object) => {
    const [, payload, signature] = (await tokens.token('analyst')).split('.');
    return `${part(header)}.${payload}.${signature}`;
  };
  const exchange = (token: string) => {
    const [header, payload, signature] = token.split('.');
    const claims = JSON.parse(Buffer.from(payload!, 'base64url').toString());
    return `${header}.${part({ ...claims, sub: 'somebody-else' })}.${signature}`;
  };
});

it('cannot tell while the keys of the issuer cannot be had', async () => {
  const away = new TokenVerifier({
    ...tokens,
    key: () => {
      throw new IssuerAway();
    },
  });
  await expect(away.verify(await tokens.token('analyst'))).rejects.toThrow(IssuerAway);
  // What needs no key to be told is told.
  expect(await away.verify(await signedBySecret(''))).toBeNull();
});
