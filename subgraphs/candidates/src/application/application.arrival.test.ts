import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { Temporal } from 'temporal-polyfill';
import { MANAGERIAL_SECTION } from '../section/testing/sections.ts';
import { type Applicant, Applying, codesOf, openVacancy } from './testing/applying.ts';

/** Deadline days, with the last instant of each in Brussels: an ordinary one, one of 23 hours and one of 25. */
const DAYS = [
  ['2025-09-12', '2025-09-12T23:59:59.999+02:00'],
  ['2025-03-30', '2025-03-30T23:59:59.999+02:00'],
  ['2025-10-26', '2025-10-26T23:59:59.999+01:00'],
] as const;
let applying: Applying;

beforeAll(async () => {
  const vacancy = ([date]: (typeof DAYS)[number]) => openVacancy({ applicationDeadline: { date, timeOfDay: null } });
  applying = await Applying.open({
    ...Object.fromEntries(DAYS.map((day) => [day[0], vacancy(day)])),
    'at-five': openVacancy({ applicationDeadline: { date: '2025-09-12', timeOfDay: '17:00' } }),
  });
});
afterAll(() => applying?.close());

/** Sets the clock to so many milliseconds after the last instant, and back to the day before for what comes first. */
const at = (last: string, milliseconds: number): void => {
  applying.now = Temporal.Instant.from(last).add({ milliseconds });
};
const DAY = 86_400_000;

describe.each(DAYS)('on %s, until 23:59:59.999 in Brussels,', (local, last) => {
  test('a vacancy is applied for, and at 00:00:00.000 no longer', async () => {
    at(last, -DAY);
    const [one, other] = [await applying.candidate(), await applying.candidate()];
    at(last, 0);
    expect((await one.start(local)).version).toBe(1);
    at(last, 1);
    expect(codesOf(await other.start(local))).toEqual(['vacancy NOT_AT_THIS_TIME']);
  });

  test.each<[string, (local: string) => Promise<Applicant>, number, string]>([
    ['submitted', (name) => applying.applicant(name), 1, 'submitApplication'],
    ['validated', (name) => applying.submitted(name, MANAGERIAL_SECTION), 2, 'validateApplication'],
  ])('an application is %s, and at 00:00:00.000 it has lapsed', async (_what, prepare, version, mutation) => {
    at(last, -DAY);
    const [one, other] = [await prepare(local), await prepare(local)];
    at(last, 0);
    expect((await one.act(mutation, version)).version).toBe(version + 1);
    at(last, 1);
    expect((await other.act(mutation, version)).problems).toMatchObject([
      { path: 'application', code: 'NOT_FROM_THIS_STATUS', value: 'LAPSED' },
    ]);
  });

  test('a definitive application is edited, without a new validation, and at 00:00:00.000 no longer', async () => {
    at(last, -DAY);
    const applicant = await applying.submitted(local, MANAGERIAL_SECTION);
    await applicant.act('validateApplication', 2);
    at(last, 0);
    const added = await applicant.save(MANAGERIAL_SECTION);
    expect(added.version).toBe(1);
    const changed = { id: added.id, version: 1 };
    expect((await applicant.save({ ...MANAGERIAL_SECTION, employer: 'Andere dienst' }, changed)).version).toBe(2);
    expect(await applicant.trail()).toMatchObject({ status: 'DEFINITIVE', version: 3 });
    at(last, 1);
    for (const late of [await applicant.save(MANAGERIAL_SECTION), await applicant.remove(added.id, 2)]) {
      expect(late.problems).toMatchObject([{ path: 'vacancy', code: 'NOT_AT_THIS_TIME', value: 'CLOSED' }]);
    }
    at(last, 0);
    expect((await applicant.remove(added.id, 2)).version).toBe(3);
  });
});

test('a deadline at a time of day ends at that time, and not with its day', async () => {
  const last = '2025-09-12T16:59:59.999+02:00';
  at(last, -DAY);
  const [one, other] = [await applying.applicant('at-five'), await applying.applicant('at-five')];
  at(last, 0);
  expect((await one.act('submitApplication', 1)).version).toBe(2);
  at(last, 1);
  expect(codesOf(await other.act('submitApplication', 1))).toEqual(['application NOT_FROM_THIS_STATUS']);
});

test('a request goes by when it came to the gateway, however long it waited there', async () => {
  const [local, last] = DAYS[0];
  at(last, -DAY);
  const [one, other] = [await applying.applicant(local), await applying.applicant(local)];
  at(last, 20_000);
  applying.arrived = Temporal.Instant.from(last);
  expect((await one.act('submitApplication', 1)).version).toBe(2);
  applying.arrived = applying.arrived.add({ milliseconds: 1 });
  expect((await other.act('submitApplication', 1)).problems).toMatchObject([{ code: 'NOT_FROM_THIS_STATUS' }]);
  applying.arrived = null;
});
