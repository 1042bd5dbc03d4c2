import { once } from 'node:events';
import { connect } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { ask, statuses } from './ask.ts';
import { DataFolder } from './data.folder.ts';
import { eventually } from './eventually.ts';
import { Program } from './program.ts';

const START = ['node', 'scripts/start.mjs'];
const clock = (folder: DataFolder, ...words: string[]) =>
  Program.run(['node', 'scripts/run.mjs', 'clock', ...words], { DATA_DIR: folder.path });

describe('a graph that was started with CLOCK', () => {
  const folder = new DataFolder();
  let program: Program;
  let url: string;
  beforeAll(async () => {
    program = Program.start(START, { DATA_DIR: folder.path, PORT: '0', CLOCK: '2025-09-01T09:00:00+02:00' });
    url = await program.url();
  });
  afterAll(async () => {
    await program.stop('SIGKILL');
    await folder.remove();
  });

  test('shows progress, and then one line with the one URL', () => {
    const lines = program.out.trimEnd().split('\n');
    expect(lines.length).toBeGreaterThan(2);
    expect(lines.filter((line) => line.includes('://'))).toEqual([`Mandate Graph is ready: ${url}`]);
    expect(lines.at(-1)).toContain(url);
  });

  test('answers at once, on that day', async () => {
    expect(await statuses(url)).toEqual({ 'gob-connectit': 'OPEN', 'ksz-ehealth': 'OPEN' });
  });

  test('refuses a second one on its port, in a sentence that names port and variable', async () => {
    const { port } = new URL(url);
    const second = await Program.run(START, { DATA_DIR: folder.path, PORT: port });
    expect(second.code).toBe(1);
    expect(second.err).toContain(`Port ${port} on 127.0.0.1 is in use`);
    expect(second.err).toContain('PORT');
    // Without CLOCK it would have said that it is today: the graph that runs keeps its own time.
    expect(await statuses(url)).toEqual({ 'gob-connectit': 'OPEN', 'ksz-ehealth': 'OPEN' });
  });

  test('is moved by the clock command, in all its processes', async () => {
    const set = await clock(folder, 'set', '2025-09-12T23:00:00+02:00');
    expect(set).toMatchObject({ code: 0, err: '', out: expect.stringContaining('2025-09-12T23:0') });
    expect(await statuses(url)).toMatchObject({ 'gob-connectit': 'OPEN' });
    expect((await clock(folder, 'advance', 'PT1H')).out).toContain('2025-09-13T00:0');
    await eventually(async () => (await statuses(url))['gob-connectit'] === 'CLOSED');
    expect(await statuses(url)).toEqual({ 'gob-connectit': 'CLOSED', 'ksz-ehealth': 'OPEN' });
    expect((await clock(folder, 'now')).out).toContain('2025-09-13T00:0');
  });

  test('takes the tokens of npm run token, also of a new key, until they are revoked', async () => {
    const token = (...words: string[]) =>
      Program.run(['node', 'scripts/run.mjs', 'token', ...words], { DATA_DIR: folder.path });
    const recruiter = ['--role', 'recruiter', '--institution', 'gob-connectit'];
    const asking = async (given: string) => {
      const headers = { 'content-type': 'application/json', authorization: `Bearer ${given}` };
      const body = JSON.stringify({ query: '{ vacancies { totalCount } }' });
      return (await fetch(new URL('/graphql', url), { method: 'POST', headers, body })).status;
    };
    const issued = await token(...recruiter);
    expect(issued).toMatchObject({ code: 0, err: '', out: expect.stringMatching(/^[\w-]+\.[\w-]+\.[\w-]+\n$/) });
    const first = issued.out.trim();
    expect(await asking(first)).toBe(200);
    expect((await token('--rotate')).code).toBe(0);
    const second = (await token(...recruiter)).out.trim();
    expect(await asking(second)).toBe(200);
    expect(await asking(first)).toBe(200);
    expect((await token('--revoke', first)).code).toBe(0);
    expect(await asking(first)).toBe(401);
    expect(await asking(second)).toBe(200);
    expect(`${program.out}${program.err}`).not.toContain('eyJ');
  });

  test('goes by its clock when one part of it is started beside it', async () => {
    const migrate = await Program.run(['node', 'scripts/run.mjs', 'migrate'], { DATA_DIR: folder.path });
    expect(migrate).toMatchObject({ code: 0, out: expect.stringContaining('All databases are up to date.') });
    expect((await clock(folder, 'now')).out).toContain('2025-09-13T00:0');
  });

  test('stops at SIGTERM with everything it started, and says so with code 0', async () => {
    expect(folder.postgres()).toBeGreaterThan(0);
    expect(await program.stop('SIGTERM')).toEqual({ code: 0, signal: null });
    expect(folder.postgres()).toBeUndefined();
    // A stop that somebody asked for is no error: neither is what it interrupts.
    expect(`${program.out}${program.err}`).not.toMatch(/"level":[56]0/);
    await expect(fetch(url)).rejects.toThrow();
  });

  test('then has no clock to move', async () => {
    expect(await clock(folder, 'now')).toMatchObject({ code: 1, err: expect.stringContaining(folder.path) });
    expect(folder.postgres()).toBeUndefined();
  });
});

