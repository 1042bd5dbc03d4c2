import { describe, expect, test } from '@jest/globals';
import type { EligibilityRule } from '@mandate-graph/domain';
import { Temporal } from 'temporal-polyfill';
import { DEGREE, group, INTERNAL, MANAGEMENT, OPEN, USEFUL } from '../eligibility/testing/trees.ts';
import type { Section, SectionData } from '../file/file.types.ts';
import { MANAGERIAL_SECTION, PROCEDURE, USEFUL_SECTION } from '../section/testing/sections.ts';
import { yearsLacking } from './application.years.rules.ts';

/** 1 September in Brussels. */
const SUBMITTED = Temporal.Instant.from('2025-08-31T22:30:00Z');
const asked = (participationConditions: EligibilityRule | null) => ({
  participationConditions,
  applicationProcedure: PROCEDURE,
  applicationDeadline: { date: '2025-09-12', timeOfDay: null },
});
const lacking = (sections: readonly SectionData[], rule: EligibilityRule | null = OPEN) =>
  yearsLacking(
    asked(rule),
    SUBMITTED,
    sections.map((section, at): Section => ({ id: `s${at}`, version: 1, ...section })),
  );
const managerial = (begin: string, end: string | null, parts: Partial<SectionData> = {}): SectionData => ({
  ...{ ...MANAGERIAL_SECTION, begin, end },
  ...parts,
});
const useful = (begin: string, end: string | null): SectionData => ({ ...USEFUL_SECTION, begin, end });

describe('the required years are reached', () => {
  test.each<[string, readonly SectionData[]]>([
    ['by 6 years of management', [managerial('2010-01-01', '2015-12-31')]],
    ['by 10 useful years', [useful('2010-01-01', '2019-12-31')]],
    ['by periods with gaps between', [managerial('2010-01-01', '2012-12-31'), managerial('2014-01-01', '2016-12-31')]],
    ['by a current job, up to the date of candidacy', [managerial('2019-09-02', null)]],
  ])('%s', (_how, sections) => expect(lacking(sections)).toEqual([]));

  test.each<[string, EligibilityRule | null]>([
    ['no conditions', null],
    ['conditions without years', INTERNAL],
    ['years beside which a degree would do', group('either', 'ANY_OF', ['', '', ''], DEGREE, MANAGEMENT)],
  ])('without any where the notice has %s', (_what, rule) => expect(lacking([], rule)).toEqual([]));
});

describe('the required years are not reached', () => {
  test.each<[string, readonly SectionData[]]>([
    ['without sections', []],
    ['a day short of 6 years', [managerial('2010-01-02', '2015-12-31')]],
    ['a day short of 10 years', [useful('2010-01-02', '2019-12-31')]],
    [
      'by 5 of one kind and 9 of the other',
      [managerial('2010-01-01', '2014-12-31'), useful('2010-01-01', '2018-12-31')],
    ],
    ['by the same 3 years twice', [managerial('2010-01-01', '2012-12-31'), managerial('2010-01-01', '2012-12-31')]],
    ['by overlaps', [managerial('2010-01-01', '2014-12-31'), managerial('2012-01-01', '2015-06-30')]],
    ['by a current job that began a day later', [managerial('2019-09-03', null)]],
    ['by sections in another language', [managerial('2010-01-01', '2015-12-31', { language: 'fr' })]],
    ['by experience in what is not asked for', [managerial('2010-01-01', '2015-12-31', { setting: 'SPORTS_CLUB' })]],
  ])('%s', (_how, sections) =>
    expect(lacking(sections).map(({ path, code, value }) => ({ path, code, value }))).toEqual([
      { path: 'specificSections', code: 'YEARS_NOT_REACHED', value: null },
      { path: 'specificSections', code: 'YEARS_NOT_REACHED', value: null },
    ]),
  );
});

describe('what lacks is told', () => {
  test('for each rule: what is required, what is there, how much more, and that one is enough', () =>
    expect(lacking([managerial('2010-01-01', '2013-12-31'), useful('2010-01-01', '2010-06-30')])).toMatchObject([
      {
        rule: 'specificSections must reach the required years. Experience (one is enough): not met. At least 6 years of management experience: not met. Found: 4 years, from 1 section. Still needed: 2 years.',
      },
      {
        rule: 'specificSections must reach the required years. Experience (one is enough): not met. At least 10 years of useful experience: not met. Found: 6 months, from 1 section. Still needed: 9 years and 6 months.',
      },
    ]));

  test('for each of the rules that must all be met, and not for those that are', () => {
    const both = group('both', 'ALL_OF', ['', '', 'Both'], MANAGEMENT, USEFUL);
    expect(lacking([], both)).toHaveLength(2);
    const [left, ...others] = lacking([managerial('2010-01-01', '2015-12-31')], both);
    expect(others).toEqual([]);
    expect(left?.rule).toBe(
      'specificSections must reach the required years. At least 10 years of useful experience: not met. No period counts. Still needed: 10 years.',
    );
  });

  test('of sections that do not count by their ids, never by what stands in them', () => {
    const employer = 'Geheime Werkgever';
    const told = lacking([managerial('2010-01-01', '2015-12-31', { employer, language: 'fr' })]);
    expect(told[0]!.rule).toContain('The period at section s0 does not count');
    expect(JSON.stringify(told)).not.toContain(employer);
  });
});
