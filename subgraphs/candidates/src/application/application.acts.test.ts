import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { PUBLIC_ACTOR } from '@mandate-graph/runtime';
import { Temporal } from 'temporal-polyfill';
import { MANAGERIAL_SECTION, USEFUL_SECTION } from '../section/testing/sections.ts';
import { Applying, codesOf, openVacancy, recruiterOf } from './testing/applying.ts';

const CLOSES = '2025-09-12T22:00:00.000Z';
let applying: Applying;
let began: Temporal.Instant;

beforeAll(async () => {
  applying = await Applying.open({
    open: openVacancy(),
    announced: openVacancy({ opensOn: '2025-09-05' }),
    'without-years': openVacancy({ participationConditions: null }),
  });
  began = applying.now;
});
afterAll(() => applying?.close());
beforeEach(() => {
  applying.now = began;
});

const recorded = (id: string, version: number) => ({
  ...{ __typename: 'ApplicationRecorded', id, version, recordedAt: applying.now.toString() },
});

describe('an application', () => {
  test('goes from a draft to definitive, each step with its event, its message and its tasks', async () => {
    const applicant = await applying.applicant('open');
    await applicant.save(MANAGERIAL_SECTION);
    expect(await applicant.act('submitApplication', 1)).toEqual(recorded(applicant.application, 2));
    expect(await applicant.inbox()).toEqual(['SUBMIT done', 'APPLICATION_SUBMITTED', `VALIDATE by ${CLOSES}`]);
    expect(await applicant.act('validateApplication', 2)).toEqual(recorded(applicant.application, 3));
    expect(await applicant.trail()).toEqual({
      status: 'DEFINITIVE',
      version: 3,
      acts: ['START', 'SUBMIT', 'VALIDATE'],
    });
    expect(await applicant.inbox()).toEqual([
      ...['SUBMIT done', 'APPLICATION_SUBMITTED', 'VALIDATE done', 'APPLICATION_VALIDATED'],
    ]);
  });

  test('keeps the instant of its first submission when it is withdrawn, taken up again and validated', async () => {
    const applicant = await applying.submitted('open', USEFUL_SECTION);
    applying.now = began.add({ hours: 24 });
    expect((await applicant.act('withdrawApplication', 2, { reasons: 'Ander werk' })).version).toBe(3);
    expect((await applicant.act('resumeApplication', 3)).version).toBe(4);
    expect((await applicant.trail()).status).toBe('PROVISIONAL');
    expect((await applicant.act('validateApplication', 4)).version).toBe(5);
    const [{ at }] = (await applying.database.query<{ at: Date }>(
      'SELECT submitted_at AS at FROM candidates.application WHERE id = $1',
      [applicant.application],
    )) as [{ at: Date }];
    expect(at.toISOString()).toBe('2025-09-01T07:00:00.000Z');
    expect(await applicant.inbox()).toEqual([
      ...['SUBMIT done', 'APPLICATION_SUBMITTED', 'VALIDATE done', 'APPLICATION_WITHDRAWN', 'VALIDATE done'],
      'APPLICATION_VALIDATED',
    ]);
  });

  test('that was withdrawn as a draft is one again when it is taken up', async () => {
    const applicant = await applying.applicant('open');
    await applicant.act('withdrawApplication', 1);
    await applicant.act('resumeApplication', 2);
    expect(await applicant.trail()).toMatchObject({ status: 'DRAFT', acts: ['START', 'WITHDRAW', 'RESUME'] });
    expect(await applicant.inbox()).toEqual(['SUBMIT done', 'APPLICATION_WITHDRAWN', `SUBMIT by ${CLOSES}`]);
  });

  test.each<[string, string, string]>([
    ['be validated as a draft', 'validateApplication', 'application NOT_FROM_THIS_STATUS'],
    ['be taken up while it runs', 'resumeApplication', 'application NOT_FROM_THIS_STATUS'],
    ['be contested while it runs', 'contestLapse', 'application NOT_FROM_THIS_STATUS'],
  ])('cannot %s', async (_what, mutation, problem) => {
    const applicant = await applying.applicant('open');
    const more = mutation === 'contestLapse' ? { reasons: 'Het is niet juist' } : {};
    expect(codesOf(await applicant.act(mutation, 1, more))).toEqual([problem]);
    expect(await applicant.trail()).toEqual({ status: 'DRAFT', version: 1, acts: ['START'] });
  });

  test('cannot be submitted before the vacancy opens', async () => {
    const applicant = await applying.applicant('announced');
    expect(codesOf(await applicant.act('submitApplication', 1))).toEqual(['vacancy NOT_AT_THIS_TIME']);
    applying.now = Temporal.Instant.from('2025-09-04T22:00:00Z');
    expect((await applicant.act('submitApplication', 1)).version).toBe(2);
  });

  test('is not changed on another version than its own', async () => {
    const applicant = await applying.applicant('open');
    for (const version of [0, 2]) {
      expect(await applicant.act('submitApplication', version)).toEqual({
        ...{ __typename: 'VersionConflict', id: applicant.application, givenVersion: version, currentVersion: 1 },
      });
    }
  });

  test('of another candidate is like one that is not there', async () => {
    const owner = await applying.submitted('open', MANAGERIAL_SECTION);
    const other = await applying.applicant('open');
    const refusals = [owner.application, randomUUID(), 'nonsense'].map(async (application) => {
      other.application = application;
      const acts = ['submitApplication', 'validateApplication', 'withdrawApplication', 'resumeApplication'];
      return [
        ...(await Promise.all(acts.map((mutation) => other.act(mutation, 2)))),
        await other.act('contestLapse', 2, { reasons: 'Het is niet juist' }),
        await other.save(MANAGERIAL_SECTION),
        await applying.write(other.actor, 'removeSpecificSection', { application, id: randomUUID(), version: 1 }),
      ];
    });
    const [ofOther, ...ofNone] = await Promise.all(refusals);
    expect(ofOther!.map(codesOf)).toEqual(ofOther!.map(() => ['application UNKNOWN_APPLICATION']));
    for (const refused of ofNone) expect(refused).toEqual(ofOther);
    expect((await owner.trail()).status).toBe('PROVISIONAL');
  });

  test('is for candidates alone', async () => {
    const { application } = await applying.applicant('open');
    for (const actor of [PUBLIC_ACTOR, recruiterOf('vrb')]) {
      const asked = applying.write(actor, 'submitApplication', { application, version: 1 });
      await expect(asked).rejects.toThrow(actor === PUBLIC_ACTOR ? 'UNAUTHENTICATED' : 'FORBIDDEN');
    }
  });
});

