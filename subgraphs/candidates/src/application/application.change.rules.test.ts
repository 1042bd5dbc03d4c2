import { isDeepStrictEqual } from 'node:util';
import { describe, expect, test } from '@jest/globals';
import { closesAt, ours, statusAt } from '@mandate-graph/domain';
import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import {
  onVacancyChange,
  type VacancyChange,
  vacancyChanges,
  type WatchedVacancy,
} from './application.change.rules.ts';
import { APPLICATION_STATUSES, type ApplicationStatus } from './application.rules.ts';
import { type Standing, TRANSITIONS } from './application.state.rules.ts';

const until = (date: string) => ({ date, timeOfDay: null });
const OLD = until('2026-10-22');
const NEW = until('2026-11-05');
const VACANCY: WatchedVacancy = {
  publication: 'PUBLISHED',
  opensOn: null,
  applicationDeadline: OLD,
  participationConditions: {
    key: 'all',
    operator: 'ALL_OF',
    label: ours('Alle', 'Toutes', 'All'),
    rules: [],
    notes: [],
  },
  applicationProcedure: null,
  documentRules: null,
};
const EXTENDED = { ...VACANCY, applicationDeadline: NEW };
const WITHDRAWN = { ...VACANCY, publication: 'WITHDRAWN' as const };

const standing = (status: ApplicationStatus, parts: Partial<Standing> = {}): Standing => ({
  status,
  submitted: status !== 'DRAFT',
  lapsedBy: status === 'LAPSED' ? 'DEADLINE' : null,
  contest: null,
  ...parts,
});
const BEFORE = '2026-10-20T10:00:00Z';
const AFTER = '2026-10-24T10:00:00Z';
const moved: VacancyChange = { kind: 'DEADLINE_MOVED', from: OLD };
const amended: VacancyChange = { kind: 'CONDITIONS_AMENDED', fields: ['participationConditions'] };
const withdrawn: VacancyChange = { kind: 'VACANCY_WITHDRAWN' };

const consequence = (from: Standing, change: VacancyChange, vacancy: WatchedVacancy, now: string, years = true) => {
  const {
    standing: to,
    act,
    message,
    task,
  } = onVacancyChange(from, change, vacancy, Temporal.Instant.from(now), years);
  return [to.status, act, message, task];
};

describe('an extended deadline', () => {
  test.each([
    ['DRAFT', BEFORE, ['DRAFT', null, 'DEADLINE_EXTENDED', 'SUBMIT']],
    ['PROVISIONAL', BEFORE, ['PROVISIONAL', null, 'DEADLINE_EXTENDED', 'VALIDATE']],
    ['DEFINITIVE', BEFORE, ['DEFINITIVE', null, 'DEADLINE_EXTENDED', null]],
    ['DEFINITIVE', AFTER, ['DEFINITIVE', null, 'DEADLINE_EXTENDED', null]],
    ['PROVISIONAL', AFTER, ['PROVISIONAL', null, 'DEADLINE_EXTENDED', 'VALIDATE']],
    ['LAPSED', AFTER, ['PROVISIONAL', 'REOPEN', 'APPLICATION_REOPENED', 'VALIDATE']],
    ['WITHDRAWN', AFTER, ['WITHDRAWN', null, null, null]],
  ] as const)('of a %s application, told %s: %j', (status, now, expected) => {
    expect(consequence(standing(status), moved, EXTENDED, now)).toEqual(expected);
  });

  test('opens a draft that lapsed again as a draft', () => {
    const lapsed = standing('LAPSED', { submitted: false });
    expect(consequence(lapsed, moved, EXTENDED, AFTER)).toEqual(['DRAFT', 'REOPEN', 'APPLICATION_REOPENED', 'SUBMIT']);
  });

  test('forgets the contest of the lapse it undoes', () => {
    const lapsed = standing('LAPSED', { contest: 'OPEN' });
    expect(onVacancyChange(lapsed, moved, EXTENDED, Temporal.Instant.from(AFTER), true).standing).toEqual(
      standing('PROVISIONAL'),
    );
  });

  test('that has passed too opens nothing', () => {
    expect(consequence(standing('LAPSED'), moved, EXTENDED, '2026-11-05T23:00:00Z')).toEqual([
      'LAPSED',
      null,
      null,
      null,
    ]);
    expect(consequence(standing('LAPSED'), moved, EXTENDED, '2026-11-05T22:59:59.999Z')[0]).toBe('PROVISIONAL');
  });

  test('opens nothing that lapsed with its vacancy', () => {
    const lapsed = standing('LAPSED', { lapsedBy: 'VACANCY_WITHDRAWN' });
    expect(consequence(lapsed, moved, EXTENDED, AFTER)).toEqual(['LAPSED', null, null, null]);
  });

  test('makes tasks due when the new one closes', () => {
    const { dueAt } = onVacancyChange(standing('PROVISIONAL'), moved, EXTENDED, Temporal.Instant.from(BEFORE), true);
    expect(dueAt?.toString()).toBe(closesAt(NEW).toString());
  });

  test('that is earlier is told as such, and lapses nothing by itself', () => {
    const shortened = { ...VACANCY, applicationDeadline: until('2026-10-21') };
    expect(consequence(standing('PROVISIONAL'), moved, shortened, BEFORE)).toEqual([
      'PROVISIONAL',
      null,
      'DEADLINE_SHORTENED',
      'VALIDATE',
    ]);
  });
});

