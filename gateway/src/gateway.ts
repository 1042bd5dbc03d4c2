import { ApolloServer } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginInlineTraceDisabled,
  ApolloServerPluginLandingPageDisabled,
  ApolloServerPluginSchemaReportingDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from '@apollo/server/plugin/disabled';
import type { Clock } from '@mandate-graph/domain';
import {
  type Actor,
  type CredentialSigner,
  createServer,
  drain,
  type Environment,
  formatErrors,
  LIMITS,
  type Logger,
  listen,
  type ServerLimits,
} from '@mandate-graph/runtime';
import { DocumentRelay, KEEPER } from './documents/document.relay.ts';
import { createGatewayApp } from './gateway.app.ts';
import type { GatewayContext } from './gateway.context.ts';
import { Readiness } from './health.ts';
import { answerPlugin } from './http/answer.plugin.ts';
import { withoutSuggestions } from './http/suggestions.ts';
import { noGaps } from './introspection.gaps.ts';
import { type Budget, openBudget } from './limits/budget.ts';
import { callerSecret } from './limits/caller.ts';
import { documentStore } from './limits/document.store.ts';
import { nameLimits } from './limits/limit.errors.ts';
import { limitsPlugin } from './limits/limits.plugin.ts';
import { operationPlugin } from './operation.plugin.ts';
import type { OperationReport } from './operation-report.ts';
import type { OperationManifest } from './persisted/manifest.ts';
import { persistedOperations } from './persisted/persisted.store.ts';
import { SubgraphClient } from './subgraph.client.ts';
import { SubgraphDataSource } from './subgraph-data-source.ts';
import { openSupergraph } from './supergraph.ts';
import type { TokenIssuer } from './tokens/token.issuer.ts';
import { openTokens } from './tokens/tokens.ts';

export interface GatewayOptions {
  readonly environment: Environment;
  readonly log: Logger;
  readonly actorCredentials: CredentialSigner<Actor>;
  /** The clock that the subgraphs go by. */
  readonly clock: Clock;
  /** The gateway’s own database; null: none, and so nothing that must be remembered. */
  readonly databaseUrl: string | null;
  /** What callers may spend; without it, the usual. */
  readonly budget?: Budget;
  /** Whose tokens are taken; without it, those of the issuer of the environment. */
  readonly tokens?: TokenIssuer;
  /** The text of the committed supergraph. */
  readonly supergraphSdl: string;
  /** Where a subgraph is, asked at each request; null: the address in the supergraph. */
  readonly subgraphUrl: (name: string) => string | null;
  /** The only operations to run; without it all are run, and clients may register them. */
  readonly manifest?: OperationManifest | null;
  /** How long, and for how many clients at a time, the server waits. */
  readonly server?: Partial<ServerLimits>;
  /** Told of each operation when it has been answered. */
  readonly onOperation?: (report: OperationReport) => void;
}

export interface RunningGateway {
  readonly url: string;
  /** Whether it can answer, as /health/ready says. */
  ready(): Promise<boolean>;
  /** Not ready first; then requests in flight are finished, and everything is closed. */
  close(): Promise<void>;
}

/** A subgraph that takes longer than this to say that it is ready is not. */
const HEALTH_TIMEOUT = 1_000;
/** Mistakes of a document that are named at a time. */
const MAX_ERRORS = 20;

/** Serves the graph: resolves once requests are accepted, whether or not the subgraphs are there yet. */
export async function startGateway(options: GatewayOptions): Promise<RunningGateway> {
  const { environment, log } = options;
  const clients = new Map<string, SubgraphClient>();
  const budget =
    options.budget ?? openBudget({ databaseUrl: options.databaseUrl, secret: callerSecret(environment), log });
  const apollo = createApollo(options, clients, budget);
  await apollo.start();

  const timeout = Math.min(HEALTH_TIMEOUT, environment.subgraphTimeout);
  const readiness = new Readiness({
    checks: new Map([...clients].map(([name, client]) => [name, () => client.isReady(timeout)])),
  });
  const tokens = openTokens(options);
  const app = createGatewayApp({
    apollo,
    readiness,
    authenticate: tokens.authenticate,
    budget,
    documents: new DocumentRelay({
      url: () => clients.get(KEEPER)?.url() ?? null,
      credentials: options.actorCredentials,
      timeout: environment.subgraphTimeout,
      log,
    }),
    environment,
    clock: options.clock,
    log,
    manifest: options.manifest ?? null,
  });
  const server = createServer(app, options.server);
  const stop = async (): Promise<void> => {
    await apollo.stop();
    await Promise.all([...clients.values(), tokens, budget].map((part) => part.close()));
  };
  try {
    const url = await listen(server, environment.host, environment.port, 'PORT');
    return {
      url,
      ready: async () => (await readiness.state()).status === 'ready',
      close: async () => {
        readiness.drain();
        await drain(server);
        await stop();
      },
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

function createApollo(
  options: GatewayOptions,
  clients: Map<string, SubgraphClient>,
  budget: Budget,
): ApolloServer<GatewayContext> {
  const { environment, log, actorCredentials: credentials } = options;
  const format = nameLimits(formatErrors(log));
  const formatError = environment.production ? withoutSuggestions(format) : format;
  const gateway = openSupergraph(options.supergraphSdl, log, (name, url) => {
    const client = new SubgraphClient(() => options.subgraphUrl(name) ?? url);
    clients.set(name, client);
    return new SubgraphDataSource({ name, client, credentials, timeout: environment.subgraphTimeout, log });
  });
  return new ApolloServer<GatewayContext>({
    gateway,
    nodeEnv: environment.production ? 'production' : 'development',
    introspection: !environment.production,
    hideSchemaDetailsFromClientErrors: environment.production,
    includeStacktraceInErrorResponses: false,
    // Requests that a page elsewhere could send do not come this far: see http/request.route.ts.
    csrfPrevention: false,
    persistedQueries: persistedOperations(options.manifest ?? null),
    parseOptions: { maxTokens: LIMITS.tokens.bound },
    validationRules: [noGaps],
    // More of them say no more, and each takes its time.
    validationOptions: { maxErrors: MAX_ERRORS },
    documentStore: documentStore(),
    formatError,
    logger: log,
    stopOnTerminationSignals: false,
    plugins: [
      limitsPlugin(budget),
      ApolloServerPluginLandingPageDisabled(),
      ApolloServerPluginUsageReportingDisabled(),
      ApolloServerPluginSchemaReportingDisabled(),
      ApolloServerPluginInlineTraceDisabled(),
      ApolloServerPluginCacheControlDisabled(),
      operationPlugin({
        log,
        namesKnown: options.manifest != null,
        mask: (error) => formatError(error, new Error(error.message)),
        showTiming: !environment.production,
        onOperation: options.onOperation ?? (() => {}),
      }),
      // After all that may set a status.
      answerPlugin(),
    ],
  });
}