describe('validation', () => {
  test('is refused with what lacks for each rule, until the years are there', async () => {
    const applicant = await applying.submitted('open', { ...MANAGERIAL_SECTION, end: '2020-02-29' });
    const { problems } = await applicant.act('validateApplication', 2);
    expect(problems).toMatchObject([
      {
        path: 'specificSections',
        code: 'YEARS_NOT_REACHED',
        value: null,
        rule: expect.stringMatching(/6 years.*Found: 5 years/),
      },
      { path: 'specificSections', code: 'YEARS_NOT_REACHED', value: null, rule: expect.stringMatching(/10 years/) },
    ]);
    for (const { rule } of problems) expect(rule).toContain('one is enough');
    await applicant.save({ ...MANAGERIAL_SECTION, begin: '2020-03-01' });
    expect((await applicant.act('validateApplication', 2)).version).toBe(3);
  });

  test('never adds years of two kinds', async () => {
    const applicant = await applying.submitted(
      'open',
      { ...MANAGERIAL_SECTION, end: '2020-02-29' },
      { ...USEFUL_SECTION, end: '2018-12-31' },
    );
    expect(codesOf(await applicant.act('validateApplication', 2))).toHaveLength(2);
  });

  test('takes a current job to end on the date of candidacy', async () => {
    const current = { ...MANAGERIAL_SECTION, begin: '2019-09-03', end: null };
    const early = await applying.submitted('open', current);
    applying.now = began.add({ hours: 24 });
    const late = await applying.submitted('open', current);
    expect(codesOf(await early.act('validateApplication', 2))).toHaveLength(2);
    expect((await late.act('validateApplication', 2)).version).toBe(3);
  });

  test('asks for no years where the notice does not', async () => {
    const applicant = await applying.submitted('without-years');
    expect((await applicant.act('validateApplication', 2)).version).toBe(3);
  });
});
