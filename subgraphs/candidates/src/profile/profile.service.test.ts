import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type Actor, PUBLIC_ACTOR } from '@mandate-graph/runtime';
import {
  candidateOf,
  everythingIn,
  holder,
  type TestCandidates,
  testCandidates,
  writeOf,
} from '../testing/candidates.subgraph.ts';
import type { EntryInputs } from './profile.entries.rules.ts';
import { ENTRIES, LISTS, PROFILE, SAVES } from './testing/entries.ts';

type Mutation = keyof EntryInputs;

let candidates: TestCandidates;
beforeAll(async () => {
  candidates = await testCandidates();
});
afterAll(() => candidates?.close());

/** A new candidate with an account; their id. */
async function register(subject: string): Promise<{ actor: Actor; id: string }> {
  const actor = candidateOf(subject);
  const names = { givenNames: 'A', familyName: 'B', email: 'a@b.c', preferredLanguage: 'NL' };
  return { actor, id: (await candidates.write(actor, 'saveAccount', names)).id };
}
const save = (actor: Actor, mutation: Mutation, own: object = {}) =>
  candidates.write(actor, mutation, { ...ENTRIES[mutation], ...own });
const remove = (actor: Actor, id: string, version: number) =>
  candidates.write(actor, 'removeProfileEntry', { id, version });
const profile = async (actor: Actor) => {
  const { data, statements } = await candidates.ask(actor, PROFILE);
  return { lists: data.me as Record<string, { id: string; version: number }[]>, statements };
};
/** The entry as it was written, with what was left out. */
const shown = (mutation: Mutation, own: object) => {
  const [, part] = LISTS[mutation];
  const copy = ['saveDiploma', 'saveAppointmentDecree'].includes(mutation) ? { document: null } : {};
  return { ...(ENTRIES[mutation] as Record<string, object>)[part], ...copy, ...own };
};
const codesOf = ({ problems }: Awaited<ReturnType<typeof save>>) =>
  problems.map(({ path, code, value }) => [path, code, value]);

