import { describe, expect, test } from '@jest/globals';
import { closesAt, lastDayBefore } from '@mandate-graph/domain';
import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import type { Standing } from '../application/application.state.rules.ts';
import {
  type ApplicationFacts,
  type DecisionFacts,
  openWindows,
  type SelectionFacts,
  type VacancyFacts,
  windowProblem,
  windowsOf,
} from './windows.rules.ts';

const at = (local: string) => Temporal.PlainDateTime.from(local).toZonedDateTime('Europe/Brussels').toInstant();
const VACANCY = 'vrb:vacancy:a';
const standing = (own: Partial<Standing> = {}): Standing => ({
  ...{ status: 'DEFINITIVE', submitted: true, lapsedBy: null, contest: null },
  ...own,
});
const lapsed = (contest: Standing['contest'] = null, lapsedBy: Standing['lapsedBy'] = 'DEADLINE') =>
  standing({ status: 'LAPSED', lapsedBy, contest });
const vacancy = (own: Partial<VacancyFacts> = {}): VacancyFacts => ({
  ...{ status: 'CLOSED', closesAt: closesAt({ date: '2025-10-22', timeOfDay: null }), feedback: 'P2M', filledAt: null },
  ...own,
});
const filled = (on: string, own: Partial<VacancyFacts> = {}) =>
  vacancy({ status: 'FILLED', filledAt: at(`${on}T10:00`), ...own });
const selection = (own: Partial<SelectionFacts> = {}): SelectionFacts => ({
  ...{
    candidacy: null,
    ended: false,
    appealPending: false,
    feedbackUntil: null,
    appealUntil: null,
    waitingUntil: null,
  },
  ...own,
});
const application = (own: Partial<ApplicationFacts> = {}): ApplicationFacts => ({
  ...{ id: 'application-1', vacancyId: VACANCY, standing: standing(), actedAt: at('2025-10-23T00:00') },
  ...{ vacancy: vacancy(), decisions: [], contestsRejectedAt: [], selection: selection() },
  ...own,
});
const decision = (on: string, own: Partial<DecisionFacts> = {}): DecisionFacts => ({
  ...{ outcome: 'NOT_ELIGIBLE', notifiedAt: at(`${on}T15:00`), remedyStated: true },
  ...own,
});
const WITHDRAWN = standing({ status: 'WITHDRAWN' });
/** The windows of an application, each with the last day on which it is open. */
const lastDays = (facts: ApplicationFacts) =>
  Object.fromEntries(windowsOf(facts).map(({ code, until }) => [code, until === null ? null : lastDayBefore(until)]));

describe('a running application', () => {
  test.each(['DRAFT', 'PROVISIONAL', 'DEFINITIVE'] as const)('keeps what is held while it is %s', (status) => {
    expect(lastDays(application({ standing: standing({ status }) }))).toEqual({ RUNNING_APPLICATION: null });
  });

  test.each(['WITHDRAWN', 'FILLED'] as const)('ends with a vacancy that is %s', (status) => {
    expect(lastDays(application({ vacancy: vacancy({ status }) }))).toEqual({});
  });

  test('runs on where nothing is known of its vacancy', () => {
    expect(lastDays(application({ vacancy: null }))).toEqual({ RUNNING_APPLICATION: null });
  });

  test('that was withdrawn, or whose vacancy was, keeps nothing', () => {
    expect(lastDays(application({ standing: WITHDRAWN }))).toEqual({});
    expect(lastDays(application({ standing: lapsed(null, 'VACANCY_WITHDRAWN') }))).toEqual({});
  });
});

describe('a lapse', () => {
  test('keeps what is held for 30 days, the day of the lapse not counted', () => {
    expect(lastDays(application({ standing: lapsed() }))).toEqual({ CONTEST_POSSIBLE: '2025-11-22' });
  });

  test('that is contested waits for its decision, however long', () => {
    expect(lastDays(application({ standing: lapsed('OPEN') }))).toEqual({ CONTEST_OPEN: null });
  });

  test('of a draft that was never submitted is not contested', () => {
    const draft = { ...lapsed(), submitted: false };
    expect(lastDays(application({ standing: draft }))).toEqual({});
  });

  test('is over once the contest is rejected, or the vacancy is withdrawn', () => {
    expect(lastDays(application({ standing: lapsed('REJECTED') }))).toEqual({});
    const withdrawn = vacancy({ status: 'WITHDRAWN' });
    expect(lastDays(application({ standing: lapsed(), vacancy: withdrawn }))).toEqual({});
    expect(lastDays(application({ standing: lapsed('OPEN'), vacancy: withdrawn }))).toEqual({});
  });
});

