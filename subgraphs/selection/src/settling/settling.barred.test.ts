import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { silentLog } from '@mandate-graph/testkit';
import { CandidacyFlow } from '../candidacy/candidacy.flow.ts';
import { CandidacyRepository } from '../candidacy/candidacy.repository.ts';
import { type Level, type Person, person, type Round, round, sits, tell } from '../ledger/testing/rounds.ts';
import {
  attend,
  local,
  outcomeOf,
  planned,
  register,
  seats,
  sessionRow,
  settle,
  standing,
  told,
} from '../session/testing/sessions.ts';
import { type Applicant, openSelection, recruiter, type TestSelection } from '../testing/selection.ts';
import { SettlingJob } from './settling.job.ts';

/** Six months from 20 November 2025 are over at the end of 20 May 2026. */
const FAILURE = { testDay: '2025-11-20', outcome: 'FAILED', untold: true } as const;
const UNTIL = '2026-05-20';
const IN = 'IN_PROGRESS assessment';
const OUT = 'EXCLUDED assessment BARRED BARRED';
let selection: TestSelection;
let who: Person;
let first: Round;
beforeAll(async () => {
  selection = await openSelection();
});
afterAll(() => selection.close());
beforeEach(async () => {
  who = person();
  first = await round(selection, 2, [who], '2025-10-24');
});

/** A round of the same person, with a session for which one can register until 5 December, on 10 December. */
async function other(level: Level = 2, own: object = {}) {
  const where = await round(selection, level, [who], '2025-10-24');
  const [applicant] = where.applicants as [Applicant];
  const times = { startsAt: local('2025-12-10T09:00'), registrationUntil: local('2025-12-05T00:00') };
  return { ...where, applicant, session: await planned(selection, where, { ...times, ...own }) };
}
/** The failure is recorded, and nobody has told it yet. */
const fails = async (at = '2025-11-21T10:00') => {
  selection.at(at);
  await sits(selection, first, who, FAILURE);
};
const isTold = () =>
  selection.inProcedure(first.procedure, (work) =>
    tell(work, { id: first.applicants[0]!.application, candidateId: who.candidate }),
  );
/** Nobody asks anything of it: the job comes by. */
const comesBy = () =>
  new SettlingJob({ ...selection.installation, clock: selection.clock, log: silentLog }).run(
    selection.clock.now(),
    new AbortController().signal,
  );
const newest = async (applicant: Applicant, count: number) => (await told(selection, applicant)).slice(-count);