describe('a graph that was killed', () => {
  const folder = new DataFolder();
  let program: Program;
  afterAll(async () => {
    await program.stop('SIGKILL');
    await folder.remove();
  });

  test('starts again with all its data, whether or not its database was killed as well', async () => {
    program = Program.start(START, { DATA_DIR: folder.path, PORT: '0' });
    const all = Object.keys(await statuses(await program.url()));
    expect(all).toHaveLength(2);
    for (const killsPostgres of [false, true]) {
      if (killsPostgres) process.kill(folder.postgres()!, 'SIGKILL');
      await program.stop('SIGKILL');
      program = Program.start(START, { DATA_DIR: folder.path, PORT: '0', CONTENT: 'none' });
      expect(Object.keys(await statuses(await program.url()))).toEqual(all);
    }
  });

  test('ends at once at a second signal, however long a request takes, but not at the echo of the first', async () => {
    const { port, hostname } = new URL(await program.url());
    // A request that is never complete: what is in flight is waited for.
    const client = connect(Number(port), hostname);
    client.on('error', () => {});
    await once(client, 'connect');
    client.write('POST /graphql HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 9\r\n\r\n{');
    await eventually(async () => (await fetch(`http://${hostname}:${port}/health/live`)).ok);
    program.child.kill('SIGINT');
    program.child.kill('SIGINT');
    await program.says(/^Stopping\.$/m);
    const asking = new AbortController();
    const again = async () => {
      while (!asking.signal.aborted) {
        program.child.kill('SIGINT');
        await delay(50);
      }
    };
    const [ending] = await Promise.all([program.ended.finally(() => asking.abort()), again()]);
    expect(ending).toEqual({ code: 130, signal: null });
  });
});

describe('a part that another process serves', () => {
  const folder = new DataFolder();
  const programs: Program[] = [];
  const start = (variables: Record<string, string>, ...words: string[]) => {
    const program = Program.start([...START, ...words], { DATA_DIR: folder.path, PORT: '0', ...variables });
    programs.push(program);
    return program;
  };
  afterAll(async () => {
    await Promise.all(programs.map((program) => program.stop('SIGKILL')));
    await folder.remove();
  });

  test('is left to it, and shares the database, which the last one out stops', async () => {
    const part = start({ SUBGRAPH_URL_CANDIDATES: 'http://127.0.0.1:0' }, 'candidates');
    const rest = start({ SUBGRAPH_URL_CANDIDATES: await part.url() });
    const url = await rest.url();
    expect(rest.out).toContain('Starting gob-connectit, ksz-ehealth, catalogue, selection.\n');
    const answer = await ask(url, '{ vacancies { edges { node { applicationCount } } } }');
    expect(answer).not.toHaveProperty('errors');
    expect(await rest.stop()).toMatchObject({ code: 0 });
    expect(folder.postgres()).toBeGreaterThan(0);
    expect(await part.stop()).toMatchObject({ code: 0 });
    expect(folder.postgres()).toBeUndefined();
  });
});

describe('a start that is given up', () => {
  const folder = new DataFolder();
  afterAll(() => folder.remove());

  test.each([/^Preparing/m, /^Opening/m, /^Starting/m])('after it said %s leaves nothing running', async (moment) => {
    const program = Program.start(START, { DATA_DIR: folder.path, PORT: '0', LOG_LEVEL: 'error' });
    await program.says(moment);
    expect(await program.stop()).toEqual({ code: 0, signal: null });
    expect(program.err).not.toContain('"level"');
    expect(program.out).not.toContain('is ready');
    expect(folder.postgres()).toBeUndefined();
  });
});
