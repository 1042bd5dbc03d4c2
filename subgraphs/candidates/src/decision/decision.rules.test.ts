import { describe, expect, test } from '@jest/globals';
import { type Deciding, decisionProblems, type GivenDecision } from './decision.rules.ts';

const GIVEN: GivenDecision = { conditions: 'PARTICIPATION', reasons: 'The diploma and the years are proven.' };
const DECIDING: Deciding = { application: 'DEFINITIVE', vacancy: 'CLOSED', isOwn: false };
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

  test('is refused with everything that is wrong at once', () => {
    expect(
      codes({ reasons: '', conditions: 'APPOINTMENT' }, { application: 'DRAFT', vacancy: 'OPEN', isOwn: true }),
    ).toHaveLength(5);
  });
});
