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

const GIVEN = {
  ...{ givenNames: 'Zebedee Quill', familyName: 'Vandermarmot', email: 'zebedee@marmot.example' },
  ...{ phone: '+32 2 765 43 21', preferredLanguage: 'FR' },
};
const NOBODIES: readonly (readonly [string, Actor, string])[] = [
  ['the public', PUBLIC_ACTOR, 'UNAUTHENTICATED'],
  ['somebody without a role', { kind: 'person', subject: 'nobody', grants: [] }, 'FORBIDDEN'],
  ['a recruiter', holder('recruiter', 'recruiter-1', 'vrb'), 'FORBIDDEN'],
  ['a privacy officer', holder('privacy-officer', 'officer-1'), 'FORBIDDEN'],
];
const ME = '{ me { id version registeredAt givenNames familyName email phone preferredLanguage } }';

let candidates: TestCandidates;
beforeAll(async () => {
  candidates = await testCandidates();
});
afterAll(() => candidates?.close());

const save = (actor: Actor, own: object = {}) => candidates.write(actor, 'saveAccount', { ...GIVEN, ...own });
const me = async (actor: Actor) => (await candidates.ask(actor, ME)).data.me;
const accounts = async (subject: string) => {
  const [row] = await candidates.database.query<{ count: number }>(
    `SELECT count(*)::int AS count FROM candidates.candidate_subject
     JOIN candidates.candidate ON id = candidate_id JOIN candidates.person_key USING (candidate_id) WHERE subject = $1`,
    [subject],
  );
  return row!.count;
};

describe('an account', () => {
  test('is null for a candidate before it is made, and then what they wrote', async () => {
    const actor = candidateOf('first');
    expect(await me(actor)).toBeNull();
    const made = await save(actor, { familyName: '  Vandermarmot ', email: GIVEN.email });
    expect(made).toEqual({ __typename: 'CandidateRecorded', id: expect.any(String), version: 1 });
    expect(await candidates.ask(actor, ME)).toEqual({
      data: { me: { id: made.id, version: 1, registeredAt: '2025-09-01T07:00:00.000Z', ...GIVEN } },
      statements: 1,
    });
  });

  test('is changed on the version that stands, whole; what it was is kept', async () => {
    const actor = candidateOf('changing');
    const { id } = await save(actor);
    const { phone: _left, ...rest } = GIVEN;
    const input = { ...rest, idempotencyKey: 'change', givenNames: 'Zed', preferredLanguage: 'EN', version: 1 };
    const changed = await candidates.ask(actor, writeOf('saveAccount'), { input });
    expect(changed.data.result).toEqual({ __typename: 'CandidateRecorded', id, version: 2 });
    expect(await me(actor)).toMatchObject({ version: 2, givenNames: 'Zed', phone: null, preferredLanguage: 'EN' });
    const history = await candidates.database.query<{ version: number }>(
      'SELECT version FROM candidates.candidate_history WHERE id = $1',
      [id],
    );
    expect(history).toEqual([{ version: 1 }]);
  });

  test.each([
    ['left out', {}, 0],
    ['that of before', { version: 1 }, 1],
    ['one that is not yet', { version: 3 }, 3],
  ])('is not changed on a version that is %s', async (_what, own, givenVersion) => {
    const actor = candidateOf(`conflict-${givenVersion}`);
    const { id } = await save(actor);
    await save(actor, { version: 1, phone: '123456' });
    expect(await save(actor, { ...own, givenNames: 'Other' })).toEqual({
      ...{ __typename: 'VersionConflict', id, givenVersion, currentVersion: 2 },
    });
    expect(await me(actor)).toMatchObject({ version: 2, givenNames: GIVEN.givenNames });
  });

  test('with anything wrong in it is refused, whatever version it is changed on', async () => {
    const actor = candidateOf('wrong and late');
    await save(actor);
    for (const version of [null, 1, 3]) {
      const { problems } = await save(actor, { version, phone: 'none' });
      expect(problems.map(({ path, code }) => [path, code])).toEqual([['phone', 'NOT_A_TELEPHONE_NUMBER']]);
    }
    expect(await me(actor)).toMatchObject({ version: 1, phone: GIVEN.phone });
  });

  test('is not made on a version, nor with anything wrong: all of it is told, and there is none after', async () => {
    const actor = candidateOf('refused');
    const wrong = { version: 4, familyName: 'Two\nLines', givenNames: '  ', email: 'a\u0007@b.c', phone: 'none' };
    const refused = await save(actor, wrong);
    expect(refused.problems.map(({ path, code, value }) => [path, code, value])).toEqual([
      ['givenNames', 'EMPTY_TEXT', null],
      ['email', 'NOT_TEXT', null],
      ['version', 'NOTHING_TO_CHANGE', '4'],
      ['familyName', 'NOT_A_NAME', null],
      ['phone', 'NOT_A_TELEPHONE_NUMBER', null],
    ]);
    expect([await me(actor), await accounts('refused')]).toEqual([null, 0]);
  });

  test('is shown by each write of a request as it stands after it', async () => {
    const write = (
      name: string,
      version: string,
      key: string,
    ) => `${name}: saveAccount(input: { idempotencyKey: "${key}"
      ${version} givenNames: "${name}" familyName: "B" email: "a@b.c" preferredLanguage: NL }) {
        ... on CandidateRecorded { candidate { version givenNames } } }`;
    const { data } = await candidates.ask(
      candidateOf('twice'),
      `mutation { ${write('one', '', 'k-1')} ${write('two', 'version: 1', 'k-2')} }`,
    );
    expect(data).toEqual({
      one: { candidate: { version: 1, givenNames: 'one' } },
      two: { candidate: { version: 2, givenNames: 'two' } },
    });
  });
});

