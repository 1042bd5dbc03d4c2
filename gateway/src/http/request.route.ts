import { HttpRefusal } from '@mandate-graph/runtime';
import type { NextFunction, Request, RequestHandler, Response } from 'express';
import type { OperationManifest } from '../persisted/manifest.ts';
import { readBody } from './body.ts';
import { chooseMediaType, GRAPHQL_TYPE, JSON_TYPE } from './media-type.ts';
import { mayComeFromElsewhere } from './origin.ts';
import { type Parameters, parametersIn, parametersOf } from './parameters.ts';

const MAX_SHOWN = 100;

/** What the headers alone can tell: the method, where it comes from, and whether the sender can read an answer. */
export const admit: RequestHandler = (request: Request, response: Response, next: NextFunction) => {
  response.setHeader('content-type', `${negotiate(request)}; charset=utf-8`);
  requireMethod(request);
  if (request.method === 'GET') requireOwnGet(request);
  next();
};

/**
 * GraphQL over HTTP, before an operation is looked at: what passes has parameters of the right types, and is one of the
 * manifest's operations, if there is a manifest.
 */
export function readRequest(manifest: OperationManifest | null): RequestHandler[] {
  return [
    ...readBody(),
    (request: Request, _response: Response, next: NextFunction) => {
      const isGet = request.method === 'GET';
      const parameters = isGet ? parametersIn(request.originalUrl) : parametersOf(request.body);
      requireListed(manifest, parameters);
      if (!isGet) request.body = parameters;
      next();
    },
  ];
}

/** Before anything is done: a mutation whose answer nobody can read must not be carried out. */
function negotiate(request: Request): string {
  const accept = request.get('accept');
  const choice = chooseMediaType(accept);
  if (choice !== null) return choice.type;
  throw new HttpRefusal(
    406,
    `Answers are ${GRAPHQL_TYPE} or ${JSON_TYPE}, but accepted is only: ${accept?.slice(0, MAX_SHOWN)}.`,
  );
}

function requireMethod({ method }: Request): void {
  if (method === 'POST' || method === 'GET') return;
  throw new HttpRefusal(405, `Requests are sent by POST, or queries by GET, but got: ${method}.`, 'BAD_REQUEST', {
    allow: 'GET, POST',
  });
}

function requireOwnGet(request: Request): void {
  if (mayComeFromElsewhere(request.headers)) {
    throw new HttpRefusal(
      403,
      'A page of another origin may have sent this. Use POST, or give the header apollo-require-preflight any value.',
      'FORBIDDEN',
    );
  }
  // Whoever says who they are asks for what is theirs, and URLs are written into logs all the way.
  if (request.get('authorization') !== undefined) {
    throw new HttpRefusal(405, 'A request with a token must be sent by POST, but got: GET.', 'BAD_REQUEST', {
      allow: 'POST',
    });
  }
}

function requireListed(manifest: OperationManifest | null, { query, hash }: Parameters): void {
  if (manifest === null) return;
  if (query !== undefined && manifest.hasBody(query)) return;
  if (query === undefined && hash !== undefined && manifest.bodyOf(hash) !== undefined) return;
  throw new HttpRefusal(
    403,
    `Only the operations of a list are run here, and ${query === undefined ? `the hash ${hash}` : 'this one'} is not in it.`,
    'FORBIDDEN',
  );
}
