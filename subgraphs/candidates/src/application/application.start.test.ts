import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { Temporal } from 'temporal-polyfill';
import { Applying, candidateActor, codesOf, openVacancy, vacancyId } from './testing/applying.ts';

const CLOSES = '2025-09-12T22:00:00.000Z';
let applying: Applying;
let began: Temporal.Instant;

beforeAll(async () => {
  applying = await Applying.open({
    open: openVacancy(),
    shut: openVacancy(),
    announced: openVacancy({ opensOn: '2025-09-05' }),
    closed: openVacancy({ applicationDeadline: { date: '2025-08-31', timeOfDay: null } }),
    withdrawn: openVacancy({ publication: 'WITHDRAWN' }),
    filled: openVacancy({ publication: 'FILLED' }),
    draft: openVacancy({ publication: 'DRAFT' }),
  });
  began = applying.now;
});
afterAll(() => applying?.close());
beforeEach(() => {
  applying.now = began;
});

describe('to begin an application', () => {
  test('makes a draft, with its event and the task to submit it', async () => {
    const applicant = await applying.candidate();
    const answer = await applicant.start('open');
    expect(answer).toEqual({
      ...{ __typename: 'ApplicationRecorded', id: answer.id, version: 1, recordedAt: began.toString() },
    });
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

  test('is refused with everything that speaks against it', async () => {
    const applicant = await applying.applicant('shut');
    applying.now = Temporal.Instant.from(CLOSES);
    expect(codesOf(await applicant.start('shut'))).toEqual(['vacancy NOT_AT_THIS_TIME', 'vacancy ALREADY_APPLIED']);
  });
});
