import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { openSelection, type TestSelection } from '../testing/selection.ts';
import { federalVacancy } from '../testing/templates.ts';
import {
  attend,
  cancel,
  change,
  local,
  opened,
  outcomeOf,
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

describe('giving up a seat', () => {
  test('S2.T: is possible until one hour before the start, that instant included', async () => {
    const { session, applicants } = await opened(selection, 2);
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
    const { session, applicants } = await opened(selection, 2, { startsAt, registrationUntil: startsAt });
    for (const applicant of applicants) await register(selection, applicant, session);
    const facts = { startsAt, cancelUntil, cancelAsked };
    expect((await told(selection, applicants[0])).at(-1)).toMatchObject({ code: 'SESSION_BOOKED', facts });
    selection.at(limit);
    expect(outcomeOf(await cancel(selection, applicants[0]))).toBe(2);
    selection.at(`${limit}:00.001`);
    expect(outcomeOf(await cancel(selection, applicants[1]))).toEqual(['application TOO_LATE']);
  });

  test('S2.T: after what is asked is allowed', async () => {
    const { session, applicants } = await opened(selection, 1);
    await register(selection, applicants[0], session);
    selection.at('2025-11-20T00:00');
    expect(outcomeOf(await cancel(selection, applicants[0]))).toBe(2);
  });

  test('S2.T: leaves another session to choose, as long as there is one', async () => {
    const { session, applicants } = await opened(selection, 1);
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
    const { session, applicants } = await opened(selection, 2);
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
    const assessment = await opened(selection, 1);
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
    const { session, applicants } = await opened(selection, 1);
    expect(outcomeOf(await cancel(selection, applicants[0]))).toEqual(['application NO_SEAT']);
    await register(selection, applicants[0], session);
    selection.at('2025-11-20T09:00');
    await attend(selection, session, applicants[0]);
    expect(outcomeOf(await cancel(selection, applicants[0]))).toEqual(['application NO_SEAT']);
  });

  test('is possible until the start where the notice says nothing', async () => {
    const { session, applicants } = await opened(selection, 2, {}, SILENT);
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
    const { session, applicants } = await opened(selection, 1, {}, own);
    await register(selection, applicants[0], session);
    await cancel(selection, applicants[0]);
    expect((await told(selection, applicants[0])).at(-1)).toMatchObject({ code: 'SESSION_RELEASED', dueAt: null });
    expect(outcomeOf(await register(selection, applicants[0], session))).toEqual(['application NO_OTHER_SESSION']);
  });
});
