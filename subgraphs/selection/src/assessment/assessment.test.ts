import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { candidateOf } from '../person/person.keys.ts';
import { assessing, codesTold, outcomeOf, planned, register, standing } from '../session/testing/sessions.ts';
import { type Applicant, authority, openSelection, recruiter, type TestSelection } from '../testing/selection.ts';
import { federalVacancy } from '../testing/templates.ts';
import { attempts, FAILED, PASSED, REASONS, record, sat } from './testing/results.ts';

let selection: TestSelection;
beforeAll(async () => {
  selection = await openSelection();
});
afterAll(() => selection.close());

describe('the computer assessment', () => {
  test('S2.S2: lets whoever has 60 of 100 take the oral test, and nobody who has 59.99', async () => {
    const { applicants } = await sat(selection, 2);
    const [passes, fails] = applicants as [Applicant, Applicant];
    expect(outcomeOf(await record(selection, passes, PASSED))).toBe(1);
    expect(outcomeOf(await record(selection, fails, FAILED))).toBe(1);
    expect(await standing(selection, applicants)).toEqual(['IN_PROGRESS oral', 'EXCLUDED assessment FAILED']);
    expect((await codesTold(selection, passes)).at(-1)).toBe('STEP_PASSED');
    // Who does not pass is told with what is sent.
    expect((await codesTold(selection, fails)).at(-1)).toBe('SESSION_BOOKED');
  });

  test('S2.S2: goes to the ledger, of which it exempts or bars in other vacancies', async () => {
    const { applicants } = await sat(selection, 2);
    await record(selection, applicants[0]!, PASSED);
    await record(selection, applicants[1]!, FAILED);
    const attempt = { testDay: '2025-11-20', level: 2, version: 1 };
    expect(await attempts(selection, applicants[0]!)).toEqual([
      { ...attempt, outcome: 'PASSED', passedDay: '2025-11-20' },
    ]);
    expect(await attempts(selection, applicants[1]!)).toEqual([{ ...attempt, outcome: 'FAILED', passedDay: null }]);
  });

  test('has the local day of the session, also where that is another day in UTC', async () => {
    const round = await assessing(selection, 1);
    const session = await planned(selection, round, { startsAt: '2025-11-20T23:30:00Z' });
    await register(selection, round.applicants[0]!, session);
    selection.at('2025-11-21T02:00');
    await selection.write(recruiter(), 'recordAttendance', {
      ...{ session, application: round.applicants[0]!.application, attendance: 'PRESENT' },
    });
    await record(selection, round.applicants[0]!, PASSED);
    expect(await attempts(selection, round.applicants[0]!)).toMatchObject([{ testDay: '2025-11-21' }]);
  });

  test('S2.S2: is refused with everything that is wrong with it, and without a score', async () => {
    const { applicants } = await sat(selection, 1);
    const answer = await record(selection, applicants[0]!, { scores: ['-1', '60'], total: '59.99', passed: true });
    expect(outcomeOf(answer)).toEqual(['scores NOT_ALL_TESTS', 'scores[0] OUT_OF_RANGE', 'passed NOT_AS_SCORED']);
    expect(JSON.stringify(answer)).not.toMatch(/59\.99|-1/);
    const failing = { ...FAILED, reasons: 'Te laag.' };
    expect(outcomeOf(await record(selection, applicants[0]!, failing))).toEqual(['reasons TOO_SHORT']);
    expect(outcomeOf(await record(selection, applicants[0]!, { ...FAILED, reasons: null }))).toEqual([
      'reasons TOO_SHORT',
    ]);
  });

  test('S2.S2: is of whoever was there', async () => {
    const round = await assessing(selection, 2);
    const session = await planned(selection, round);
    await register(selection, round.applicants[0]!, session);
    selection.at('2025-11-14T12:00');
    for (const applicant of round.applicants) {
      expect(outcomeOf(await record(selection, applicant, PASSED))).toEqual(['application NOT_PRESENT']);
    }
  });

  test('is for the recruiter of the institution', async () => {
    const { applicants } = await sat(selection, 1);
    const input = { application: applicants[0]!.application, ...PASSED };
    expect(outcomeOf(await selection.write(recruiter('gew'), 'recordAssessment', input))).toEqual([
      'application UNKNOWN_APPLICATION',
    ]);
    expect(await selection.write(authority(), 'recordAssessment', input)).toMatchObject({
      errors: [{ extensions: { code: 'FORBIDDEN' } }],
    });
  });

  test.each([
    ['passed', PASSED],
    ['not passed', FAILED],
  ])('is recorded once, of 50 requests at the same time: %s', async (_what, result) => {
    const { applicants } = await sat(selection, 1);
    const answers = await Promise.all(Array.from({ length: 50 }, () => record(selection, applicants[0]!, result)));
    expect(answers.filter(({ id }) => id !== undefined)).toHaveLength(1);
    expect(answers.filter(({ problems }) => problems?.[0]?.code === 'NOT_IN_THIS_STEP')).toHaveLength(49);
    expect(await attempts(selection, applicants[0]!)).toMatchObject([{ version: 1 }]);
  });

  test('where the notice has no mark and no number of tests is judged by a person', async () => {
    const { announcedSteps } = federalVacancy();
    const silent = announcedSteps.map((step) => ({ ...step, passMark: null, testCount: null }));
    const { applicants } = await sat(selection, 2, { announcedSteps: silent });
    const result = { scores: ['12'], total: '12' };
    expect(outcomeOf(await record(selection, applicants[0]!, { ...result, passed: true }))).toBe(1);
    expect(outcomeOf(await record(selection, applicants[1]!, { ...result, passed: false, reasons: REASONS }))).toBe(1);
    expect(await standing(selection, applicants)).toEqual(['IN_PROGRESS oral', 'EXCLUDED assessment FAILED']);
  });
});

describe('what is personal of a result', () => {
  test('stands in no row and no event that can be read without the key', async () => {
    const { applicants, procedure } = await sat(selection, 1);
    await record(selection, applicants[0]!, { ...FAILED, scores: ['41.42', '43.43', '44.44'] });
    const rows = await selection.query<{ text: string }>(
      `SELECT concat(outcome::text, ' ', (SELECT string_agg(entry::text, ' ') FROM trail_entry entry WHERE procedure_id = $2),
         ' ', (SELECT string_agg(event.data::text, ' ') FROM outbox event WHERE subject = $1::text),
         ' ', (SELECT string_agg(attempt::text, ' ') FROM assessment_attempt attempt WHERE candidacy_id = $1::uuid)) AS text
       FROM step_outcome outcome WHERE candidacy_id = $1::uuid AND result = 'FAILED'`,
      [applicants[0]!.application, procedure],
    );
    expect(rows).toHaveLength(1);
    expect(rows[0]!.text).not.toMatch(/41\.42|59\.99|drempel/);
    const [entry] = await selection.query<object>(
      `SELECT actor, person, after->>'result' AS result FROM trail_entry WHERE about_id = $1 AND act = 'EXCLUDE'`,
      [applicants[0]!.application],
    );
    expect(entry).toEqual({
      ...{ actor: 'recruiter-of-vrb', person: candidateOf(applicants[0]!.candidate), result: 'FAILED' },
    });
  });
});
