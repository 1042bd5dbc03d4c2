import { describe, expect, test } from '@jest/globals';
import { startOfDay } from '@mandate-graph/domain';
import type { Temporal } from 'temporal-polyfill';
import { MANAGEMENT } from '../eligibility/testing/trees.ts';
import type { LatestVacancy } from '../vacancy/vacancy.versions.ts';
import type { ApplicationStatus } from './application.rules.ts';
import type { ApplicationRecord } from './application.store.ts';
import { isSettled, settlingSteps } from './settling.rules.ts';
import {
  AFTER,
  ALL_DONE,
  application,
  at,
  BEFORE,
  CLOSES,
  deedsOf,
  frozen,
  known,
  latest,
  situation,
  standing,
  stepsOf,
  until,
} from './testing/situations.ts';

describe('an application is settled', () => {
  test.each<[string, Partial<ApplicationRecord>, LatestVacancy, Temporal.Instant, boolean]>([
    ['until its deadline', {}, latest(BEFORE), BEFORE, true],
    ['not from its deadline on', {}, latest(CLOSES), CLOSES, false],
    ['once its deadline is taken in', { dueAt: null }, latest(AFTER), AFTER, true],
    ['not when its vacancy has changed', { dueAt: null }, latest(AFTER, {}, 2), AFTER, false],
    ['when the vacancy is being read again', { vacancyVersion: 2 }, latest(CLOSES), CLOSES, true],
    ['not when a request comes late that was in time', { dueAt: null }, latest(BEFORE), BEFORE, false],
    ['when its vacancy is no longer public, once', { dueAt: null }, { ...latest(AFTER), known: null }, AFTER, true],
  ])('%s', (_when, own, newest, now, expected) => {
    expect(isSettled(application(standing('DRAFT'), own), newest, now)).toBe(expected);
  });

  test('until the day from which another state holds', () => {
    const changing = { ...latest(BEFORE), known: { ...known(BEFORE), nextChange: '2026-10-21' } };
    const changes = startOfDay('2026-10-21');
    expect(isSettled(application(standing('DRAFT'), { dueAt: changes }), changing, BEFORE)).toBe(true);
    expect(isSettled(application(standing('DRAFT'), { dueAt: changes }), latest(changes), changes)).toBe(false);
  });
});

describe('at the deadline', () => {
  test.each<[ApplicationStatus, string[]]>([
    ['DRAFT', ['LAPSE to LAPSED by rule:deadline', 'APPLICATION_LAPSED', ...ALL_DONE]],
    ['PROVISIONAL', ['LAPSE to LAPSED by rule:deadline', 'APPLICATION_LAPSED', ...ALL_DONE, `freeze ${CLOSES}`]],
    ['DEFINITIVE', [...ALL_DONE, `freeze ${CLOSES}`]],
    ['WITHDRAWN', ALL_DONE],
  ])('of a %s application: %j', (status, expected) => {
    expect(stepsOf(situation(standing(status), CLOSES))).toEqual([...expected, 'see 1 on 2026-10-23, due null']);
  });

  test('the lapse is told with the instant that was too late', () => {
    const told = settlingSteps(situation(standing('DRAFT'), AFTER)).find((step) => step.kind === 'TELL');
    const facts = { closesAt: CLOSES.toString(), submitted: 'false' };
    expect(told?.messages).toEqual([
      { code: 'APPLICATION_LAPSED', applicationId: 'a1', vacancyId: 'vrb:vacancy:a', facts, reasons: null },
    ]);
  });

  test.each([
    ['2026-03-29', '2026-03-29T22:00:00Z'],
    ['2026-10-25', '2026-10-25T23:00:00Z'],
    ['2026-10-22', '2026-10-22T22:00:00Z'],
  ])('of %s, nothing lapses before %s, the end of that day in Brussels', (date, closes) => {
    const deadline = { applicationDeadline: until(date) };
    const deedsAt = (now: Temporal.Instant) =>
      deedsOf(situation(standing('PROVISIONAL'), now, { told: known(now, deadline), latest: latest(now, deadline) }));
    expect(deedsAt(at(closes).subtract({ milliseconds: 1 }))).toEqual([]);
    expect(deedsAt(at(closes))).toEqual([
      ...['LAPSE to LAPSED by rule:deadline', 'APPLICATION_LAPSED', `freeze ${at(closes)}`],
    ]);
  });

  test('a file is frozen once', () => {
    expect(deedsOf(situation(standing('DEFINITIVE'), AFTER, { frozenFor: [frozen(CLOSES)] }))).toEqual([]);
  });

  test('of a vacancy that is filled before, it comes early', () => {
    const filled = { latest: latest(BEFORE, { publication: 'FILLED' }) };
    expect(deedsOf(situation(standing('DEFINITIVE'), BEFORE, filled))).toEqual([`freeze ${CLOSES}`]);
    expect(deedsOf(situation(standing('DRAFT'), BEFORE, filled))).toEqual([
      'LAPSE to LAPSED by rule:deadline',
      'APPLICATION_LAPSED',
    ]);
  });
});

