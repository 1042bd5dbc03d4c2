import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { CandidacyFlow } from '../candidacy/candidacy.flow.ts';
import { CandidacyRepository } from '../candidacy/candidacy.repository.ts';
import { person, round, whoSat } from '../ledger/testing/rounds.ts';
import {
  type Assessing,
  assessing,
  attend,
  callOff,
  cancel,
  codesTold,
  local,
  outcomeOf,
  planned,
  register,
  SILENT,
  seats,
  sessionRow,
  settle,
  standing,
  told,
} from '../session/testing/sessions.ts';
import { type Applicant, openSelection, recruiter, type TestSelection } from '../testing/selection.ts';
import { federalVacancy } from '../testing/templates.ts';

const OUT = 'EXCLUDED assessment NOT_REGISTERED NOT_REGISTERED';
const IN = 'IN_PROGRESS assessment';
let selection: TestSelection;
beforeAll(async () => {
  selection = await openSelection();
});
afterAll(() => selection.close());

/** Candidates in the assessment and a session, and where they stand once the clock has brought what it has. */
async function opened(count: number, session: object = {}, own: object = {}) {
  const assessment = await assessing(selection, count, own);
  const id = await planned(selection, assessment, session);
  const at = async (instant: string): Promise<string[]> => {
    selection.at(instant);
    await settle(selection, assessment);
    return standing(selection, assessment.applicants);
  };
  return { ...assessment, session: id, at, applicants: assessment.applicants as [Applicant, Applicant, Applicant] };
}

const trace = async ({ procedure }: Assessing) =>
  (
    await selection.query<{ entries: number; events: number }>(
      `SELECT (SELECT count(*)::int FROM trail_entry WHERE procedure_id = $1) AS entries,
         (SELECT count(*)::int FROM outbox WHERE data->>'procedure' = $1::text) AS events`,
      [procedure],
    )
  )[0]!;
const notified = ({ application }: Applicant) =>
  selection.query<object>(
    `SELECT about, negative, remedy_stated AS "remedyStated", by_letter AS "byLetter", recorded_by AS by
     FROM notification WHERE candidacy_id = $1`,
    [application],
  );

