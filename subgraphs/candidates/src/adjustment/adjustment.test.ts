import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { silentLog, TEST_PERSON_KEY } from '@mandate-graph/testkit';
import { Sealing } from '@mandate-graph/writing';
import { Temporal } from 'temporal-polyfill';
import { openCandidatesDatabase } from '../candidates.database.ts';
import { FileRepository } from '../file/file.repository.ts';
import { everythingIn } from '../testing/candidates.subgraph.ts';
import { MAX_ADJUSTMENTS, MAX_REQUEST } from './adjustment.rules.ts';
import { Adjusting, CLOSES, OPEN } from './testing/adjusting.ts';

const AFTERWARDS = '2025-10-01T07:00:00Z';

let adjusting: Adjusting;
beforeAll(async () => {
  adjusting = await Adjusting.open();
});
afterAll(() => adjusting?.reading.close());
beforeEach(() => adjusting.reading.setClock(OPEN));

describe('an adjustment', () => {
  test('is asked for, changed on the version that stands, and taken back', async () => {
    const { actor, application, save, remove } = await adjusting.applicant('DRAFT');
    const { id, ...saved } = await save();
    expect(saved).toEqual({ __typename: 'ApplicationRecorded', version: 1, application: { id: application } });
    expect(await save({ id, version: 1, kind: 'OTHER', request: 'A chair' })).toMatchObject({ id, version: 2 });
    expect((await adjusting.read(actor, application)).adjustments).toEqual([
      [{ id, version: 2, kind: 'OTHER', request: 'A chair', recordedAt: '2025-09-01T07:00:00.000Z' }],
    ]);
    const conflict = { __typename: 'VersionConflict', id, givenVersion: 1, currentVersion: 2 };
    expect(await save({ id, version: 1 })).toEqual(conflict);
    expect(await remove({ id, version: 1 })).toEqual(conflict);
    expect(await save({ id })).toEqual({ ...conflict, givenVersion: 0 });
    expect(await remove({ id, version: 2 })).toMatchObject({ id, version: 3 });
    expect((await adjusting.read(actor, application)).adjustments).toEqual([[]]);
    expect(await remove({ id, version: 3 })).toMatchObject({ problems: [{ path: 'id', code: 'UNKNOWN_ADJUSTMENT' }] });
  });

  test('has one effect and one answer, however often it is sent', async () => {
    const { actor, application, save } = await adjusting.applicant();
    const answers = [await save({ idempotencyKey: 'same' }), await save({ idempotencyKey: 'same' })];
    expect(answers[1]).toEqual(answers[0]);
    expect((await adjusting.read(actor, application)).adjustments[0]).toHaveLength(1);
  });

  test('is answered as it stands after each write of a request', async () => {
    const { actor, application } = await adjusting.applicant();
    const save = (key: string) => `${key}: saveAdjustment(input: { idempotencyKey: "${application}${key}"
      application: "${application}" kind: OTHER request: "A chair" }) {
        ... on ApplicationRecorded { application { adjustments { version } } } }`;
    const { data } = await adjusting.reading.ask(actor, `mutation { ${save('one')} ${save('two')} }`);
    expect(data).toEqual({
      one: { application: { adjustments: [{ version: 1 }] } },
      two: { application: { adjustments: [{ version: 1 }, { version: 1 }] } },
    });
  });

  test('is kept so that the database alone does not tell it', async () => {
    const { save } = await adjusting.applicant();
    const { id } = await save();
    await save({ id, version: 1, request: 'Still the zebra syndrome.' });
    expect(await everythingIn(adjusting.reading.database)).not.toMatch(/zebra|DISABILITY/);
  });

  test('is asked for after the deadline as well, and not once the application has ended', async () => {
    const { application, actor, save, remove } = await adjusting.applicant('DEFINITIVE');
    adjusting.reading.setClock(AFTERWARDS);
    const { id } = await save();
    expect(id).toEqual(expect.any(String));
    await adjusting.write(actor, 'withdrawApplication', { application, version: 3 });
    const ended = [{ path: 'application', code: 'APPLICATION_ENDED', value: 'WITHDRAWN' }];
    expect(await save()).toEqual({ __typename: 'Refused', problems: ended });
    expect(await remove({ id, version: 1 })).toEqual({ __typename: 'Refused', problems: ended });
  });

  test('is refused for an application that lapses as the request comes', async () => {
    const { save } = await adjusting.applicant();
    adjusting.reading.setClock(CLOSES);
    expect(await save()).toEqual({
      ...{ __typename: 'Refused', problems: [{ path: 'application', code: 'APPLICATION_ENDED', value: 'LAPSED' }] },
    });
  });

  test('is refused with all that is wrong with it, and without what was written', async () => {
    const { save } = await adjusting.applicant();
    const [another, other] = [await adjusting.applicant(), await adjusting.applicant()];
    const { id: theirs } = await other.save();
    const problemsOf = async (input: object) =>
      (await save(input)).problems.map(({ path, code, value }: Record<string, string>) => [path, code, value]);
    expect(await problemsOf({ id: theirs, version: 1, request: 'z'.repeat(MAX_REQUEST + 1) })).toEqual([
      ['id', 'UNKNOWN_ADJUSTMENT', null],
      ['request', 'TOO_LONG', null],
    ]);
    expect(await problemsOf({ version: 7, request: 'born 93.05.18-223.61' })).toEqual([
      ['request', 'NATIONAL_REGISTER_NUMBER', null],
      ['version', 'NOTHING_TO_CHANGE', '7'],
    ]);
    expect(await problemsOf({ request: ' ' })).toEqual([['request', 'EMPTY_TEXT', null]]);
    for (const elsewhere of [another.application, 'nonsense']) {
      expect(await problemsOf({ application: elsewhere })).toEqual([['application', 'UNKNOWN_APPLICATION', null]]);
    }
    expect((await adjusting.read(another.actor, another.application)).adjustments).toEqual([[]]);
    for (let count = 0; count < MAX_ADJUSTMENTS; count += 1) await save();
    expect(await problemsOf({})).toEqual([['adjustments', 'TOO_MANY', String(MAX_ADJUSTMENTS + 1)]]);
  });
});

test('the file that is judged, as it stands and as it is frozen, holds none of it', async () => {
  const { actor, application, save } = await adjusting.applicant('DEFINITIVE');
  await save();
  adjusting.reading.setClock(CLOSES);
  // Any write takes in that the deadline has passed.
  await save({ request: 'after' });
  const source = await openCandidatesDatabase(adjusting.reading.database.url, silentLog);
  try {
    const files = new FileRepository(source.manager, new Sealing(TEST_PERSON_KEY));
    const frozen = await files.frozen([{ applicationId: application, closesAt: Temporal.Instant.from(CLOSES) }]);
    const current = await files.current([application]);
    for (const file of [frozen.get(application), current.get(application)]) {
      expect(Object.keys(file!).toSorted()).toEqual(['documents', 'profile', 'sections']);
      expect(JSON.stringify(file)).not.toMatch(/zebra|DISABILITY/);
    }
  } finally {
    await source.destroy();
  }
  expect((await adjusting.read(actor, application)).adjustments[0]).toHaveLength(2);
});
