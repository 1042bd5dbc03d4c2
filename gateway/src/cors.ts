import type { NextFunction, Request, RequestHandler, Response } from 'express';

const REQUEST_HEADERS = 'content-type, authorization, apollo-require-preflight, x-request-id';
const RESPONSE_HEADERS = 'x-request-id, server-timing, retry-after, content-disposition';
const PREFLIGHT_SECONDS = '600';

/** Lets browsers on the listed origins ask by these methods; all others stay with the same-origin rule. Cookies are never allowed. */
export function allowOrigins(origins: readonly string[], methods: string): RequestHandler {
  return (request: Request, response: Response, next: NextFunction) => {
    response.vary('Origin');
    const origin = request.get('origin');
    const allowed = origin !== undefined && origins.includes(origin);
    if (allowed) {
      response.setHeader('access-control-allow-origin', origin);
      response.setHeader('access-control-expose-headers', RESPONSE_HEADERS);
    }
    const isPreflight = request.method === 'OPTIONS' && request.get('access-control-request-method') !== undefined;
    if (!isPreflight) return next();
    if (!allowed) {
      const message = 'Pages of this origin may not ask here. Those that may are listed in CORS_ORIGINS.';
      response.status(403).json({ errors: [{ message, extensions: { code: 'FORBIDDEN' } }] });
      return;
    }
    response.setHeader('access-control-allow-methods', methods);
    response.setHeader('access-control-allow-headers', REQUEST_HEADERS);
    response.setHeader('access-control-max-age', PREFLIGHT_SECONDS);
    response.status(204).end();
  };
}
