import type { ApolloServer } from '@apollo/server';
import { expressMiddleware } from '@as-integrations/express5';
import type { Clock } from '@mandate-graph/domain';
import { createApp, type Environment, finish, type Logger, REQUEST_ID_HEADER } from '@mandate-graph/runtime';
import type { Express, Request, RequestHandler } from 'express';
import { allowOrigins } from './cors.ts';
import type { DocumentRelay } from './documents/document.relay.ts';
import { serveDocuments } from './documents/documents.route.ts';
import type { GatewayContext } from './gateway.context.ts';
import { serveGraphiql } from './graphiql.ts';
import type { Readiness } from './health.ts';
import { protect } from './http/headers.ts';
import { admit, readRequest } from './http/request.route.ts';
import type { Budget } from './limits/budget.ts';
import { callerOf } from './limits/caller.ts';
import { balanceOf, payAtTheDoor } from './limits/door.ts';
import { OperationRecord } from './operation-report.ts';
import type { OperationManifest } from './persisted/manifest.ts';
import { actorOf } from './tokens/authenticate.ts';

export interface GatewayAppOptions {
  readonly apollo: ApolloServer<GatewayContext>;
  readonly readiness: Readiness;
  /** Finds out who sends a request. */
  readonly authenticate: RequestHandler;
  readonly budget: Budget;
  readonly documents: DocumentRelay;
  readonly environment: Environment;
  readonly clock: Clock;
  readonly log: Logger;
  /** The only operations to run; null: all. */
  readonly manifest: OperationManifest | null;
}

/** The routes of the one public entrance. */
export function createGatewayApp(options: GatewayAppOptions): Express {
  const { apollo, readiness, authenticate, budget, clock, documents, environment, log, manifest } = options;
  const app = createApp(environment);
  app.use((_request, response, next) => {
    response.locals['arrivedAt'] = clock.now().toString();
    next();
  });
  app.use(protect(environment));
  app.get('/health/live', (_request, response) => void response.json({ status: 'live' }));
  app.get('/health/ready', async (_request, response) => {
    const state = await readiness.state();
    response.status(state.status === 'ready' ? 200 : 503).json(state);
  });
  app.use(
    '/graphql',
    allowOrigins(environment.corsOrigins, 'GET, POST'),
    admit,
    authenticate,
    payAtTheDoor(budget),
    readRequest(manifest),
    expressMiddleware(apollo, { context: ({ req }) => contextOf(req) }),
  );
  serveDocuments(app, { relay: documents, budget, origins: environment.corsOrigins });
  if (!environment.production) serveGraphiql(app);
  finish(app, log);
  return app;
}

/** Of one request; `request.ip` is the client's address, as far as proxies are to be believed. */
async function contextOf(request: Request): Promise<GatewayContext> {
  const actor = actorOf(request);
  return {
    actor,
    caller: callerOf(actor, request.ip),
    balance: balanceOf(request),
    requestId: request.get(REQUEST_ID_HEADER)!,
    arrivedAt: request.res!.locals['arrivedAt'] as string,
    record: new OperationRecord(),
  };
}
