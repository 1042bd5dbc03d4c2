// How long it takes from nothing to the first answered query, and again; and the memory that takes. Markdown tables.
//
//   node scripts/benchmarks/start-times.mjs [--empty-cache] [--warm 5]
//
// Clones HEAD of this repository into a temporary folder, so what is not committed is not measured. npm takes packages
// from its cache where it has them; --empty-cache gives it none.
import { execFileSync, spawn } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { cpus, tmpdir, totalmem } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { commandOf, isAlive, memoryOf, postmasterOf, processTree } from './process-memory.mjs';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const QUERY = '{ vacancies(first: 1) { totalCount } }';
const WANTED = 2;
const PATIENCE_MS = 15 * 60_000;
const POLL_MS = 25;

const { values: options } = parseArgs({
  options: { 'empty-cache': { type: 'boolean', default: false }, warm: { type: 'string', default: '5' } },
});
const emptyCache = options['empty-cache'];
const warmStarts = Number(options.warm);

const folder = mkdtempSync(join(tmpdir(), 'mandate-graph-start-'));
// The server of root's embedded database runs as somebody else, who has to be able to pass through.
chmodSync(folder, 0o755);
const clone = join(folder, 'clone');
try {
  const began = performance.now();
  execFileSync('git', ['clone', '--quiet', '--no-hardlinks', ROOT, clone], { stdio: ['ignore', 'ignore', 'inherit'] });
  const cloned = performance.now() - began;
  const cold = await start();
  await cold.stop();
  const warm = [];
  let memory = [];
  for (let round = 0; round < warmStarts; round += 1) {
    const run = await start();
    warm.push(run.ms);
    if (round === warmStarts - 1) memory = run.memory();
    await run.stop();
  }
  print(cloned, cold.ms, warm, memory);
} finally {
  rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
}

/** Runs `npm start` in the clone until the graph has answered a query. */
async function start() {
  const port = await freePort();
  const dataDir = join(clone, '.data');
  const began = performance.now();
  const child = spawn('npm', ['start'], {
    cwd: clone,
    env: {
      PATH: process.env.PATH,
      HOME: process.env.HOME,
      PORT: String(port),
      LOG_LEVEL: 'warn',
      CLOCK: '2025-09-01T09:00:00+02:00',
      ...npmSettings(),
      ...(emptyCache && { npm_config_cache: join(folder, 'npm-cache') }),
    },
    // A group of its own, which is what Ctrl-C in a terminal reaches.
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (data) => (output += data));
  const ended = new Promise((resolve) => child.once('exit', resolve));
  await answered(port, child, began, () => output);
  const ms = performance.now() - began;
  const postmaster = postmasterOf(dataDir);
  const postgres = postmaster === null ? [] : processTree(postmaster);
  const node = processTree(child.pid).filter((pid) => !postgres.includes(pid));
  return {
    ms,
    memory: () => [
      ...node.map((pid) => [`\`${commandOf(pid)}\``, memoryOf([pid])]),
      ['PostgreSQL, all its processes', memoryOf(postgres)],
    ],
    stop: async () => {
      process.kill(-child.pid, 'SIGINT');
      await ended;
      while ([...node, ...postgres].some(isAlive)) await delay(POLL_MS);
    },
  };
}

async function answered(port, child, began, output) {
  for (;;) {
    if ((await totalCount(port)) === WANTED) return;
    if (child.exitCode !== null) throw new Error(`npm start ended with code ${child.exitCode}:\n${output()}`);
    if (performance.now() - began > PATIENCE_MS) {
      process.kill(-child.pid, 'SIGKILL');
      throw new Error(`npm start gave no answer within ${PATIENCE_MS / 60_000} minutes:\n${output()}`);
    }
    await delay(POLL_MS);
  }
}

async function totalCount(port) {
  try {
    const response = await fetch(`http://127.0.0.1:${port}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query: QUERY }),
    });
    return (await response.json()).data?.vacancies?.totalCount ?? null;
  } catch {
    return null;
  }
}

/** npm's settings of this user (a registry, a proxy), and nothing else of the environment. */
function npmSettings() {
  const wanted = /^(npm_config_(registry|proxy|https_proxy|noproxy|cafile|userconfig|cache)|https?_proxy|no_proxy)$/i;
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => wanted.test(name)));
}

function freePort() {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });
}

function print(cloned, cold, warm, memory) {
  const sorted = warm.toSorted((a, b) => a - b);
  const seconds = (ms) => (ms / 1000).toFixed(1);
  const commit = execFileSync('git', ['rev-parse', '--short', 'HEAD'], { cwd: clone, encoding: 'utf8' }).trim();
  const rows = [
    ['git clone', seconds(cloned)],
    [`cold: clone, install${emptyCache ? ' (empty npm cache)' : ''}, build, first answer`, seconds(cloned + cold)],
    [`warm: first answer, median of ${warm.length}`, seconds(sorted[Math.floor((sorted.length - 1) / 2)])],
    ['warm: worst', seconds(sorted.at(-1))],
  ];
  const size = (value) =>
    value === null ? 'not measured | not measured' : `${Math.round(value.rss)} | ${Math.round(value.pss)}`;
  process.stdout.write(
    [
      `Commit ${commit}, Node ${process.version}, ${process.platform} ${process.arch}, ${cpus().length} cores, ${Math.round(totalmem() / 2 ** 30)} GiB.`,
      '',
      '| From nothing to an answer | Seconds |',
      '| --- | ---: |',
      ...rows.map((cells) => `| ${cells.join(' | ')} |`),
      '',
      '| Memory after the last start | RSS, MiB | PSS, MiB |',
      '| --- | ---: | ---: |',
      ...memory.map(([name, value]) => `| ${name} | ${size(value)} |`),
      '',
    ].join('\n'),
  );
}
