// What access and limits take of a whole request, with and without in one run, as a Markdown table.
//
//   node scripts/benchmarks/access.mjs [--requests 300]
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import http from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { startGateway } from '@mandate-graph/gateway';
import { startEmbeddedServer } from '@mandate-graph/persistence';
import { startSubgraph } from '@mandate-graph/runtime';
import { testEnvironment, testPlatform, testTokens } from '../../packages/testkit/dist/index.js';
import { readmeQueries } from './readme.mjs';

const { values } = parseArgs({ options: { requests: { type: 'string', default: '300' } } });
const REQUESTS = Number(values.requests);
const read = (file) => readFileSync(new URL(`../../${file}`, import.meta.url), 'utf8');
const { query } = readmeQueries(read('README.md'))[0];
/** Whatever it is asked for, there is enough left: so much for a gateway that counts nothing. */
const UNCOUNTED = {
  spend: async () => ({ allowed: true, limit: 1, remaining: 1, resetAt: new Date(0).toISOString() }),
  close: async () => {},
};

const agent = new http.Agent({ keepAlive: true });
const folder = mkdtempSync(path.join(tmpdir(), 'access-'));
const database = await startEmbeddedServer({ dataDir: folder, onProgress: () => {} });
const running = [];
try {
  const tokens = testTokens();
  const [counting, uncounted] = await startGraph(tokens);
  const bearer = { authorization: `Bearer ${await tokens.token('recruiter', { institution: 'gob-connectit' })}` };
  const cases = [
    ['without access, without a budget', uncounted, {}],
    ['the public, with a budget', counting, {}],
    ['signed in, without a budget', uncounted, bearer],
    ['signed in, with a budget', counting, bearer],
  ];
  // In turns, so that whatever else the machine does hits all of them alike.
  const spent = cases.map(() => []);
  for (let round = 0; round < 10; round += 1) {
    for (const [index, [, url, headers]] of cases.entries()) {
      spent[index].push(await cpuOf(REQUESTS / 10, () => post(url, headers)));
    }
  }
  const medians = spent.map((list) => list.sort((a, b) => a - b)[Math.floor(list.length / 2)]);
  console.log('| README query 1, whole graph in one process | CPU per request, ms | Ratio |\n| --- | ---: | ---: |');
  for (const [index, [what]] of cases.entries()) {
    console.log(`| ${what} | ${medians[index].toFixed(2)} | ${(medians[index] / medians[0]).toFixed(3)} |`);
  }
} finally {
  for (const part of running.reverse()) await part.close();
  await database.stop();
  rmSync(folder, { recursive: true, force: true });
}

/** The five subgraphs, and two gateways in front of them: one that counts what callers spend, and one that does not. */
async function startGraph(tokens) {
  const registry = JSON.parse(read('schema/institutions.json'));
  const urls = new Map();
  const environment = testEnvironment();
  const platform = testPlatform({ databaseUrl: database.url, environment, feedUrls: urls });
  const start = async (definition) => {
    const subgraph = await startSubgraph(definition, platform, { host: '127.0.0.1', port: 0, variable: 'none' });
    running.push(subgraph);
    urls.set(definition.name, subgraph.url);
  };
  for (const { code } of registry) {
    await start((await import(`../../subgraphs/${code}/dist/index.js`)).createSubgraph());
  }
  for (const [name, create] of [
    ['catalogue', 'createCatalogue'],
    ['candidates', 'createCandidates'],
    ['selection', 'createSelection'],
  ]) {
    await start((await import(`../../subgraphs/${name}/dist/index.js`))[create](registry));
  }
  await Promise.all(running.map((subgraph) => subgraph.settled()));
  const gateway = async (budget) => {
    const started = await startGateway({
      environment,
      log: platform.log,
      actorCredentials: platform.actorCredentials,
      clock: platform.clock,
      databaseUrl: database.url,
      tokens,
      supergraphSdl: read('schema/supergraph.graphql'),
      subgraphUrl: (name) => urls.get(name) ?? null,
      ...(budget && { budget }),
    });
    running.push(started);
    return started.url;
  };
  return [await gateway(null), await gateway(UNCOUNTED)];
}

async function cpuOf(times, work) {
  const before = process.cpuUsage();
  for (let done = 0; done < times; done += 1) await work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1_000 / times;
}

function post(url, headers) {
  return new Promise((resolve, reject) => {
    const request = http.request(
      new URL('/graphql', url),
      { method: 'POST', agent, headers: { 'content-type': 'application/json', ...headers } },
      (response) => {
        let text = '';
        response.setEncoding('utf8');
        response.on('data', (part) => {
          text += part;
        });
        response.on('end', () => {
          // An exhausted budget would make everything look fast.
          if (response.statusCode === 200 && !text.includes('"errors"')) resolve();
          else reject(new Error(`The query was answered ${response.statusCode}: ${text.slice(0, 300)}`));
        });
      },
    );
    request.on('error', reject);
    request.end(JSON.stringify({ query }));
  });
}
