import { createPublicKey, generateKeyPairSync, type KeyObject, randomUUID } from 'node:crypto';
import { BOUND_TO, GRANTS_CLAIM, type Role } from '@mandate-graph/runtime';
import { type JWTHeaderParameters, SignJWT } from 'jose';

/** What a token of a test says other than a good one would. */
export interface TokenOptions {
  readonly institution?: string;
  readonly procedure?: string;
  readonly subject?: string;
  readonly scopes?: readonly string[];
  /** Seconds from now. */
  readonly ttl?: number;
  readonly jti?: string;
}

/** A token to the last claim: undefined leaves one out. */
export interface RawToken {
  readonly header?: Partial<JWTHeaderParameters>;
  readonly claims?: Readonly<Record<string, unknown>>;
  readonly key?: KeyObject | Uint8Array;
}

/** Stands for an OpenID Connect issuer, and for those who would like to be one. */
export interface TestTokens {
  /** This and the next two are what a gateway must know of it: its `tokens` option. */
  readonly issuer: string;
  readonly audience: string;
  key(header: { kid?: string }): KeyObject | null;
  /** A good token of somebody with one role; a stable subject of the role unless another is given. */
  token(role: Role, options?: TokenOptions): Promise<string>;
  /** A token that is good but for what is given. */
  sign(raw?: RawToken): Promise<string>;
  /** From now on tokens are signed by another key; gives its name. */
  rotate(): string;
}

const ALGORITHM = 'ES256';

export function testTokens(issuer = 'https://issuer.example/', audience = 'mandate-graph'): TestTokens {
  const keys = new Map<string, KeyObject>();
  let kid = '';
  const rotate = (): string => {
    kid = `test-${keys.size + 1}`;
    keys.set(kid, generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey);
    return kid;
  };
  rotate();
  const sign: TestTokens['sign'] = ({ header = {}, claims = {}, key = keys.get(kid)! } = {}) => {
    const now = Math.floor(Date.now() / 1000);
    const good = { iss: issuer, aud: audience, sub: 'test:somebody', jti: randomUUID(), iat: now, exp: now + 600 };
    return new SignJWT({ ...good, ...claims })
      .setProtectedHeader({ alg: ALGORITHM, kid, typ: 'at+jwt', ...header })
      .sign(key);
  };
  return {
    issuer,
    audience,
    key: (header) => {
      const found = keys.get(header.kid ?? '');
      return found === undefined ? null : createPublicKey(found);
    },
    token: (role, { institution, procedure, subject = `test:${role}`, scopes, ttl = 600, jti = randomUUID() } = {}) => {
      const bound = BOUND_TO[role];
      if (bound !== null && { institution, procedure, subject }[bound] === undefined) {
        throw new Error(`A token of the role ${role} must name its ${bound}.`);
      }
      return sign({
        claims: {
          sub: subject,
          jti,
          exp: Math.floor(Date.now() / 1000) + ttl,
          ...(scopes !== undefined && { scope: scopes.join(' ') }),
          [GRANTS_CLAIM]: { grants: [{ role, institution, procedure }] },
        },
      });
    },
    sign,
    rotate,
  };
}
