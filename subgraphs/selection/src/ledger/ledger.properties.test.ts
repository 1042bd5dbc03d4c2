import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { EffectiveRule, LedgerRule } from '../regime/regime.effective.rules.ts';
import type { LastDay, LedgerEvent, LevelsReached } from '../regime/regime.rules.ts';
import { BRUSSELS, FEDERAL } from '../regime/testing/notices.ts';
import { aDay, dayAfter, dayBefore, isoOf, type Term, walkTo } from '../window/testing/day.by.day.ts';
import { type Attempt, type Holding, standingOf } from './ledger.rules.ts';

interface Terms {
  readonly term: Term;
  readonly startsFrom: LedgerEvent;
  readonly levels: LevelsReached;
  readonly lastDay: LastDay;
}

const aLevel = fc.constantFrom(1, 2, 3, null);
const someTerms = (levels: LevelsReached): fc.Arbitrary<Terms> =>
  fc.record({
    term: fc.constantFrom<Term>([2, 'Y'], [6, 'M'], [1, 'M'], [40, 'D']),
    startsFrom: fc.constantFrom<LedgerEvent>('DAY_OF_PASSING', 'DAY_OF_TEST', 'NOTIFICATION_OF_RANKING'),
    levels: fc.oneof(
      { weight: 4, arbitrary: fc.constant(levels) },
      { weight: 1, arbitrary: fc.constantFrom<LevelsReached>('SAME_OR_LOWER', 'SAME_OR_HIGHER') },
    ),
    lastDay: fc.constantFrom<LastDay>('INCLUDED', 'EXCLUDED'),
  });
const ruleOf = ({ term, ...rest }: Terms): EffectiveRule<LedgerRule | null> => ({
  ...FEDERAL.exemption,
  value: { duration: isoOf(term), ...rest },
});

/** Days near one another, so that windows often overlap and often end about the day asked for. */
const near = (day: string): fc.Arbitrary<string> =>
  fc.oneof(
    fc.integer({ min: -70, max: 10 }).map((steps) => walk(day, steps)),
    fc
      .constantFrom<Term>([2, 'Y'], [6, 'M'], [1, 'M'], [40, 'D'])
      .chain(([amount, unit]) =>
        fc.integer({ min: -2, max: 2 }).map((steps) => walk(backwards(day, amount, unit), steps)),
      ),
  );
const walk = (day: string, steps: number): string => {
  let at = day;
  for (let step = 0; step < Math.abs(steps); step += 1) at = steps < 0 ? dayBefore(at) : dayAfter(at);
  return at;
};
const DAYS_IN = { D: 1, M: 30, Y: 365 } as const;
const backwards = (day: string, amount: number, unit: 'D' | 'M' | 'Y') => walk(day, -amount * DAYS_IN[unit]);

const anAttempt = (day: string): fc.Arbitrary<Attempt & { readonly exemption: Terms; readonly waiting: Terms }> =>
  fc
    .record({
      id: fc.uuid(),
      level: aLevel,
      testDay: near(day),
      outcome: fc.constantFrom('PASSED', 'FAILED'),
      later: fc.tuple(fc.integer({ min: 0, max: 20 }), fc.option(fc.integer({ min: 0, max: 60 }), { nil: null })),
      exemption: someTerms('SAME_OR_LOWER'),
      waiting: someTerms('SAME_OR_HIGHER'),
    })
    .map(({ later: [passing, notified], ...attempt }) => ({
      ...attempt,
      passedDay: attempt.outcome === 'PASSED' ? walk(attempt.testDay, passing) : null,
      notifiedDay: notified === null ? null : walk(attempt.testDay, notified),
      rules: { exemption: ruleOf(attempt.exemption), waiting: ruleOf(attempt.waiting) },
    }));
const aHolding = (day: string): fc.Arbitrary<Holding> =>
  fc
    .record({
      id: fc.uuid(),
      level: aLevel,
      from: near(day),
      length: fc.option(fc.integer({ min: 0, max: 80 }), { nil: null }),
    })
    .map(({ length, ...rest }) => ({ ...rest, to: length === null ? null : walk(rest.from, length) }));

