import type { Environment, Logger } from '@mandate-graph/runtime';
import type { RequestHandler } from 'express';
import { authenticate } from './authenticate.ts';
import { RevokedTokens } from './revoked.tokens.ts';
import { type TokenIssuer, tokenIssuer } from './token.issuer.ts';
import { TokenVerifier } from './token.verifier.ts';

export interface TokensOptions {
  readonly environment: Environment;
  readonly log: Logger;
  /** Whose tokens are taken; without it, those of the environment’s issuer. */
  readonly tokens?: TokenIssuer;
  /** Where revoked tokens are listed; null: there is no list. */
  readonly databaseUrl: string | null;
}

/** All that the gateway does with tokens, as one step of its way through a request. */
export function openTokens(options: TokensOptions): { authenticate: RequestHandler; close(): Promise<void> } {
  const { environment, log, databaseUrl } = options;
  const verifier = new TokenVerifier(options.tokens ?? tokenIssuer(environment, log));
  const list = databaseUrl === null ? null : new RevokedTokens(databaseUrl, log);
  return {
    authenticate: authenticate({ verifier, revoked: list ?? { isRevoked: async () => false }, log }),
    close: async () => list?.close(),
  };
}
