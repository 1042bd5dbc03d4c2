import { describe, expect, test } from '@jest/globals';
import { type EligibilityRule, stated } from '@mandate-graph/domain';
import { type Evaluation, evaluate, type NodeEvaluation, requiredYears, whatLacks } from './evaluation.rules.ts';
import { type Evidence, NO_EVIDENCE } from './evidence.rules.ts';
import { COMPLETE, decree, diploma, file, managerial, useful } from './testing/files.ts';
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

  test('is open to management in the private sector, alone or beside that in the public service', () => {
    const setting = 'PRIVATE_SECTOR_ORGANISATION';
    expect(open({ experience: [managerial('2020-10-02', null, { setting })] }).outcome).toBe('ELIGIBLE');
    expect(open({ experience: [managerial('2020-10-03', null, { setting })] }).outcome).toBe('NOT_ELIGIBLE');
    const both = [managerial('2014-01-01', '2016-12-31'), managerial('2020-01-01', '2022-12-31', { setting })];
    expect(open({ experience: both }).outcome).toBe('ELIGIBLE');
    expect(open({ experience: both.slice(1) }).outcome).toBe('NOT_ELIGIBLE');
  });

  test.each(['SOCIAL_SECURITY', 'HEALTH', 'ICT_ARCHITECTURE'])(
    'is open to ten years of useful experience in %s, alone or beside another domain',
    (domain) => {
      expect(open({ experience: [useful('2016-10-02', null, { domain })] }).outcome).toBe('ELIGIBLE');
      expect(open({ experience: [useful('2016-10-03', null, { domain })] }).outcome).toBe('NOT_ELIGIBLE');
      const rest = useful('2006-01-01', '2010-12-31', { domain: domain === 'HEALTH' ? 'SOCIAL_SECURITY' : 'HEALTH' });
      expect(open({ experience: [rest, useful('2021-10-02', null, { domain })] }).outcome).toBe('ELIGIBLE');
      expect(open({ experience: [rest] }).outcome).toBe('NOT_ELIGIBLE');
    },
  );

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

  test('that begin after the date of candidacy count nowhere, and it says so', () => {
    const experience = [managerial('2021-01-01', null), managerial('2026-10-02', null, { employer: 'Agentschap' })];
    const { found, missing } = judge(MANAGEMENT, file({ experience })).root!;
    expect(found).toEqual([{ code: 'EXPERIENCE', sections: 1, ofCv: 0, length: { years: 5, months: 9, days: 1 } }]);
    expect(missing[1]).toEqual({ code: 'AFTER_CANDIDACY', of: 'Agentschap', day: '2026-10-01' });
    const earlier = { ...AT, judgedOn: '2026-09-30', dateOfCandidacy: null };
    const begun = file({ experience: [managerial('2026-10-01', null)] });
    expect(lacks(MANAGEMENT, begun, earlier)).toEqual([['management', 'YEARS', 'AFTER_CANDIDACY']]);
    expect(lacks(MANAGEMENT, begun)).toEqual([['management', 'YEARS']]);
  });

  test('are told with how many entries they come from, however these overlap', () => {
    const open = conditionRule('years', 'MANAGEMENT_EXPERIENCE', NAMES, {
      parameters: MANAGEMENT.condition.parameters,
    });
    const experience = [
      managerial('2015-01-01', '2019-12-31'),
      managerial('2017-01-01', '2021-12-31'),
      managerial('2018-01-01', null, { enteredIn: 'CV' }),
    ];
    expect(judge(open, file({ experience })).root!.found).toMatchObject([{ sections: 2, ofCv: 1 }]);
  });

  test('count in the specific sections only, not in the CV', () => {
    const experience = [managerial('2000-01-01', null, { enteredIn: 'CV' })];
    expect(open({ experience }).outcome).toBe('NOT_ELIGIBLE');
  });

  test('count in the language of the procedure only', () => {
    const experience = [managerial('2000-01-01', null, { language: 'fr' })];
    expect(lacks(MANAGEMENT, file({ experience }))).toEqual([['management', 'YEARS', 'OTHER_LANGUAGE']]);
    expect(judge(MANAGEMENT, file({ experience }), { ...AT, specificSectionsLanguage: null }).outcome).toBe('ELIGIBLE');
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
    ['experience of which nobody says how long', conditionRule('years', 'USEFUL_EXPERIENCE', NAMES)],
  ])('are none with %s', (_name, rule) => expect(requiredYears(rule)).toBeNull());

  test('that the notice does not state are never reached', () => {
    expect(judge(conditionRule('years', 'USEFUL_EXPERIENCE', NAMES), COMPLETE).outcome).toBe('UNDETERMINED');
  });
});