describe.each(SAVES)('%s', (mutation) => {
  const [list] = LISTS[mutation];

  test('adds an entry, changes it on its version, and it can be removed', async () => {
    const { actor } = await register(`whole life ${mutation}`);
    const made = await save(actor, mutation);
    expect(made).toEqual({ __typename: 'CandidateRecorded', id: expect.any(String), version: 1 });
    const { id } = made;
    expect((await profile(actor)).lists[list]).toEqual([shown(mutation, { id, version: 1 })]);
    const again = await save(actor, mutation);
    expect(await save(actor, mutation, { id, version: 1 })).toEqual({
      __typename: 'CandidateRecorded',
      id,
      version: 2,
    });
    expect((await profile(actor)).lists[list]).toEqual([
      shown(mutation, { id, version: 2 }),
      shown(mutation, { id: again.id, version: 1 }),
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
    expect(codesOf(await save(actor, mutation, { version: 1 }))).toEqual([['version', 'NOTHING_TO_CHANGE', '1']]);
    await candidates.database.query(
      `INSERT INTO candidates.profile_entry (id, candidate_id, kind, version, recorded_at, recorded_by, data)
       SELECT gen_random_uuid(), $1, $2, 1, now(), 'test', '' FROM generate_series(1, 98)`,
      [id, kind],
    );
    const last = await save(actor, mutation);
    expect(last.__typename).toBe('CandidateRecorded');
    expect(codesOf(await save(actor, mutation))).toEqual([['id', 'TOO_MANY', '100']]);
    expect((await save(actor, mutation, { id: last.id, version: 1 })).version).toBe(2);
    await remove(actor, last.id, 2);
    expect((await save(actor, mutation)).version).toBe(1);
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

describe('everything that is wrong is told at once', () => {
  let actor: Actor;
  beforeAll(async () => {
    ({ actor } = await register('wrong'));
  });
  const wrong = async (mutation: Mutation, own: object, more: object = {}) => {
    const [, part] = LISTS[mutation];
    const entry = { ...(ENTRIES[mutation] as Record<string, object>)[part], ...own };
    return codesOf(await candidates.write(actor, mutation, { [part]: entry, ...more }));
  };

  test('of a diploma', async () => {
    const own = { title: ' ', institution: 'x'.repeat(201), cycle: 4, country: 'BEL', language: 'NL' };
    const more = { id: 'nonsense', version: 1, document: 'nonsense' };
    expect(await wrong('saveDiploma', { ...own, education: 'b c', awardedOn: '1899-01-01' }, more)).toEqual([
      ['diploma.title', 'EMPTY_TEXT', null],
      ['id', 'UNKNOWN_ENTRY', null],
      ['diploma.institution', 'TOO_LONG', null],
      ['diploma.cycle', 'OUT_OF_RANGE', '4'],
      ['diploma.education', 'NOT_A_CODE', 'b c'],
      ['diploma.country', 'NOT_A_CODE', 'BEL'],
      ['diploma.language', 'NOT_A_CODE', 'NL'],
      ['diploma.awardedOn', 'OUT_OF_RANGE', '1899-01-01'],
      ['document', 'UNKNOWN_DOCUMENT', null],
    ]);
  });

  test.each<[Mutation, string]>([
    ['saveAppointmentDecree', 'appointmentDecree'],
    ['saveFunctionHeld', 'functionHeld'],
  ])('of a function: %s', async (mutation, part) => {
    expect(await wrong(mutation, { level: 'niveau A', service: 'x', until: '2011-12-31' })).toEqual([
      [`${part}.level`, 'NOT_A_CODE', 'niveau A'],
      [`${part}.service`, 'NOT_A_CODE', 'x'],
      [`${part}.until`, 'BEFORE_BEGIN', '2011-12-31'],
    ]);
  });

  test('of work', async () => {
    const own = { begin: '2025-09-02', end: '2025-09-03', setting: 'x', domain: 'y' };
    expect(await wrong('saveWorkExperience', { ...own, description: 'x'.repeat(4001), employer: 'a\u0000b' })).toEqual([
      ['workExperience.employer', 'NOT_TEXT', null],
      ['workExperience.begin', 'IN_THE_FUTURE', '2025-09-02'],
      ['workExperience.end', 'IN_THE_FUTURE', '2025-09-03'],
      ['workExperience.setting', 'NOT_A_CODE', 'x'],
      ['workExperience.domain', 'NOT_A_CODE', 'y'],
      ['workExperience.description', 'TOO_LONG', null],
    ]);
  });

  test('of a staff record, a nationality, a declaration and a dismissal', async () => {
    expect(await wrong('saveStaffRecord', { employer: 'vrb:vacancy:a', employerName: 'x'.repeat(201) })).toEqual([
      ['staffRecord.employer', 'INVALID_ID', 'vrb:vacancy:a'],
      ['staffRecord.employerName', 'TOO_LONG', null],
    ]);
    expect(await wrong('saveNationality', { country: 'Belg' })).toEqual([
      ['nationality.country', 'NOT_A_CODE', 'Belg'],
    ]);
    expect(await wrong('saveDeclaration', { declaredOn: '2025-09-02' })).toEqual([
      ['declaration.declaredOn', 'OUT_OF_RANGE', '2025-09-02'],
    ]);
    expect(await wrong('saveDismissal', { ground: 'because', service: 'x', decidedOn: '2101-01-01' })).toEqual([
      ['dismissal.ground', 'NOT_A_CODE', 'because'],
      ['dismissal.service', 'NOT_A_CODE', 'x'],
      ['dismissal.decidedOn', 'OUT_OF_RANGE', '2101-01-01'],
    ]);
  });

  test('and nothing of it is kept', async () =>
    expect(Object.values((await profile(actor)).lists)).toEqual(SAVES.map(() => [])));
});

describe('a document that proves an entry', () => {
  const document = async (candidateId: string, state: string) => {
    const id = randomUUID();
    await candidates.database.query(
      `INSERT INTO candidates.document (id, candidate_id, kind, medium, state, version, recorded_at, recorded_by)
       VALUES ($1, $2, 'DIPLOMA', 'UPLOAD', $3, 1, now(), 'test')`,
      [id, candidateId, state],
    );
    return id;
  };

  test.each<[Mutation, string]>([
    ['saveDiploma', 'diplomas'],
    ['saveAppointmentDecree', 'appointmentDecrees'],
  ])('is one of one’s own that has arrived: %s', async (mutation, list) => {
    const { actor, id } = await register(`proving ${mutation}`);
    const another = await register(`proving ${mutation}, another`);
    const stored = await document(id, 'STORED');
    const made = await save(actor, mutation, { document: stored });
    expect((await profile(actor)).lists[list]).toEqual([
      shown(mutation, { id: made.id, version: 1, document: stored }),
    ]);
    for (const other of [
      ...[await document(id, 'ANNOUNCED'), await document(id, 'REMOVED'), await document(another.id, 'STORED')],
      ...[randomUUID(), 'nonsense', stored.toUpperCase()],
    ]) {
      expect(codesOf(await save(actor, mutation, { document: other }))).toEqual([
        ['document', 'UNKNOWN_DOCUMENT', null],
      ]);
    }
    expect(await save(actor, mutation, { id: made.id, version: 1 })).toMatchObject({ version: 2 });
    expect((await profile(actor)).lists[list]).toEqual([shown(mutation, { id: made.id, version: 2 })]);
  });
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
  const write = (name: string) => `${name}: saveNationality(input: { idempotencyKey: "${name}"
    nationality: { country: "BE" } }) { ... on CandidateRecorded { candidate { nationalities { version } } } }`;
  const { data } = await candidates.ask(actor, `mutation { ${write('one')} ${write('two')} }`);
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
