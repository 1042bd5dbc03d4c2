import { describe, expect, test } from '@jest/globals';
import type { EligibilityRule } from '@mandate-graph/domain';
import { conditionRule, group, MANAGEMENT, OPEN, parameter, USEFUL } from '../eligibility/testing/trees.ts';
import type { SectionData } from '../file/file.types.ts';
import { experienceOf, NO_TERMS, sectionProblems, termsOf } from './section.rules.ts';
import { MANAGERIAL_SECTION, PROCEDURE, USEFUL_SECTION } from './testing/sections.ts';

const TODAY = '2025-09-01';
const TERMS = termsOf({ participationConditions: OPEN, applicationProcedure: PROCEDURE });
const wrong = (parts: Partial<SectionData>, { terms = TERMS, of = MANAGERIAL_SECTION } = {}) =>
  sectionProblems({ ...of, ...parts }, terms, TODAY).map(({ path, code }) => `${path} ${code}`);

describe('what a vacancy asks of sections', () => {
  const terms = (rule: EligibilityRule | null) =>
    termsOf({ participationConditions: rule, applicationProcedure: null });
  const any = conditionRule('any', 'MANAGEMENT_EXPERIENCE', ['Ervaring', 'Expérience', 'Experience']);
  const health = conditionRule('health', 'USEFUL_EXPERIENCE', ['Zorg', 'Santé', 'Health'], {
    parameters: [parameter('domain', ['HEALTH', 'CARE'])],
  });

  test('is the codes of its conditions and the language of its procedure', () =>
    expect(TERMS).toEqual({
      settings: ['PUBLIC_SERVICE', 'PRIVATE_SECTOR_ORGANISATION'],
      domains: ['SOCIAL_SECURITY', 'HEALTH', 'ICT_ARCHITECTURE'],
      language: 'nl',
    }));

  test('is nothing where the notice says nothing', () => expect(terms(null)).toEqual(NO_TERMS));

  test('is the codes of all conditions of a kind, each once', () =>
    expect(terms(group('both', 'ALL_OF', ['', '', ''], USEFUL, health)).domains).toEqual([
      'SOCIAL_SECURITY',
      'HEALTH',
      'ICT_ARCHITECTURE',
      'CARE',
    ]));

  test('is any code where one of the conditions names none', () =>
    expect(terms(group('both', 'ANY_OF', ['', '', ''], MANAGEMENT, any)).settings).toEqual([]));
});

