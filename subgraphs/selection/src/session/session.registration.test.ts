import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { person, round, whoSat } from '../ledger/testing/rounds.ts';
import { type Applicant, candidateActor, openSelection, recruiter, type TestSelection } from '../testing/selection.ts';
import { federalVacancy } from '../testing/templates.ts';
import {
  assessing,
  attend,
  callOff,
  cancel,
  change,
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
} from './testing/sessions.ts';

let selection: TestSelection;
beforeAll(async () => {
  selection = await openSelection();
});
afterAll(() => selection.close());

/** A procedure with a session, and its candidates. */
async function opened(count: number, session: object = {}, own: object = {}) {
  const assessment = await assessing(selection, count, own);
  const id = await planned(selection, assessment, session);
  return { ...assessment, session: id, applicants: assessment.applicants as [Applicant, Applicant, Applicant] };
}

describe('registering for a session', () => {
  test('S2.T: takes a seat, ends the task, and tells until when it can be given up', async () => {
    const { session, applicants } = await opened(1);
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
    const { session, applicants } = await opened(2, { registrationFrom: local('2025-11-01T00:00') });
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
    const { session, applicants, ...rest } = await opened(1);
    const other = await planned(selection, { ...rest, applicants }, { startsAt: local('2025-11-21T09:00') });
    expect(outcomeOf(await register(selection, applicants[0], other))).toBe(1);
    for (const one of [session, other]) {
      expect(outcomeOf(await register(selection, applicants[0], one))).toEqual(['application HAS_A_SEAT']);
    }
  });

  test('S2.S2: is for admitted candidates only', async () => {
    const { session, applicants } = await opened(2);
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
    const { session, applicants } = await opened(1, { capacity: 1 });
    await register(selection, applicants[0], session);
    await callOff(selection, session, 1);
    await selection.applied(applicants[0], 'WITHDRAWN', 'WITHDRAW');
    selection.at('2025-11-20T09:00');
    expect(outcomeOf(await register(selection, applicants[0], session))).toEqual([
      ...['application NOT_IN_THIS_STEP', 'session CALLED_OFF', 'session STARTED', 'session REGISTRATION_OVER'],
    ]);
  });

  test('is refused for what is not there, or not one’s own, in the same words', async () => {
    const [mine, others] = [await opened(1), await opened(1)];
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

describe('giving up a seat', () => {
  test('S2.T: is possible until one hour before the start, that instant included', async () => {
    const { session, applicants } = await opened(2);
    for (const applicant of applicants) await register(selection, applicant, session);
    selection.at('2025-11-20T08:00');
    expect(outcomeOf(await cancel(selection, applicants[0]))).toBe(2);
    selection.at('2025-11-20T08:00:00.001');
    expect(await cancel(selection, applicants[1])).toMatchObject({
      problems: [{ path: 'application', code: 'TOO_LATE', value: local('2025-11-20T08:00') }],
    });
  });

  // On 26 October 2025 the hour from 2 to 3 comes twice, and the first one is meant; on 29 March 2026 it does not come.
  test.each([
    ['2025-10-26T01:30:00Z', '2025-10-26T00:30:00Z', '2025-10-26T02:30', '2025-10-25T22:00:00Z'],
    ['2026-03-29T01:00:00Z', '2026-03-29T00:00:00Z', '2026-03-29T01:00', '2026-03-28T23:00:00Z'],
    ['2026-03-30T07:00:00Z', '2026-03-30T06:00:00Z', '2026-03-30T08:00', '2026-03-29T22:00:00Z'],
  ])('S2.T: is an hour before, and asked the day before, when the clock changes: %s', async (startsAt, ...instants) => {
    const [cancelUntil, limit, cancelAsked] = instants;
    const { session, applicants } = await opened(2, { startsAt, registrationUntil: startsAt });
    for (const applicant of applicants) await register(selection, applicant, session);
    const facts = { startsAt, cancelUntil, cancelAsked };
    expect((await told(selection, applicants[0])).at(-1)).toMatchObject({ code: 'SESSION_BOOKED', facts });
    selection.at(limit);
    expect(outcomeOf(await cancel(selection, applicants[0]))).toBe(2);
    selection.at(`${limit}:00.001`);
    expect(outcomeOf(await cancel(selection, applicants[1]))).toEqual(['application TOO_LATE']);
  });

  test('S2.T: after what is asked is allowed', async () => {
    const { session, applicants } = await opened(1);
    await register(selection, applicants[0], session);
    selection.at('2025-11-20T00:00');
    expect(outcomeOf(await cancel(selection, applicants[0]))).toBe(2);
  });

  test('S2.T: leaves another session to choose, as long as there is one', async () => {
    const { session, applicants } = await opened(1);
    await register(selection, applicants[0], session);
    expect(outcomeOf(await cancel(selection, applicants[0]))).toBe(2);
    expect((await told(selection, applicants[0])).slice(-2)).toMatchObject([
      { code: 'SESSION_RELEASED', facts: { startsAt: local('2025-11-20T09:00') }, dueAt: local('2025-11-15T00:00') },
      { code: 'BOOK_SESSION', done: false, dueAt: local('2025-11-15T00:00') },
    ]);
    expect(await sessionRow(selection, session)).toMatchObject({ taken: 0, version: 1 });
    expect(outcomeOf(await register(selection, applicants[0], session))).toBe(1);
    expect(await seats(selection, applicants[0])).toEqual(['RELEASED', 'BOOKED']);
  });

  test('S2.T: when registration for every session is over puts out whoever does it', async () => {
    const { session, applicants } = await opened(2);
    for (const applicant of applicants) await register(selection, applicant, session);
    selection.at('2025-11-16T10:00');
    expect(outcomeOf(await cancel(selection, applicants[0]))).toBe(2);
    expect(await standing(selection, applicants)).toEqual([
      'EXCLUDED assessment NOT_REGISTERED NOT_REGISTERED',
      'IN_PROGRESS assessment',
    ]);
    expect((await told(selection, applicants[0])).at(-3)).toMatchObject({ code: 'SESSION_RELEASED', dueAt: null });
  });

  test('in a session that was moved since puts nobody out', async () => {
    const assessment = await opened(1);
    const { session, applicants } = assessment;
    await register(selection, applicants[0], session);
    selection.at('2025-11-16T10:00');
    expect(outcomeOf(await change(selection, session, 1, { place: 'Luik' }))).toBe(2);
    expect(outcomeOf(await cancel(selection, applicants[0]))).toBe(2);
    await settle(selection, assessment);
    expect(await standing(selection, applicants)).toEqual(['IN_PROGRESS assessment']);
    expect(await seats(selection, applicants[0])).toEqual(['CALLED_OFF']);
  });

  test('is for whoever has one', async () => {
    const { session, applicants } = await opened(1);
    expect(outcomeOf(await cancel(selection, applicants[0]))).toEqual(['application NO_SEAT']);
    await register(selection, applicants[0], session);
    selection.at('2025-11-20T09:00');
    await attend(selection, session, applicants[0]);
    expect(outcomeOf(await cancel(selection, applicants[0]))).toEqual(['application NO_SEAT']);
  });

  test('is possible until the start where the notice says nothing', async () => {
    const { session, applicants } = await opened(2, {}, SILENT);
    for (const applicant of applicants) await register(selection, applicant, session);
    expect((await told(selection, applicants[0])).at(-1)?.facts).not.toHaveProperty('cancelAsked');
    selection.at('2025-11-20T08:59:59.999');
    expect(outcomeOf(await cancel(selection, applicants[0]))).toBe(2);
    selection.at('2025-11-20T09:00');
    expect(outcomeOf(await cancel(selection, applicants[1]))).toEqual(['application TOO_LATE']);
  });

  test('where the notice allows no other session is final', async () => {
    const { testRegistration } = federalVacancy();
    const own = { testRegistration: { ...testRegistration!, rebookingAllowed: false } };
    const { session, applicants } = await opened(1, {}, own);
    await register(selection, applicants[0], session);
    await cancel(selection, applicants[0]);
    expect((await told(selection, applicants[0])).at(-1)).toMatchObject({ code: 'SESSION_RELEASED', dueAt: null });
    expect(outcomeOf(await register(selection, applicants[0], session))).toEqual(['application NO_OTHER_SESSION']);
  });
});
