import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { person, whoSat } from '../ledger/testing/rounds.ts';
import {
  authority,
  candidateActor,
  openSelection,
  recruiter,
  startedProcedure,
  type TestSelection,
} from '../testing/selection.ts';
import { brusselsVacancy, federalVacancy } from '../testing/templates.ts';
import {
  type Assessing,
  assessing,
  attend,
  callOff,
  change,
  codesTold,
  local,
  outcomeOf,
  planned,
  register,
  SESSION,
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

const plan = (procedure: string, own: object = {}, actor = recruiter()) =>
  selection.write(actor, 'planSession', { procedure, ...SESSION, ...own });

describe('planning a session', () => {
  test('S2.T: invites whoever is in the step, in their account, to choose one until registration ends', async () => {
    const round = await assessing(selection, 2);
    await planned(selection, round);
    for (const applicant of round.applicants) {
      expect((await told(selection, applicant)).at(-1)).toMatchObject({
        ...{ code: 'BOOK_SESSION', done: false, facts: { step: 'COMPUTER_ASSESSMENT' } },
        dueAt: local('2025-11-15T00:00'),
      });
    }
  });

  test('asks nobody again, unless one can register until another instant than before', async () => {
    const round = await assessing(selection, 1);
    const [applicant] = round.applicants as [(typeof round.applicants)[0]];
    await planned(selection, round);
    const before = await codesTold(selection, applicant);
    await planned(selection, round, { startsAt: local('2025-11-21T09:00') });
    expect(await codesTold(selection, applicant)).toEqual(before);
    await planned(selection, round, { registrationUntil: local('2025-11-16T00:00') });
    expect(await codesTold(selection, applicant)).toEqual([...before, 'BOOK_SESSION']);
  });

  test('S2.T: asks whoever comes into the step later to choose one until the last registration ends', async () => {
    const round = await assessing(selection, 1);
    await planned(selection, round);
    await planned(selection, round, { registrationUntil: local('2025-11-18T00:00') });
    const late = await selection.applicant(round.applicants[0]!.vacancy);
    await selection.decided(late, 'ELIGIBLE');
    const asked = async () => (await told(selection, late)).findLast(({ code }) => code === 'BOOK_SESSION');
    expect(await asked()).toMatchObject({ done: false, dueAt: local('2025-11-18T00:00') });
  });

  test('S2.S2: is refused where the notice announces no computer assessment, and before the procedure runs', async () => {
    const { procedure } = await startedProcedure(selection, 'vrb:vacancy:no-assessment', brusselsVacancy(), 1);
    expect(outcomeOf(await plan(procedure))).toEqual(['procedure NO_ASSESSMENT']);
    const early = await selection.vacancy('vrb:vacancy:not-started', federalVacancy());
    expect(outcomeOf(await plan(early, { capacity: 0 }))).toEqual([
      'procedure NOT_AT_THIS_TIME',
      'capacity OUT_OF_RANGE',
    ]);
  });

  test('is for the recruiter of the institution', async () => {
    const { procedure } = await assessing(selection, 1);
    expect(outcomeOf(await plan(procedure, {}, recruiter('gew')))).toEqual(['procedure UNKNOWN_PROCEDURE']);
    for (const actor of [authority(), candidateActor('somebody')]) {
      expect(await plan(procedure, {}, actor)).toMatchObject({ errors: [{ extensions: { code: 'FORBIDDEN' } }] });
    }
  });

  test('is an entry of the trail, with everything that was planned', async () => {
    const round = await assessing(selection, 1);
    const session = await planned(selection, round);
    const entries = await selection.query<object>(
      'SELECT act, actor, about, after, sealed FROM trail_entry WHERE about_id = $1 ORDER BY seq',
      [session],
    );
    expect(entries).toEqual([
      {
        ...{ act: 'PLAN_SESSION', actor: 'recruiter-of-vrb', about: 'SESSION', sealed: null },
        after: {
          ...{ startsAt: local('2025-11-20T09:00'), endsAt: local('2025-11-20T11:00'), capacity: 5 },
          ...{ registrationFrom: local('2025-10-24T10:00'), registrationUntil: local('2025-11-15T00:00') },
          place: 'Brussel, zaal 1',
        },
      },
    ]);
  });
});

describe('changing a session', () => {
  let round: Assessing;
  let session: string;
  beforeAll(async () => {
    round = await assessing(selection, 3);
    session = await planned(selection, round);
    for (const applicant of round.applicants.slice(0, 2)) await register(selection, applicant, session);
  });

  test('S2.T: to another time tells whoever has a seat, with the instants that follow from it', async () => {
    expect(outcomeOf(await change(selection, session, 1, { startsAt: local('2025-11-21T14:00') }))).toBe(2);
    const facts = {
      ...{ startsAt: local('2025-11-21T14:00'), cancelUntil: local('2025-11-21T13:00') },
      cancelAsked: local('2025-11-21T00:00'),
    };
    for (const applicant of round.applicants.slice(0, 2)) {
      expect((await told(selection, applicant)).at(-1)).toMatchObject({ code: 'SESSION_BOOKED', facts });
    }
    expect(await codesTold(selection, round.applicants[2]!)).not.toContain('SESSION_BOOKED');
  });

  test('never leaves fewer seats than are taken, nor is done on a version that does not stand', async () => {
    expect(outcomeOf(await change(selection, session, 2, { capacity: 1, place: '' }))).toEqual([
      'place EMPTY_TEXT',
      'capacity BELOW_TAKEN',
    ]);
    expect(await change(selection, session, 1, { capacity: 2 })).toMatchObject({ givenVersion: 1, currentVersion: 2 });
    expect(outcomeOf(await change(selection, session, 2, { capacity: 2 }))).toBe(3);
    expect(outcomeOf(await register(selection, round.applicants[2]!, session))).toEqual(['session NO_SEAT_LEFT']);
    expect(outcomeOf(await change(selection, session, 3, { capacity: 3 }))).toBe(4);
    expect(outcomeOf(await register(selection, round.applicants[2]!, session))).toBe(1);
  });

  test('S2.S2: is refused to a day on which somebody who has a seat is barred', async () => {
    // Sat on 15 June: barred up to and including 15 December.
    const failed = await whoSat(selection, 2, { testDay: '2025-06-15', outcome: 'FAILED' });
    const other = await assessing(selection, 1);
    const applicant = await selection.applicant(other.applicants[0]!.vacancy, failed.subject, failed.candidate);
    await selection.decided(applicant, 'ELIGIBLE');
    const late = await planned(selection, other, { startsAt: local('2025-12-16T09:00') });
    expect(outcomeOf(await register(selection, applicant, late))).toBe(1);
    expect(outcomeOf(await change(selection, late, 1, { startsAt: local('2025-12-15T09:00') }))).toEqual([
      'startsAt BOOKED_ARE_BARRED',
    ]);
    expect(outcomeOf(await change(selection, late, 1, { startsAt: local('2025-12-17T09:00') }))).toBe(2);
  });

  test('is refused where it cannot be found', async () => {
    for (const id of ['nonsense', person().candidate]) {
      expect(outcomeOf(await change(selection, id, 1, { capacity: 3 }))).toEqual(['session UNKNOWN_SESSION']);
    }
  });
});

describe('calling a session off', () => {
  test('S2.T: tells whoever had a seat, asks them to choose another one, and puts nobody out', async () => {
    const round = await assessing(selection, 3);
    const [one, two, three] = round.applicants as [Applicant, Applicant, Applicant];
    const session = await planned(selection, round);
    const other = await planned(selection, round, { startsAt: local('2025-11-22T09:00') });
    for (const applicant of [one, two]) await register(selection, applicant, session);
    await register(selection, three, other);
    selection.at('2025-11-16T10:00');
    expect(outcomeOf(await callOff(selection, session, 1))).toBe(2);
    for (const applicant of [one, two]) {
      expect((await told(selection, applicant)).slice(-2)).toMatchObject([
        { code: 'SESSION_CALLED_OFF', facts: { startsAt: local('2025-11-20T09:00') }, dueAt: null },
        { code: 'BOOK_SESSION', done: false, dueAt: null },
      ]);
      expect(await seats(selection, applicant)).toEqual(['CALLED_OFF']);
    }
    expect(await sessionRow(selection, session)).toMatchObject({ taken: 0, called_off_at: expect.any(Date) });
    await settle(selection, round);
    expect(await standing(selection, round.applicants)).toEqual(Array(3).fill('IN_PROGRESS assessment'));

    // The next one that is planned can be chosen; whoever does not is out for that.
    const next = await planned(selection, round, {
      ...{ startsAt: local('2025-12-01T09:00'), registrationUntil: local('2025-11-25T00:00') },
    });
    expect((await told(selection, one)).at(-1)).toMatchObject({
      code: 'BOOK_SESSION',
      dueAt: local('2025-11-25T00:00'),
    });
    expect(outcomeOf(await register(selection, one, next))).toBe(1);
    selection.at('2025-11-26T10:00');
    await settle(selection, round);
    expect(await standing(selection, round.applicants)).toEqual([
      'IN_PROGRESS assessment',
      'EXCLUDED assessment NOT_REGISTERED NOT_REGISTERED',
      'IN_PROGRESS assessment',
    ]);
  });

  test('is possible after the start, until attendance is recorded, with reasons, and once', async () => {
    const round = await assessing(selection, 2);
    const [held, failing] = [await planned(selection, round), await planned(selection, round)];
    await register(selection, round.applicants[0]!, held);
    await register(selection, round.applicants[1]!, failing);
    selection.at('2025-11-20T09:10');
    await attend(selection, held, round.applicants[0]!);
    expect(outcomeOf(await callOff(selection, held, 1))).toEqual(['session HELD']);
    const input = { session: failing, version: 1, reasons: 'Panne.' };
    expect(outcomeOf(await selection.write(recruiter(), 'callOffSession', input))).toEqual(['reasons TOO_SHORT']);
    const answers = await Promise.all(Array.from({ length: 50 }, () => callOff(selection, failing, 1)));
    expect(answers.filter(({ version }) => version === 2)).toHaveLength(1);
    expect(answers.filter(({ problems }) => problems?.[0]?.code === 'CALLED_OFF')).toHaveLength(49);
    expect(await standing(selection, round.applicants)).toEqual(Array(2).fill('IN_PROGRESS assessment'));
  });
});

type Applicant = Assessing['applicants'][0];
