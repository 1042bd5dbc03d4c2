import { describe, expect, it } from '@jest/globals';
import type { EligibilityRule } from '@mandate-graph/domain';
import { vacancies } from './vacancy.ts';

const vacancy = vacancies[0]!.state;
const conditionsIn = (rule: EligibilityRule): EligibilityRule[] =>
  rule.operator === 'CONDITION' ? [rule] : rule.rules.flatMap(conditionsIn);
const step = (key: string) => vacancy.announcedSteps.find((announced) => announced.key === key)!;

describe('the conditions', () => {
  it('ask for a degree or a function, and for 6 years of one experience or 10 of the other, on exclusive evidence', () => {
    const rule = vacancy.participationConditions!;
    expect(rule.operator).toBe('ALL_OF');
    const conditions = conditionsIn(rule).flatMap((node) => (node.operator === 'CONDITION' ? [node.condition] : []));
    expect(conditions.map(({ kind }) => kind)).toEqual([
      'DEGREE',
      'FUNCTION_LEVEL',
      'MANAGEMENT_EXPERIENCE',
      'USEFUL_EXPERIENCE',
    ]);
    expect(conditions.map(({ parameters }) => parameters.find(({ name }) => name === 'minimum')?.quantity)).toEqual([
      undefined,
      undefined,
      'P6Y',
      'P10Y',
    ]);
    expect(conditions.every(({ evidenceExclusive }) => evidenceExclusive)).toBe(true);
  });

  it('ask five things on the day of appointment', () => {
    expect(conditionsIn(vacancy.appointmentConditions!).map(({ key }) => key)).toEqual([
      'nationality',
      'civil-and-political-rights',
      'conduct',
      'no-conflict-of-interest',
      'not-dismissed',
    ]);
  });
});

describe('the procedure', () => {
  it('has five steps in order, with the numbers of the notice', () => {
    expect(vacancy.announcedSteps.map(({ position, kind, eliminatory }) => [position, kind, eliminatory])).toEqual([
      [1, 'ELIGIBILITY_SCREENING', true],
      [2, 'COMPUTER_ASSESSMENT', true],
      [3, 'ORAL_TEST', true],
      [4, 'RESULT', true],
      [5, 'ADDITIONAL_INTERVIEW', null],
    ]);
    expect(step('computer-assessment')).toMatchObject({
      passMark: { atLeast: '60', outOf: '100' },
      duration: { minutes: 120, approximate: true, includesPreparation: null },
      testCount: 3,
      weightingClasses: [4, 5],
    });
    expect(
      step('computer-assessment').rules.map(({ duration, startsFrom, levels }) => [duration, startsFrom, levels]),
    ).toEqual([
      ['P2Y', 'DAY_OF_PASSING', 'SAME_OR_LOWER'],
      ['P6M', 'DAY_OF_TEST', 'SAME_OR_HIGHER'],
      [null, null, 'SAME_OR_HIGHER'],
    ]);
    expect(step('oral-test')).toMatchObject({
      duration: { minutes: 180, approximate: true, includesPreparation: true },
      committeeSize: { min: 8, max: 10 },
    });
    expect(step('additional-interview').evaluates).toHaveLength(3);
  });

  it('has five formats, a size limit, a reference that leads nowhere, and two registration statuses', () => {
    expect(vacancy.documentRules).toMatchObject({
      formats: ['PDF', 'DOC', 'DOCX', 'JPG', 'TIF'],
      maxBytes: 8 * 1024 * 1024,
    });
    expect(vacancy.documentRules?.unresolved).toHaveLength(1);
    expect(
      vacancy.applicationProcedure?.actions.map(({ leadsTo }) => leadsTo).filter((status) => status !== null),
    ).toEqual(['PROVISIONAL', 'DEFINITIVE']);
  });

  it('gives five rights, of which feedback alone has a window', () => {
    expect(vacancy.rights.map(({ kind, duration }) => [kind, duration])).toEqual([
      ['FEEDBACK', 'P2M'],
      ['RESULT_INSPECTION', null],
      ['MOTIVATION', null],
      ['COMPLAINT', null],
      ['AUTHORITATIVE_ACCOUNT', null],
    ]);
    expect(vacancy.rights[0]).toMatchObject({
      form: 'WRITTEN',
      startsFrom: 'SENDING_OF_RESULTS',
      legalBasis: { date: '1994-04-11' },
    });
  });
});