describe('the end of registration', () => {
  test('S2.T: puts out whoever is not registered by then, and nobody before', async () => {
    const { applicants, session, at } = await opened(2);
    await register(selection, applicants[0], session);
    expect(await at('2025-11-15T00:00:29.999')).toEqual([IN, IN]);
    expect(await at('2025-11-15T00:00:30')).toEqual([IN, OUT]);
  });

  test('S2.T: is told at once, by the rule, without shortening anybody’s time', async () => {
    const { applicants, at } = await opened(1);
    await at('2025-11-15T00:01');
    expect((await told(selection, applicants[0])).slice(-2)).toMatchObject([
      { code: 'EXCLUDED_NOT_REGISTERED', facts: { step: 'COMPUTER_ASSESSMENT' } },
      { code: 'BOOK_SESSION', done: true },
    ]);
    expect(await notified(applicants[0])).toEqual([
      { about: 'STEP', negative: true, remedyStated: false, byLetter: false, by: 'rule:registration' },
    ]);
    const [entry] = await selection.query<object>(
      `SELECT actor, after->>'rule' AS rule, sealed FROM trail_entry WHERE about_id = $1 AND act = 'EXCLUDE'`,
      [applicants[0].application],
    );
    expect(entry).toEqual({ actor: 'rule:registration', rule: 'NOT_REGISTERED', sealed: null });
  });

  test('is told by letter as well where the notice says so of the step', async () => {
    const { announcedSteps } = federalVacancy();
    const byLetter = announcedSteps.map((step) => ({ ...step, failureNotice: 'LETTER' as const }));
    const { applicants, at } = await opened(1, {}, { announcedSteps: byLetter });
    await at('2025-11-15T00:01');
    expect(await notified(applicants[0])).toMatchObject([{ byLetter: true }]);
  });

  test('S2.T: is that of the last session', async () => {
    const { applicants, at, ...rest } = await opened(1);
    await planned(selection, { ...rest, applicants }, { registrationUntil: local('2025-11-18T00:00') });
    expect(await at('2025-11-16T00:00')).toEqual([IN]);
    expect(await at('2025-11-18T00:01')).toEqual([OUT]);
  });

  test('is seen before every act', async () => {
    const { applicants, ...rest } = await opened(1);
    selection.at('2025-11-15T00:01');
    const later = { startsAt: local('2025-12-20T09:00'), registrationUntil: local('2025-12-15T00:00') };
    await planned(selection, { ...rest, applicants }, later);
    expect(await standing(selection, applicants)).toEqual([OUT]);
  });

  test('settled twice has no second effect', async () => {
    const { applicants, at, ...rest } = await opened(2);
    await at('2025-11-15T00:01');
    const before = await trace({ ...rest, applicants });
    expect(await at('2025-11-15T00:02')).toEqual([OUT, OUT]);
    await Promise.all(Array.from({ length: 50 }, () => settle(selection, { ...rest, applicants })));
    expect(await trace({ ...rest, applicants })).toEqual(before);
  });

  test('leaves alone who was erased', async () => {
    const { applicants, at } = await opened(2);
    await selection.erased(applicants[0]);
    const before = await codesTold(selection, applicants[0]);
    expect(await at('2025-11-15T00:01')).toEqual([IN, OUT]);
    expect(await codesTold(selection, applicants[0])).toEqual(before);
    expect(await notified(applicants[0])).toEqual([]);
  });

  test.each([
    ['nothing of sessions', SILENT],
    ['that absence does not exclude', { absenceExcludes: false }],
    ['that there is no registration period', { onlyWithinRegistrationPeriod: false }],
  ])('excludes nobody where the notice says %s', async (_what, own) => {
    const { testRegistration } = federalVacancy();
    const registration = own === SILENT ? null : { ...testRegistration!, ...own };
    const { at } = await opened(1, {}, { testRegistration: registration });
    expect(await at('2025-11-16T00:00')).toEqual([IN]);
  });
});

describe('nobody is put out without a chance', () => {
  test('who came into the step too late to register has none', async () => {
    const { applicants, at, ...rest } = await opened(1);
    const late = async (instant: string) => {
      selection.at(instant);
      const applicant = await selection.applicant(applicants[0].vacancy);
      await selection.decided(applicant, 'ELIGIBLE');
      return applicant;
    };
    const [inTime, tooLate] = [await late('2025-11-14T00:00'), await late('2025-11-14T00:01')];
    const after = await late('2025-11-15T10:00');
    await at('2025-11-15T10:01');
    expect(await standing(selection, [inTime, tooLate, after])).toEqual([OUT, IN, IN]);

    // The next session is for those as well.
    const next = { startsAt: local('2025-12-20T09:00'), registrationUntil: local('2025-12-15T00:00') };
    await planned(selection, { ...rest, applicants }, next);
    await at('2025-12-15T00:01');
    expect(await standing(selection, [tooLate, after])).toEqual([OUT, OUT]);
  });

  test('who found no seat at the end has none', async () => {
    const { applicants, session, at } = await opened(2, { capacity: 1 });
    await register(selection, applicants[0], session);
    expect(await at('2025-11-15T00:01')).toEqual([IN, IN]);
    // A seat that is given up after the end comes too late for the other; whoever gave it up had the chance.
    await cancel(selection, applicants[0]);
    expect(await at('2025-11-15T00:02')).toEqual([OUT, IN]);
    expect(outcomeOf(await register(selection, applicants[1], session))).toEqual(['session REGISTRATION_OVER']);
  });

  test('who relied on a session that was called off has none', async () => {
    const { applicants, at, ...rest } = await opened(2);
    const later = await planned(selection, { ...rest, applicants }, { registrationUntil: local('2025-11-19T00:00') });
    await register(selection, applicants[0], later);
    selection.at('2025-11-16T10:00');
    await callOff(selection, later, 1);
    expect(await at('2025-11-20T00:00')).toEqual([IN, IN]);
  });

  test('who is back after a contest has the next one', async () => {
    const { applicants, at, ...rest } = await opened(1);
    expect(await at('2025-11-15T00:01')).toEqual([OUT]);
    await selection.inProcedure(rest.procedure, async (work) => {
      const candidacy = await new CandidacyRepository(work.manager).one(rest.procedure, applicants[0].application);
      expect(await new CandidacyFlow(work).readmit(candidacy!, {})).toBeNull();
    });
    const back = 'IN_PROGRESS assessment NOT_REGISTERED NOT_REGISTERED';
    expect(await at('2025-11-16T00:00')).toEqual([back]);
    const next = { startsAt: local('2025-12-20T09:00'), registrationUntil: local('2025-12-15T00:00') };
    await planned(selection, { ...rest, applicants }, next);
    expect(await at('2025-12-14T00:00')).toEqual([back]);
    expect(await at('2025-12-15T00:01')).toEqual([OUT]);
  });
});