describe('a seat on a day of a waiting period', () => {
  test('S2.S2: is taken back once the failure was sent, and another day can be chosen where there is one', async () => {
    const { applicant, session, procedure, ...rest } = await other();
    const free = await planned(
      selection,
      { ...rest, procedure },
      { startsAt: local('2026-05-21T09:00'), registrationUntil: local('2026-05-01T00:00') },
    );
    await register(selection, applicant, session);
    await fails();
    await settle(selection, { ...rest, procedure });
    await comesBy();
    expect(await seats(selection, applicant)).toEqual(['BOOKED']);
    await isTold();
    expect(await comesBy()).toBe(1);
    expect(await seats(selection, applicant)).toEqual(['CALLED_OFF']);
    expect(await sessionRow(selection, session)).toMatchObject({ taken: 0 });
    const dueAt = local('2026-05-01T00:00');
    expect(await newest(applicant, 2)).toMatchObject([
      { code: 'SESSION_RELEASED', dueAt, facts: { startsAt: local('2025-12-10T09:00'), until: UNTIL } },
      { code: 'BOOK_SESSION', done: false, dueAt },
    ]);
    const [entry] = await selection.query<object>(
      `SELECT actor, after->>'status' AS status FROM trail_entry WHERE procedure_id = $1 AND act = 'SEAT_CALLED_OFF'`,
      [procedure],
    );
    expect(entry).toEqual({ actor: 'rule:waiting-period', status: 'CALLED_OFF' });
    expect(await comesBy()).toBe(0);
    expect(await standing(selection, [applicant])).toEqual([IN]);
    expect(outcomeOf(await register(selection, applicant, session))).toEqual(['session BARRED']);
    expect(outcomeOf(await register(selection, applicant, free))).toBe(1);
  });

  test('S2.S2: puts out as barred where no day is left, at the end of registration or after it', async () => {
    const [early, late] = [await other(), await other(3)];
    for (const { applicant, session } of [early, late]) await register(selection, applicant, session);
    await fails('2025-12-01T10:00');
    await isTold();
    await settle(selection, early);
    expect(await standing(selection, [early.applicant])).toEqual([IN]);
    expect(await newest(early.applicant, 1)).toMatchObject([{ code: 'SESSION_RELEASED', dueAt: null }]);
    selection.at('2025-12-05T00:01');
    await settle(selection, early);
    expect(await standing(selection, [early.applicant])).toEqual([OUT]);
    await settle(selection, late);
    expect(await standing(selection, [late.applicant])).toEqual([OUT]);
    expect(await told(selection, late.applicant)).toContainEqual(
      expect.objectContaining({ code: 'EXCLUDED_BARRED', facts: { step: 'COMPUTER_ASSESSMENT', until: UNTIL } }),
    );
  });

  test('S2.S2: puts out as barred as well where registration was settled before the failure was sent', async () => {
    const { applicant, session, ...where } = await other();
    await register(selection, applicant, session);
    await fails();
    selection.at('2025-12-05T00:01');
    await comesBy();
    expect(await standing(selection, [applicant])).toEqual([IN]);
    selection.at('2025-12-08T10:00');
    await isTold();
    await comesBy();
    expect(await standing(selection, [applicant])).toEqual([OUT]);
    selection.at('2025-12-08T11:00');
    // Whoever is back after a contest is not put out by the same seat again.
    await selection.inProcedure(where.procedure, async (work) => {
      const candidacy = await new CandidacyRepository(work.manager).one(where.procedure, applicant.application);
      expect(await new CandidacyFlow(work).readmit(candidacy!, {})).toBeNull();
    });
    selection.at('2025-12-09T10:00');
    const next = { startsAt: local('2025-12-20T09:00'), registrationUntil: local('2025-12-09T11:00'), capacity: 1 };
    const full = await planned(selection, where, next);
    const somebody = await selection.applicant(where.vacancy);
    await selection.decided(somebody, 'ELIGIBLE');
    expect(outcomeOf(await register(selection, somebody, full))).toBe(1);
    selection.at('2025-12-09T11:01');
    await settle(selection, where);
    expect(await standing(selection, [applicant])).toEqual(['IN_PROGRESS assessment BARRED BARRED']);
  });

  test.each<[string, Level, object]>([
    ['of a lower level', 1, {}],
    ['after it', 2, { startsAt: local('2026-05-21T09:00') }],
    ['before it', 2, { startsAt: local('2025-11-19T09:00'), registrationUntil: local('2025-11-15T00:00') }],
  ])('S2.S2: does not concern a seat %s', async (_which, level, own) => {
    const { applicant, session, ...where } = await other(level, own);
    await register(selection, applicant, session);
    await fails();
    await isTold();
    await settle(selection, where);
    expect(await seats(selection, applicant)).toEqual(['BOOKED']);
  });
});

describe('a failure that was not sent yet', () => {
  test('S2.F: takes no seat from the candidate, and is not told by a refusal; those who run it see it', async () => {
    await fails();
    const { applicant, session } = await other();
    expect(outcomeOf(await register(selection, applicant, session))).toBe(1);
    selection.at('2025-12-10T12:00');
    expect(outcomeOf(await attend(selection, session, applicant))).toEqual(['application BARRED']);
    expect(await seats(selection, applicant)).toEqual(['BOOKED']);
    expect(outcomeOf(await attend(selection, session, applicant, 'ABSENT'))).toBe(2);
  });

  test('S2.F: puts nobody out as barred at the end of registration', async () => {
    await fails();
    const { applicant, ...where } = await other();
    selection.at('2025-12-05T00:01');
    await settle(selection, where);
    expect(await standing(selection, [applicant])).toEqual(['EXCLUDED assessment NOT_REGISTERED NOT_REGISTERED']);
  });

  test('S2.S2: lets no result be recorded of what was sat within it, which comes to nothing once it is sent', async () => {
    const { applicant, session, ...where } = await other();
    await register(selection, applicant, session);
    selection.at('2025-12-10T12:00');
    expect(outcomeOf(await attend(selection, session, applicant))).toBe(2);
    await fails('2025-12-11T10:00');
    const result = { application: applicant.application, scores: ['70', '70', '70'], total: '70', passed: true };
    const recorded = () => selection.write(recruiter(), 'recordAssessment', result);
    expect(outcomeOf(await recorded())).toEqual(['application BARRED']);
    await isTold();
    await settle(selection, where);
    expect(await seats(selection, applicant)).toEqual(['CALLED_OFF']);
    expect(await standing(selection, [applicant])).toEqual([OUT]);
  });
});
