import { describe, expect, test } from '@jest/globals';
import { Temporal } from 'temporal-polyfill';
import { rulesFor } from '../regime/regime.effective.rules.ts';
import { choice } from '../regime/regime.grounds.rules.ts';
import { BRUSSELS, BRUSSELS_NOTICE, FEDERAL, FEDERAL_NOTICE, regime, right } from '../regime/testing/notices.ts';
import {
  answerWindow,
  appealWindow,
  complaintWindow,
  contestWindow,
  feedbackWindow,
  finalFrom,
  isFinal,
} from './window.rights.rules.ts';
import { isOpen } from './window.rules.ts';

const at = (local: string) => Temporal.PlainDateTime.from(local).toZonedDateTime('Europe/Brussels').toInstant();

describe('S2.F feedback', () => {
  test('can be asked for on the last day of the two months from the sending, and not on the day after', () => {
    const window = feedbackWindow(FEDERAL, at('2025-12-31T17:00'));
    expect(window).toMatchObject({ code: 'FEEDBACK', event: 'SENDING_OF_RESULTS', lastDay: '2026-02-28' });
    expect(isOpen(window, at('2025-12-31T16:59'))).toBe(false);
    expect(isOpen(window, at('2025-12-31T17:00'))).toBe(true);
    expect(isOpen(window, at('2026-02-28T23:59:59.999'))).toBe(true);
    expect(isOpen(window, at('2026-03-01T00:00'))).toBe(false);
    expect(window.ground).toEqual({ basis: 'STATED', source: FEDERAL.feedback.source });
  });

  test('legal 9: under a notice that is silent has no last day where nothing at hand says one, and says that this is a choice', () => {
    const window = feedbackWindow(BRUSSELS, at('2025-12-30T12:00'));
    expect(window).toMatchObject({ lastDay: null, endsAt: null, ground: { basis: 'CHOICE' } });
    expect(isOpen(window, at('2035-01-01T00:00'))).toBe(true);
    expect(window.rule.en).toBe(
      'Feedback can be asked for in writing from the sending of the final results on; no term is known.',
    );
  });

  test('runs from each step where the notice says so', () => {
    const rights = [right('FEEDBACK', { duration: 'P1M', startsFrom: 'EACH_STEP' })];
    const rules = rulesFor(regime('OISZ_MANAGEMENT'), { ...FEDERAL_NOTICE, rights });
    expect(feedbackWindow(rules, at('2026-01-31T12:00'))).toMatchObject({ event: 'EACH_STEP', lastDay: '2026-02-28' });
  });
});

describe('legal 10: an appeal to the Council of State', () => {
  test.each([
    ['2025-11-03', true, '2026-01-02'],
    ['2025-12-31', true, '2026-03-01'],
    ['2024-01-01', true, '2024-03-01'],
    ['2025-11-03', false, '2026-05-02'],
    ['2025-10-31', false, '2026-04-29'],
    ['2023-10-31', false, '2024-04-29'],
  ])('notified on %s (remedy named: %s) is possible up to and including %s', (day, remedyStated, last) => {
    const window = appealWindow(FEDERAL, at(`${day}T15:00`), remedyStated);
    expect(window).toMatchObject({ code: 'APPEAL', event: 'NOTIFICATION', lastDay: last, ground: { basis: 'FOUND' } });
    expect(isOpen(window, at(`${day}T15:00`))).toBe(true);
    expect(isOpen(window, at(`${last}T23:59:59.999`))).toBe(true);
    expect(isOpen(window, at(last).add({ hours: 25 }))).toBe(false);
  });
});

describe('a contest of what a rule brought about', () => {
  test('is possible for 30 days, a choice', () => {
    const window = contestWindow(FEDERAL, at('2025-10-23T00:00'));
    expect(window).toMatchObject({ code: 'CONTEST', event: 'NOTIFICATION', lastDay: '2025-11-22' });
    expect(window.ground.basis).toBe('CHOICE');
  });
});