describe('a waiting period', () => {
  test('S2.S2: on the day of every session puts out as barred', async () => {
    // Sat on 20 May: barred up to and including 20 November.
    const failed = await whoSat(selection, 2, { testDay: '2025-05-20', outcome: 'FAILED' });
    const assessment = await round(selection, 2, [failed, person()], '2025-10-24');
    await planned(selection, assessment);
    await planned(selection, assessment, { startsAt: local('2025-11-19T09:00') });
    selection.at('2025-11-15T00:01');
    await settle(selection, assessment);
    expect(await standing(selection, assessment.applicants)).toEqual(['EXCLUDED assessment BARRED BARRED', OUT]);
    const barred = (await told(selection, assessment.applicants[0]!)).find(({ code }) => code === 'EXCLUDED_BARRED');
    expect(barred).toMatchObject({ facts: { step: 'COMPUTER_ASSESSMENT', until: '2025-11-20' } });
  });

  test('S2.S2: that is over by one of the sessions leaves the chance to register for that one', async () => {
    const failed = await whoSat(selection, 2, { testDay: '2025-05-20', outcome: 'FAILED' });
    const assessment = await round(selection, 2, [failed], '2025-10-24');
    await planned(selection, assessment);
    const free = await planned(selection, assessment, { startsAt: local('2025-11-21T09:00'), capacity: 1 });
    const stands = async (instant: string) => {
      selection.at(instant);
      await settle(selection, assessment);
      return standing(selection, assessment.applicants);
    };
    // The only seat on a day on which they may is taken by somebody else.
    const other = await selection.applicant(assessment.vacancy);
    await selection.decided(other, 'ELIGIBLE');
    await register(selection, other, free);
    expect(await stands('2025-11-15T00:01')).toEqual([IN]);
  });
});

describe('a seat', () => {
  test('of whoever is not in the step any more is free for others', async () => {
    const { applicants, session } = await opened(3, { capacity: 2 });
    const [withdrawn, excluded, next] = applicants;
    for (const applicant of [withdrawn, excluded]) await register(selection, applicant, session);
    await selection.applied(withdrawn, 'WITHDRAWN', 'WITHDRAW');
    expect(await seats(selection, withdrawn)).toEqual(['RELEASED']);
    expect(await sessionRow(selection, session)).toMatchObject({ taken: 1 });
    await selection.decided(excluded, 'NOT_ELIGIBLE', { version: 9 });
    expect(await sessionRow(selection, session)).toMatchObject({ taken: 0 });
    expect(outcomeOf(await register(selection, next, session))).toBe(1);
  });

  test('that was used stays with whoever passed', async () => {
    const { applicants, session } = await opened(1);
    await register(selection, applicants[0], session);
    selection.at('2025-11-20T12:00');
    await attend(selection, session, applicants[0]);
    const input = { application: applicants[0].application, scores: ['60', '60', '60'], total: '60', passed: true };
    expect(outcomeOf(await selection.write(recruiter(), 'recordAssessment', input))).toBe(1);
    expect(await seats(selection, applicants[0])).toEqual(['PRESENT']);
  });
});
