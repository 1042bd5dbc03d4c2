import { describe, expect, test } from '@jest/globals';
import type { Temporal } from 'temporal-polyfill';
import { type Situation, settlingSteps } from './settling.rules.ts';
import { AFTER, BEFORE, known, latest, situation, standing, until } from './testing/situations.ts';

describe('the candidate is told', () => {
  const moved = (now: Temporal.Instant, date: string, own: Partial<Situation> = {}) => ({
    ...{ told: known(BEFORE), latest: latest(now, { applicationDeadline: until(date) }, 2), ...own },
  });
  const messageOf = (of: Situation) =>
    settlingSteps(of).flatMap((step) => (step.kind === 'TELL' ? step.messages : []))[0]!;

  test('of a lapse, whether there is anything to contest', () => {
    expect(messageOf(situation(standing('PROVISIONAL'), AFTER)).facts).toMatchObject({ submitted: 'true' });
    expect(messageOf(situation(standing('DRAFT'), AFTER)).facts).toMatchObject({ submitted: 'false' });
  });

  test('the reasons that the institution gave', () => {
    const reasons = 'Te weinig kandidaten.';
    expect(
      messageOf(situation(standing('DEFINITIVE'), BEFORE, moved(BEFORE, '2026-11-05', { reasons }))),
    ).toMatchObject({
      ...{ code: 'DEADLINE_EXTENDED', reasons, facts: { status: 'DEFINITIVE' } },
    });
  });

  test('that a decision does not count where the deadline moved, and that it has passed where it has', () => {
    const extended = situation(standing('DEFINITIVE'), AFTER, moved(AFTER, '2026-11-05', { decided: true }));
    expect(messageOf(extended).facts).toMatchObject({ decided: 'true' });
    expect(messageOf(extended).facts).not.toHaveProperty('closed');
    const shortened = situation(standing('DEFINITIVE'), BEFORE, moved(BEFORE, '2026-10-19'));
    expect(messageOf(shortened)).toMatchObject({ code: 'DEADLINE_SHORTENED', facts: { closed: 'true' } });
    expect(messageOf(shortened).facts).not.toHaveProperty('decided');
  });

  test('why an application is open again', () => {
    const lapsed = standing('LAPSED');
    expect(messageOf(situation(lapsed, AFTER, moved(AFTER, '2026-11-05'))).facts).toMatchObject({
      ...{ cause: 'DEADLINE_EXTENDED', status: 'PROVISIONAL' },
    });
    expect(messageOf(situation(lapsed, BEFORE)).facts).toMatchObject({ cause: 'IN_TIME' });
  });

  test('that a vacancy is withdrawn, and not as the cause of a lapse that was there', () => {
    const withdrawn = { latest: latest(AFTER, { publication: 'WITHDRAWN' }, 2) };
    const contested = { ...standing('LAPSED'), contest: 'OPEN' } as const;
    expect(messageOf(situation(contested, AFTER, withdrawn)).facts).toMatchObject({ lapsedBy: 'DEADLINE' });
    expect(messageOf(situation(standing('DEFINITIVE'), AFTER, withdrawn)).facts).not.toHaveProperty('lapsedBy');
  });
});
