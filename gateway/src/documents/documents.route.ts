import { COST, HttpRefusal } from '@mandate-graph/runtime';
import type { Express, NextFunction, Request, Response } from 'express';
import { allowOrigins } from '../cors.ts';
import { DOCUMENT_POLICY } from '../http/headers.ts';
import type { Budget } from '../limits/budget.ts';
import { payAtTheDoor } from '../limits/door.ts';
import type { DocumentRelay } from './document.relay.ts';

export interface DocumentsOptions {
  readonly relay: DocumentRelay;
  readonly budget: Budget;
  /** Of the pages that may send and fetch documents. */
  readonly origins: readonly string[];
}

const METHODS = 'GET, PUT';
/** Parts in base64url with dots between them: nothing that could lead to another path. */
const TICKET = /^[\w-]+(\.[\w-]+)*$/;
const MAX_TICKET = 400;

/**
 * By this route documents are sent and fetched. The ticket in the path alone allows it, once, and only the subgraph can
 * read it: a token is neither needed nor looked at.
 */
export function serveDocuments(app: Express, { relay, budget, origins }: DocumentsOptions): void {
  app.all(
    '/documents/:ticket',
    allowOrigins(origins, METHODS),
    admit,
    payAtTheDoor(budget, COST.documentPoints),
    (request: Request<{ ticket: string }>, response: Response) => relay.carry(request.params.ticket, request, response),
  );
}

function admit(request: Request<{ ticket: string }>, response: Response, next: NextFunction): void {
  response.setHeader('content-security-policy', DOCUMENT_POLICY);
  const { method, params } = request;
  if (method !== 'GET' && method !== 'PUT') {
    throw new HttpRefusal(405, `Documents are sent by PUT and fetched by GET, but got: ${method}.`, 'BAD_REQUEST', {
      allow: METHODS,
    });
  }
  if (params.ticket.length > MAX_TICKET || !TICKET.test(params.ticket)) {
    throw new HttpRefusal(404, 'There is nothing here.', 'NOT_FOUND');
  }
  next();
}