describe('a section', () => {
  test.each([MANAGERIAL_SECTION, USEFUL_SECTION])('that says what is asked is right: %j', (section) =>
    expect(sectionProblems(section, TERMS, TODAY)).toEqual([]),
  );

  test.each<[string, Partial<SectionData>, string]>([
    ['an employer of 201 characters', { employer: 'x'.repeat(201) }, 'section.employer TOO_LONG'],
    ['a function title of 201 characters', { functionTitle: 'x'.repeat(201) }, 'section.functionTitle TOO_LONG'],
    ['a description of 9 characters', { description: 'x'.repeat(9) }, 'section.description TOO_SHORT'],
    ['a description of 4001 characters', { description: 'x'.repeat(4001) }, 'section.description TOO_LONG'],
    ['managerial experience without a setting', { setting: null }, 'section.setting REQUIRED'],
    ['managerial experience in a domain', { domain: 'HEALTH' }, 'section.domain NOT_WITH_THIS_KIND'],
    ['a setting that the conditions do not name', { setting: 'SPORTS_CLUB' }, 'section.setting OTHER_CODE'],
    ['a setting that is no code', { setting: 'at the club' }, 'section.setting NOT_A_CODE'],
    ['another language than that of the procedure', { language: 'fr' }, 'section.language OTHER_LANGUAGE'],
    ['a begin after today', { begin: '2025-09-02', end: null }, 'section.begin IN_THE_FUTURE'],
    ['an end after today', { end: '2025-09-02' }, 'section.end IN_THE_FUTURE'],
    ['an end before its begin', { begin: '2020-02-01', end: '2020-01-31' }, 'section.end BEFORE_BEGIN'],
    ['a begin in another century', { begin: '1899-12-31' }, 'section.begin TOO_EARLY'],
  ])('with %s is refused', (_what, parts, problem) => expect(wrong(parts)).toEqual([problem]));

  test.each<[string, Partial<SectionData>, string]>([
    ['useful experience without a domain', { domain: null }, 'section.domain REQUIRED'],
    ['useful experience in a setting', { setting: 'PUBLIC_SERVICE' }, 'section.setting NOT_WITH_THIS_KIND'],
    ['a domain that the conditions do not name', { domain: 'SPORTS' }, 'section.domain OTHER_CODE'],
  ])('with %s is refused', (_what, parts, problem) => expect(wrong(parts, { of: USEFUL_SECTION })).toEqual([problem]));

  test.each<[string, Partial<SectionData>]>([
    ['of 200 characters each', { employer: 'x'.repeat(200), functionTitle: 'x'.repeat(200) }],
    ['of 10 characters', { description: 'x'.repeat(10) }],
    ['of 4000 characters', { description: 'x'.repeat(4000) }],
    ['that begins and ends today', { begin: TODAY, end: TODAY }],
    ['without an end', { end: null }],
  ])('%s is right', (_what, parts) => expect(wrong(parts)).toEqual([]));

  test('says everything that is wrong with it at once', () =>
    expect(wrong({ employer: 'x'.repeat(201), setting: null, domain: 'X', end: '2030-01-01', language: 'en' })).toEqual(
      [
        'section.employer TOO_LONG',
        'section.setting REQUIRED',
        'section.domain NOT_WITH_THIS_KIND',
        'section.end IN_THE_FUTURE',
        'section.language OTHER_LANGUAGE',
      ],
    ));

  test('is told which codes there are', () => {
    const [problem] = sectionProblems({ ...USEFUL_SECTION, domain: 'SPORTS' }, TERMS, TODAY);
    expect(problem).toMatchObject({
      value: 'SPORTS',
      rule: expect.stringContaining('(SOCIAL_SECURITY or HEALTH or ICT_ARCHITECTURE)'),
    });
  });

  test('is not told again what is no code: it may be personal', () => {
    const told = sectionProblems({ ...MANAGERIAL_SECTION, setting: 'with Ms Peeters' }, TERMS, TODAY);
    expect(JSON.stringify(told)).not.toContain('Peeters');
  });

  test('may have any code and language where the notice names none', () => {
    expect(wrong({ setting: 'SPORTS_CLUB', language: 'en' }, { terms: NO_TERMS })).toEqual([]);
    expect(wrong({ setting: 'at the club' }, { terms: NO_TERMS })).toEqual(['section.setting NOT_A_CODE']);
  });

  test('needs no code where the notice names none', () => {
    expect(wrong({ setting: null }, { terms: NO_TERMS })).toEqual([]);
    expect(wrong({ domain: null }, { terms: NO_TERMS, of: USEFUL_SECTION })).toEqual([]);
    expect(wrong({ domain: 'HEALTH' }, { terms: NO_TERMS })).toEqual(['section.domain NOT_WITH_THIS_KIND']);
  });

  test('is told of languages as the input writes them', () => {
    const [problem] = sectionProblems({ ...MANAGERIAL_SECTION, language: 'fr' }, TERMS, TODAY);
    expect(problem).toMatchObject({
      value: 'FR',
      rule: 'section.language must be that of the procedure, NL, but got: FR.',
    });
  });
});

test('a section is experience of the kind that counts', () =>
  expect(experienceOf({ id: 'section-1', version: 2, ...USEFUL_SECTION })).toEqual({
    key: 'section-1',
    enteredIn: 'SPECIFIC_SECTIONS',
    kind: 'USEFUL',
    employer: USEFUL_SECTION.employer,
    setting: null,
    domain: 'HEALTH',
    begin: USEFUL_SECTION.begin,
    end: USEFUL_SECTION.end,
    language: 'nl',
  }));
