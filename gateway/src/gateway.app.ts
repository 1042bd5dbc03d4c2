import type { ApolloServer } from '@apollo/server';
import { expressMiddleware } from '@as-integrations/express5';
import {
  createApp,
  type Environment,
  finish,
  type Logger,
  PUBLIC_ACTOR,
  REQUEST_ID_HEADER,
} from '@mandate-graph/runtime';
import express, { type Express } from 'express';
import helmet from 'helmet';
import { allowOrigins } from './cors.ts';
import type { GatewayContext } from './gateway.context.ts';
import { GRAPHIQL_POLICY, serveGraphiql } from './graphiql.ts';
import type { Readiness } from './health.ts';
import { OperationRecord } from './operation-report.ts';

export interface GatewayAppOptions {
  readonly apollo: ApolloServer<GatewayContext>;
  readonly readiness: Readiness;
  readonly environment: Environment;
  readonly log: Logger;
}

const MAX_BODY = '1mb';
/** For answers that are never pages. */
const NO_PAGE_POLICY = { defaultSrc: ["'none'"], frameAncestors: ["'none'"] };

/** The routes of the one public entrance. */
export function createGatewayApp({ apollo, readiness, environment, log }: GatewayAppOptions): Express {
  const app = createApp();
  app.use(
    helmet({
      contentSecurityPolicy: {
        useDefaults: false,
        directives: environment.production ? NO_PAGE_POLICY : GRAPHIQL_POLICY,
      },
      frameguard: { action: 'deny' },
    }),
  );
  app.get('/health/live', (_request, response) => void response.json({ status: 'live' }));
  app.get('/health/ready', async (_request, response) => {
    const state = await readiness.state();
    response.status(state.status === 'ready' ? 200 : 503).json(state);
  });
  app.use(
    '/graphql',
    allowOrigins(environment.corsOrigins),
    express.json({ limit: MAX_BODY }),
    expressMiddleware(apollo, {
      context: async ({ req }) => ({
        actor: PUBLIC_ACTOR,
        requestId: req.get(REQUEST_ID_HEADER)!,
        record: new OperationRecord(),
      }),
    }),
  );
  if (!environment.production) serveGraphiql(app);
  finish(app, log);
  return app;
}
