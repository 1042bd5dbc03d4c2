import type { KeyObject } from 'node:crypto';
import { type Environment, LOCAL_ISSUER, LocalIssuer, type Logger } from '@mandate-graph/runtime';
import type { CryptoKey, FlattenedJWSInput, JWSHeaderParameters } from 'jose';
import { RemoteKeys } from './remote.keys.ts';

/** Whose tokens are taken, and how it is known that they are its own. */
export interface TokenIssuer {
  readonly issuer: string;
  readonly audience: string;
  /**
   * The key by which a token with this header must have been signed; null when there is none. Throws
   * {@link IssuerAway} when that cannot be told now.
   */
  key(header: JWSHeaderParameters, token: FlattenedJWSInput): Key | null | Promise<Key | null>;
}

type Key = CryptoKey | KeyObject;

/** The issuer of the environment; or else this installation itself, with the keys in its data folder. */
export function tokenIssuer({ oidcIssuer, oidcAudience, dataDir }: Environment, log: Logger): TokenIssuer {
  if (oidcIssuer === null) {
    const local = new LocalIssuer(dataDir);
    return { issuer: LOCAL_ISSUER, audience: oidcAudience, key: ({ kid }) => local.publicKey(kid ?? '') };
  }
  const keys = new RemoteKeys({ issuer: oidcIssuer, log });
  return { issuer: oidcIssuer, audience: oidcAudience, key: (header, token) => keys.key(header, token) };
}
