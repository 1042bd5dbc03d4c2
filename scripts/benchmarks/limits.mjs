// What the limits of the gateway let through at worst, and what they cost, as Markdown tables.
//
//   node scripts/benchmarks/limits.mjs [--seconds 60] [--seed 1]
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import http from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { operationFromDocument, Supergraph } from '@apollo/federation-internals';
import { QueryPlanner } from '@apollo/query-planner';
import { systemClock } from '@mandate-graph/domain';
import { documentExcesses, openBudget, startGateway } from '@mandate-graph/gateway';
import { startEmbeddedServer } from '@mandate-graph/persistence';
import { LIMITS, readEnvironment } from '@mandate-graph/runtime';
import { parse, validate } from 'graphql';
import { measureDocument } from '../../gateway/dist/limits/document.measure.js';
import { limitsPlugin } from '../../gateway/dist/limits/limits.plugin.js';
import { numbers, randomQuery } from './documents.mjs';
import { readmeQueries } from './readme.mjs';
import { REFUSED } from './refused.mjs';

const { values } = parseArgs({
  options: { seconds: { type: 'string', default: '60' }, seed: { type: 'string', default: '1' } },
});
const read = (file) => readFileSync(new URL(`../../${file}`, import.meta.url), 'utf8');
const sdl = read('schema/supergraph.graphql');
const log = { info() {}, warn() {}, error() {}, debug() {}, child: () => log };

const supergraph = Supergraph.build(sdl);
const api = supergraph.apiSchema();
const schema = api.toGraphQLJSSchema();

print(['Slowest documents that are admitted', 'Fields', 'Validated, CPU ms', 'Planned, CPU ms'], worstDocuments());
print(['Documents that are refused', 'Bytes', 'CPU, ms', 'Points'], await refusals());
print(['Work for a request', 'CPU, µs', 'Of the whole'], await shares());

/** Random documents; of those within the limits, the ones that take longest. */
function worstDocuments() {
  const planner = new QueryPlanner(supergraph, {
    debug: { pathsLimit: LIMITS.plans.bound, maxEvaluatedPlans: LIMITS.plans.bound },
  });
  const random = numbers(Number(values.seed));
  const slowest = [];
  const plan = (document) => {
    try {
      planner.buildQueryPlan(operationFromDocument(api, document));
      return 'planned';
    } catch (error) {
      if (/^(Too many options|Number of non-local selections)/.test(error.message)) return 'refused by the planner';
      throw error;
    }
  };
  plan(parse('{ institutions { code } }'));
  const until = performance.now() + Number(values.seconds) * 1_000;
  let count = 0;
  while (performance.now() < until) {
    const document = parse(randomQuery(schema, random, LIMITS));
    if (documentExcesses(document).length > 0) continue;
    let errors = [];
    const validated = cpu(() => {
      errors = validate(schema, document);
    });
    let outcome = 'invalid';
    const planned = cpu(() => {
      if (errors.length === 0) outcome = plan(document);
    });
    count += 1;
    slowest.push({ outcome, fields: measureDocument(document).fields, validated, planned });
    slowest.sort((a, b) => b.validated + b.planned - a.validated - a.planned);
    slowest.length = Math.min(slowest.length, 5);
  }
  return slowest.map(({ outcome, fields, validated, planned }, index) => [
    `${index + 1} of ${count} (${outcome})`,
    String(fields),
    validated.toFixed(0),
    planned.toFixed(0),
  ]);
}

/** Whole requests, the client included, for documents made to take long before they are refused. */
async function refusals() {
  const budget = openBudget({ databaseUrl: null, secret: 's', log, points: { anonymous: 2_000_000_000 } });
  const gateway = await gatewayOver(budget, null);
  const agent = new http.Agent({ keepAlive: true });
  try {
    const rows = [];
    for (const { name, query } of REFUSED) {
      const rounds = 5;
      const texts = Array.from({ length: 2 * rounds }, (_, round) => `${query} # ${round}`);
      for (const text of texts.slice(rounds)) await post(agent, gateway.url, text);
      const before = process.cpuUsage();
      let answer = '';
      for (const text of texts.slice(0, rounds)) answer = await post(agent, gateway.url, text);
      const { user, system } = process.cpuUsage(before);
      const { points } = JSON.parse(answer).extensions.cost;
      rows.push([name, String(query.length), ((user + system) / rounds / 1_000).toFixed(0), String(points)]);
    }
    return rows;
  } finally {
    agent.destroy();
    await gateway.close();
  }
}

