import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { FAILED, PASSED, record, sat } from '../assessment/testing/results.ts';
import { person, round, whoSat } from '../ledger/testing/rounds.ts';
import { type Applicant, candidateActor, openSelection, recruiter, type TestSelection } from '../testing/selection.ts';
import {
  callOff,
  codesTold,
  local,
  opened,
  outcomeOf,
  planned,
  register,
  sessionRow,
  standing,
  told,
} from './testing/sessions.ts';

let selection: TestSelection;
beforeAll(async () => {
  selection = await openSelection();
});
afterAll(() => selection.close());

describe('registering for a session', () => {
  test('S2.T: takes a seat, ends the task, and tells until when it can be given up', async () => {
    const { session, applicants } = await opened(selection, 1);
    expect(outcomeOf(await register(selection, applicants[0], session))).toBe(1);
    expect((await told(selection, applicants[0])).slice(-2)).toMatchObject([
      { code: 'BOOK_SESSION', done: true },
      {
        code: 'SESSION_BOOKED',
        facts: {
          ...{ step: 'COMPUTER_ASSESSMENT', startsAt: local('2025-11-20T09:00') },
          ...{ cancelUntil: local('2025-11-20T08:00'), cancelAsked: local('2025-11-20T00:00') },
        },
      },
    ]);
    expect(await sessionRow(selection, session)).toMatchObject({ taken: 1, version: 1 });
  });

  test('S2.T: is possible from the first instant of the registration period to before its end', async () => {
    const { session, applicants } = await opened(selection, 2, { registrationFrom: local('2025-11-01T00:00') });
    const [one, two] = applicants;
    const at = async (instant: string, applicant: Applicant) => {
      selection.at(instant);
      return outcomeOf(await register(selection, applicant, session));
    };
    expect(await at('2025-10-31T23:59:59.999', one)).toEqual(['session REGISTRATION_NOT_OPEN']);
    expect(await at('2025-11-01T00:00', one)).toBe(1);
    expect(await at('2025-11-15T00:00', two)).toEqual(['session REGISTRATION_OVER']);
    expect(await at('2025-11-14T23:59:59.999', two)).toBe(1);
  });

  test('S2.T: lets candidates choose a date when there are several, and is for one seat at a time', async () => {
    const { session, applicants, ...rest } = await opened(selection, 1);
    const other = await planned(selection, { ...rest, applicants }, { startsAt: local('2025-11-21T09:00') });
    expect(outcomeOf(await register(selection, applicants[0], other))).toBe(1);
    for (const one of [session, other]) {
      expect(outcomeOf(await register(selection, applicants[0], one))).toEqual(['application HAS_A_SEAT']);
    }
  });

  test('S2.S2: is for admitted candidates only', async () => {
    const { session, applicants } = await opened(selection, 2);
    await selection.decided(applicants[0], 'NOT_ELIGIBLE', { version: 9 });
    expect(await standing(selection, [applicants[0]])).toEqual(['EXCLUDED screening FAILED']);
    expect(outcomeOf(await register(selection, applicants[0], session))).toEqual(['application NOT_IN_THIS_STEP']);
    const waiting = await selection.applicant(applicants[0].vacancy);
    expect(outcomeOf(await register(selection, waiting, session))).toEqual(['application NOT_IN_THIS_STEP']);
  });

  test('S2.S2: is not for whoever is exempt, who has passed by the assessment', async () => {
    const exempt = await whoSat(selection, 2, { testDay: '2025-10-20', outcome: 'PASSED' });
    const assessment = await round(selection, 2, [exempt, person()], '2025-10-24');
    const session = await planned(selection, assessment);
    expect(await standing(selection, assessment.applicants)).toEqual(['IN_PROGRESS oral', 'IN_PROGRESS assessment']);
    expect(outcomeOf(await register(selection, assessment.applicants[0]!, session))).toEqual([
      'application NOT_IN_THIS_STEP',
    ]);
    expect(await codesTold(selection, assessment.applicants[0]!)).not.toContain('BOOK_SESSION');
  });

  test('S2.S2: is refused on the last day of a waiting period, and possible on the day after it', async () => {
    // Sat on 20 May: six months are over at the end of 20 November.
    const failed = await whoSat(selection, 2, { testDay: '2025-05-20', outcome: 'FAILED' });
    const assessment = await round(selection, 2, [failed], '2025-10-24');
    const [last, after] = [
      await planned(selection, assessment),
      await planned(selection, assessment, { startsAt: local('2025-11-21T00:00') }),
    ];
    const answer = await register(selection, assessment.applicants[0]!, last);
    expect(answer).toMatchObject({ problems: [{ path: 'session', code: 'BARRED', value: null }] });
    expect(answer.problems[0].rule).not.toContain('2025');
    expect(outcomeOf(await register(selection, assessment.applicants[0]!, after))).toBe(1);
  });

  test('is refused with everything that speaks against it', async () => {
    const { session, applicants } = await opened(selection, 1, { capacity: 1 });
    await register(selection, applicants[0], session);
    await callOff(selection, session, 1);
    await selection.applied(applicants[0], 'WITHDRAWN', 'WITHDRAW');
    selection.at('2025-11-20T09:00');
    expect(outcomeOf(await register(selection, applicants[0], session))).toEqual([
      ...['application NOT_IN_THIS_STEP', 'session CALLED_OFF', 'session STARTED', 'session REGISTRATION_OVER'],
    ]);
  });

  test('is refused in the same words to whoever has sat the assessment, before they are told what came of it', async () => {
    const { applicants, ...sitting } = await sat(selection, 3);
    const [passes, fails, waits] = applicants as [Applicant, Applicant, Applicant];
    await record(selection, passes, PASSED);
    await record(selection, fails, FAILED);
    const later = { startsAt: local('2025-12-20T09:00'), registrationUntil: local('2025-12-15T00:00') };
    const session = await planned(selection, { ...sitting, applicants }, later);
    for (const applicant of [passes, fails, waits]) {
      const { problems } = await register(selection, applicant, session);
      expect(problems).toEqual([
        { path: 'application', code: 'HAS_SAT', value: null, rule: 'The assessment is sat once.' },
      ]);
    }
  });

  test('is refused for what is not there, or not one’s own, in the same words', async () => {
    const [mine, others] = [await opened(selection, 1), await opened(selection, 1)];
    const ask = (input: object) =>
      selection.write(candidateActor(mine.applicants[0].subject), 'registerForSession', input as never);
    const { application } = mine.applicants[0];
    for (const session of ['nonsense', randomUUID(), others.session]) {
      expect(outcomeOf(await ask({ application, session }))).toEqual(['session UNKNOWN_SESSION']);
    }
    for (const other of ['nonsense', randomUUID(), others.applicants[0].application]) {
      expect(outcomeOf(await ask({ application: other, session: mine.session }))).toEqual([
        'application UNKNOWN_APPLICATION',
      ]);
    }
    const input = { application, session: mine.session };
    expect(await selection.write(recruiter(), 'registerForSession', input)).toMatchObject({
      errors: [{ extensions: { code: 'FORBIDDEN' } }],
    });
  });
});
