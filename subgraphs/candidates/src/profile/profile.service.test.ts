import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { PUBLIC_ACTOR } from '@mandate-graph/runtime';
import {
  candidateOf,
  everythingIn,
  holder,
  type TestCandidates,
  testCandidates,
  writeOf,
} from '../testing/candidates.subgraph.ts';
import { another, ENTRIES, LISTS, SAVES } from './testing/entries.ts';
import { profiles } from './testing/profiles.ts';

let candidates: TestCandidates;
beforeAll(async () => {
  candidates = await testCandidates();
});
afterAll(() => candidates?.close());
/** What an entry that is given says. */
const partOf = (given: object): object => Object.values(given)[0] ?? {};
const { codesOf, profile, register, remove, save, shown } = profiles(() => candidates);

describe.each(SAVES)('%s', (mutation) => {
  const [list] = LISTS[mutation];

  test('adds an entry, changes it on its version, and it can be removed', async () => {
    const { actor } = await register(`whole life ${mutation}`);
    const made = await save(actor, mutation);
    expect(made).toEqual({ __typename: 'CandidateRecorded', id: expect.any(String), version: 1 });
    const { id } = made;
    expect((await profile(actor)).lists[list]).toEqual([shown(mutation, { id, version: 1 })]);
    const again = await save(actor, mutation, another(mutation));
    expect(await save(actor, mutation, { id, version: 1 })).toEqual({
      __typename: 'CandidateRecorded',
      id,
      version: 2,
    });
    expect((await profile(actor)).lists[list]).toEqual([
      shown(mutation, { id, version: 2 }),
      { ...shown(mutation, { id: again.id, version: 1 }), ...partOf(another(mutation)) },
    ]);
    expect(await remove(actor, id, 2)).toEqual({ __typename: 'CandidateRecorded', id, version: 3 });
    expect((await profile(actor)).lists[list]!.map((entry) => entry.id)).toEqual([again.id]);
    const trail = await candidates.database.query(
      "SELECT version, state->>'data' IS NULL AS empty FROM candidates.profile_entry_history WHERE id = $1 ORDER BY version",
      [id],
    );
    expect(trail).toEqual([
      { version: 1, empty: false },
      { version: 2, empty: false },
    ]);
  });

  test.each([
    ['without one', {}, 0],
    ['of before', { version: 1 }, 1],
  ])('changes nothing on a version %s', async (_what, own, givenVersion) => {
    const { actor } = await register(`conflict ${mutation} ${givenVersion}`);
    const { id } = await save(actor, mutation);
    await save(actor, mutation, { id, version: 1 });
    const conflict = { __typename: 'VersionConflict', id, givenVersion, currentVersion: 2 };
    expect(await save(actor, mutation, { id, ...own })).toEqual(conflict);
    expect(await remove(actor, id, givenVersion)).toEqual(conflict);
    expect((await profile(actor)).lists[list]).toEqual([shown(mutation, { id, version: 2 })]);
  });

  test('refuses an id of no entry, of one that is removed, of another kind, and of another candidate', async () => {
    const { actor } = await register(`unknown ${mutation}`);
    const other = await register(`unknown ${mutation}, another`);
    const removed = await save(actor, mutation);
    await remove(actor, removed.id, 1);
    const ofAnotherKind = await save(actor, mutation === 'saveDiploma' ? 'saveNationality' : 'saveDiploma');
    const ofAnother = await save(other.actor, mutation);
    const unknown = [['id', 'UNKNOWN_ENTRY', null]];
    for (const id of ['nonsense', randomUUID(), removed.id, ofAnother.id]) {
      expect(codesOf(await save(actor, mutation, { id, version: 1 }))).toEqual(unknown);
      expect(codesOf(await remove(actor, id, 1))).toEqual(unknown);
    }
    expect(codesOf(await save(actor, mutation, { id: ofAnotherKind.id, version: 1 }))).toEqual(unknown);
    expect((await profile(other.actor)).lists[list]).toEqual([shown(mutation, { id: ofAnother.id, version: 1 })]);
    expect((await profile(actor)).lists[list]).toEqual([]);
  });

  test('refuses a version of what is new, and the entry after the hundredth', async () => {
    const { actor, id } = await register(`too many ${mutation}`);
    const first = await save(actor, mutation);
    const [{ kind } = { kind: '' }] = await candidates.database.query<{ kind: string }>(
      'SELECT kind FROM candidates.profile_entry WHERE id = $1',
      [first.id],
    );
    expect(codesOf(await save(actor, mutation, { version: 1, ...another(mutation) }))).toEqual([
      ['version', 'NOTHING_TO_CHANGE', '1'],
    ]);
    // What nationalities say is looked at.
    if (mutation === 'saveNationality')
      for (let number = 1; number <= 98; number += 1) await save(actor, mutation, another(mutation, number));
    else
      await candidates.database.query(
        `INSERT INTO candidates.profile_entry (id, candidate_id, kind, version, recorded_at, recorded_by, data)
         SELECT gen_random_uuid(), $1, $2, 1, now(), 'test', '' FROM generate_series(1, 98)`,
        [id, kind],
      );
    const last = await save(actor, mutation, another(mutation));
    expect(last.__typename).toBe('CandidateRecorded');
    expect(codesOf(await save(actor, mutation, another(mutation, 99)))).toEqual([['entries', 'TOO_MANY', '101']]);
    expect((await save(actor, mutation, { id: last.id, version: 1, ...another(mutation) })).version).toBe(2);
    await remove(actor, last.id, 2);
    expect((await save(actor, mutation, another(mutation))).version).toBe(1);
  });

  test('is for candidates with an account', async () => {
    const input = { ...ENTRIES[mutation], idempotencyKey: 'k' };
    const refused = await candidates.write(candidateOf('without account'), mutation, input);
    expect(codesOf(refused)).toEqual([['account', 'NO_ACCOUNT', null]]);
    for (const [actor, code] of [
      [PUBLIC_ACTOR, 'UNAUTHENTICATED'],
      [holder('recruiter', 'recruiter-1', 'vrb'), 'FORBIDDEN'],
    ] as const) {
      const { data, errors, statements } = await candidates.ask(actor, writeOf(mutation), { input });
      expect({ data, statements }).toEqual({ data: { result: null }, statements: 0 });
      expect(errors!.map(({ extensions }) => extensions['code'])).toEqual([code]);
    }
  });

  test('has one effect, however often it comes with one key', async () => {
    const { actor } = await register(`once ${mutation}`);
    const answers = await Promise.all(
      Array.from({ length: 10 }, () => save(actor, mutation, { idempotencyKey: 'same' })),
    );
    expect(new Set(answers.map(({ id }) => id)).size).toBe(1);
    expect((await profile(actor)).lists[list]).toHaveLength(1);
  });
});

