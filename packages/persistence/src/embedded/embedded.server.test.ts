import {
  appendFileSync,
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import pg from 'pg';
import { type EmbeddedServer, startEmbeddedServer } from './embedded.server.ts';
import { readPostmasterFile } from './postmaster.file.ts';

const root = mkdtempSync(join(tmpdir(), 'embedded-server-'));
const dataDir = join(root, 'data');
const cluster = join(dataDir, 'postgres');
const running: EmbeddedServer[] = [];
const progress: string[] = [];

async function start(): Promise<EmbeddedServer> {
  const server = await startEmbeddedServer({ dataDir, onProgress: (message) => progress.push(message) });
  running.push(server);
  return server;
}

async function ask(url: string, sql: string): Promise<unknown[][]> {
  const client = new pg.Client(url);
  client.on('error', () => {});
  try {
    await client.connect();
    return (await client.query({ text: sql, rowMode: 'array' })).rows;
  } finally {
    await client.end();
  }
}

/** The data folder is used by several tests: starting a new one is what takes long. */
beforeAll(async () => {
  chmodSync(root, 0o755);
  const server = await start();
  await ask(server.url, 'CREATE TABLE kept AS SELECT 42 AS answer');
  await server.stop();
});
afterEach(async () => {
  await Promise.all(running.splice(0).map((server) => server.stop()));
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

describe('the embedded server', () => {
  test('says what it does at the first start, and only then', async () => {
    await start();
    expect(progress).toEqual([`Preparing the embedded database in ${cluster}.`]);
  });

  test('is durable unless told otherwise', async () => {
    const { url } = await start();
    expect(await ask(url, 'SHOW fsync')).toEqual([['on']]);
  });

  test('has a process group of its own, so that Ctrl-C in the terminal does not reach it', async () => {
    await start();
    const { pid } = readPostmasterFile(cluster)!;
    expect(() => process.kill(-pid, 0)).not.toThrow();
  });

  test('keeps its data and its address from one start to the next', async () => {
    const first = await start();
    await first.stop();
    const second = await start();
    expect(second.started).toBe(true);
    expect(second.url).toBe(first.url);
    expect(await ask(second.url, 'SELECT answer FROM kept')).toEqual([[42]]);
  });

  test('lets nobody in without its password, and nobody in at all from elsewhere', async () => {
    const { url } = await start();
    const { username, password, hostname, port, pathname } = new URL(url);
    expect([username, hostname, pathname]).toEqual(['mandate_graph', '127.0.0.1', '/mandate_graph']);
    expect(Buffer.from(password, 'base64url')).toHaveLength(32);
    expect(Number(port)).toBeGreaterThanOrEqual(20_000);
    expect(Number(port)).toBeLessThan(32_000);
    expect(readFileSync(join(dataDir, 'postgres.password'), 'utf8')).toBe(password);
    expect(statSync(join(dataDir, 'postgres.password')).mode & 0o777).toBe(0o600);
    await expect(ask(url.replace(password, 'guess'), 'SELECT 1')).rejects.toMatchObject({ code: '28P01' });
    expect(await ask(url, `SELECT DISTINCT auth_method FROM pg_hba_file_rules`)).toEqual([['scram-sha-256']]);
    expect(
      await ask(
        url,
        `SELECT name, setting FROM pg_settings WHERE name IN
        ('listen_addresses', 'unix_socket_directories', 'max_connections', 'TimeZone') ORDER BY name`,
      ),
    ).toEqual([
      ['TimeZone', 'UTC'],
      ['listen_addresses', '127.0.0.1'],
      ['max_connections', '200'],
      ['unix_socket_directories', ''],
    ]);
  });

  test('sorts by code point and knows letters from quotation marks in three languages', async () => {
    const { url } = await start();
    expect(
      await ask(
        url,
        `SELECT pg_encoding_to_char(encoding), datlocprovider, datlocale FROM pg_database WHERE datname = current_database()`,
      ),
    ).toEqual([['UTF8', 'b', 'C.UTF-8']]);
    expect(
      await ask(url, `SELECT string_agg(v, '' ORDER BY v), lower('ÉÀÇ') FROM unnest('{b,a,B,é,z}'::text[]) v`),
    ).toEqual([['Babzé', 'éàç']]);
    expect(await ask(url, `SELECT to_tsvector('simple', '“Café” – l’hôpital')::text`)).toEqual([
      ["'café':1 'hôpital':3 'l':2"],
    ]);
    expect(await ask(url, `SELECT ts_lexize('french_stem', 'hôpital') = ts_lexize('french_stem', 'hôpitaux')`)).toEqual(
      [[true]],
    );
  });

  test.each(['unaccent', 'pg_trgm', 'btree_gist'])('brings the extension %s', async (extension) => {
    const { url } = await start();
    await ask(url, `CREATE EXTENSION ${extension}`);
    expect(await ask(url, `SELECT count(*)::int FROM pg_extension WHERE extname = '${extension}'`)).toEqual([[1]]);
  });

  test('is found by a second caller, and stopped by the last one out', async () => {
    const [one, two] = [await start(), await start()];
    expect([one.started, two.started]).toEqual([true, false]);
    expect(two.url).toBe(one.url);
    await one.stop();
    expect(await ask(two.url, 'SELECT 1')).toEqual([[1]]);
    await two.stop();
    await two.stop();
    await expect(ask(two.url, 'SELECT 1')).rejects.toMatchObject({ code: 'ECONNREFUSED' });
    expect(existsSync(join(cluster, 'postmaster.pid'))).toBe(false);
  });

  test('comes back on the same address when it is killed while in use', async () => {
    const { url } = await start();
    const before = readPostmasterFile(cluster)!;
    process.kill(before.pid, 'SIGKILL');
    const user = await start();
    expect(user.url).toBe(url);
    expect(readPostmasterFile(cluster)!.pid).not.toBe(before.pid);
    expect(await ask(url, 'SELECT answer FROM kept')).toEqual([[42]]);
  });

  test('starts where a killed server left its pid, even when that pid is another program’s now', async () => {
    const [pid, unused] = [process.pid, 1];
    for (const left of [`${pid}\n${cluster}\n1\n${unused}\n\n127.0.0.1\n  1 1\nready   \n`, `${pid}`, '']) {
      writeFileSync(join(cluster, 'postmaster.pid'), left);
      const server = await start();
      expect(server.started).toBe(true);
      expect(await ask(server.url, 'SELECT answer FROM kept')).toEqual([[42]]);
      await server.stop();
    }
  });

  test('starts where a killed process left the folder’s lock, even when its pid is another program’s now', async () => {
    const generations = join(dataDir, 'postgres.locks');
    writeFileSync(join(generations, '1000'), `${process.pid}@an earlier birth`);
    expect((await start()).started).toBe(true);
    expect(existsSync(join(generations, '1001'))).toBe(true);
  });

  test('takes another port when its own was taken meanwhile', async () => {
    const first = await start();
    await first.stop();
    const squatter = createServer().listen(Number(new URL(first.url).port), '127.0.0.1');
    try {
      const second = await start();
      expect(second.url).not.toBe(first.url);
      expect(await ask(second.url, 'SELECT answer FROM kept')).toEqual([[42]]);
    } finally {
      squatter.close();
    }
  });

  test('says what the server’s log says when it does not start, and starts once that is put right', async () => {
    const file = join(cluster, 'postgresql.conf');
    const settings = readFileSync(file, 'utf8');
    appendFileSync(file, '\nno_such_setting = 1\n');
    await expect(start()).rejects.toThrow(
      /did not start \(exit code 1\)[\s\S]*unrecognized configuration parameter "no_such_setting"/,
    );
    writeFileSync(file, settings);
    expect((await start()).started).toBe(true);
  });

  test('says which file is missing or wrong when the password is', async () => {
    const file = join(dataDir, 'postgres.password');
    const password = readFileSync(file, 'utf8');
    try {
      writeFileSync(file, 'another');
      await expect(start()).rejects.toThrow(`The password in ${file} is not that of the embedded database`);
      rmSync(file);
      await expect(start()).rejects.toThrow(`put ${file} back`);
      expect(existsSync(join(cluster, 'postmaster.pid'))).toBe(false);
    } finally {
      writeFileSync(file, password, { mode: 0o600 });
    }
  });

  test('refuses a cluster of another version and a folder of something else, and touches neither', async () => {
    const other = join(root, 'other');
    const startOther = () => startEmbeddedServer({ dataDir: other });
    mkdirSync(join(other, 'postgres'), { recursive: true });
    writeFileSync(join(other, 'postgres', 'letter'), 'dear');
    await expect(startOther()).rejects.toThrow('holds files that are not a PostgreSQL cluster');
    writeFileSync(join(other, 'postgres', 'PG_VERSION'), '17\n');
    await expect(startOther()).rejects.toThrow('was made by PostgreSQL 17, and this version brings PostgreSQL 18');
    expect(readFileSync(join(other, 'postgres', 'letter'), 'utf8')).toBe('dear');
  });

  test('names the folder and DATA_DIR when the folder is a file, or below one', async () => {
    const file = join(root, 'file');
    writeFileSync(file, '');
    await expect(startEmbeddedServer({ dataDir: file })).rejects.toThrow(
      `The data folder ${file} cannot be used: it is a file, not a folder. DATA_DIR must name`,
    );
    await expect(startEmbeddedServer({ dataDir: join(file, 'data') })).rejects.toThrow(
      /part of its path is a file.*DATA_DIR/,
    );
  });
});