describe('feedback', () => {
  test.each([
    ['2025-12-31', '2026-02-28'],
    ['2023-12-31', '2024-02-29'],
    ['2026-01-15', '2026-03-15'],
  ])('on results sent on %s can be asked for until %s', (sent, last) => {
    expect(lastDays(application({ vacancy: filled(sent) }))).toEqual({ FEEDBACK: last });
  });

  test('runs from a decision that ended it, and from the last of several', () => {
    const decisions = [decision('2025-11-03'), decision('2025-12-01'), decision('2026-02-01', { outcome: 'ELIGIBLE' })];
    expect(lastDays(application({ standing: WITHDRAWN, decisions }))).toMatchObject({ FEEDBACK: '2026-02-01' });
  });

  test('is as long as the notice says, and not there where it says nothing', () => {
    expect(lastDays(application({ vacancy: filled('2026-01-15', { feedback: 'P30D' }) }))).toEqual({
      FEEDBACK: '2026-02-14',
    });
    expect(lastDays(application({ vacancy: filled('2026-01-15', { feedback: null }) }))).toEqual({});
  });

  test('ends when the selection told it to, whenever the vacancy was filled after the results had been sent', () => {
    const told = selection({ candidacy: 'UNSUITABLE', ended: true, feedbackUntil: '2026-02-28' });
    expect(lastDays(application({ vacancy: filled('2026-03-15'), selection: told }))).toEqual({
      FEEDBACK: '2026-02-28',
    });
  });

  test('is not for who had left before the vacancy was filled', () => {
    for (const left of [WITHDRAWN, lapsed('REJECTED')]) {
      expect(lastDays(application({ standing: left, vacancy: filled('2026-01-15') }))).toEqual({});
    }
  });
});

describe('an appeal to the Council of State', () => {
  const appeal = (...decisions: DecisionFacts[]) =>
    lastDays(application({ standing: WITHDRAWN, decisions, vacancy: vacancy({ feedback: null }) }));

  test.each([
    ['2025-11-03', true, '2026-01-02'],
    ['2025-12-31', true, '2026-03-01'],
    ['2024-01-01', true, '2024-03-01'],
    ['2025-11-03', false, '2026-05-02'],
    ['2025-10-31', false, '2026-04-29'],
  ])('against a decision told on %s (remedy stated: %s) is possible until %s', (told, remedyStated, last) => {
    expect(appeal(decision(told, { remedyStated }))).toEqual({ APPEAL: last });
  });

  test('is of the decision whose time ends last, and of none that lets the candidate go on', () => {
    expect(appeal(decision('2025-12-01'), decision('2025-11-03', { remedyStated: false }))).toEqual({
      APPEAL: '2026-05-02',
    });
    const going = (['ELIGIBLE', 'CONDITIONAL'] as const).map((outcome) => decision('2025-11-03', { outcome }));
    expect(appeal(...going)).toEqual({});
  });

  test('is possible as well against the rejection of a contest, which names the remedy, also once it is open again', () => {
    const contestsRejectedAt = [at('2025-11-03T15:00')];
    for (const standing of [lapsed('REJECTED'), WITHDRAWN]) {
      expect(lastDays(application({ standing, contestsRejectedAt }))).toEqual({ APPEAL: '2026-01-02' });
    }
    const decisions = [decision('2025-11-10')];
    expect(lastDays(application({ standing: WITHDRAWN, decisions, contestsRejectedAt }))).toMatchObject({
      APPEAL: '2026-01-09',
    });
  });
});

