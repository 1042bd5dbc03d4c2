import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { EligibilityProfileInput } from './eligibility.input.ts';
import { NO_EVIDENCE } from './evidence.rules.ts';
import { readProfile, sizeOf } from './profile.rules.ts';

const TODAY = '2025-09-01';
/** Of nobody: a made-up birth date with the check digits that go with it. */
const NUMBER = '85.07.30-033.28';
const read = (given: EligibilityProfileInput) => readProfile('profile', given, TODAY);
const codesOf = (given: EligibilityProfileInput) =>
  read(given).problems.map(({ path, code, value }) => [path, code, value]);

const diploma = {
  ...{ title: 'Master', institution: 'Universiteit', country: 'BE', language: 'nl', awardedOn: '2004-07-01' },
};
const work = { kind: 'MANAGERIAL', employer: 'Dienst', begin: '2010-01-01' } as const;
const post = { title: 'Adviseur', employer: 'Ministerie', from: '2012-01-01' };
const staff = { employer: 'vrb:unit:a', employerName: 'Dienst', from: '2012-01-01' };

describe('a profile', () => {
  test('may be empty', () => {
    const days = { judgedOn: null, candidacyOn: null, appointmentOn: null };
    expect(read({})).toEqual({ profile: { ...days, evidence: NO_EVIDENCE }, problems: [] });
  });

  test('has its places for keys, and null for what is left out, or given as null', () => {
    const { profile, problems } = read({
      diplomas: [diploma, { ...diploma, equatedWith: { cycle: 2, education: 'UNIVERSITY' }, cycle: null }],
      experience: [{ ...work, end: null, enteredIn: null }],
      appointmentDecrees: null,
      nationalities: [{ country: 'BE' }],
    });
    expect(problems).toEqual([]);
    const left = { cycle: null, education: null, document: null };
    expect(profile.evidence).toEqual({
      ...NO_EVIDENCE,
      diplomas: [
        { key: 'diplomas[0]', ...diploma, ...left, equatedWith: null },
        { key: 'diplomas[1]', ...diploma, ...left, equatedWith: { cycle: 2, education: 'UNIVERSITY' } },
      ],
      experience: [
        {
          ...{ key: 'experience[0]', enteredIn: 'SPECIFIC_SECTIONS', setting: null, domain: null, language: null },
          ...{ ...work, end: null },
        },
      ],
      nationalities: [{ key: 'nationalities[0]', country: 'BE', assimilated: false }],
    });
  });

  test('is read in one form', () => {
    const { profile } = read({ diplomas: [{ ...diploma, title: '  Licence\u0301  ' }] });
    expect(profile.evidence.diplomas[0]!.title).toBe('Licenc\u00e9'.normalize('NFC'));
  });

  test('counts its pieces', () => {
    expect(sizeOf({})).toBe(0);
    expect(sizeOf({ judgedOn: TODAY, diplomas: [diploma, diploma], experience: [work], dismissals: null })).toBe(3);
  });
});

