import { describe, expect, test } from '@jest/globals';
import { rulesFor } from '../regime/regime.effective.rules.ts';
import { choice } from '../regime/regime.grounds.rules.ts';
import type { RegimeRules } from '../regime/regime.rules.ts';
import { FEDERAL_NOTICE, regime } from '../regime/testing/notices.ts';
import { type LedgerFacts, standingIn } from './ledger.standing.rules.ts';
import { failed, passed } from './testing/attempts.ts';

const FACTS: LedgerFacts = { attempts: [], holdings: [], openedOn: null, closedOn: null };
const OISZ = regime('OISZ_MANAGEMENT');
const why = OISZ.name;

/** Where somebody stands on 20 November 2025, with a pass and a failure of 10 November. */
const statusIn = (own: Partial<RegimeRules>, facts: Partial<LedgerFacts>) => {
  const rules = rulesFor(regime('OISZ_MANAGEMENT', own), FEDERAL_NOTICE);
  return standingIn({ template: FEDERAL_NOTICE, rules }, { ...FACTS, ...facts }, '2025-11-20').status;
};
const [pass, failure] = [passed(2, '2025-11-10'), failed(2, '2025-11-10')];
const opened = (openedOn: string | null, closedOn: string | null = null) => ({ openedOn, closedOn });

describe('the day by which an exemption is judged', () => {
  test.each([
    ['OPENING_OF_STEP', opened(null), 'EXEMPT'],
    ['OPENING_OF_STEP', opened('2025-11-10'), 'EXEMPT'],
    ['OPENING_OF_STEP', opened('2025-11-09'), 'OPEN'],
    ['DAY_OF_SESSION', opened('2025-11-09'), 'EXEMPT'],
    ['DAY_OF_SESSION', opened('2025-11-01', '2025-11-09'), 'OPEN'],
  ] as const)('is data of the regime: %s with %j is %s', (on, facts, expected) => {
    expect(statusIn({ exemptionJudgedOn: choice(on, why) }, { ...facts, attempts: [pass] })).toBe(expected);
  });
});

describe('the day by which a waiting period is judged', () => {
  test.each([
    ['DAY_OF_SESSION', opened(null), 'BARRED'],
    ['DAY_OF_SESSION', opened('2025-11-09'), 'BARRED'],
    ['DAY_OF_SESSION', opened('2025-11-01', '2025-11-09'), 'OPEN'],
    ['OPENING_OF_STEP', opened('2025-11-09'), 'OPEN'],
    ['OPENING_OF_STEP', opened('2025-11-10'), 'BARRED'],
  ] as const)('is data of the regime: %s with %j is %s', (on, facts, expected) => {
    expect(statusIn({ waitingJudgedOn: choice(on, why) }, { ...facts, attempts: [failure] })).toBe(expected);
  });
});

describe('what exempts only since the assessment opened', () => {
  const told = (attempts: LedgerFacts['attempts']) =>
    standingIn(
      { template: FEDERAL_NOTICE, rules: rulesFor(OISZ, FEDERAL_NOTICE) },
      { ...FACTS, attempts, openedOn: '2025-11-09' },
      '2025-11-20',
    );

  test('is explained, and does not count', () => {
    expect(told([pass])).toMatchObject({ status: 'OPEN', until: null, because: null, window: null });
    expect(told([pass]).explanation).toMatchObject({
      nl: 'Het assessment begon op 9 november 2025, en die dag telt: wat pas daarna vrijstelt, geldt niet voor deze vacature.',
      fr: 'L’assessment a commencé le 9 novembre 2025, et c’est ce jour qui compte : ce qui ne dispense que depuis lors ne vaut pas pour cet emploi.',
      en: 'The assessment began on 9 November 2025, and that day counts: what exempts only since does not hold for this vacancy.',
    });
  });

  test('does not set a waiting period aside either', () => {
    const { status, until, explanation } = told([pass, failure]);
    expect({ status, until }).toEqual({ status: 'BARRED', until: '2026-05-10' });
    expect(explanation.en).toMatch(/^Barred: .* The assessment began on 9 November 2025/);
  });
});
