import { describe, expect, test } from '@jest/globals';
import { reasonsProblems } from '@mandate-graph/domain';
import { Temporal } from 'temporal-polyfill';
import { type Deciding, decisionProblems, type GivenDecision, isOnJudgedFile } from './decision.rules.ts';

const GIVEN: GivenDecision = { conditions: 'PARTICIPATION', reasons: 'The diploma and the years are proven.' };
const DECIDING: Deciding = {
  ...{ application: 'DEFINITIVE', vacancy: 'CLOSED', isOwn: false },
  ...{ deadline: '2026-10-22', participation: 'ELIGIBLE' },
};
const codes = (given: Partial<GivenDecision>, deciding: Partial<Deciding> = {}) =>
  decisionProblems({ ...GIVEN, ...given }, { ...DECIDING, ...deciding }).map(({ path, code }) => `${path} ${code}`);

describe('a decision', () => {
  test.each(['CLOSED', 'FILLED'] as const)(
    'can be made of a definitive application once the vacancy is %s',
    (vacancy) => {
      expect(codes({}, { vacancy })).toEqual([]);
    },
  );

  test.each(['DRAFT', 'PROVISIONAL', 'WITHDRAWN', 'LAPSED'] as const)(
    'is not made of one that is %s',
    (application) => {
      expect(codes({}, { application })).toEqual(['application NOT_DEFINITIVE']);
    },
  );

  test.each(['ANNOUNCED', 'OPEN', 'WITHDRAWN'] as const)('is not made while the vacancy is %s', (vacancy) => {
    expect(codes({}, { vacancy })).toEqual(['vacancy NOT_AT_THIS_TIME']);
  });

  test('is not made by the candidate', () => {
    expect(codes({}, { isOwn: true })).toEqual(['application OWN_APPLICATION']);
  });

  test('gives its reasons in 20 characters or more, which a refusal does not repeat', () => {
    expect(codes({ reasons: 'x'.repeat(20) })).toEqual([]);
    expect(reasonsProblems(null)).toHaveLength(1);
    expect(codes({ reasons: `${'x'.repeat(19)} ` })).toEqual(['reasons TOO_SHORT']);
    const [problem] = decisionProblems({ ...GIVEN, reasons: 'secret' }, DECIDING);
    expect(problem).toMatchObject({ path: 'reasons', code: 'TOO_SHORT', value: null });
    expect(problem!.rule).toMatch(/^reasons must have at least 20 characters \(law of 29 July 1991.*but has 6\.$/);
    expect(problem!.rule).not.toContain('secret');
  });

  test('names the day of appointment for the conditions of appointment, and for no others', () => {
    expect(codes({ conditions: 'APPOINTMENT', appointmentOn: '2027-01-01' })).toEqual([]);
    expect(codes({ conditions: 'APPOINTMENT' })).toEqual(['appointmentOn REQUIRED']);
    expect(codes({ appointmentOn: '2027-01-01' })).toEqual(['appointmentOn NOT_WITH_THESE_CONDITIONS']);
  });

  test.each([
    ['2026-10-22', ['appointmentOn OUT_OF_RANGE']],
    ['2026-10-23', []],
    ['2100-12-31', []],
    ['2101-01-01', ['appointmentOn OUT_OF_RANGE']],
  ])('on being appointed is for a day after the last one for applying, until 2100: %s', (appointmentOn, expected) => {
    expect(codes({ conditions: 'APPOINTMENT', appointmentOn })).toEqual(expected);
  });

  test('says which day may be named', () => {
    const [problem] = decisionProblems({ ...GIVEN, conditions: 'APPOINTMENT', appointmentOn: '1999-01-01' }, DECIDING);
    expect(problem).toMatchObject({
      value: '1999-01-01',
      rule: 'appointmentOn must be a day from 2026-10-23 to 2100-12-31, but got: 1999-01-01.',
    });
  });

  test('on being appointed follows one by which the candidate takes part, if conditionally', () => {
    const given = { conditions: 'APPOINTMENT', appointmentOn: '2027-01-01' } as const;
    expect(codes(given, { participation: 'CONDITIONAL' })).toEqual([]);
    for (const participation of [null, 'NOT_ELIGIBLE'] as const) {
      expect(codes(given, { participation })).toEqual(['conditions NO_PARTICIPATION']);
      expect(codes({}, { participation })).toEqual([]);
    }
  });

  test('is refused with everything that is wrong at once', () => {
    expect(
      codes({ reasons: '', conditions: 'APPOINTMENT' }, { application: 'DRAFT', vacancy: 'OPEN', isOwn: true }),
    ).toHaveLength(5);
  });
});

describe('a decision on a file that was frozen for a deadline', () => {
  const file = Temporal.Instant.from('2026-10-22T22:00:00Z');
  const other = file.add({ hours: 24 });

  test.each([
    [{ status: 'CLOSED', closesAt: file }, true],
    [{ status: 'FILLED', closesAt: file }, true],
    [{ status: 'WITHDRAWN', closesAt: file }, true],
    [{ status: 'CLOSED', closesAt: other }, false],
    [{ status: 'OPEN', closesAt: other }, false],
    [{ status: 'OPEN', closesAt: file }, false],
    [null, true],
  ] as const)('stands beside a vacancy that is %j: %s', (deadline, stands) => {
    expect(isOnJudgedFile(file, deadline)).toBe(stands);
  });
});