describe('of 50 that come at once', () => {
  const fifty = (subject: string, keyOf: (at: number) => string) =>
    Promise.all(Array.from({ length: 50 }, (_, at) => save(candidateOf(subject), { idempotencyKey: keyOf(at) })));

  test('with one key, all are the one that made the account', async () => {
    const answers = await fifty('one-key', () => 'same');
    const { id } = await me(candidateOf('one-key'));
    expect(answers).toEqual(answers.map(() => ({ __typename: 'CandidateRecorded', id, version: 1 })));
    expect(await accounts('one-key')).toBe(1);
  });

  test('with a key each, one makes the account, and the others are told that it stands', async () => {
    const answers = await fifty('many-keys', (at) => `key-${at}`);
    const { id } = await me(candidateOf('many-keys'));
    const made = answers.filter(({ __typename }) => __typename === 'CandidateRecorded');
    expect(made).toEqual([{ __typename: 'CandidateRecorded', id, version: 1 }]);
    expect(answers.filter((answer) => answer !== made[0])).toEqual(
      Array(49).fill({ __typename: 'VersionConflict', id, givenVersion: 0, currentVersion: 1 }),
    );
    expect(await accounts('many-keys')).toBe(1);
  });

  test('with the key of something else, none does anything', async () => {
    const [first] = await fifty('reused', () => 'again');
    const other = await save(candidateOf('reused'), { idempotencyKey: 'again', version: 1, givenNames: 'Other' });
    expect(first!.__typename).toBe('CandidateRecorded');
    expect(other.problems.map(({ path, code }) => [path, code])).toEqual([['idempotencyKey', 'KEY_REUSED']]);
    expect(await me(candidateOf('reused'))).toMatchObject({ version: 1, givenNames: GIVEN.givenNames });
  });
});

describe('nobody else', () => {
  test.each(NOBODIES)('has or makes one: not %s', async (_who, actor, code) => {
    for (const [query, variables] of [
      [ME, {}],
      [writeOf('saveAccount'), { input: { ...GIVEN, idempotencyKey: 'k' } }],
    ] as const) {
      const { data, errors, statements } = await candidates.ask(actor, query, variables);
      expect({ data: Object.values(data), statements }).toEqual({ data: [null], statements: 0 });
      expect(errors!.map(({ extensions }) => extensions['code'])).toEqual([code]);
    }
    expect(await accounts(actor.subject)).toBe(0);
  });

  test.each(NOBODIES.slice(1))('is given a candidate that another part names: not %s', async (_who, actor) => {
    const { id } = await save(candidateOf(`named to ${actor.subject}`));
    const query = 'query ($of: [_Any!]!) { _entities(representations: $of) { ... on Candidate { id familyName } } }';
    const of = [id, 'nonsense', id.toUpperCase()].map((one) => ({ __typename: 'Candidate', id: one }));
    const named = async (by: Actor) => {
      const { data, errors } = await candidates.ask(by, query, { of });
      expect(errors).toBeUndefined();
      return data._entities;
    };
    expect(await named(actor)).toEqual([null, null, null]);
    expect(await named(candidateOf('somebody else'))).toEqual([null, null, null]);
    expect(await named(candidateOf(`named to ${actor.subject}`))).toEqual([
      { id, familyName: GIVEN.familyName },
      ...[null, null],
    ]);
  });

  test('reads it in the database, its history, or the log', async () => {
    const actor = candidateOf('secretive');
    await save(actor);
    await save(actor, { version: 1, familyName: 'Marmotte', email: 'two at signs@@' });
    await save(actor, { version: 1, familyName: 'Marmotte' });
    const readable = `${await everythingIn(candidates.database)}\n${candidates.lines.join('\n')}`;
    expect(readable).toContain('secretive');
    for (const written of [GIVEN.givenNames, GIVEN.familyName, GIVEN.email, GIVEN.phone, 'Marmotte', 'two at signs']) {
      expect(readable).not.toContain(written);
      expect(readable).not.toContain(Buffer.from(written).toString('hex'));
    }
  });
});