describe('amended conditions', () => {
  test.each([
    ['DRAFT', true, ['DRAFT', null, 'CONDITIONS_AMENDED', 'SUBMIT']],
    ['PROVISIONAL', true, ['PROVISIONAL', null, 'CONDITIONS_AMENDED', 'REVIEW_FILE']],
    ['PROVISIONAL', false, ['PROVISIONAL', null, 'CONDITIONS_AMENDED', 'REACH_YEARS']],
    ['DEFINITIVE', true, ['DEFINITIVE', null, 'CONDITIONS_AMENDED', 'REVIEW_FILE']],
    ['DEFINITIVE', false, ['DEFINITIVE', null, 'CONDITIONS_AMENDED', 'REACH_YEARS']],
    ['WITHDRAWN', true, ['WITHDRAWN', null, null, null]],
    ['LAPSED', true, ['LAPSED', null, null, null]],
  ] as const)('of a %s application, years reached %s: %j', (status, years, expected) => {
    expect(consequence(standing(status), amended, VACANCY, BEFORE, years)).toEqual(expected);
  });

  test('after the deadline ask nothing: the file is judged as frozen', () => {
    expect(consequence(standing('DEFINITIVE'), amended, VACANCY, AFTER, false)).toEqual([
      'DEFINITIVE',
      null,
      'CONDITIONS_AMENDED_AFTER_DEADLINE',
      null,
    ]);
  });
});

describe('a withdrawn vacancy', () => {
  test.each([
    ['DRAFT', ['LAPSED', 'CANCEL', 'VACANCY_WITHDRAWN', null]],
    ['PROVISIONAL', ['LAPSED', 'CANCEL', 'VACANCY_WITHDRAWN', null]],
    ['DEFINITIVE', ['LAPSED', 'CANCEL', 'VACANCY_WITHDRAWN', null]],
    ['WITHDRAWN', ['WITHDRAWN', null, null, null]],
    ['LAPSED', ['LAPSED', null, null, null]],
  ] as const)('ends a %s application: %j', (status, expected) => {
    expect(consequence(standing(status), withdrawn, WITHDRAWN, AFTER)).toEqual(expected);
  });

  test('ends an open contest, which is told, and no other', () => {
    const contested = standing('LAPSED', { contest: 'OPEN' });
    expect(onVacancyChange(contested, withdrawn, WITHDRAWN, Temporal.Instant.from(AFTER), true)).toEqual({
      standing: standing('LAPSED', { lapsedBy: 'VACANCY_WITHDRAWN' }),
      ...{ act: 'CANCEL', message: 'VACANCY_WITHDRAWN', task: null, dueAt: null },
    });
    const rejected = standing('LAPSED', { contest: 'REJECTED' });
    expect(consequence(rejected, withdrawn, WITHDRAWN, AFTER)).toEqual(['LAPSED', null, null, null]);
  });
});

describe('the changes between two versions', () => {
  test('are none between the same facts in another order', () => {
    const { participationConditions, ...rest } = VACANCY;
    const reordered = {
      ...rest,
      participationConditions: Object.fromEntries(Object.entries(participationConditions!).reverse()),
    };
    expect(vacancyChanges(VACANCY, reordered as unknown as WatchedVacancy)).toEqual([]);
  });

  test('are each of those that happened at once', () => {
    expect(vacancyChanges(VACANCY, { ...EXTENDED, participationConditions: null })).toEqual([moved, amended]);
  });

  test('are none where the deadline is the same instant', () => {
    const stated = { ...VACANCY, applicationDeadline: { date: '2026-10-23', timeOfDay: '00:00' } };
    expect(vacancyChanges(VACANCY, stated)).toEqual([]);
  });

  test('are a withdrawal alone, once', () => {
    expect(vacancyChanges(VACANCY, { ...WITHDRAWN, applicationDeadline: NEW })).toEqual([withdrawn]);
    expect(vacancyChanges(WITHDRAWN, WITHDRAWN)).toEqual([]);
  });
});

test('whatever changes, a status moves only by a legal step of a rule', () => {
  const publications = fc.constantFrom('PUBLISHED' as const, 'WITHDRAWN' as const, 'FILLED' as const);
  const days = fc.integer({ min: 1, max: 28 }).map((day) => `2026-10-${String(day).padStart(2, '0')}`);
  fc.assert(
    fc.property(
      fc.constantFrom(
        ...APPLICATION_STATUSES.map((status) => standing(status)),
        standing('LAPSED', { contest: 'OPEN' }),
      ),
      fc.constantFrom<VacancyChange>(moved, amended, withdrawn),
      publications,
      days,
      days,
      fc.boolean(),
      (from, change, publication, deadline, today, years) => {
        const vacancy = { ...VACANCY, publication, applicationDeadline: until(deadline) };
        const now = Temporal.Instant.from(`${today}T12:00:00Z`);
        const { standing: to, act, task, dueAt } = onVacancyChange(from, change, vacancy, now, years);
        expect(act === null).toBe(isDeepStrictEqual(to, from));
        expect(task === null).toBe(dueAt === null);
        if (act !== null)
          expect(TRANSITIONS).toContainEqual(
            expect.objectContaining({
              act,
              from: from.status,
              to: to.status,
              by: 'RULE',
              when: expect.arrayContaining([statusAt(vacancy, now)]),
            }),
          );
      },
    ),
    { numRuns: 500 },
  );
});
