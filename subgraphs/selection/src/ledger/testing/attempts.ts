import { FEDERAL } from '../../regime/testing/notices.ts';
import { type Attempt, type Holding, type Standing, type StandingQuestion, standingOf } from '../ledger.rules.ts';

/** An assessment that was passed on the day of the test, under the federal notice. */
export const passed = (level: number | null, testDay: string, own: Partial<Attempt> = {}): Attempt => ({
  ...{ id: `pass-${level}-${testDay}`, level, testDay, passedDay: testDay, outcome: 'PASSED' },
  ...{ notifiedDay: null, rules: FEDERAL },
  ...own,
});

export const failed = (level: number | null, testDay: string, own: Partial<Attempt> = {}): Attempt =>
  passed(level, testDay, { id: `fail-${level}-${testDay}`, outcome: 'FAILED', passedDay: null, ...own });

export const held = (level: number | null, from: string, to: string | null = null): Holding => ({
  ...{ id: `held-${level}-${from}`, level, from, to },
});

/** The standing before an assessment of level 2, on the last day of the federal notice, unless something else is asked. */
export const ask = (own: Partial<StandingQuestion>): Standing =>
  standingOf({ attempts: [], holdings: [], level: 2, day: '2025-10-22', holdersExempt: FEDERAL.holdersExempt, ...own });

export const statuses = (days: readonly string[], own: Partial<StandingQuestion>) =>
  days.map((day) => ask({ ...own, day }).status);

export const byLevel = (own: Partial<StandingQuestion>) => [1, 2, 3].map((level) => ask({ ...own, level }).status);
