import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { createDatabase, type TestDatabase, wholeGraphTemplate } from '@mandate-graph/testkit';
import { Program } from './program.ts';

jest.setTimeout(180_000);

let database: TestDatabase;
beforeAll(async () => {
  database = await createDatabase(wholeGraphTemplate());
});
afterAll(() => database.drop());

describe('npm run verify-trail', () => {
  const run = (...words: string[]) => Program.run(['node', 'scripts/run.mjs', 'verify-trail', ...words], {});

  test('ends well where nothing is wrong, and with code 1 where an entry does not belong', async () => {
    const well = await run('--database', database.url);
    expect({ code: well.code, out: well.out.trim() }).toEqual({ code: 0, out: expect.stringContaining('no trails') });
    const [procedure] = await database.query<{ id: string }>('SELECT id FROM selection.selection_procedure LIMIT 1');
    await database.query(
      `INSERT INTO selection.trail_entry (procedure_id, seq, at, act, actor, about, about_id, previous, hash)
       VALUES ($1, 1, '2025-10-24T08:00:00Z', 'START', 'nobody', 'PROCEDURE', $1, '\\x00', '\\x00')`,
      [procedure!.id],
    );
    const { code, out, err } = await run('--database', database.url);
    expect(code).toBe(1);
    expect(out).toContain(`${procedure!.id} (`);
    expect(out).toMatch(/broken at entry 1: it was inserted/);
    expect(err).toContain('Of 1 trail, 1 is broken.');
  });

  test('says what is wrong with its options, and where there is no database', async () => {
    expect((await run('--head', 'x')).err).toContain('--head must be');
    const nowhere = await run('--database', 'postgres://nobody@127.0.0.1:1/nowhere');
    expect({ code: nowhere.code, err: nowhere.err }).toEqual({
      ...{ code: 1, err: expect.stringContaining('The database of selection cannot be used') },
    });
  });
});
