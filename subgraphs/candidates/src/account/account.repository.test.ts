import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { createDatabase, silentLog, TEST_PERSON_KEY, type TestDatabase } from '@mandate-graph/testkit';
import { Sealing } from '@mandate-graph/writing';
import { Temporal } from 'temporal-polyfill';
import type { DataSource } from 'typeorm';
import { openCandidatesDatabase } from '../candidates.database.ts';
import { CandidateLocks } from '../writing/candidate.locks.ts';
import { candidateActor, type LockedCandidate } from '../writing/work.ts';
import { AccountRepository } from './account.repository.ts';
import type { AccountData } from './account.rules.ts';
import { candidateView } from './account.service.ts';
import { AccountStore } from './account.store.ts';

const sealing = new Sealing(TEST_PERSON_KEY);
const NOW = Temporal.Instant.from('2025-09-01T07:00:00.123Z');
const ACCOUNT: AccountData = {
  ...{ givenNames: 'A', familyName: 'B', email: 'a@b.c', phone: '123456', preferredLanguage: 'fr' },
};
let database: TestDatabase;
let source: DataSource;
let repository: AccountRepository;
beforeAll(async () => {
  database = await createDatabase();
  source = await openCandidatesDatabase(database.url, silentLog);
  repository = new AccountRepository(source.manager, sealing);
});
afterAll(async () => {
  await source?.destroy();
  await database?.drop();
});

const candidate = (subject: string, account: AccountData | null): Promise<LockedCandidate> =>
  source.transaction(async (manager) => {
    const candidate = await new CandidateLocks(manager, sealing).ofSubjectOrNew(subject, NOW);
    const work = { manager, candidate, now: NOW, by: candidateActor(candidate.id) };
    if (account !== null) await new AccountStore(work).put(1, account);
    return candidate;
  });

test('accounts are read in the order asked for: filled, empty, erased, and none', async () => {
  const [filled, empty, erased] = [
    await candidate('filled', ACCOUNT),
    await candidate('empty', null),
    await candidate('erased', ACCOUNT),
  ];
  await source.query('DELETE FROM candidate_subject WHERE candidate_id = $1', [erased.id]);
  await source.query('DELETE FROM person_key WHERE candidate_id = $1', [erased.id]);
  await source.query('UPDATE candidate SET version = 2, data = NULL, erased_at = now() WHERE id = $1', [erased.id]);
  const registeredAt = '2025-09-01T07:00:00.123Z';
  const facts = [
    { id: empty.id, subject: 'empty', version: 1, registeredAt, data: null },
    { id: filled.id, subject: 'filled', version: 1, registeredAt, data: ACCOUNT },
    { id: erased.id, subject: null, version: 2, registeredAt, data: null },
  ];
  expect(await repository.byIds([empty.id, randomUUID(), filled.id, erased.id])).toEqual([
    ...[facts[0], null, facts[1], facts[2]],
  ]);
  expect(await repository.bySubjects(['filled', 'erased', 'empty', 'nobody'])).toEqual([
    ...[facts[1], null, facts[0], null],
  ]);
});

test('an institution sees the same as the candidate, and of whoever was erased only that there was one', async () => {
  const facts = { id: 'c', subject: 's', version: 3, registeredAt: '2025-09-01T07:00:00Z', data: ACCOUNT };
  const { id, version, registeredAt } = facts;
  expect(candidateView(facts, {})).toEqual({
    ...{ id, version, registeredAt, ...ACCOUNT, whose: { subject: 's', institution: null, procedure: null } },
  });
  expect(candidateView({ ...facts, subject: null, data: null }, { institution: 'vrb', procedure: 'p' })).toEqual({
    ...{ id, version, registeredAt, whose: { subject: null, institution: 'vrb', procedure: 'p' } },
    ...{ givenNames: null, familyName: null, email: null, phone: null, preferredLanguage: null },
  });
});
