import { describe, expect, test } from '@jest/globals';
import type { EligibilityRule } from '@mandate-graph/domain';
import { evaluate, whatLacks } from './evaluation.rules.ts';
import type { DeclaredCondition, Evidence } from './evidence.rules.ts';
import { file } from './testing/files.ts';
import { APPOINTMENT, AT, NATIONALITY, NOT_DISMISSED } from './testing/trees.ts';

const ON = '2026-03-10';
const judge = (rule: EligibilityRule, parts: Partial<Evidence>, judgedOn = ON) =>
  evaluate('appointmentConditions', rule, {}, file(parts), { ...AT, judgedOn });
const declaration = (condition: DeclaredCondition, holds = true, declaredOn = '2026-03-01') => ({
  key: `${condition}-${declaredOn}-${holds}`,
  condition,
  holds,
  declaredOn,
});
const DECLARED = ['CIVIL_AND_POLITICAL_RIGHTS', 'CONDUCT', 'NO_CONFLICT_OF_INTEREST', 'NOT_DISMISSED'] as const;
const belgian = { key: 'nationality-1', country: 'BE', assimilated: false };
const ALL = { nationalities: [belgian], declarations: DECLARED.map((condition) => declaration(condition)) };
const dismissal = (decidedOn: string, parts = {}) => ({
  key: `dismissal-${decidedOn}`,
  ground: 'URGENT_CAUSE',
  service: 'HIRING_SERVICE',
  decidedOn,
  ...parts,
});

describe('appointment', () => {
  test('is open to who meets the five conditions', () => expect(judge(APPOINTMENT, ALL).outcome).toBe('ELIGIBLE'));

  test('stays open of whoever has declared nothing', () => {
    const { outcome, root } = judge(APPOINTMENT, {});
    expect(outcome).toBe('UNDETERMINED');
    expect(whatLacks(root!)).toHaveLength(5);
  });

  test.each(DECLARED)('needs a declaration on %s, and that it holds', (condition) => {
    const others = ALL.declarations.filter((made) => made.condition !== condition);
    const without = (extra: Evidence['declarations']) =>
      judge(APPOINTMENT, { ...ALL, declarations: [...others, ...extra] });
    expect(without([]).outcome).toBe('UNDETERMINED');
    expect(without([declaration(condition, true, '2026-03-11')]).outcome).toBe('UNDETERMINED');
    expect(without([declaration(condition, true, ON)]).outcome).toBe('ELIGIBLE');
    // Of a dismissal the day decides; a denial of the others is one.
    expect(without([declaration(condition, false)]).outcome).toBe(
      condition === 'NOT_DISMISSED' ? 'UNDETERMINED' : 'NOT_ELIGIBLE',
    );
  });

  test('goes by the last declaration, and by none where two of one day differ', () => {
    const conduct = (...made: Evidence['declarations']) =>
      judge(APPOINTMENT, {
        ...ALL,
        declarations: [...ALL.declarations.filter(({ condition }) => condition !== 'CONDUCT'), ...made],
      }).outcome;
    const [before, later] = ['2026-01-01', '2026-02-01'];
    expect(conduct(declaration('CONDUCT', false, before), declaration('CONDUCT', true, later))).toBe('ELIGIBLE');
    expect(conduct(declaration('CONDUCT', true, before), declaration('CONDUCT', false, later))).toBe('NOT_ELIGIBLE');
    expect(conduct(declaration('CONDUCT', true, later), declaration('CONDUCT', false, later))).toBe('UNDETERMINED');
  });
});

describe('nationality', () => {
  test.each([
    ['BE', false, 'ELIGIBLE'],
    ['NO', false, 'ELIGIBLE'],
    ['HR', false, 'ELIGIBLE'],
    ['CH', false, 'ELIGIBLE'],
    ['GB', false, 'NOT_ELIGIBLE'],
    ['GB', true, 'UNDETERMINED'],
  ] as const)('%s, assimilated %s: %s', (country, assimilated, outcome) => {
    expect(judge(NATIONALITY, { nationalities: [{ key: 'n', country, assimilated }] }).outcome).toBe(outcome);
  });

  test('needs to be one of those somebody has', () => {
    const american = { key: 'n', country: 'US', assimilated: false };
    expect(judge(NATIONALITY, { nationalities: [american, belgian] }).outcome).toBe('ELIGIBLE');
  });

  test('is not assimilated where the notice does not say so', () => {
    const british = { key: 'n', country: 'GB', assimilated: true };
    expect(judge({ ...NATIONALITY, notes: [] }, { nationalities: [british] }).outcome).toBe('NOT_ELIGIBLE');
  });
});

describe('the look-back of three years', () => {
  const after = (decidedOn: string, judgedOn: string, parts = {}) =>
    judge(NOT_DISMISSED, { ...ALL, dismissals: [dismissal(decidedOn, parts)] }, judgedOn).outcome;

  test.each([
    ['on the day of the decision', '2026-03-10', 'NOT_ELIGIBLE'],
    ['on the last day of the three years', '2029-03-09', 'NOT_ELIGIBLE'],
    ['three years after', '2029-03-10', 'ELIGIBLE'],
    ['before the decision', '2026-03-09', 'ELIGIBLE'],
  ])('%s', (_name, judgedOn, outcome) => expect(after('2026-03-10', judgedOn)).toBe(outcome));

  test('from a leap day ends with the last day of February', () => {
    expect(after('2024-02-29', '2027-02-27')).toBe('NOT_ELIGIBLE');
    expect(after('2024-02-29', '2027-02-28')).toBe('ELIGIBLE');
  });

  test('is about the grounds and the service named', () => {
    expect(after('2026-03-10', '2026-04-01', { ground: 'REDUNDANCY' })).toBe('ELIGIBLE');
    expect(after('2026-03-10', '2026-04-01', { service: 'ANOTHER_SERVICE' })).toBe('ELIGIBLE');
  });

  test('bars until the last of several has run out', () => {
    const { root } = judge(NOT_DISMISSED, { dismissals: [dismissal('2025-01-01'), dismissal('2024-01-01')] });
    expect(root!.missing).toEqual([{ code: 'BARRED', until: '2028-01-01' }]);
  });

  test('bars whatever is declared', () => {
    const said = { declarations: [declaration('NOT_DISMISSED')], dismissals: [dismissal('2025-01-01')] };
    expect(judge(NOT_DISMISSED, said).outcome).toBe('NOT_ELIGIBLE');
  });

  test('is open where the notice does not say how long', () => {
    const { condition } = NOT_DISMISSED;
    const silent = { ...NOT_DISMISSED, condition: { ...condition, parameters: [] } };
    expect(judge(silent, ALL).outcome).toBe('UNDETERMINED');
  });
});
