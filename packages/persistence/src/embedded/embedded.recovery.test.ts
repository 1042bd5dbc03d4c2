import { chmodSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import pg from 'pg';
import { type EmbeddedServer, startEmbeddedServer } from './embedded.server.ts';
import { Installation, type Program } from './installation.harness.ts';
import { readPostmasterFile } from './postmaster.file.ts';

const root = mkdtempSync(join(tmpdir(), 'embedded-recovery-'));
const programs: Program[] = [];
const servers: EmbeddedServer[] = [];
let installation: Installation;

beforeAll(() => {
  chmodSync(root, 0o755);
  installation = Installation.make(undefined);
});
afterEach(async () => {
  await Promise.all(programs.splice(0).map((program) => program.kill()));
  await Promise.all(servers.splice(0).map((server) => server.stop()));
});
afterAll(() => {
  installation.remove();
  rmSync(root, { recursive: true, force: true });
});

function program(dataDir: string): Program {
  const started = installation.program(dataDir);
  programs.push(started);
  return started;
}

async function start(dataDir: string): Promise<EmbeddedServer> {
  const server = await startEmbeddedServer({ dataDir, durable: false });
  servers.push(server);
  return server;
}

async function ask(url: string, sql: string): Promise<unknown[][]> {
  const client = new pg.Client(url);
  try {
    await client.connect();
    return (await client.query({ text: sql, rowMode: 'array' })).rows;
  } finally {
    await client.end();
  }
}

describe('after kill -9', () => {
  const dataDir = join(root, 'killed');
  const cluster = join(dataDir, 'postgres');

  test('of the program, the server it left is found, used and in the end stopped', async () => {
    const owner = program(dataDir);
    const { url } = await owner.server();
    await ask(url, 'CREATE TABLE kept AS SELECT 42 AS answer');
    const { pid } = readPostmasterFile(cluster)!;
    await owner.kill();

    const next = await start(dataDir);
    expect(next.started).toBe(false);
    expect(next.url).toBe(url);
    expect(readPostmasterFile(cluster)!.pid).toBe(pid);
    expect(await ask(url, 'SELECT answer FROM kept')).toEqual([[42]]);
    await next.stop();
    expect(existsSync(join(cluster, 'postmaster.pid'))).toBe(false);
  });

  test('of both program and server, the next start finds what was committed', async () => {
    const owner = program(dataDir);
    const { url } = await owner.server();
    await ask(url, 'INSERT INTO kept VALUES (43)');
    await owner.kill();
    process.kill(readPostmasterFile(cluster)!.pid, 'SIGKILL');

    const next = await start(dataDir);
    expect(next.started).toBe(true);
    expect(await ask(next.url, 'SELECT answer FROM kept ORDER BY answer')).toEqual([[42], [43]]);
  });

  test('in the middle of the first start, whoever comes next, or waits already, begins anew', async () => {
    const interrupted = join(root, 'interrupted');
    const owner = program(interrupted);
    await owner.tells('Preparing');
    const half = () => readdirSync(interrupted).find((entry) => entry.startsWith('postgres.new-'));
    const halfDone = () => half() && existsSync(join(interrupted, half()!, 'cluster', 'PG_VERSION'));
    while (!halfDone() && !existsSync(join(interrupted, 'postgres'))) await delay(2);
    expect(halfDone()).toBe(true);
    const waiting = program(interrupted);
    await owner.kill();
    expect(existsSync(join(interrupted, 'postgres'))).toBe(false);

    const next = await start(interrupted);
    expect((await waiting.server()).started).toBe(!next.started);
    expect(await ask(next.url, 'SELECT current_database()')).toEqual([['mandate_graph']]);
  });
});

describe('several programs at once', () => {
  test('start one server between them, and the last one out stops it', async () => {
    const dataDir = join(root, 'shared');
    const four = [1, 2, 3, 4].map(() => program(dataDir));
    const found = await Promise.all(four.map((each) => each.server()));
    expect(found.filter(({ started }) => started)).toHaveLength(1);
    expect(new Set(found.map(({ url }) => url)).size).toBe(1);

    const url = found[0]!.url;
    await Promise.all(four.slice(1).map((each) => each.stop()));
    expect(await ask(url, 'SELECT 1')).toEqual([[1]]);
    await four[0]!.stop();
    expect(readPostmasterFile(join(dataDir, 'postgres'))).toBeUndefined();
  });

  test('that come and go leave either a working server or none', async () => {
    const dataDir = join(root, 'shared');
    const comeAndGo = async () => {
      const each = program(dataDir);
      const { url } = await each.server();
      expect(await ask(url, 'SELECT 1')).toEqual([[1]]);
      await each.stop();
    };
    await Promise.all([1, 2, 3, 4, 5, 6].map((n) => delay(n * 40).then(comeAndGo)));
    expect(readPostmasterFile(join(dataDir, 'postgres'))).toBeUndefined();
  });
});