test.each([
  ['in an entry', { country: 'Belgium' }, ['nationality.country', 'NOT_A_CODE', null]],
  ['in its form', { country: ' ' }, ['nationality.country', 'EMPTY_TEXT', null]],
])('what is wrong %s is told before that another version stands', async (what, nationality, problem) => {
  const { actor } = await register(`wrong ${what}, and late`);
  const { id } = await save(actor, 'saveNationality');
  expect(codesOf(await save(actor, 'saveNationality', { id, version: 7, nationality }))).toEqual([problem]);
});

test('a whole profile is read in one statement, beside that for the account', async () => {
  const { actor } = await register('whole');
  for (const mutation of SAVES) await save(actor, mutation);
  const { lists, statements } = await profile(actor);
  expect(Object.values(lists).map((list) => list.length)).toEqual(SAVES.map(() => 1));
  expect(statements).toBe(2);
});

test('each write of a request shows the profile as it stands after it', async () => {
  const { actor } = await register('two writes');
  const write = (name: string, country: string) => `${name}: saveNationality(input: { idempotencyKey: "${name}"
    nationality: { country: "${country}" } }) { ... on CandidateRecorded { candidate { nationalities { version } } } }`;
  const { data } = await candidates.ask(actor, `mutation { ${write('one', 'BE')} ${write('two', 'FR')} }`);
  expect([data.one, data.two].map(({ candidate }) => candidate.nationalities.length)).toEqual([1, 2]);
});

test('nobody reads what was written in the database, its history, or the log', async () => {
  const { actor } = await register('sealed');
  for (const mutation of SAVES) {
    const { id } = await save(actor, mutation);
    await save(actor, mutation, { id, version: 1 });
    await save(actor, mutation, { id: 'nonsense', version: 1 });
  }
  const readable = `${await everythingIn(candidates.database)}\n${candidates.lines.join('\n')}`;
  expect(readable).toContain('DISMISSAL');
  expect(readable).not.toMatch(/marmot|UNIVERSITY|LONG_TYPE|CONDUCT|STATUTORY|2004-07-01|2019-05-05/i);
  for (const written of ['armot', 'UNIVERSITY', 'CONDUCT', '2019-05-05'])
    expect(readable).not.toContain(Buffer.from(written).toString('hex'));
});