test('an appeal that was lodged keeps what is held until its outcome is known, after its window as well', () => {
  const own = { standing: WITHDRAWN, selection: selection({ appealUntil: '2026-01-02', appealPending: true }) };
  expect(lastDays(application(own))).toEqual({ APPEAL: '2026-01-02', APPEAL_PENDING: null });
  expect(openWindows([application(own)], at('2030-01-01T00:00')).map(windowProblem)).toMatchObject([
    { code: 'APPEAL_PENDING', value: null },
  ]);
});

describe('the open windows', () => {
  test('of several applications are told each with its vacancy, its last day and what it follows from', () => {
    const facts = [
      application(),
      application({ id: 'application-2', vacancyId: 'vrb:vacancy:b', standing: lapsed() }),
      application({ id: 'application-3', vacancyId: 'vrb:vacancy:c', standing: WITHDRAWN }),
    ];
    expect(openWindows(facts, at('2025-11-22T23:59:59.999')).map(windowProblem)).toEqual([
      {
        path: 'account',
        code: 'RUNNING_APPLICATION',
        value: null,
        rule: 'account is not erased while the window RUNNING_APPLICATION of vrb:vacancy:a is open: it ends with the procedure, or when the application is withdrawn.',
      },
      {
        path: 'account',
        code: 'CONTEST_POSSIBLE',
        value: '2025-11-22',
        rule: 'account is not erased while the window CONTEST_POSSIBLE of vrb:vacancy:b is open until 2025-11-22 inclusive: a lapse can be contested as long as the account stands, and the account is kept for that for 30 days, a choice of this platform.',
      },
    ]);
    expect(openWindows(facts, at('2025-11-23T00:00')).map(({ code }) => code)).toEqual(['RUNNING_APPLICATION']);
  });

  const anApplication: fc.Arbitrary<ApplicationFacts> = fc
    .record({
      status: fc.constantFrom('DRAFT', 'PROVISIONAL', 'DEFINITIVE', 'WITHDRAWN', 'LAPSED'),
      lapsedBy: fc.constantFrom('DEADLINE', 'VACANCY_WITHDRAWN'),
      contest: fc.constantFrom(null, 'OPEN', 'UPHELD', 'REJECTED'),
      vacancyStatus: fc.constantFrom('OPEN', 'CLOSED', 'WITHDRAWN', 'FILLED'),
      days: fc.array(fc.integer({ min: 0, max: 400 }), { minLength: 2, maxLength: 5 }),
      remedyStated: fc.boolean(),
    })
    .map(({ status, lapsedBy, contest, vacancyStatus, days: [acted, filledOn, ...told], remedyStated }) => {
      const day = (number: number) => at('2025-01-01T12:00').add({ hours: 24 * number });
      return application({
        standing: status === 'LAPSED' ? lapsed(contest, lapsedBy) : standing({ status }),
        actedAt: day(acted!),
        vacancy: vacancy({ status: vacancyStatus, filledAt: vacancyStatus === 'FILLED' ? day(filledOn!) : null }),
        decisions: told.map((number) => decision('2025-01-01', { notifiedAt: day(number), remedyStated })),
        contestsRejectedAt: contest === 'REJECTED' ? [day(acted!)] : [],
      });
    });
  const anInstant = fc.integer({ min: 0, max: 900 }).map((days) => at('2025-01-01T00:00').add({ hours: 24 * days }));

  test('close one by one and do not come back as time goes by', () => {
    fc.assert(
      fc.property(anApplication, anInstant, anInstant, (facts, one, other) => {
        const [earlier, later] = Temporal.Instant.compare(one, other) <= 0 ? [one, other] : [other, one];
        const codes = (now: Temporal.Instant) => openWindows([facts], now).map(({ code }) => code);
        expect(codes(earlier)).toEqual(expect.arrayContaining(codes(later)));
      }),
    );
  });

  test('are open to the last nanosecond before their end, and not at it', () => {
    fc.assert(
      fc.property(anApplication, (facts) => {
        for (const { code, until } of windowsOf(facts)) {
          if (until === null) continue;
          const codes = (now: Temporal.Instant) => openWindows([facts], now).map((open) => open.code);
          expect(codes(until.subtract({ nanoseconds: 1 }))).toContain(code);
          expect(codes(until)).not.toContain(code);
        }
      }),
    );
  });
});