describe('a deadline that is moved', () => {
  const LATER = at('2026-11-05T23:00:00Z');
  const extended = (now: Temporal.Instant) => latest(now, { applicationDeadline: until('2026-11-05') }, 2);

  test('after it has passed opens what lapsed again, and leaves the file that was frozen', () => {
    const lapsed = situation(standing('LAPSED'), AFTER, { latest: extended(AFTER), frozenFor: [frozen(CLOSES)] });
    expect(stepsOf(lapsed)).toEqual([
      'REOPEN to PROVISIONAL by rule:vacancy-change',
      `due ${LATER}`,
      ...['done VALIDATE', 'APPLICATION_REOPENED', 'VALIDATE'],
      `see 2 on 2026-10-23, due ${LATER}`,
    ]);
  });

  test('and passes too before anybody looked freezes the file that stood when it could not be changed', () => {
    const late = at('2026-11-06T08:00:00Z');
    const closed = { latest: extended(late), frozenFor: [frozen(CLOSES)] };
    expect(deedsOf(situation(standing('LAPSED'), late, closed))).toEqual([
      `due ${LATER}`,
      `freeze ${LATER} as ${CLOSES}`,
    ]);
    expect(deedsOf(situation(standing('DEFINITIVE'), late, { ...closed, frozenFor: [] }))).toEqual([
      ...[`due ${LATER}`, 'DEADLINE_EXTENDED', `freeze ${LATER}`],
    ]);
  });

  test('into the past lets lapse at once', () => {
    const shortened = latest(BEFORE, { applicationDeadline: until('2026-10-10') }, 2);
    const past = at('2026-10-10T22:00:00Z');
    expect(deedsOf(situation(standing('PROVISIONAL'), BEFORE, { latest: shortened }))).toEqual([
      ...[`due ${past}`, 'DEADLINE_SHORTENED', 'LAPSE to LAPSED by rule:deadline', 'APPLICATION_LAPSED'],
      `freeze ${past}`,
    ]);
  });
});

describe('a request that arrived in time', () => {
  test('but waited until its application had lapsed finds it open again, and the file frozen', () => {
    const now = CLOSES.subtract({ milliseconds: 1 });
    const lapsed = situation(standing('LAPSED'), now, {
      application: application(standing('LAPSED'), { dueAt: null, vacancyDay: '2026-10-23' }),
      frozenFor: [frozen(CLOSES)],
    });
    expect(stepsOf(lapsed)).toEqual([
      ...['REOPEN to PROVISIONAL by rule:in-time', 'done VALIDATE'],
      ...['APPLICATION_REOPENED', 'VALIDATE', `see 1 on 2026-10-23, due ${CLOSES}`],
    ]);
  });

  test.each<[string, number, string[]]>([
    [
      'before it, because the vacancy was filled, is thawed',
      -1,
      [`thaw ${CLOSES}`, `see 1 on 2026-10-20, due ${CLOSES}`],
    ],
    ['at the same instant is thawed', 0, [`thaw ${CLOSES}`, `see 1 on 2026-10-20, due ${CLOSES}`]],
    [
      'after it stays so, and is looked at again by what comes later',
      1,
      [`see 1 on 2026-10-20, due ${BEFORE.add({ milliseconds: 1 })}`],
    ],
  ])('finds that a file which was frozen %s', (_when, milliseconds, expected) => {
    const frozenFor = [frozen(at('2026-09-01T22:00:00Z')), frozen(CLOSES, BEFORE.add({ milliseconds }))];
    expect(stepsOf(situation(standing('DEFINITIVE'), BEFORE, { frozenFor }))).toEqual(expected);
  });

  test('opens nothing that lapsed with its vacancy', () => {
    expect(deedsOf(situation(standing('LAPSED', 'VACANCY_WITHDRAWN'), BEFORE))).toEqual([]);
  });

  test('takes back nothing that was told of a later day', () => {
    const amended = known(AFTER, { documentRules: null, participationConditions: null }, 2);
    const late = situation(standing('PROVISIONAL'), BEFORE, {
      application: application(standing('PROVISIONAL'), { vacancyVersion: 2, vacancyDay: '2026-10-23' }),
      told: amended,
      latest: latest(BEFORE, { participationConditions: MANAGEMENT }, 3),
    });
    expect(stepsOf(late)).toEqual([`see 2 on 2026-10-23, due ${CLOSES}`]);
  });
});

