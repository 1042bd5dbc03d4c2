import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { createDatabase, silentLog, TEST_PERSON_KEY, type TestDatabase } from '@mandate-graph/testkit';
import { Sealing } from '@mandate-graph/writing';
import type { DataSource } from 'typeorm';
import { openCandidatesDatabase } from '../candidates.database.ts';
import { ProfileRepository } from './profile.repository.ts';

const sealing = new Sealing(TEST_PERSON_KEY);
let database: TestDatabase;
let source: DataSource;
beforeAll(async () => {
  database = await createDatabase();
  source = await openCandidatesDatabase(database.url, silentLog);
});
afterAll(async () => {
  await source?.destroy();
  await database?.drop();
});

/** A candidate with nationalities, of which null is one that was removed. */
async function candidate(...countries: readonly (string | null)[]): Promise<string> {
  const id = randomUUID();
  const wrapped = sealing.newKey(id);
  const key = sealing.keyOf(id, wrapped);
  await source.query(`INSERT INTO candidate VALUES ($1, now(), NULL, 1, now(), 'test', '')`, [id]);
  await source.query('INSERT INTO person_key VALUES ($1, $2)', [id, wrapped]);
  for (const country of countries) {
    const entry = randomUUID();
    await source.query(
      `INSERT INTO profile_entry (id, candidate_id, kind, version, recorded_at, recorded_by, data)
       VALUES ($1, $2, 'NATIONALITY', 1, now(), 'test', $3)`,
      [entry, id, country === null ? null : key.seal(`profile_entry:${entry}`, { country, assimilated: false })],
    );
  }
  return id;
}

test('profiles are what stands of each candidate, in the order in which it was entered', async () => {
  const one = await candidate('BE', null, 'NL', 'FR');
  const other = await candidate('LU');
  const [none, nobody, erased] = [await candidate(), randomUUID(), await candidate('DE')];
  await source.query('DELETE FROM person_key WHERE candidate_id = $1', [erased]);
  const current = await new ProfileRepository(source.manager, sealing).current([other, one, none, nobody, erased]);
  const entry = (country: string) => ({
    ...{ id: expect.any(String), kind: 'NATIONALITY', version: 1, data: { country, assimilated: false } },
  });
  expect(current).toEqual(
    new Map([
      [other, [entry('LU')]],
      [one, ['BE', 'NL', 'FR'].map(entry)],
      [none, []],
      [nobody, []],
      [erased, []],
    ]),
  );
});
