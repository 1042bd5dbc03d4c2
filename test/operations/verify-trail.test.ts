import { existsSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { startEmbeddedServer } from '@mandate-graph/persistence';
import { createDatabase } from '@mandate-graph/testkit';
import pg from 'pg';
import { openSelection, type TestSelection } from '../../subgraphs/selection/src/testing/selection.ts';
import { headOf, lived } from '../../subgraphs/selection/src/trail/testing/lived.ts';
import { DataFolder } from './data.folder.ts';
import { eventually } from './eventually.ts';
import { Program } from './program.ts';

const COMMAND = ['node', 'scripts/run.mjs', 'verify-trail'];
const run = (variables: Record<string, string>, ...words: string[]) => Program.run([...COMMAND, ...words], variables);

let selection: TestSelection;
let procedure: string;
beforeAll(async () => {
  selection = await openSelection();
  ({ procedure } = await lived(selection, 'vrb:vacancy:a'));
  await lived(selection, 'gew:vacancy:b');
});
afterAll(() => selection.close());

const headIn = async (of: string) => {
  const { entries, hash } = await headOf(selection, of);
  return { entries, hash: hash.toString('hex') };
};
/** As whoever owns the database can. */
const tamper = (statement: string) =>
  selection.query(
    `DO $$ BEGIN
       ALTER TABLE trail_entry DISABLE TRIGGER USER; ${statement}; ALTER TABLE trail_entry ENABLE TRIGGER USER;
     END $$`,
  );

describe('npm run verify-trail', () => {
  test('tells the head of each trail that is whole, by the address alone: it needs no key', async () => {
    const { code, out } = await run({ DATABASE_URL_SELECTION: selection.databaseUrl });
    expect(code).toBe(0);
    const { entries, hash } = await headIn(procedure);
    expect(out.trimEnd().split('\n').slice(-3)).toEqual([
      expect.stringMatching(/^gew:vacancy:b: whole, \d+ entries, head [0-9a-f]{64}$/),
      `vrb:vacancy:a: whole, ${entries} entries, head ${hash}`,
      'All 2 trails are whole.',
    ]);
  });

  test('in production needs an address, and nothing else', async () => {
    const variables = { NODE_ENV: 'production', DATABASE_URL: selection.databaseUrl };
    expect(await run(variables)).toMatchObject({ code: 0, err: '', out: expect.stringContaining('All 2 trails') });
  });

  test('writes nothing, and needs to read no more than the trails', async () => {
    const user = `reader_${Date.now()}`;
    await selection.query(`CREATE ROLE ${user} LOGIN PASSWORD 'x'`);
    await selection.query(`GRANT USAGE ON SCHEMA selection TO ${user}`);
    await selection.query(`GRANT SELECT ON trail_entry, selection_procedure TO ${user}`);
    const url = new URL(selection.databaseUrl);
    [url.username, url.password] = [user, 'x'];
    expect(await run({ DATABASE_URL: url.href })).toMatchObject({ code: 0, err: '' });
    await selection.query(`DROP OWNED BY ${user}`);
    await selection.query(`DROP ROLE ${user}`);
  });

  test('checks heads that were noted before, and ends in code 1 when one is another', async () => {
    const variables = { DATABASE_URL: selection.databaseUrl };
    const { entries, hash } = await headIn(procedure);
    const noted = [
      '--head',
      `vrb:vacancy:a=${entries}:${hash}`,
      `--head=${procedure}=${entries}:${hash.toUpperCase()}`,
    ];
    expect(await run(variables, ...noted)).toMatchObject({ code: 0, err: '' });
    expect(await run(variables, '--head', `vrb:vacancy:a=${hash}`)).toMatchObject({ code: 0, err: '' });
    const other = await run(variables, ...noted, '--head', `vrb:vacancy:a=3:${hash}`, `--head=gew:vacancy:x=1:${hash}`);
    expect(other).toMatchObject({ code: 1, err: 'Of 3 trails, 2 are broken.\n' });
    expect(other.out).toContain('vrb:vacancy:a: broken at entry 3, which was changed, or one before it');
    expect(other.out).toContain('gew:vacancy:x: broken at entry 1, which was deleted, as a head that was noted shows');
  });

  test('tells what is wrong with its options before anything is opened', async () => {
    expect(await run({}, '--head', 'vrb:vacancy:a', 'now')).toMatchObject({
      ...{ code: 1, out: '', err: expect.stringMatching(/--head must be .*\nThe only option is --head, but got: now/) },
    });
  });

  test('tells that a database cannot be used, or is not that of a selection, and never its password', async () => {
    const nowhere = await run({ DATABASE_URL: 'postgres://me:secret@127.0.0.1:1/none' });
    expect(nowhere).toMatchObject({
      ...{ code: 1, err: expect.stringContaining('The database of selection cannot be used') },
    });
    expect(nowhere.err).not.toContain('secret');
    const empty = await createDatabase();
    const nothing = await run({ DATABASE_URL: empty.url });
    expect(nothing).toMatchObject({ code: 1, err: expect.stringContaining('has no trails') });
    await empty.drop();
  });

  test('that is asked to stop before it is done ends in code 1', async () => {
    const runner = selection.source.createQueryRunner();
    await runner.startTransaction();
    await runner.query('LOCK TABLE trail_entry IN ACCESS EXCLUSIVE MODE');
    const program = Program.start(COMMAND, { DATABASE_URL: selection.databaseUrl });
    await eventually(async () => {
      const waiting =
        "SELECT FROM pg_stat_activity WHERE application_name LIKE '%verify%' AND wait_event_type = 'Lock'";
      return (await selection.query(waiting)).length > 0;
    });
    program.child.kill('SIGTERM');
    await program.says(/^Stopping\.$/m);
    await runner.rollbackTransaction();
    await runner.release();
    expect(await program.ended).toEqual({ code: 1, signal: null });
    expect(program.out).not.toContain('whole');
  });

  test('tells the place where a trail is broken, and what was done there, and ends in code 1', async () => {
    await tamper(`DELETE FROM trail_entry WHERE procedure_id = '${procedure}' AND seq = 6`);
    const { code, out, err } = await run({ DATABASE_URL: selection.databaseUrl });
    expect({ code, err }).toEqual({ code: 1, err: 'Of 2 trails, 1 is broken.\n' });
    expect(out).toContain('vrb:vacancy:a: broken at entry 6, which was deleted\n');
    expect(out).toMatch(/gew:vacancy:b: whole/);
  });
});

describe('npm run verify-trail without an address', () => {
  const folder = new DataFolder();
  const variables = () => ({ DATA_DIR: folder.path, LOG_LEVEL: 'error' });
  afterAll(() => folder.remove());

  test('finds the database of the data folder, running or not, and leaves it as it was', async () => {
    const migrated = await Program.run(['node', 'scripts/run.mjs', 'migrate'], { ...variables(), CONTENT: 'none' });
    expect(migrated).toMatchObject({ code: 0 });
    expect(await run(variables())).toMatchObject({ code: 0, err: '', out: expect.stringContaining('There are no') });
    const server = await startEmbeddedServer({ dataDir: folder.path });
    await copyTrail(server.url);
    expect(await run(variables())).toMatchObject({ code: 1, out: expect.stringContaining('entry 6, which was') });
    expect(folder.postgres()).toBeGreaterThan(0);
    await server.stop();
    expect(folder.postgres()).toBeUndefined();
    expect(await run(variables())).toMatchObject({ code: 1, out: expect.stringContaining('entry 6, which was') });
    expect(folder.postgres()).toBeUndefined();
  });

  test('makes none where there is none', async () => {
    const nowhere = `${folder.path}/nowhere`;
    const refused = await run({ DATA_DIR: nowhere });
    expect(refused).toMatchObject({ code: 1, err: expect.stringContaining(`There is no data folder ${nowhere}`) });
    expect(existsSync(nowhere)).toBe(false);
  });
});

/** The trail that was tampered with, and its procedure, into another database. */
async function copyTrail(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  for (const [table, key] of [
    ['selection_procedure', 'id'],
    ['trail_entry', 'procedure_id'],
  ]) {
    const rows = await selection.query<{ row: object }>(`SELECT to_jsonb(t) AS row FROM ${table} t WHERE ${key} = $1`, [
      procedure,
    ]);
    await client.query(
      `INSERT INTO selection.${table} SELECT * FROM jsonb_populate_recordset(null::selection.${table}, $1)`,
      [JSON.stringify(rows.map(({ row }) => row))],
    );
  }
  await client.end();
}