describe('conditions that are amended', () => {
  const amended = (now: Temporal.Instant) => ({ latest: latest(now, { participationConditions: MANAGEMENT }, 2) });

  test.each<[boolean, string]>([
    [true, 'REVIEW_FILE'],
    [false, 'REACH_YEARS'],
  ])('set a task by the deadline, by whether the years are reached (%s): %s', (yearsReached, task) => {
    const steps = settlingSteps(situation(standing('DEFINITIVE'), BEFORE, { ...amended(BEFORE), yearsReached }));
    const about = { applicationId: 'a1', vacancyId: 'vrb:vacancy:a' };
    const facts = { closesAt: CLOSES.toString(), status: 'DEFINITIVE', fields: 'participationConditions' };
    expect(steps).toEqual([
      { kind: 'TASKS_DONE', tasks: [task] },
      {
        kind: 'TELL',
        messages: [
          { ...about, code: 'CONDITIONS_AMENDED', facts, reasons: null },
          { ...about, code: task, facts, dueAt: CLOSES },
        ],
      },
      { kind: 'SEE', seen: { vacancyVersion: 2, vacancyDay: '2026-10-20', dueAt: CLOSES } },
    ]);
  });

  test('after the deadline ask nothing', () => {
    const after = { ...amended(AFTER), frozenFor: [frozen(CLOSES)] };
    expect(deedsOf(situation(standing('DEFINITIVE'), AFTER, after))).toEqual(['CONDITIONS_AMENDED_AFTER_DEADLINE']);
  });
});

describe('a vacancy that is withdrawn', () => {
  test.each<[string, LatestVacancy]>([
    ['by decision', latest(BEFORE, { publication: 'WITHDRAWN' }, 2)],
    ['by being no longer public', { ...latest(BEFORE, {}, 2), known: null }],
  ])('%s lets lapse what runs for it', (_how, newest) => {
    expect(stepsOf(situation(standing('DEFINITIVE'), BEFORE, { latest: newest }))).toEqual([
      ...['CANCEL to LAPSED by rule:vacancy-change', ...ALL_DONE, 'done BOOK_SESSION', 'done ANSWER_APPOINTMENT'],
      ...['VACANCY_WITHDRAWN', 'see 2 on 2026-10-20, due null'],
    ]);
  });

  test('ends an open contest, which is told as one of a lapse at the deadline', () => {
    const newest = latest(AFTER, { publication: 'WITHDRAWN' }, 2);
    const contested = situation({ ...standing('LAPSED'), contest: 'OPEN' }, AFTER, { latest: newest });
    expect(settlingSteps(contested)).toMatchObject([
      { kind: 'RECORD', act: 'CANCEL', standing: standing('LAPSED', 'VACANCY_WITHDRAWN') },
      { kind: 'TASKS_DONE' },
      { kind: 'TELL', messages: [{ code: 'VACANCY_WITHDRAWN', facts: { status: 'LAPSED', lapsedBy: 'DEADLINE' } }] },
      { kind: 'SEE' },
    ]);
  });

  test('and never was told of is told of from now on only', () => {
    expect(
      stepsOf(situation(standing('DRAFT'), BEFORE, { told: null, latest: { ...latest(BEFORE, {}, 2), known: null } })),
    ).toEqual(['see 2 on 2026-10-20, due null']);
  });
});