const aCase = aDay.chain((day) =>
  fc.record({
    day: fc.constant(day),
    level: fc.constantFrom(1, 2, 3),
    attempts: fc.array(anAttempt(day), { maxLength: 4 }),
    holdings: fc.array(aHolding(day), { maxLength: 2 }),
  }),
);

/** Whether a day is met when walking a window from its first day to its last. */
function meets(day: string, start: string, { term, lastDay }: Terms): boolean {
  const corresponding = walkTo(start, term);
  for (let at = start; at !== corresponding; at = dayAfter(at)) if (at === day) return true;
  return lastDay === 'INCLUDED' && day === corresponding;
}

describe('S2.S2, legal 4: the standing of a person', () => {
  test('is what one finds by walking through every window day by day', () => {
    const seen = new Set<string>();
    fc.assert(
      fc.property(aCase, ({ day, level, attempts, holdings }) => {
        const counts = (outcome: Attempt['outcome'], kind: 'exemption' | 'waiting') =>
          attempts.some((attempt) => {
            const terms = attempt[kind];
            const start = {
              DAY_OF_TEST: attempt.testDay,
              DAY_OF_PASSING: attempt.passedDay,
              NOTIFICATION_OF_RANKING: attempt.notifiedDay,
            }[terms.startsFrom];
            if (attempt.outcome !== outcome || attempt.level === null || start === null) return false;
            const reached = [1, 2, 3].filter((other) =>
              terms.levels === 'SAME_OR_LOWER' ? other <= attempt.level! : other >= attempt.level!,
            );
            return reached.includes(level) && meets(day, start, terms);
          });
        const holds = holdings.some(({ level: held, from, to }) => {
          if (held === null || held < level) return false;
          for (let at = from; at <= day && (to === null || at <= to); at = dayAfter(at)) if (at === day) return true;
          return false;
        });
        const exempt = counts('PASSED', 'exemption') || holds;
        const barred = counts('FAILED', 'waiting');
        const expected = exempt ? 'EXEMPT' : barred ? 'BARRED' : 'OPEN';
        const standing = standingOf({ attempts, holdings, level, day, holdersExempt: FEDERAL.holdersExempt });
        expect(standing.status).toBe(expected);
        expect(standing.because === null).toBe(expected === 'OPEN');
        expect(standing.setAside !== null).toBe(exempt && barred);
        seen.add(`${expected}${exempt && barred ? ' though barred' : ''}`);
      }),
      { numRuns: 400 },
    );
    expect([...seen].sort()).toEqual(['BARRED', 'EXEMPT', 'EXEMPT though barred', 'OPEN']);
  });

  test('does not depend on the order in which attempts and functions are given', () => {
    fc.assert(
      fc.property(aCase, ({ day, level, attempts, holdings }) => {
        const ask = (order: readonly Attempt[], held: readonly Holding[]) =>
          standingOf({ attempts: order, holdings: held, level, day, holdersExempt: FEDERAL.holdersExempt });
        const { window, ...one } = ask(attempts, holdings);
        const { window: other, ...reversed } = ask([...attempts].reverse(), [...holdings].reverse());
        expect(reversed).toEqual(one);
        expect(other?.arithmetic).toEqual(window?.arithmetic);
      }),
    );
  });

  test('is open wherever its level is not known, and under rules without exemptions', () => {
    fc.assert(
      fc.property(aCase, ({ day, level, attempts, holdings }) => {
        const { holdersExempt } = BRUSSELS;
        const known = { attempts: attempts.map((attempt) => ({ ...attempt, rules: BRUSSELS })), holdings, day };
        expect(standingOf({ ...known, level, holdersExempt }).status).toBe('OPEN');
        expect(standingOf({ attempts, holdings, day, level: null, holdersExempt: FEDERAL.holdersExempt }).status).toBe(
          'OPEN',
        );
      }),
    );
  });
});
