import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { createDatabase, type TestDatabase } from '@mandate-graph/testkit';
import { DataFolder } from './data.folder.ts';
import { Program } from './program.ts';

const START = ['node', 'scripts/start.mjs'];

describe('a start that cannot be', () => {
  const folder = new DataFolder();
  let taken: Server;
  let database: TestDatabase;
  beforeAll(async () => {
    taken = createServer().listen(0, '127.0.0.1');
    await once(taken, 'listening');
    database = await createDatabase();
  });
  afterAll(async () => {
    taken.close();
    await database.drop();
    await folder.remove();
  });

  const start = (variables: Record<string, string>, ...words: string[]) =>
    Program.run([...START, ...words], { DATA_DIR: folder.path, PORT: '0', ...variables });
  const refused = (err: string) => ({ code: 1, signal: null, err });

  test('tells all that is wrong with the environment at once', async () => {
    const { code, err } = await start({ PORT: 'abc', LOG_LEVEL: 'loud', CONTENT: 'some', CLOCK: 'noon' });
    expect(code).toBe(1);
    for (const part of ['PORT', 'abc', 'LOG_LEVEL', 'loud', 'CONTENT', 'some', 'CLOCK', 'noon'])
      expect(err).toContain(part);
    expect(err).not.toMatch(/^\s+at /m);
  });

  test('tells the names there are, when the name is none of them', async () => {
    const { out, ...rest } = await start({}, 'catalog');
    expect(rest).toEqual(
      refused(
        'The part to start must be one of gob-connectit, ksz-ehealth, catalogue, candidates, selection, gateway, but got: catalog.\n',
      ),
    );
    expect(out).toBe('');
  });

  test('names the variable of a subgraph whose port is taken', async () => {
    const { port } = taken.address() as AddressInfo;
    const url = `http://127.0.0.1:${port}`;
    const { code, err } = await start({ DATABASE_URL: database.url, SUBGRAPH_URL_CANDIDATES: url }, 'candidates');
    expect(code).toBe(1);
    expect(err).toContain(`Port ${port} on 127.0.0.1 is in use`);
    expect(err).toContain('SUBGRAPH_URL_CANDIDATES');
  });

  test('names the variable of a database that does not answer, and not its password', async () => {
    const { port } = taken.address() as AddressInfo;
    taken.close();
    const { code, err } = await start({ DATABASE_URL: `postgres://me:secret@127.0.0.1:${port}/none` }, 'selection');
    expect(code).toBe(1);
    expect(err).toContain('The database of selection cannot be used');
    expect(err).toContain('DATABASE_URL_SELECTION');
    expect(err).not.toContain('secret');
  });

  test('has no demonstration clock without the embedded server', async () => {
    const variables = { DATABASE_URL_SELECTION: database.url, CLOCK: '2025-09-01T09:00:00+02:00' };
    expect(await start(variables, 'selection')).toMatchObject(
      refused('CLOCK is the demonstration clock, which works with the embedded server only: leave it out.\n'),
    );
  });

  test('starts nothing in production without its keys and its database', async () => {
    const { code, err } = await start({ NODE_ENV: 'production' });
    expect(code).toBe(1);
    for (const name of ['DATABASE_URL', 'ACTOR_PRIVATE_KEY', 'FEED_KEY', 'PERSON_KEY', 'OIDC_ISSUER'])
      expect(err).toContain(name);
  });

  test('leaves no database running', () => {
    expect(folder.postgres()).toBeUndefined();
  });
});
