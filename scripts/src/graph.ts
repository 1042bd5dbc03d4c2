import type { InstitutionEntry } from '@mandate-graph/domain';
import { startGateway } from '@mandate-graph/gateway';
import {
  type Environment,
  type Platform,
  type RunningSubgraph,
  type SubgraphDefinition,
  startSubgraph,
  variableName,
} from '@mandate-graph/runtime';
import { openingFailure, Refusal } from './failure.ts';
import { readOperations } from './operations.ts';
import { type OpenDatabase, openDatabase, openPlatform, openSigner } from './platform.ts';
import type { Program } from './program.ts';
import { settledWithin, waitUntilReady } from './readiness.ts';
import { defaultAddresses, readRegistry, readSupergraph } from './root.ts';
import { settleAll, settleBoth } from './settle.ts';
import { loadSubgraph, subgraphNames } from './subgraphs.ts';

export const GATEWAY = 'gateway';
const LOOPBACK = '127.0.0.1';
/** How long to wait for subgraphs that other processes run, before the rest is declared ready. */
const PATIENCE_MS = 20_000;

/** Starts the whole graph, or the part of this name. Resolves when it is ready, with the line that says so. */
export function start(name: string | undefined, options: Program): Promise<string> {
  const names = subgraphNames(readRegistry());
  if (name === undefined) return startAll(names, options);
  if (name === GATEWAY) return startGatewayAlone(options);
  if (names.includes(name)) return startAlone(name, options);
  throw new Refusal(`The part to start must be one of ${[...names, GATEWAY].join(', ')}, but got: ${name}.`);
}

/** All in this process, each subgraph on a free port; those with an address of their own are served elsewhere. */
async function startAll(names: readonly string[], options: Program): Promise<string> {
  const { environment, running, tell, signal } = options;
  const registry = readRegistry();
  const addresses = elsewhere(environment, names);
  const local = names.filter((name) => !addresses.has(name));
  const addressOf = (name: string) => addresses.get(name) ?? null;
  const [platform, definitions] = await settleBoth(
    openPlatform({
      ...options,
      parts: [...local, GATEWAY],
      ownsClock: true,
      feedUrlOf: (name) => feedBase(addressOf(name)),
    }),
    Promise.all(local.map((name) => loadSubgraph(name, registry))),
  );
  signal.throwIfAborted();
  const gateway = await openGateway(options, platform, addressOf);
  signal.throwIfAborted();
  // Only now: a start that the port refuses must not move the clock of a graph that runs.
  await platform.startClock();
  tell(`Starting ${local.join(', ')}.`);
  const opened: RunningSubgraph[] = [];
  for (const stage of ['institutions', 'readers'] as const) {
    const ofStage = definitions.filter(({ name }) => stageOf(name, registry) === stage);
    const starting = ofStage.map(async (definition) => {
      const subgraph = await open(definition, platform, { host: LOOPBACK, port: 0 });
      running.add(stage, () => subgraph.close());
      addresses.set(subgraph.name, subgraph.url);
      opened.push(subgraph);
    });
    await settleAll(starting);
    signal.throwIfAborted();
  }
  const settling = opened.map((subgraph) => subgraph.settled());
  await settledWithin(PATIENCE_MS, settling, signal);
  return readiness(gateway.url, signal);
}

async function startAlone(name: string, options: Program): Promise<string> {
  const { environment, running, signal } = options;
  const registry = readRegistry();
  const addresses = new Map([
    ...defaultAddresses(readSupergraph()),
    ...elsewhere(environment, subgraphNames(registry)),
  ]);
  const feedUrlOf = (subgraph: string) => feedBase(addresses.get(subgraph) ?? null);
  const [platform, definition] = await settleBoth(
    openPlatform({ ...options, parts: [name], ownsClock: false, feedUrlOf }),
    loadSubgraph(name, registry),
  );
  await platform.startClock();
  signal.throwIfAborted();
  const given = environment.subgraphUrlOf(name);
  const port = given === null ? '' : new URL(given).port;
  const address = { host: environment.host, port: port === '' ? definition.port : Number(port) };
  const subgraph = await open(definition, platform, address);
  running.add(stageOf(name, registry), () => subgraph.close());
  return `Mandate Graph’s ${name} is ready: ${subgraph.url}/`;
}

async function startGatewayAlone(options: Program): Promise<string> {
  const { environment, signal, tell } = options;
  const database = await openDatabase({ ...options, parts: [GATEWAY], ownsClock: false });
  signal.throwIfAborted();
  const gateway = await openGateway(options, database, (name) => environment.subgraphUrlOf(name));
  await database.startClock();
  tell(`The gateway listens on ${gateway.url}, and waits for the subgraphs.`);
  return readiness(gateway.url, signal);
}

async function openGateway(
  { environment, log, running }: Program,
  { databaseUrlOf, clock }: OpenDatabase,
  subgraphUrl: (name: string) => string | null,
) {
  const supergraphSdl = readSupergraph();
  const gateway = await startGateway({
    environment,
    log,
    actorCredentials: openSigner(environment),
    clock,
    databaseUrl: databaseUrlOf(GATEWAY),
    supergraphSdl,
    subgraphUrl,
    manifest: readOperations(environment),
  });
  running.add('gateway', () => gateway.close());
  return gateway;
}

async function open(definition: SubgraphDefinition, platform: Platform, address: { host: string; port: number }) {
  try {
    return await startSubgraph(definition, platform, {
      ...address,
      variable: `SUBGRAPH_URL_${variableName(definition.name)}`,
    });
  } catch (error) {
    throw openingFailure(definition.name, error);
  }
}

const stageOf = (name: string, registry: readonly InstitutionEntry[]): 'institutions' | 'readers' =>
  registry.some(({ code }) => code === name) ? 'institutions' : 'readers';

/** The subgraphs that other processes run, and where. */
const elsewhere = (environment: Environment, names: readonly string[]): Map<string, string> =>
  new Map(
    names.flatMap((name) => {
      const url = environment.subgraphUrlOf(name);
      return url === null ? [] : [[name, url]];
    }),
  );

/** Where the feed of a subgraph is: beside its GraphQL, which the address may or may not name. */
const feedBase = (url: string | null): string | null => url?.replace(/\/(graphql\/?)?$/, '') ?? null;

async function readiness(url: string, signal: AbortSignal): Promise<string> {
  const missing = await waitUntilReady(url, PATIENCE_MS, signal);
  if (missing.length === 0) return `Mandate Graph is ready: ${url}/`;
  return `Mandate Graph is ready, though without an answer yet from ${missing.join(', ')}: ${url}/`;
}
