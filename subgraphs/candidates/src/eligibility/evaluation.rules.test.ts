import { describe, expect, test } from '@jest/globals';
import { type EligibilityRule, stated } from '@mandate-graph/domain';
import { type Evaluation, evaluate, type NodeEvaluation, requiredYears, whatLacks } from './evaluation.rules.ts';
import { type Evidence, NO_EVIDENCE } from './evidence.ts';
import { COMPLETE, decree, diploma, file, managerial, staffRecord, useful } from './testing/files.ts';
import {
  AT,
  conditionRule,
  DEGREE,
  group,
  INTERNAL,
  LEVEL_A,
  MANAGEMENT,
  OPEN,
  OPEN_SOURCES,
  USEFUL,
} from './testing/trees.ts';

const judge = (rule: EligibilityRule | null, evidence: Evidence, at = AT): Evaluation =>
  evaluate('participationConditions', rule, OPEN_SOURCES, evidence, at);
const open = (parts: Partial<Evidence>) => judge(OPEN, { ...COMPLETE, ...parts });
const lacks = (rule: EligibilityRule, evidence: Evidence, at = AT) =>
  whatLacks(judge(rule, evidence, at).root!).map(({ key, missing }) => [key, ...missing.map(({ code }) => code)]);
const nodes = (node: NodeEvaluation): NodeEvaluation[] => [node, ...node.children.flatMap(nodes)];
const NAMES = ['Groep', 'Groupe', 'Group'] as const;

describe('taking part', () => {
  test('is open to a second-cycle degree and six years of management', () => {
    expect(open({}).outcome).toBe('ELIGIBLE');
  });

  test('is open to a level A function instead of the degree', () => {
    expect(open({ diplomas: [], appointmentDecrees: [decree()] }).outcome).toBe('ELIGIBLE');
  });

  test('is open to ten years of useful experience instead of the management', () => {
    expect(open({ experience: [useful('2016-10-02', null)] }).outcome).toBe('ELIGIBLE');
    expect(open({ experience: [useful('2016-10-03', null)] }).outcome).toBe('NOT_ELIGIBLE');
  });

  test('is undetermined where the notice names no conditions', () => {
    expect(judge(null, COMPLETE)).toEqual({ outcome: 'UNDETERMINED', judgedOn: '2026-10-22', root: null });
  });

  test('of an empty file is refused condition by condition', () => {
    expect(lacks(OPEN, NO_EVIDENCE)).toEqual([
      ['degree', 'NO_EVIDENCE'],
      ['level', 'NO_EVIDENCE'],
      ['management', 'YEARS'],
      ['useful', 'YEARS'],
    ]);
  });
});

describe('six years of the one or ten of the other', () => {
  test('are never added together', () => {
    const experience = [managerial('2010-01-01', '2015-12-30'), useful('2016-01-01', '2025-12-30')];
    expect(open({ experience }).outcome).toBe('NOT_ELIGIBLE');
    expect(lacks(OPEN, { ...COMPLETE, experience })).toEqual([
      ['management', 'YEARS'],
      ['useful', 'YEARS'],
    ]);
  });

  test('count days of both kinds at once for each of them alone', () => {
    const experience = [managerial('2010-01-01', '2015-12-31'), useful('2010-01-01', '2015-12-31')];
    const [management, other] = judge(OPEN, file({ experience })).root!.children[1]!.children;
    expect(management).toMatchObject({ value: 'SATISFIED', found: [{ length: { years: 6, months: 0, days: 0 } }] });
    expect(other).toMatchObject({ value: 'NOT_SATISFIED', missing: [{ length: { years: 4, months: 0, days: 0 } }] });
  });

  test('end on the date of candidacy, and before it on the day of judging', () => {
    const experience = [managerial('2020-10-02', null)];
    expect(open({ experience }).outcome).toBe('ELIGIBLE');
    expect(judge(OPEN, { ...COMPLETE, experience }, { ...AT, dateOfCandidacy: '2026-09-30' }).outcome).toBe(
      'NOT_ELIGIBLE',
    );
    const dryRun = { ...AT, dateOfCandidacy: null, judgedOn: '2026-09-30' };
    expect(judge(OPEN, { ...COMPLETE, experience }, dryRun).outcome).toBe('NOT_ELIGIBLE');
  });

  test('count in the specific sections only, not in the CV', () => {
    const experience = [managerial('2000-01-01', null, { enteredIn: 'CV' })];
    expect(open({ experience }).outcome).toBe('NOT_ELIGIBLE');
  });

  test('count in the language of the procedure only', () => {
    const experience = [managerial('2000-01-01', null, { language: 'fr' })];
    expect(lacks(MANAGEMENT, file({ experience }))).toEqual([['management', 'YEARS', 'OTHER_LANGUAGE']]);
    expect(judge(MANAGEMENT, file({ experience }), { ...AT, sectionsLanguage: null }).outcome).toBe('ELIGIBLE');
  });

  test('count in the domains and settings named; one that is not stated leaves them open', () => {
    expect(lacks(USEFUL, file({ experience: [useful('2000-01-01', null, { domain: 'FINANCE' })] }))).toEqual([
      ['useful', 'YEARS', 'DETAIL_DIFFERS'],
    ]);
    const unstated = [managerial('2015-01-01', null, { setting: null })];
    expect(judge(MANAGEMENT, file({ experience: unstated })).outcome).toBe('UNDETERMINED');
    const tooShort = [managerial('2022-01-01', null, { setting: null })];
    expect(judge(MANAGEMENT, file({ experience: tooShort })).outcome).toBe('NOT_ELIGIBLE');
  });
});

