import { describe, expect, test } from '@jest/globals';
import type { EligibilityRule } from '@mandate-graph/domain';
import { evaluate, whatLacks } from './evaluation.rules.ts';
import type { Evidence } from './evidence.rules.ts';
import { COMPLETE, decree, diploma, file, staffRecord } from './testing/files.ts';
import { AT, conditionRule, DEGREE, INTERNAL, LEVEL_A, OPEN } from './testing/trees.ts';

const judge = (rule: EligibilityRule, evidence: Evidence, at = AT) =>
  evaluate('participationConditions', rule, {}, evidence, at);
const open = (parts: Partial<Evidence>) => judge(OPEN, { ...COMPLETE, ...parts });
const lacks = (rule: EligibilityRule, evidence: Evidence) =>
  whatLacks(judge(rule, evidence).root!).map(({ key, missing }) => [key, ...missing.map(({ code }) => code)]);
const NAMES = ['Groep', 'Groupe', 'Group'] as const;

describe('a degree', () => {
  const degree = (parts: Parameters<typeof diploma>[0], at = AT) =>
    judge(DEGREE, file({ diplomas: [diploma(parts)] }), at);

  test.each([
    ['of Belgium, in Dutch', {}, 'ELIGIBLE', []],
    ['of higher education of academic level', { education: 'ACADEMIC_LEVEL_HIGHER_EDUCATION' }, 'ELIGIBLE', []],
    ['of another country', { country: 'NL' }, 'CONDITIONAL', ['DIPLOMA_COUNTRY']],
    ['in another language', { language: 'fr' }, 'CONDITIONAL', ['DIPLOMA_LANGUAGE']],
    [
      'of another country, in another language',
      { country: 'FR', language: 'fr' },
      'CONDITIONAL',
      ['DIPLOMA_COUNTRY', 'DIPLOMA_LANGUAGE'],
    ],
    [
      'of another country, of a cycle that is not known',
      { country: 'US', language: 'en', cycle: null },
      'UNDETERMINED',
      [],
    ],
    ['of the first cycle', { cycle: 1 }, 'NOT_ELIGIBLE', []],
    ['of the third cycle, without the one before', { cycle: 3 }, 'UNDETERMINED', []],
    ['of other education', { education: 'VOCATIONAL' }, 'NOT_ELIGIBLE', []],
    [
      'of an earlier kind, equated with one listed',
      { cycle: 1, equatedWith: { cycle: 2, education: 'UNIVERSITY' } },
      'ELIGIBLE',
      [],
    ],
    [
      'equated with one that is too low',
      { cycle: 1, equatedWith: { cycle: 1, education: 'UNIVERSITY' } },
      'NOT_ELIGIBLE',
      [],
    ],
    ['on the day of judging', { awardedOn: '2026-10-22' }, 'ELIGIBLE', []],
    ['after it', { awardedOn: '2026-10-23' }, 'NOT_ELIGIBLE', []],
    ['without its copy', { document: null }, 'NOT_ELIGIBLE', []],
  ] as const)('%s: %j is %s', (_name, parts, outcome, reservations) => {
    const result = degree(parts);
    expect(result.outcome).toBe(outcome);
    expect(result.root!.reservations).toEqual(reservations);
  });

  test('needs no copy in a dry run', () => {
    expect(degree({ document: null }, { ...AT, documents: 'ASSUMED' }).outcome).toBe('ELIGIBLE');
  });

  test('that is unconditional lifts the reservation of another, and a function does so too', () => {
    const foreign = diploma({ key: 'foreign', country: 'FR', language: 'fr' });
    expect(open({ diplomas: [foreign] }).outcome).toBe('CONDITIONAL');
    const both = open({ diplomas: [foreign, diploma()] });
    expect(both.outcome).toBe('ELIGIBLE');
    expect(both.root!.children[0]!.children[0]!.evidence).toEqual([{ kind: 'DIPLOMA', key: 'diploma-1' }]);
    expect(open({ diplomas: [foreign], appointmentDecrees: [decree()] }).outcome).toBe('ELIGIBLE');
  });

  test('that is accepted as equated says so, and one that is asked for as it is does not', () => {
    const equatedWith = { cycle: 2, education: 'UNIVERSITY' };
    const codes = (parts: Parameters<typeof diploma>[0]) => degree(parts).root!.found.map(({ code }) => code);
    expect(codes({ cycle: 1, equatedWith })).toEqual(['DIPLOMA', 'EQUATED']);
    expect(codes({ cycle: null, equatedWith, country: 'FR' })).toEqual(['DIPLOMA', 'EQUATED', 'RESERVED']);
    expect(codes({ equatedWith })).toEqual(['DIPLOMA']);
    expect(codes({ cycle: 1, equatedWith: { ...equatedWith, cycle: 1 } })).toEqual(['DIPLOMA']);
  });

  test('that is equated counts only where the notice says so', () => {
    const strict: EligibilityRule = { ...DEGREE, notes: [] };
    const diplomas = [diploma({ cycle: 1, equatedWith: { cycle: 2, education: 'UNIVERSITY' } })];
    expect(judge(strict, file({ diplomas })).outcome).toBe('NOT_ELIGIBLE');
  });
});