describe('S2.F a complaint', () => {
  test('has no last day, since no term is known', () => {
    const window = complaintWindow(BRUSSELS, at('2025-11-03T15:00'));
    expect(window).toMatchObject({ code: 'COMPLAINT', event: 'NOTIFICATION', lastDay: null, endsAt: null });
  });

  test('has the one that the notice prints, where it does', () => {
    const rights = [right('COMPLAINT', { duration: 'P1M' })];
    const rules = rulesFor(regime('BRUSSELS_STATUTE'), { ...BRUSSELS_NOTICE, rights });
    expect(complaintWindow(rules, at('2025-08-31T15:00')).lastDay).toBe('2025-09-30');
  });
});

describe('an answer of the one who was chosen', () => {
  test('is awaited for 30 days from the day of the decision, by a choice that says so', () => {
    const window = answerWindow(FEDERAL, at('2026-01-20T10:00'));
    expect(window).toMatchObject({ code: 'ANSWER', event: 'NOTIFICATION', lastDay: '2026-02-19' });
    expect(window.ground).toEqual({ basis: 'CHOICE', source: FEDERAL.answerTerm.source });
    expect([window.rule.nl, window.rule.fr, window.rule.en]).toEqual([
      'Een antwoord over de aanstelling wordt verwacht gedurende 30 dagen vanaf de kennisgeving; de eerste dag telt niet mee, de laatste dag wel, volledig.',
      'Une réponse à la désignation est attendue pendant 30 jours à compter de la notification ; le premier jour n’est pas compté, le dernier jour l’est, en entier.',
      'An answer to the appointment is awaited for 30 days from the notification; the first day does not count, the last day does, whole.',
    ]);
    expect(window.arithmetic.en).toBe(
      '20 January 2026 + 30 days = 19 February 2026; awaited until the end of that day, Brussels time.',
    );
  });
});

describe('the boundary day of rights', () => {
  test('is free where the regime says so, for each of them', () => {
    const excluding = regime('OISZ_MANAGEMENT', { rightsLastDay: choice('EXCLUDED', FEDERAL.feedback.source) });
    const rules = rulesFor(excluding, { ...FEDERAL_NOTICE, rights: [right('COMPLAINT', { duration: 'P1M' })] });
    const told = at('2025-11-03T15:00');
    const windows = [
      feedbackWindow(rules, told),
      appealWindow(rules, told, true),
      contestWindow(rules, told),
      complaintWindow(rules, told),
      answerWindow(rules, told),
    ];
    expect(windows.map(({ lastDay }) => lastDay)).toEqual([
      ...['2026-01-02', '2026-01-01', '2025-12-02', '2025-12-02', '2025-12-02'],
    ]);
  });
});

describe('an outcome', () => {
  const told = at('2025-11-03T15:00');
  const feedback = feedbackWindow(FEDERAL, told);
  const appeal = appealWindow(FEDERAL, told, false);
  const complaint = complaintWindow(FEDERAL, told);

  test('legal 10: is final only when the window that ends last is over, also while its time has not started to run', () => {
    expect(finalFrom([appeal, feedback])?.equals(at('2026-05-03T00:00'))).toBe(true);
    for (const now of ['2025-11-04T00:00', '2026-01-04T00:00', '2026-05-02T23:59:59.999'])
      expect(isFinal([feedback, appeal], at(now))).toBe(false);
    expect(isFinal([feedback, appeal], at('2026-05-03T00:00'))).toBe(true);
  });

  test('is not kept from being final by a complaint, which has no last day', () => {
    expect(isFinal([complaint, feedback], at('2026-01-03T23:59'))).toBe(false);
    expect(isFinal([complaint, feedback], at('2026-01-04T00:00'))).toBe(true);
  });

  test('of which nobody was told is never final', () => {
    expect(finalFrom([])).toBeNull();
    expect(isFinal([], at('2035-01-01T00:00'))).toBe(false);
    expect(isFinal([complaint], at('2035-01-01T00:00'))).toBe(false);
  });
});
