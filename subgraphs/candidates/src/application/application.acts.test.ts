import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { PUBLIC_ACTOR } from '@mandate-graph/runtime';
import { Temporal } from 'temporal-polyfill';
import { MANAGERIAL_SECTION, USEFUL_SECTION } from '../section/testing/sections.ts';
import {
  type Applicant,
  Applying,
  candidateActor,
  codesOf,
  openVacancy,
  recruiterOf,
  vacancyId,
} from './testing/applying.ts';

const CLOSES = '2025-09-12T22:00:00.000Z';
const AFTER = Temporal.Instant.from(CLOSES);
let applying: Applying;
let began: Temporal.Instant;

beforeAll(async () => {
  applying = await Applying.open({
    open: openVacancy(),
    lapsing: openVacancy(),
    announced: openVacancy({ opensOn: '2025-09-05' }),
    closed: openVacancy({ applicationDeadline: { date: '2025-08-31', timeOfDay: null } }),
    withdrawn: openVacancy({ publication: 'WITHDRAWN' }),
    filled: openVacancy({ publication: 'FILLED' }),
    draft: openVacancy({ publication: 'DRAFT' }),
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

describe('to begin an application', () => {
  test('makes a draft, with its event and the task to submit it', async () => {
    const applicant = await applying.candidate();
    const answer = await applicant.start('open');
    expect(answer).toEqual(recorded(answer.id, 1));
    applicant.application = answer.id;
    expect(await applicant.trail()).toEqual({ status: 'DRAFT', version: 1, acts: ['START'] });
    expect(await applicant.inbox()).toEqual([`SUBMIT by ${CLOSES}`]);
  });

  test('is possible before the vacancy opens, and by a dated reference', async () => {
    const applicant = await applying.candidate();
    expect((await applicant.start('announced')).version).toBe(1);
    expect((await applicant.start('open@2025-09-01')).version).toBe(1);
  });

  test.each([
    ['closed', 'CLOSED'],
    ['withdrawn', 'WITHDRAWN'],
    ['filled', 'FILLED'],
  ])('is refused for a vacancy that is %s', async (local, status) => {
    const { problems } = await (await applying.candidate()).start(local);
    expect(problems).toMatchObject([{ path: 'vacancy', code: 'NOT_AT_THIS_TIME', value: status }]);
  });

  test.each([vacancyId('draft'), vacancyId('nowhere'), 'vrb:unit:open', 'Jan Peeters', ''])(
    'is refused for %j, which is no public vacancy, without saying it again',
    async (vacancy) => {
      const { actor } = await applying.candidate();
      const { problems } = await applying.write(actor, 'startApplication', { vacancy });
      expect(problems).toMatchObject([{ path: 'vacancy', value: null }]);
      expect(problems[0]!.code).toBe(vacancy === '' ? 'EMPTY_TEXT' : 'UNKNOWN_VACANCY');
    },
  );

  test('is refused a second time, whatever became of the first', async () => {
    const applicant = await applying.applicant('open');
    const again = await applicant.start('open');
    expect(again.problems).toMatchObject([{ path: 'vacancy', code: 'ALREADY_APPLIED', value: null }]);
    expect(again.problems[0]!.rule).not.toContain('resumeApplication');
    await applicant.act('withdrawApplication', 1);
    expect((await applicant.start('open')).problems[0]!.rule).toContain('resumeApplication');
  });

  test('is refused without an account', async () => {
    const input = { vacancy: vacancyId('open') };
    expect(codesOf(await applying.write(candidateActor(randomUUID()), 'startApplication', input))).toEqual([
      'account NO_ACCOUNT',
    ]);
  });

  test('is refused with an account that says nothing, together with all else', async () => {
    const actor = candidateActor(randomUUID());
    const country = { idempotencyKey: 'k', entry: { country: 'BE' } };
    await applying.ask(
      actor,
      `mutation ($input: SaveNationalityInput!) { saveNationality(input: $input) { __typename } }`,
      { input: country },
    );
    expect(codesOf(await applying.write(actor, 'startApplication', { vacancy: vacancyId('closed') }))).toEqual([
      'vacancy NOT_AT_THIS_TIME',
      'account ACCOUNT_INCOMPLETE',
    ]);
  });
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
    ['be validated as a draft', 'validateApplication', 'status NOT_FROM_THIS_STATUS'],
    ['be taken up while it runs', 'resumeApplication', 'status NOT_FROM_THIS_STATUS'],
    ['be contested while it runs', 'contestLapse', 'status NOT_FROM_THIS_STATUS'],
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
        path: 'sections',
        code: 'YEARS_NOT_REACHED',
        value: null,
        rule: expect.stringMatching(/6 years.*Found: 5 years/),
      },
      { path: 'sections', code: 'YEARS_NOT_REACHED', value: null, rule: expect.stringMatching(/10 years/) },
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

describe('a lapse', () => {
  const RECRUITER = recruiterOf('vrb');
  const REASONS = 'Het loket gaf een storing.';
  const lapsed = async (): Promise<Applicant> => {
    applying.now = began;
    const applicant = await applying.submitted('lapsing', MANAGERIAL_SECTION);
    applying.now = AFTER;
    return applicant;
  };
  const decide = (applicant: Applicant, upheld: boolean, version: number, actor = RECRUITER) =>
    applying.write(actor, 'decideContest', { application: applicant.application, version, upheld, reasons: REASONS });

  test('is contested by the candidate, and made good by the institution', async () => {
    const applicant = await lapsed();
    expect((await applicant.act('contestLapse', 3, { reasons: REASONS })).version).toBe(4);
    expect(await applicant.trail()).toMatchObject({ status: 'LAPSED', version: 4 });
    expect((await applicant.inbox()).at(-1)).toBe('CONTEST_RECEIVED');
    expect((await decide(applicant, true, 4)).version).toBe(5);
    expect(await applicant.trail()).toEqual({
      ...{ status: 'DEFINITIVE', version: 5, acts: ['START', 'SUBMIT', 'LAPSE', 'CONTEST', 'REINSTATE'] },
    });
    expect((await applicant.inbox()).at(-1)).toBe('CONTEST_UPHELD');
  });

  test('stands when the institution says so, with the remedy, and is contested once', async () => {
    const applicant = await lapsed();
    await applicant.act('contestLapse', 3, { reasons: REASONS });
    expect((await decide(applicant, false, 4)).version).toBe(5);
    expect(await applicant.trail()).toMatchObject({ status: 'LAPSED', version: 5 });
    const [told] = await applying.database.query<{ facts: object; sealed: boolean }>(
      `SELECT facts, data IS NOT NULL AS sealed FROM candidates.message
       WHERE application_id = $1 AND code = 'CONTEST_REJECTED'`,
      [applicant.application],
    );
    expect(told).toMatchObject({ facts: { remedyStated: 'true' }, sealed: true });
    expect(codesOf(await applicant.act('contestLapse', 5, { reasons: REASONS }))).toEqual([
      'application NOT_CONTESTED',
    ]);
  });

  test('that is not contested is not decided on', async () => {
    const applicant = await lapsed();
    expect(codesOf(await decide(applicant, true, 3))).toEqual(['application CONTESTED']);
  });

  test('is decided on by the institution of the vacancy alone', async () => {
    const applicant = await lapsed();
    await applicant.act('contestLapse', 3, { reasons: REASONS });
    expect(codesOf(await decide(applicant, true, 4, recruiterOf('other')))).toEqual([
      'application UNKNOWN_APPLICATION',
    ]);
    await expect(decide(applicant, true, 4, applicant.actor)).rejects.toThrow('FORBIDDEN');
    expect((await applicant.trail()).version).toBe(4);
  });

  test('has reasons that nobody finds in the database', async () => {
    const applicant = await lapsed();
    await applicant.act('contestLapse', 3, { reasons: REASONS });
    await decide(applicant, false, 4);
    const rows = await applying.database.query<{ text: string }>(
      `SELECT application::text AS text FROM candidates.application UNION ALL
       SELECT history::text FROM candidates.application_history history UNION ALL
       SELECT message::text FROM candidates.message UNION ALL
       SELECT outbox::text FROM candidates.outbox UNION ALL SELECT idempotency::text FROM candidates.idempotency`,
    );
    const all = rows.map(({ text }) => text).join('\n');
    expect(all).toContain(applicant.application);
    expect(all).not.toContain(REASONS);
    expect(all).not.toContain(Buffer.from(REASONS).toString('hex'));
  });
});