describe('a copy that no entry refers to', () => {
  const unlinkedCopies = ['DIPLOMA'] as const;
  const lack = (evidence: Partial<Evidence>, rule: EligibilityRule = DEGREE) => {
    const { outcome, root } = judge(rule, file(evidence));
    return [outcome, ...root!.missing];
  };

  test('may be that of a diploma without one: a person must look', () => {
    const of = 'Master in de rechten';
    const diplomas = [diploma({ document: null })];
    expect(lack({ diplomas })).toEqual(['NOT_ELIGIBLE', { code: 'NO_DOCUMENT', of }]);
    expect(lack({ diplomas, unlinkedCopies })).toEqual([
      'UNDETERMINED',
      { code: 'COPY_NOT_LINKED', kind: 'DIPLOMA', of },
    ]);
  });

  test('mends nothing else of that diploma', () => {
    const [outcome, ...missing] = lack({ diplomas: [diploma({ document: null, cycle: 1 })], unlinkedCopies });
    expect([outcome, missing.length]).toEqual(['NOT_ELIGIBLE', 2]);
  });

  test('is looked at beside diplomas that have theirs, and without any', () => {
    const unknown = ['UNDETERMINED', { code: 'COPY_NOT_LINKED', kind: 'DIPLOMA', of: null }];
    expect(lack({ unlinkedCopies })).toEqual(unknown);
    expect(lack({ diplomas: [diploma({ cycle: 1 })], unlinkedCopies })).toEqual(unknown);
    expect(lack({ diplomas: [diploma()], unlinkedCopies })).toEqual(['ELIGIBLE']);
  });

  test('is so for an appointment decree, and each for its own kind', () => {
    const appointmentDecrees = [decree({ document: null })];
    expect(lack({ appointmentDecrees, unlinkedCopies }, LEVEL_A)[0]).toBe('NOT_ELIGIBLE');
    expect(lack({ appointmentDecrees, unlinkedCopies: ['APPOINTMENT_DECREE'] }, LEVEL_A)[0]).toBe('UNDETERMINED');
    expect(lack({ unlinkedCopies: ['APPOINTMENT_DECREE'] }, LEVEL_A)[0]).toBe('UNDETERMINED');
    expect(lack({ unlinkedCopies: ['APPOINTMENT_DECREE'] })[0]).toBe('NOT_ELIGIBLE');
  });
});

describe('a function of a level', () => {
  test.each([
    ['held', {}, 'ELIGIBLE'],
    ['of another level', { level: 'B' }, 'NOT_ELIGIBLE'],
    ['of a level not stated', { level: null }, 'UNDETERMINED'],
    ['in another service', { service: 'PRIVATE' }, 'NOT_ELIGIBLE'],
    ['held until the day of judging', { until: '2026-10-22' }, 'ELIGIBLE'],
    ['held until the day before', { until: '2026-10-21' }, 'NOT_ELIGIBLE'],
    ['held from the day after', { from: '2026-10-23' }, 'NOT_ELIGIBLE'],
    ['without its decree', { document: null }, 'NOT_ELIGIBLE'],
  ] as const)('%s is %3$s', (_name, parts, outcome) => {
    expect(judge(LEVEL_A, file({ appointmentDecrees: [decree(parts)] })).outcome).toBe(outcome);
  });

  test('in the CV proves nothing where only the decree counts, and does where the notice names no evidence', () => {
    const functionsHeld = [decree()];
    expect(judge(LEVEL_A, file({ functionsHeld })).outcome).toBe('NOT_ELIGIBLE');
    const silent = conditionRule('level', 'FUNCTION_LEVEL', NAMES, { parameters: LEVEL_A.condition.parameters });
    expect(judge(silent, file({ functionsHeld })).outcome).toBe('ELIGIBLE');
  });
});

describe('a call for staff under conditions that are not known', () => {
  const internal = (...staffRecords: readonly ReturnType<typeof staffRecord>[]) =>
    judge(INTERNAL, file({ staffRecords }));

  test('finds nobody eligible, whoever they are', () => {
    expect(internal(staffRecord()).outcome).toBe('UNDETERMINED');
    expect(lacks(INTERNAL, file({ staffRecords: [staffRecord()] }))).toEqual([['document', 'UNKNOWN_CONTENT']]);
  });

  test.each([
    ['no record', [], 'UNDETERMINED'],
    ['another employer', [staffRecord({ employer: 'example:unit:agency' })], 'NOT_ELIGIBLE'],
    ['a second employer beside', [staffRecord({ employer: 'example:unit:agency' }), staffRecord()], 'UNDETERMINED'],
    ['service that has ended', [staffRecord({ until: '2026-10-21' })], 'NOT_ELIGIBLE'],
    ['a relation not stated', [staffRecord({ relation: null })], 'UNDETERMINED'],
    ['a contract', [staffRecord({ relation: 'CONTRACTUAL' })], 'UNDETERMINED'],
  ] as const)('with %s', (_name, records, outcome) => expect(internal(...records).outcome).toBe(outcome));

  test('leaves a document that is known to a person', () => {
    const known = conditionRule('document', 'EXTERNAL_DOCUMENT', NAMES);
    expect(lacks(known, COMPLETE)).toEqual([['document', 'FOR_A_PERSON']]);
  });
});