describe('everything that is wrong is told at once', () => {
  test('with path, code, value and rule', () => {
    const { problems } = read({
      judgedOn: '1899-12-31',
      appointmentOn: '2101-01-01',
      diplomas: [{ ...diploma, country: 'Belgium', language: 'NL', cycle: 4, awardedOn: '0001-01-01' }],
      appointmentDecrees: [{ ...post, until: '2011-12-31', level: 'niveau A' }],
      experience: [{ ...work, begin: '2025-09-02', end: '2025-09-01' }],
      staffRecords: [{ ...staff, employer: 'vrb:vacancy:a' }],
      dismissals: [{ ground: 'urgent', service: 'HIRING', decidedOn: TODAY }],
    });
    expect(problems.map(({ path, code, value }) => [path, code, value])).toEqual([
      ['profile.judgedOn', 'OUT_OF_RANGE', '1899-12-31'],
      ['profile.appointmentOn', 'OUT_OF_RANGE', '2101-01-01'],
      ['profile.diplomas[0].cycle', 'OUT_OF_RANGE', '4'],
      ['profile.diplomas[0].country', 'NOT_A_CODE', null],
      ['profile.diplomas[0].language', 'NOT_A_CODE', null],
      ['profile.diplomas[0].awardedOn', 'OUT_OF_RANGE', '0001-01-01'],
      ['profile.appointmentDecrees[0].level', 'NOT_A_CODE', null],
      ['profile.appointmentDecrees[0].until', 'BEFORE_BEGIN', '2011-12-31'],
      ['profile.experience[0].begin', 'IN_THE_FUTURE', '2025-09-02'],
      ['profile.experience[0].end', 'BEFORE_BEGIN', '2025-09-01'],
      ['profile.staffRecords[0].employer', 'INVALID_ID', null],
      ['profile.dismissals[0].ground', 'NOT_A_CODE', null],
    ]);
    for (const { path, value, rule } of problems) {
      expect(rule).toMatch(new RegExp(`^profile\\..* must be [^.]*${value === null ? '' : `, but got: ${value}`}\\.$`));
      expect(rule).toContain(path);
    }
    expect(JSON.stringify(problems)).not.toMatch(/Belgium|"NL|niveau A|vrb:vacancy|urgent/);
  });

  test.each([
    ['', 'EMPTY_TEXT'],
    [' \n', 'EMPTY_TEXT'],
    ['a\u0000b', 'NOT_TEXT'],
    ['\ud800', 'NOT_TEXT'],
    ['x'.repeat(201), 'TOO_LONG'],
  ])('of the text %j: %s, which does not come back', (title, code) => {
    expect(codesOf({ diplomas: [{ ...diploma, title }] })).toEqual([['profile.diplomas[0].title', code, null]]);
    expect(codesOf({ dismissals: [{ ground: title, service: 'HIRING', decidedOn: TODAY }] })).toEqual([
      ['profile.dismissals[0].ground', code, null],
    ]);
  });

  test('of a list with more than 100 entries, of which no more are looked at', () => {
    const nationalities = Array.from({ length: 101 }, (_, at) => ({ country: at < 100 ? 'BE' : '?' }));
    expect(codesOf({ nationalities })).toEqual([['profile.nationalities', 'TOO_MANY', '101']]);
    expect(codesOf({ nationalities: nationalities.slice(0, 100) })).toEqual([]);
  });
});

describe('a national register number', () => {
  const everywhere: EligibilityProfileInput = {
    diplomas: [
      {
        ...{ title: NUMBER, institution: NUMBER, education: NUMBER, country: NUMBER, language: NUMBER },
        ...{ awardedOn: TODAY, equatedWith: { cycle: 2, education: NUMBER } },
      },
    ],
    appointmentDecrees: [{ title: NUMBER, employer: NUMBER, level: NUMBER, service: NUMBER, from: TODAY }],
    functionsHeld: [{ title: NUMBER, employer: NUMBER, level: NUMBER, service: NUMBER, from: TODAY }],
    experience: [{ ...work, employer: NUMBER, setting: NUMBER, domain: NUMBER }],
    staffRecords: [{ ...staff, employer: NUMBER, employerName: `mijn nummer: ${NUMBER}!` }],
    nationalities: [{ country: NUMBER }],
    dismissals: [{ ground: NUMBER, service: NUMBER, decidedOn: TODAY }],
  };

  test('is refused in every text, once, and comes back nowhere', () => {
    const { problems } = read(everywhere);
    expect(problems).toHaveLength(22);
    for (const problem of problems) expect(problem).toMatchObject({ code: 'NATIONAL_REGISTER_NUMBER', value: null });
    expect(JSON.stringify(problems)).not.toMatch(/85\.?07|033/);
    expect(new Set(problems.map(({ path }) => path)).size).toBe(22);
  });
});

test('whatever a profile holds, reading it gives an answer', () => {
  const text = fc.oneof(fc.string(), fc.string({ unit: 'binary' }), fc.constantFrom('BE', 'UNIVERSITY', NUMBER));
  fc.assert(
    fc.property(text, text, text, fc.integer(), (title, country, education, cycle) => {
      const { problems } = read({ diplomas: [{ ...diploma, title, country, education, cycle }] });
      for (const { path, rule } of problems) expect(rule).toContain(path);
    }),
  );
});
