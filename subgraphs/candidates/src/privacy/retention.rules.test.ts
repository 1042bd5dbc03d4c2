import { describe, expect, test } from '@jest/globals';
import { closesAt, isOver, lastDayBefore } from '@mandate-graph/domain';
import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import type { Standing } from '../application/application.state.rules.ts';
import { type AccountFacts, accountKeptUntil, accountStep, fileKeptUntil } from './retention.rules.ts';
import { RETENTION, RETENTION_PURPOSES } from './retention.table.rules.ts';
import type { ApplicationFacts } from './windows.rules.ts';

const at = (local: string) => Temporal.PlainDateTime.from(local).toZonedDateTime('Europe/Brussels').toInstant();
const application = (status: Standing['status'], acted: string, own: Partial<Standing> = {}): ApplicationFacts => ({
  id: 'application-1',
  vacancyId: 'vrb:vacancy:a',
  standing: { status, submitted: true, lapsedBy: status === 'LAPSED' ? 'DEADLINE' : null, contest: null, ...own },
  actedAt: at(`${acted}T12:00`),
  vacancy: {
    ...{ status: 'CLOSED', closesAt: closesAt({ date: '2025-10-22', timeOfDay: null }) },
    ...{ feedback: 'P2M', filledAt: null },
  },
  ...{ decisions: [], contestsRejectedAt: [] },
  selection: {
    candidacy: null,
    ended: false,
    appealPending: false,
    feedbackUntil: null,
    appealUntil: null,
    waitingUntil: null,
  },
});
const lastDay = (until: Temporal.Instant | null) => (until === null ? null : lastDayBefore(until));

describe('the file of an application', () => {
  test('that was submitted is kept for 2 years after applying ended', () => {
    expect(lastDay(fileKeptUntil(application('WITHDRAWN', '2025-09-01')))).toBe('2027-10-23');
  });

  test('is kept for 2 years after what was done with it later', () => {
    const rejected = application('LAPSED', '2025-12-24', { contest: 'REJECTED' });
    expect(lastDay(fileKeptUntil(rejected))).toBe('2027-12-24');
  });

  test('that was never submitted is kept for 6 months after it lapsed or was withdrawn', () => {
    for (const status of ['LAPSED', 'WITHDRAWN'] as const) {
      expect(lastDay(fileKeptUntil(application(status, '2025-08-31', { submitted: false })))).toBe('2026-02-28');
    }
  });

  test('is kept while a window is open whose end is not known', () => {
    expect(fileKeptUntil(application('DEFINITIVE', '2020-01-01'))).toBeNull();
    expect(fileKeptUntil(application('DRAFT', '2020-01-01', { submitted: false }))).toBeNull();
    expect(fileKeptUntil(application('LAPSED', '2020-01-01', { contest: 'OPEN' }))).toBeNull();
  });

  test('is kept until its last window has closed, where that is later', () => {
    const told = { outcome: 'NOT_ELIGIBLE', notifiedAt: at('2027-10-01T09:00'), remedyStated: false } as const;
    const late = { ...application('WITHDRAWN', '2025-09-01'), decisions: [told] };
    expect(lastDay(fileKeptUntil(late))).toBe('2028-04-01');
  });

  test('is kept from what was done with it alone where the vacancy is no longer public', () => {
    const gone = { ...application('WITHDRAWN', '2025-09-01'), vacancy: null };
    expect(lastDay(fileKeptUntil(gone))).toBe('2027-09-01');
  });
});

describe('an account', () => {
  const account = (own: Partial<AccountFacts> = {}): AccountFacts => ({
    ...{ lastUsedAt: at('2023-06-15T12:00'), applications: [], noticeEndsAt: null },
    ...own,
  });
  const step = (now: string, own: Partial<AccountFacts> = {}) => {
    const found = accountStep(account(own), at(now));
    return typeof found === 'string' ? found : `told of ${lastDayBefore(found.tell)}`;
  };

  test('is kept for 2 years after it was last used, and longer while a file is', () => {
    expect(lastDay(accountKeptUntil(account()))).toBe('2025-06-15');
    const applications = [application('WITHDRAWN', '2025-09-01')];
    expect(lastDay(accountKeptUntil(account({ applications })))).toBe('2027-10-23');
    expect(
      accountKeptUntil(account({ applications: [...applications, application('DEFINITIVE', '2025-09-01')] })),
    ).toBe(null);
  });

  test.each([
    ['2025-05-15T23:59:59.999', 'KEEP'],
    ['2025-05-16T00:00', 'told of 2025-06-15'],
    // A job that did not run for months still tells 30 days before.
    ['2025-09-01T12:00', 'told of 2025-10-01'],
  ])('at %s: %s', (now, expected) => {
    expect(step(now)).toBe(expected);
  });

  test.each([
    ['2025-06-15T23:59:59.999', 'KEEP'],
    ['2025-06-16T00:00', 'ERASE'],
  ])('of whom its candidate was told, at %s: %s', (now, expected) => {
    expect(step(now, { noticeEndsAt: at('2025-06-16T00:00') })).toBe(expected);
  });

  test('is never erased with a window open, nor without having been told of it 30 days before', () => {
    const anInstant = fc
      .integer({ min: 0, max: 3_000 })
      .map((days) => at('2022-01-01T08:00').add({ hours: 24 * days }));
    const anApplication = fc
      .tuple(fc.constantFrom('WITHDRAWN', 'LAPSED', 'DEFINITIVE' as const), fc.boolean(), anInstant)
      .map(([status, submitted, actedAt]) => ({ ...application(status, '2025-01-01', { submitted }), actedAt }));
    const aNotice = fc.option(anInstant);
    fc.assert(
      fc.property(
        anInstant,
        fc.array(anApplication, { maxLength: 3 }),
        aNotice,
        anInstant,
        (used, files, told, now) => {
          const facts = account({ lastUsedAt: used, applications: files, noticeEndsAt: told });
          const done = accountStep(facts, now);
          const until = accountKeptUntil(facts);
          if (done === 'ERASE') {
            expect(until !== null && isOver(until, now) && told !== null && isOver(told, now)).toBe(true);
          } else if (done !== 'KEEP') {
            expect(now.until(done.tell).total('hours')).toBeGreaterThanOrEqual(30 * 24 - 1);
            expect(isOver(until!, done.tell)).toBe(true);
          }
        },
      ),
    );
  });
});

test('the table tells of every purpose once, in the three languages', () => {
  expect(RETENTION.map(({ purpose }) => purpose)).toEqual(RETENTION_PURPOSES);
  for (const { what, basis, startsFrom } of RETENTION) {
    for (const text of [what, basis, startsFrom]) {
      expect([text.nl, text.fr, text.en].every((words) => words !== null && words !== '')).toBe(true);
    }
  }
});
