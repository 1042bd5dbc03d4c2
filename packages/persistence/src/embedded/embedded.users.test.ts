import { chmodSync, chownSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { unprivilegedAccount } from './child.process.ts';
import { Installation, type Program } from './installation.harness.ts';
import { readPostmasterFile } from './postmaster.file.ts';

/** Run by root, the tests act as each kind of user; run by anybody else, as that one. */
const asRoot = process.getuid?.() === 0;
const rootOnly = asRoot ? test : test.skip;
const NOBODY = unprivilegedAccount().uid;
const WITHOUT_A_NAME = 12_345;

const root = mkdtempSync(join(tmpdir(), 'embedded-users-'));
const programs: Program[] = [];
const elsewhere: string[] = [];
let installation: Installation;

beforeAll(() => {
  chmodSync(root, 0o755);
  installation = Installation.make(asRoot ? WITHOUT_A_NAME : undefined);
});
afterEach(async () => {
  await Promise.all(programs.splice(0).map((program) => program.stop().catch(() => program.kill())));
});
afterAll(() => {
  installation.remove();
  for (const path of [root, ...elsewhere]) rmSync(path, { recursive: true, force: true });
});

function program(dataDir: string, uid?: number, from = installation): Program {
  const started = from.program(dataDir, uid);
  programs.push(started);
  return started;
}

function folder(name: string, owner: number | undefined, mode = 0o755): string {
  const path = join(root, name);
  mkdirSync(path);
  chmodSync(path, mode);
  if (owner !== undefined) chownSync(path, owner, owner);
  return path;
}

describe('an ordinary user', () => {
  const uid = asRoot ? NOBODY : undefined;

  test('starts from programs that belong to another and lack their links, in a folder of his own', async () => {
    const dataDir = join(folder('ordinary', uid), 'data');
    const { started } = await program(dataDir, uid).server();
    expect(started).toBe(true);
    expect(statSync(dataDir).mode & 0o777).toBe(0o700);
    expect(statSync(join(dataDir, 'postgres')).uid).toBe(uid ?? process.getuid!());
  });

  rootOnly('needs no name', async () => {
    const dataDir = folder('nameless', WITHOUT_A_NAME);
    expect((await program(dataDir, WITHOUT_A_NAME).server()).started).toBe(true);
    expect(statSync(join(dataDir, 'postgres')).uid).toBe(WITHOUT_A_NAME);
  });

  test('is told which folder he may not write in, and the variable that names another', async () => {
    const shut = folder('shut', undefined, 0o555);
    await expect(program(shut, uid).server()).rejects.toThrow(
      /^The data folder .*shut cannot be used: user \d+ has no permission to write in it\. DATA_DIR must name a folder/,
    );
    await expect(program(join(shut, 'data'), uid).server()).rejects.toThrow(
      /shut.data cannot be used: .* to create it\. DATA_DIR/,
    );
  });

  test('is told of DATABASE_URL where his platform has no package', async () => {
    const bare = Installation.make(uid, { binaries: false });
    try {
      const dataDir = folder('bare', uid);
      await expect(program(dataDir, uid, bare).server()).rejects.toThrow(
        /^There is no embedded PostgreSQL for \S+ here .*: set DATABASE_URL to a PostgreSQL server\.$/,
      );
    } finally {
      bare.remove();
    }
  });
});

describe('root', () => {
  rootOnly('has the server run as an unprivileged user, and keeps its secrets where everyone may write', async () => {
    const dataDir = folder('of-root', undefined, 0o777);
    await program(dataDir).server();
    const { pid } = readPostmasterFile(join(dataDir, 'postgres'))!;
    expect(readFileSync(`/proc/${pid}/status`, 'utf8')).toMatch(new RegExp(`^Uid:(\\s+${NOBODY}){4}$`, 'm'));
    expect(statSync(join(dataDir, 'postgres.password'))).toMatchObject({ uid: 0, mode: 0o100600 });
    await expect(program(dataDir, WITHOUT_A_NAME).server()).rejects.toThrow(
      `belongs to user 0 and this process runs as user ${WITHOUT_A_NAME}`,
    );
  });

  rootOnly('opens a shut data folder to the server alone, when the folder above it is open', async () => {
    const dataDir = folder('shut-itself', undefined, 0o700);
    await program(dataDir).server();
    expect(statSync(join(dataDir, 'postgres')).uid).toBe(NOBODY);
    expect(statSync(dataDir).mode & 0o777).toBe(0o710);
  });

  rootOnly('keeps the cluster in the system’s place when the server cannot get into the folders above', async () => {
    const dataDir = join(folder('private', undefined, 0o700), 'data');
    const first = program(dataDir);
    const { url } = await first.server();
    const place = readFileSync(join(dataDir, 'postgres.location'), 'utf8').trim();
    elsewhere.push(place);
    expect(dirname(place)).toBe('/var/lib/mandate-graph');
    expect(first.progress).toContainEqual(expect.stringContaining(`the database is kept in ${place}.`));
    expect(existsSync(join(place, 'PG_VERSION'))).toBe(true);
    expect(statSync(dirname(dataDir)).mode & 0o777).toBe(0o700);
    await first.stop();

    const second = program(dataDir);
    expect(await second.server()).toEqual({ url, started: true });
    expect(second.progress).toEqual([]);
  });

  rootOnly('runs the server as the owner of the data folder, who can start it later as himself', async () => {
    const dataDir = folder('of-a-user', NOBODY);
    const byRoot = program(dataDir);
    const { url } = await byRoot.server();
    expect(await program(dataDir, NOBODY).server()).toEqual({ url, started: false });
    await byRoot.stop();
    await programs.pop()!.stop();
    expect(await program(dataDir, NOBODY).server()).toEqual({ url, started: true });
  });
});