describe('a degree', () => {
  const degree = (parts: Parameters<typeof diploma>[0], at = AT) =>
    judge(DEGREE, file({ diplomas: [diploma(parts)] }), at);

  test.each([
    ['of Belgium, in Dutch', {}, 'ELIGIBLE', []],
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

  test('that is equated counts only where the notice says so', () => {
    const strict: EligibilityRule = { ...DEGREE, notes: [] };
    const diplomas = [diploma({ cycle: 1, equatedWith: { cycle: 2, education: 'UNIVERSITY' } })];
    expect(judge(strict, file({ diplomas })).outcome).toBe('NOT_ELIGIBLE');
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

describe('the explanation of a tree', () => {
  test('has a node for each rule, with its path and its lines, or those of its group', () => {
    const all = nodes(open({}).root!);
    expect(all.map(({ path, source }) => [path, source?.copies])).toEqual([
      ['participationConditions', [[297, 299]]],
      ['participationConditions.rules[0]', [[298, 298]]],
      ['participationConditions.rules[0].rules[0]', [[298, 298]]],
      ['participationConditions.rules[0].rules[1]', [[298, 298]]],
      ['participationConditions.rules[1]', [[299, 299]]],
      ['participationConditions.rules[1].rules[0]', [[299, 299]]],
      [
        'participationConditions.rules[1].rules[1]',
        [
          [299, 299],
          [301, 302],
        ],
      ],
    ]);
  });

  test('falls back on the root of the sources, and on nothing', () => {
    const source = (sources: typeof OPEN_SOURCES) =>
      evaluate('participationConditions', DEGREE, sources, COMPLETE, AT).root!.source;
    expect(source({ '': stated(1) })).toEqual(stated(1));
    expect(source({})).toBeNull();
  });

  test('names which alternatives would do', () => {
    expect(whatLacks(judge(OPEN, file({ diplomas: [diploma()] })).root!).map(({ key, oneOf }) => [key, oneOf])).toEqual(
      [
        ['management', 'participationConditions.rules[1]'],
        ['useful', 'participationConditions.rules[1]'],
      ],
    );
  });
});

describe('the years that validation waits for', () => {
  test('are the experience of the tree', () => {
    const years = requiredYears(OPEN)!;
    expect(lacks(years, NO_EVIDENCE)).toEqual([
      ['management', 'YEARS'],
      ['useful', 'YEARS'],
    ]);
    expect(judge(years, { ...COMPLETE, diplomas: [] }).outcome).toBe('ELIGIBLE');
  });

  test.each([
    ['no conditions', null],
    ['none of experience', INTERNAL],
    ['experience that something else stands in for', group('any', 'ANY_OF', NAMES, MANAGEMENT, LEVEL_A)],
  ])('are none with %s', (_name, rule) => expect(requiredYears(rule)).toBeNull());

  test('that the notice does not state are never reached', () => {
    expect(judge(conditionRule('years', 'USEFUL_EXPERIENCE', NAMES), COMPLETE).outcome).toBe('UNDETERMINED');
  });
});
