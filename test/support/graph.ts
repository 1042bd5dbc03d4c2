import { readFileSync } from 'node:fs';
import { createCandidates } from '@mandate-graph/candidates';
import { createCatalogue } from '@mandate-graph/catalogue';
import { type Clock, fixedClock, type InstitutionEntry } from '@mandate-graph/domain';
import { type Budget, type OperationReport, type RunningGateway, startGateway } from '@mandate-graph/gateway';
import { createSubgraph as createGob } from '@mandate-graph/gob-connectit';
import { createSubgraph as createKsz } from '@mandate-graph/ksz-ehealth';
import {
  type Logger,
  type Role,
  type RunningSubgraph,
  type SubgraphDefinition,
  startSubgraph,
} from '@mandate-graph/runtime';
import { createSelection } from '@mandate-graph/selection';
import {
  createDatabase,
  silentLog,
  type TestDatabase,
  type TestTokens,
  type TokenOptions,
  testEnvironment,
  testPlatform,
  testTokens,
  WHILE_BOTH_ARE_OPEN,
  wholeGraphTemplate,
} from '@mandate-graph/testkit';
import { settled } from './settled.ts';

export const ROOT = new URL('../../', import.meta.url);
export const readRoot = (file: string): string => readFileSync(new URL(file, ROOT), 'utf8');
export const registry = (): InstitutionEntry[] =>
  JSON.parse(readRoot('schema/institutions.json')) as InstitutionEntry[];

export interface Answer {
  // biome-ignore lint/suspicious/noExplicitAny: answers have the shape of their query
  readonly data: any;
  readonly errors?: readonly {
    message: string;
    path?: readonly (string | number)[];
    extensions: Record<string, unknown>;
  }[];
  readonly extensions?: Record<string, unknown>;
}

/** A whole graph in this process: every subgraph and the gateway over HTTP, on one database of its own. */
export interface Graph {
  readonly url: string;
  readonly database: TestDatabase;
  readonly subgraphs: ReadonlyMap<string, RunningSubgraph>;
  readonly gateway: RunningGateway;
  /** What the operations so far cost, oldest first. */
  readonly reports: OperationReport[];
  ask(query: string, variables?: Record<string, unknown>, headers?: Record<string, string>): Promise<Answer>;
  /** A token that the gateway takes: `token('recruiter', { institution: '…' })`. */
  token: TestTokens['token'];
  /** Asks as somebody who has a role. */
  as(role: Role, options?: TokenOptions): { ask(query: string, variables?: Record<string, unknown>): Promise<Answer> };
  /** The issuer whose tokens the gateway takes. */
  readonly tokens: TestTokens;
  close(): Promise<void>;
}

export interface GraphOptions {
  readonly clock?: Clock;
  readonly log?: Logger;
  readonly variables?: Record<string, string>;
  /** Institutions to run; by default those of the repository. */
  readonly registry?: readonly InstitutionEntry[];
  readonly institutions?: readonly SubgraphDefinition[];
  readonly supergraphSdl?: string;
  readonly budget?: Budget;
}

/** Everything runs in one process here, next to other tests: what takes longer than in a graph of its own is not away. */
const PATIENT = { SUBGRAPH_TIMEOUT_MS: '60000' };

export async function startGraph(options: GraphOptions = {}): Promise<Graph> {
  const institutions = options.institutions ?? [createGob(), createKsz()];
  const entries = options.registry ?? registry();
  // The content is the same for every graph that has it, and copying is faster than loading.
  const standard = options.variables?.['CONTENT'] === undefined;
  const database = await createDatabase(standard ? wholeGraphTemplate() : undefined);
  const urls = new Map<string, string>();
  const environment = testEnvironment({ ...PATIENT, ...options.variables });
  const log = options.log ?? silentLog;
  const platform = testPlatform({
    databaseUrl: database.url,
    clock: options.clock ?? fixedClock(WHILE_BOTH_ARE_OPEN),
    environment,
    log,
    feedUrls: urls,
  });
  const running = new Map<string, RunningSubgraph>();
  const start = async (definition: SubgraphDefinition): Promise<void> => {
    const subgraph = await startSubgraph(definition, platform, { host: '127.0.0.1', port: 0, variable: 'none' });
    running.set(definition.name, subgraph);
    urls.set(definition.name, subgraph.url);
  };
  await Promise.all(institutions.map(start));
  await Promise.all([createCatalogue(entries), createCandidates(entries), createSelection(entries)].map(start));
  await settled({ database, subgraphs: running });
  const reports: OperationReport[] = [];
  const tokens = testTokens();
  const gateway = await startGateway({
    environment,
    log,
    actorCredentials: platform.actorCredentials,
    clock: platform.clock,
    databaseUrl: database.url,
    ...(options.budget && { budget: options.budget }),
    ...(environment.oidcIssuer === null && { tokens }),
    supergraphSdl: options.supergraphSdl ?? readRoot('schema/supergraph.graphql'),
    subgraphUrl: (name) => urls.get(name) ?? null,
    onOperation: (report) => void reports.push(report),
  });
  const ask: Graph['ask'] = async (query, variables = {}, headers = {}) => {
    const response = await fetch(new URL('/graphql', gateway.url), {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify({ query, variables }),
    });
    return withoutCost((await response.json()) as Answer);
  };
  return {
    url: gateway.url,
    database,
    subgraphs: running,
    gateway,
    reports,
    ask,
    tokens,
    token: tokens.token,
    as: (role, options) => ({
      ask: async (query, variables) =>
        ask(query, variables, { authorization: `Bearer ${await tokens.token(role, options)}` }),
    }),
    close: async () => {
      await gateway.close();
      await Promise.all([...running.values()].map((subgraph) => subgraph.close()));
      await database.drop();
    },
  };
}

/** What an answer cost changes from one to the next: tests of limits look at it themselves. */
function withoutCost({ extensions, ...answer }: Answer): Answer {
  const { cost: _, ...others } = extensions ?? {};
  return Object.keys(others).length > 0 ? { ...answer, extensions: others } : answer;
}