function gatewayOver(budget, subgraphUrl) {
  return startGateway({
    environment: readEnvironment({ PORT: '0', LOG_LEVEL: 'silent' }),
    log,
    actorCredentials: { sign: async () => 'x' },
    clock: systemClock,
    databaseUrl: null,
    budget,
    supergraphSdl: sdl,
    subgraphUrl: () => subgraphUrl,
  });
}

/** Whole requests to a gateway whose subgraphs answer at once, beside what the limits take of each. */
async function shares() {
  const folder = mkdtempSync(path.join(tmpdir(), 'limits-'));
  const database = await startEmbeddedServer({ dataDir: folder, onProgress: () => {} });
  const subgraph = http.createServer((request, response) => {
    request.resume();
    response.setHeader('content-type', 'application/json');
    response.end('{"data":{"institutions":[{"code":"a"},{"code":"b"}]}}');
  });
  await new Promise((resolve) => subgraph.listen(0, '127.0.0.1', resolve));
  const { query } = readmeQueries(read('README.md'))[0];
  const unseen = parse(query);
  const free = { spend: async () => ({ allowed: true }) };
  const caller = { key: '192.0.2.1', kind: 'anonymous' };
  const points = { anonymous: 2_000_000_000 };
  const shared = openBudget({ databaseUrl: database.url, secret: 's', log, points });
  const own = openBudget({ databaseUrl: null, secret: 's', log, points });
  const gateway = await gatewayOver(shared, `http://127.0.0.1:${subgraph.address().port}`);
  const agent = new http.Agent({ keepAlive: true });
  try {
    const whole = await each(1_500, () => post(agent, gateway.url, '{ institutions { code } }'));
    const rows = [
      ['a document not seen before, looked at', await each(5_000, () => documentExcesses(unseen))],
      ['variables and cost', await each(5_000, throughPlugin(free, query))],
      ['variables, cost and budget in memory', await each(5_000, throughPlugin(own, query))],
      ['variables, cost and budget in PostgreSQL', await each(3_000, throughPlugin(shared, query))],
    ];
    const began = performance.now();
    for (let round = 0; round < 500; round += 1) await shared.spend(caller, 1);
    const wait = (performance.now() - began) / 500;
    return [
      ['a whole request, the limits included', whole.toFixed(0), '1'],
      ...rows.map(([what, us]) => [what, us.toFixed(0), (us / whole).toFixed(3)]),
      ['with ÷ without, in PostgreSQL', '', (whole / (whole - rows[3][1])).toFixed(3)],
      [`waiting for PostgreSQL: ${wait.toFixed(2)} ms`, '', ''],
    ];
  } finally {
    agent.destroy();
    await gateway.close();
    await own.close();
    subgraph.close();
    subgraph.closeAllConnections();
    await database.stop();
    rmSync(folder, { recursive: true, force: true });
  }

  function throughPlugin(budget, text) {
    const plugin = limitsPlugin(budget);
    const document = parse(text);
    const operation = document.definitions[0];
    const context = { schema, document, operation, request: { variables: {} }, contextValue: { caller } };
    return async () => {
      // As at the door, and then for what it costs.
      context.contextValue.balance = await budget.spend(caller, 1);
      const listener = await plugin.requestDidStart(context);
      await listener.didResolveOperation(context);
    };
  }
}

function post(agent, url, query) {
  return new Promise((resolve, reject) => {
    const headers = { 'content-type': 'application/json' };
    const request = http.request(`${url}/graphql`, { method: 'POST', agent, headers }, (response) => {
      let text = '';
      response.setEncoding('utf8');
      response.on('data', (part) => {
        text += part;
      });
      response.on('end', () => resolve(text));
    });
    request.on('error', reject);
    request.end(JSON.stringify({ query }));
  });
}

function cpu(work) {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1_000;
}

/** CPU of one round, in microseconds, after a fifth of the rounds to warm up. */
async function each(rounds, work) {
  for (let round = 0; round < rounds / 5; round += 1) await work();
  const before = process.cpuUsage();
  for (let round = 0; round < rounds; round += 1) await work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / rounds;
}

function print(head, rows) {
  const table = [head, head.map((_, index) => (index === 0 ? '---' : '---:')), ...rows];
  process.stdout.write(`${table.map((cells) => `| ${cells.join(' | ')} |`).join('\n')}\n\n`);
}
