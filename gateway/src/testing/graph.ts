import http from 'node:http';
import { type Environment, listen, type RunningSubgraph, startSubgraph } from '@mandate-graph/runtime';
import { memoryLog, testEnvironment, testPlatform } from '@mandate-graph/testkit';
import type { FormattedExecutionResult } from 'graphql';
import { type GatewayOptions, type RunningGateway, startGateway } from '../gateway.ts';
import type { ReportedCost } from '../limits/overdraft.ts';
import type { OperationReport } from '../operation-report.ts';
import { compose, subgraphs } from './subgraphs.ts';

/** Ample, so that a busy machine makes no subgraph look away; tests of the deadline set their own. */
const DEADLINE = 20_000;

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  /** Without what it says of its cost. */
  readonly body: FormattedExecutionResult<Record<string, unknown>>;
  readonly cost: ReportedCost | null;
}

export interface TestGraph {
  readonly gateway: RunningGateway;
  /** What was logged, a line each. */
  readonly lines: readonly string[];
  readonly reports: readonly OperationReport[];
  urlOf(name: string): string;
  /** Stops a subgraph; its address stays known. */
  stop(name: string): Promise<void>;
  /** Sends requests for a subgraph elsewhere. */
  redirect(name: string, url: string): void;
  ask(query: string, more?: { variables?: object; headers?: Record<string, string> }): Promise<Answer>;
  close(): Promise<void>;
}

/** A gateway over two subgraphs, all of them real servers on free ports. */
export async function startGraph(
  options: {
    variables?: Record<string, string>;
    environment?: Partial<Environment>;
    subgraphs?: ReturnType<typeof subgraphs>;
    gateway?: Partial<GatewayOptions>;
  } = {},
): Promise<TestGraph> {
  const parts = options.subgraphs ?? subgraphs();
  const platform = testPlatform({ databaseUrl: '' });
  const running = new Map<string, RunningSubgraph>();
  const urls = new Map<string, string>();
  for (const { name, definition } of parts) {
    const subgraph = await startSubgraph(definition, platform, { host: '127.0.0.1', port: 0, variable: 'PORT' });
    running.set(name, subgraph);
    urls.set(name, subgraph.url);
  }
  const { log, lines } = memoryLog();
  const reports: OperationReport[] = [];
  const stopAll = () => Promise.all([...running.values()].map((subgraph) => subgraph.close()));
  const gateway = await startGateway({
    environment: { ...testEnvironment(options.variables), subgraphTimeout: DEADLINE, ...options.environment },
    log,
    actorCredentials: platform.actorCredentials,
    clock: platform.clock,
    databaseUrl: null,
    supergraphSdl: compose(parts),
    subgraphUrl: (name) => urls.get(name) ?? null,
    onOperation: (report) => void reports.push(report),
    ...options.gateway,
  }).catch(async (error) => {
    await stopAll();
    throw error;
  });
  return {
    gateway,
    lines,
    reports,
    urlOf: (name) => urls.get(name)!,
    stop: async (name) => running.get(name)!.close(),
    redirect: (name, url) => void urls.set(name, url),
    ask: (query, more = {}) => ask(gateway.url, { query, ...more }),
    close: async () => {
      await gateway.close();
      await stopAll();
    },
  };
}

export async function ask(
  url: string,
  { query, variables, headers }: { query: string; variables?: object; headers?: Record<string, string> },
): Promise<Answer> {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify({ query, variables }),
  });
  const text = await response.text();
  return { status: response.status, headers: response.headers, text, ...withoutCost(JSON.parse(text)) };
}

function withoutCost({ extensions, ...rest }: Answer['body']): Pick<Answer, 'body' | 'cost'> {
  const { cost = null, ...more } = extensions ?? {};
  const body = Object.keys(more).length > 0 ? { ...rest, extensions: more } : rest;
  return { body, cost: cost as ReportedCost | null };
}

/** How a server made for a test answers. */
export type Handler = (request: http.IncomingMessage, response: http.ServerResponse) => void;

export const json = (body: string, headers: http.OutgoingHttpHeaders = {}, status = 200): Handler => {
  return (_request, response) => {
    response.writeHead(status, { 'content-type': 'application/json', ...headers });
    response.end(body);
  };
};

/** A server that answers as a test says, but is always ready. */
export async function startFake(graphql: Handler): Promise<{ url: string; close(): Promise<void> }> {
  const server = http.createServer((request, response) => {
    if (request.url === '/health/ready') return void response.end('{}');
    request.resume();
    graphql(request, response);
  });
  const url = await listen(server, '127.0.0.1', 0, 'PORT');
  return {
    url,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** What no client may ever see: an address, a port, an error code of the system, a path of this machine, a stack. */
export const LEAK = /127\.0\.0\.1|localhost|[\w\]]:\d{4,5}\b|ECONN|UND_ERR|node_modules|\.ts\b|\.js\b| {4}at /;
