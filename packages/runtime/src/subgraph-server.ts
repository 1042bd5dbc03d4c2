import { ApolloServer, type ApolloServerPlugin } from '@apollo/server';
import {
  ApolloServerPluginInlineTraceDisabled,
  ApolloServerPluginLandingPageDisabled,
} from '@apollo/server/plugin/disabled';
import { expressMiddleware } from '@as-integrations/express5';
import express, { type NextFunction, type Request, type Response } from 'express';
import type { Actor } from './access/actor.ts';
import { ARRIVAL_HEADER, arrivalOf } from './arrival.ts';
import { CREDENTIAL_HEADER } from './credential.ts';
import { formatErrors } from './errors.ts';
import { createApp, createServer, drain, finish, listen, REQUEST_ID_HEADER } from './http.ts';
import type { Logger } from './log.ts';
import type { OpenSubgraph, Platform, RequestContext, SubgraphDefinition } from './subgraph.ts';
import { counted, STATEMENTS_HEADER, type Work } from './work.ts';

export interface RunningSubgraph {
  readonly name: string;
  readonly url: string;
  settled(): Promise<void>;
  close(): Promise<void>;
}

interface Authenticated extends Request {
  actor?: Actor;
}

/** Serves a subgraph over HTTP: GraphQL and feeds for the services of the graph only, health for everyone. */
export async function startSubgraph(
  definition: SubgraphDefinition,
  platform: Platform,
  address: { host: string; port: number; variable: string },
): Promise<RunningSubgraph> {
  const log = platform.log.child({ subgraph: definition.name });
  const [{ schema }, open] = await Promise.all([definition.schema(), definition.open({ ...platform, log })]);
  const closing = new AbortController();
  const apollo = new ApolloServer<RequestContext>({
    schema,
    introspection: false,
    includeStacktraceInErrorResponses: false,
    plugins: [
      ApolloServerPluginLandingPageDisabled(),
      ApolloServerPluginInlineTraceDisabled(),
      refuseBeyondAllowance(log),
    ],
    formatError: formatErrors(log),
    logger: log,
    stopOnTerminationSignals: false,
  });
  const server = createServer(await createSubgraphApp());
  try {
    const url = await listen(server, address.host, address.port, address.variable);
    open.start();
    return {
      name: definition.name,
      url,
      settled: () => open.settled(),
      close: async () => {
        closing.abort();
        await drain(server);
        await apollo.stop();
        await open.close();
      },
    };
  } catch (error) {
    await apollo.stop();
    await open.close();
    throw error;
  }

  async function createSubgraphApp() {
    await apollo.start();
    const app = createApp();
    app.get('/health/live', (_request, response) => void response.json({ status: 'live' }));
    app.get('/health/ready', async (_request, response) => {
      const ready = await isReady(open);
      response.status(ready ? 200 : 503).json({ status: ready ? 'ready' : 'not ready' });
    });
    const feeds = express.Router();
    open.routes(feeds, closing.signal);
    app.use('/events', async (request, response, next) => {
      const consumer = await platform.feedCredentials.verify(request.get(CREDENTIAL_HEADER), definition.name);
      return consumer === null ? refuse(response) : next();
    });
    app.use(feeds);
    app.use('/graphql', async (request: Authenticated, response: Response, next: NextFunction) => {
      const actor = await platform.actorCredentials.verify(request.get(CREDENTIAL_HEADER), definition.name);
      if (actor === null) return refuse(response);
      request.actor = actor;
      next();
    });
    app.use('/graphql', express.json({ limit: '4mb' }), (request: Request, response: Response, next: NextFunction) => {
      const work: Work = { statements: 0 };
      const end = response.end.bind(response) as (...args: unknown[]) => Response;
      response.end = ((...args: unknown[]) => {
        if (!response.headersSent) response.setHeader(STATEMENTS_HEADER, String(work.statements));
        return end(...args);
      }) as Response['end'];
      const began = performance.now();
      response.once('finish', () => {
        const ms = Math.round(performance.now() - began);
        log.debug({ requestId: request.get(REQUEST_ID_HEADER), statements: work.statements, ms }, 'answered');
      });
      counted(work, next);
    });
    app.use(
      '/graphql',
      expressMiddleware(apollo, {
        context: async ({ req }) => {
          const arrived = arrivalOf(req.get(ARRIVAL_HEADER), platform.clock.now());
          return open.context((req as Authenticated).actor!, arrived);
        },
      }),
    );
    finish(app, log);
    return app;
  }
}

/** An answer that was cut short is no answer: all of it becomes the refusal. */
const refuseBeyondAllowance = (log: Logger): ApolloServerPlugin<RequestContext> => ({
  requestDidStart: async () => ({
    willSendResponse: async ({ contextValue, response: { body } }) => {
      const refusal = contextValue.allowance?.refusal ?? null;
      if (refusal === null || body.kind !== 'single') return;
      body.singleResult = { data: null, errors: [formatErrors(log)(refusal.toJSON(), refusal)] };
    },
  }),
});

/** Nothing is told apart: a missing, expired, forged or misdirected credential all look the same. */
function refuse(response: Response): void {
  response.status(401).json({
    errors: [{ message: 'Only services of the graph may ask here.', extensions: { code: 'UNAUTHENTICATED' } }],
  });
}

async function isReady(open: OpenSubgraph): Promise<boolean> {
  try {
    await open.check();
    return true;
  } catch {
    return false;
  }
}
