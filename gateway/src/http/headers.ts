import type { NextFunction, Request, RequestHandler, Response } from 'express';
import helmet from 'helmet';
import { GRAPHIQL_POLICY } from '../graphiql.ts';

/** For answers that are never pages. */
const NO_PAGE_POLICY = { defaultSrc: ["'none'"], frameAncestors: ["'none'"] };
/** For content that came from outside: opened in a browser, it can load nothing and do nothing. */
export const DOCUMENT_POLICY = "default-src 'none';frame-ancestors 'none';sandbox";
const NO_DEVICES = 'camera=(), geolocation=(), microphone=(), payment=(), usb=()';

/** What browsers and caches are told with every answer. */
export function protect({ production }: { production: boolean }): RequestHandler[] {
  return [
    helmet({
      contentSecurityPolicy: { useDefaults: false, directives: production ? NO_PAGE_POLICY : GRAPHIQL_POLICY },
      frameguard: { action: 'deny' },
      referrerPolicy: { policy: 'no-referrer' },
      strictTransportSecurity: { maxAge: 31_536_000, includeSubDomains: true },
    }),
    (_request: Request, response: Response, next: NextFunction) => {
      response.setHeader('permissions-policy', NO_DEVICES);
      // Public and personal answers come from one address: none is kept, so none can be given to somebody else.
      response.setHeader('cache-control', 'no-store');
      response.vary('Authorization');
      next();
    },
  ];
}
