import { type Actor, HttpRefusal, type Logger, PUBLIC_ACTOR } from '@mandate-graph/runtime';
import type { NextFunction, Request, RequestHandler, Response } from 'express';
import { bearerOf } from './bearer.ts';
import { IssuerAway } from './remote.keys.ts';
import type { RevocationList } from './revoked.tokens.ts';
import type { TokenVerifier } from './token.verifier.ts';

export interface AuthenticationOptions {
  readonly verifier: Pick<TokenVerifier, 'verify'>;
  readonly revoked: RevocationList;
  readonly log: Logger;
}

const actors = new WeakMap<Request, Actor>();

/** Who sends a request, as {@link authenticate} has found. */
export const actorOf = (request: Request): Actor => actors.get(request) ?? PUBLIC_ACTOR;

/**
 * Finds out who sends a request before it is read. Without an `Authorization` header it is the public; with one, it is
 * the bearer of a token that holds in every respect, or nobody: a bad token never makes anyone the public.
 */
export const authenticate = ({ verifier, revoked, log }: AuthenticationOptions): RequestHandler => {
  const actorOfToken = async (values: readonly string[]): Promise<Actor> => {
    const token = bearerOf(values);
    const genuine = token === null ? null : await verifier.verify(token);
    if (genuine === null || (await isRevoked(genuine.id))) throw invalid();
    return genuine.actor;
  };
  const isRevoked = async (id: string): Promise<boolean> => {
    try {
      return await revoked.isRevoked(id);
    } catch (error) {
      log.warn({ code: (error as { code?: unknown }).code }, 'the list of revoked tokens cannot be read');
      throw away();
    }
  };
  return async (request: Request, _response: Response, next: NextFunction) => {
    const values = request.headersDistinct['authorization'];
    if (values === undefined) return next();
    // Nothing further on needs it, so nothing further on can give it away.
    delete request.headers.authorization;
    try {
      actors.set(request, await actorOfToken(values));
    } catch (error) {
      throw error instanceof IssuerAway ? away() : error;
    }
    next();
  };
};

/** The same for whatever is wrong with a token. */
const invalid = (): HttpRefusal =>
  new HttpRefusal(
    401,
    'The Authorization header holds no token that is valid here: get a new one, or ask without one for what is public.',
    'UNAUTHENTICATED',
    { 'www-authenticate': 'Bearer error="invalid_token"' },
  );

const away = (): HttpRefusal =>
  new HttpRefusal(
    503,
    'Tokens cannot be checked at the moment: try again in some seconds, or ask without one for what is public.',
    'TOKENS_UNAVAILABLE',
    { 'retry-after': '5' },
  );
