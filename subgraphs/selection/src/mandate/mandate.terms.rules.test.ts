import { describe, expect, test } from '@jest/globals';
import type { MandateTerms, VacancyState } from '@mandate-graph/domain';
import { vacancyState } from '@mandate-graph/testkit';
import { type GivenTerms, termsOf } from './mandate.terms.rules.ts';
import { termsExplained } from './mandate.words.rules.ts';

const START = '2026-03-01';
const WHY = 'The post falls away with the reform of 2028.';
const regime = (code: 'OISZ_MANAGEMENT' | 'BRUSSELS_STATUTE', mandate: Partial<MandateTerms> | null) => {
  const silent = { kind: null, interim: null, duration: null, startsOn: null, endsOn: null };
  const template: VacancyState = vacancyState({ mandate: mandate === null ? null : { ...silent, ...mandate } });
  const regimeFrom = code === 'OISZ_MANAGEMENT' ? '2014-05-19' : '2018-04-01';
  return { legalRegime: code, regimeFrom, template };
};
const FEDERAL = regime('OISZ_MANAGEMENT', { kind: 'MANDATE' });
const terms = (started: typeof FEDERAL, given: GivenTerms = {}, startsOn = START) => {
  const judged = termsOf(startsOn, given, started);
  if (judged.problems !== undefined) throw new Error(JSON.stringify(judged.problems));
  return judged.terms;
};
const codes = (started: typeof FEDERAL, given: GivenTerms = {}, startsOn = START) =>
  (termsOf(startsOn, given, started).problems ?? []).map(({ path, code }) => `${path} ${code}`);

describe('the terms of a mandate', () => {
  test('legal 2: are those of the regime where the notice is silent: 6 years, or 5 in Brussels', () => {
    expect(terms(FEDERAL)).toEqual({
      ...{ kind: 'MANDATE', kindSource: 'NOTICE', startsOn: START, duration: 'P6Y', durationSource: 'REGIME' },
      ...{ endsOn: '2032-02-29', endsOnSource: 'REGIME', endRule: 'END_OF_DURATION', endSource: 'REGIME' },
    });
    expect(terms(regime('BRUSSELS_STATUTE', { kind: 'MANDATE' }))).toMatchObject({
      ...{ duration: 'P5Y', durationSource: 'REGIME', endsOn: '2031-02-28' },
    });
  });

  test.each([
    ['OISZ_MANAGEMENT', 'REMAINING_TERM'],
    ['BRUSSELS_STATUTE', 'RETURN_OF_HOLDER'],
  ] as const)('legal 2: of an interim one have no duration: it ends by a rule (%s)', (code, endRule) => {
    for (const mandate of [{ kind: 'INTERIM' as const }, { interim: true }]) {
      expect(terms(regime(code, mandate))).toEqual({
        ...{ kind: 'INTERIM', kindSource: 'NOTICE', startsOn: START, duration: null, durationSource: 'REGIME' },
        ...{ endsOn: null, endsOnSource: null, endRule, endSource: 'REGIME' },
      });
    }
  });

  test('are those of the notice before those of the regime', () => {
    expect(terms(regime('OISZ_MANAGEMENT', { kind: 'MANDATE', duration: 'P4Y' }))).toMatchObject({
      ...{ duration: 'P4Y', durationSource: 'NOTICE', endsOn: '2030-02-28', endsOnSource: 'NOTICE' },
    });
    expect(terms(regime('OISZ_MANAGEMENT', { kind: 'MANDATE', endsOn: '2028-12-31' }))).toEqual({
      ...{ kind: 'MANDATE', kindSource: 'NOTICE', startsOn: START, duration: null, durationSource: null },
      ...{ endsOn: '2028-12-31', endsOnSource: 'NOTICE', endRule: 'PRINTED_DAY', endSource: 'NOTICE' },
    });
  });

  test('legal 2: are never a default: where nothing says that there is a mandate, nothing is said of its end', () => {
    const nothing = {
      ...{ kind: null, kindSource: null, startsOn: START, duration: null, durationSource: null, endsOn: null },
      ...{ endsOnSource: null, endRule: 'BY_DECISION', endSource: 'DECISION' },
    };
    expect(terms(regime('OISZ_MANAGEMENT', null))).toEqual(nothing);
    expect(terms(regime('OISZ_MANAGEMENT', {}))).toEqual({
      ...nothing,
      ...{ durationSource: 'REGIME', endSource: 'REGIME' },
    });
  });

  test('say of the kind what the decision says, where the notice does not, and follow from it', () => {
    for (const mandate of [null, {}]) {
      expect(terms(regime('OISZ_MANAGEMENT', mandate), { kind: 'MANDATE' })).toMatchObject({
        ...{ kind: 'MANDATE', kindSource: 'DECISION', duration: 'P6Y', durationSource: 'REGIME' },
      });
    }
    expect(terms(FEDERAL, { kind: 'MANDATE' })).toMatchObject({ kindSource: 'NOTICE' });
  });
});

describe('terms that a decision gives', () => {
  test('fix an end that is open, without more reasons, and keep the rule by which it can come sooner', () => {
    const interim = regime('BRUSSELS_STATUTE', { kind: 'INTERIM' });
    expect(terms(interim, { endsOn: '2026-12-31' })).toMatchObject({
      ...{ duration: null, durationSource: null, endsOn: '2026-12-31', endsOnSource: 'DECISION' },
      ...{ endRule: 'RETURN_OF_HOLDER', endSource: 'REGIME' },
    });
    expect(terms(interim, { duration: 'P6M' })).toMatchObject({
      ...{ duration: 'P6M', durationSource: 'DECISION', endsOn: '2026-08-31', endsOnSource: 'DECISION' },
      ...{ endRule: 'RETURN_OF_HOLDER', endSource: 'REGIME' },
    });
    const unknown = regime('BRUSSELS_STATUTE', {});
    expect(terms(unknown, { duration: 'P3Y' })).toMatchObject({ endRule: 'END_OF_DURATION', endSource: 'DECISION' });
    expect(terms(unknown, { endsOn: '2026-12-31' })).toMatchObject({ endRule: 'BY_DECISION', endSource: 'DECISION' });
    expect(terms(unknown, { end: 'RETURN_OF_HOLDER' })).toMatchObject({
      ...{ endsOn: null, endsOnSource: null, endRule: 'RETURN_OF_HOLDER', endSource: 'DECISION' },
    });
  });

  test('depart from the regime with reasons only', () => {
    expect(codes(FEDERAL, { duration: 'P4Y' })).toEqual(['terms.reasons REASONS_NEEDED']);
    expect(codes(FEDERAL, { duration: 'P4Y', reasons: 'Too short.' })).toEqual(['terms.reasons TOO_SHORT']);
    expect(terms(FEDERAL, { duration: 'P4Y', reasons: WHY })).toMatchObject({
      ...{ duration: 'P4Y', durationSource: 'DECISION', endsOn: '2030-02-28', endRule: 'END_OF_DURATION' },
    });
    expect(terms(FEDERAL, { endsOn: '2028-12-31', reasons: WHY })).toMatchObject({
      ...{ duration: null, endsOn: '2028-12-31', endRule: 'BY_DECISION', endSource: 'DECISION' },
    });
    expect(codes(FEDERAL, { end: 'BY_DECISION' })).toEqual(['terms.reasons REASONS_NEEDED']);
    const interim = regime('OISZ_MANAGEMENT', { kind: 'INTERIM' });
    expect(codes(interim, { end: 'RETURN_OF_HOLDER' })).toEqual(['terms.reasons REASONS_NEEDED']);
    expect(terms(interim, { end: 'RETURN_OF_HOLDER', reasons: WHY })).toMatchObject({ endSource: 'DECISION' });
  });

  test('that come to the same day as those of the regime are these, and need no reasons', () => {
    for (const given of [{ duration: 'P72M' }, { endsOn: '2032-02-29' }, { duration: 'P6Y' }]) {
      expect(terms(FEDERAL, given)).toEqual(terms(FEDERAL));
      expect(codes(FEDERAL, { ...given, reasons: WHY })).toEqual(['terms.reasons NOT_A_DEPARTURE']);
    }
    expect(codes(FEDERAL, { reasons: WHY })).toEqual(['terms.reasons NOT_A_DEPARTURE']);
    const interim = regime('OISZ_MANAGEMENT', { kind: 'INTERIM' });
    expect(terms(interim, { end: 'REMAINING_TERM' })).toEqual(terms(interim));
  });

  test.each<[GivenTerms, string]>([
    [{ duration: 'P6Y' }, 'terms.duration'],
    [{ endsOn: '2029-12-31' }, 'terms.endsOn'],
    [{ end: 'BY_DECISION' }, 'terms.end'],
  ])('never contradict the notice, with whatever reasons: %j', (given, path) => {
    const printed = regime('OISZ_MANAGEMENT', { kind: 'MANDATE', duration: 'P4Y' });
    expect(codes(printed, { ...given, reasons: WHY })).toEqual([`${path} CONTRADICTS_NOTICE`]);
    const day = regime('OISZ_MANAGEMENT', { kind: 'MANDATE', endsOn: '2028-12-31' });
    expect(codes(day, { ...given, reasons: WHY })).toEqual([`${path} CONTRADICTS_NOTICE`]);
  });

  test('do not say another kind than the notice', () => {
    expect(codes(FEDERAL, { kind: 'INTERIM' })).toEqual(['terms.kind CONTRADICTS_NOTICE']);
    expect(codes(regime('OISZ_MANAGEMENT', { interim: true }), { kind: 'MANDATE' })).toEqual([
      'terms.kind CONTRADICTS_NOTICE',
    ]);
    expect(codes(regime('OISZ_MANAGEMENT', { interim: false }), { kind: 'INTERIM' })).toEqual([
      'terms.kind CONTRADICTS_NOTICE',
    ]);
    expect(codes(regime('OISZ_MANAGEMENT', { interim: false }), { kind: 'MANDATE' })).toEqual([]);
  });

  test('begin no sooner than the notice says, and before it ends', () => {
    const printed = regime('OISZ_MANAGEMENT', { kind: 'MANDATE', startsOn: '2026-03-01', endsOn: '2028-12-31' });
    expect(codes(printed, {}, '2026-02-28')).toEqual(['appointmentOn BEFORE_THE_START']);
    expect(codes(printed, {}, '2026-03-01')).toEqual([]);
    expect(codes(printed, {}, '2028-12-31')).toEqual([]);
    expect(codes(printed, {}, '2029-01-01')).toEqual(['appointmentOn AFTER_THE_END']);
  });

  test.each<[GivenTerms, readonly string[]]>([
    [{ duration: 'PT8H' }, ['terms.duration NOT_IN_DAYS']],
    [{ duration: 'P1Y', endsOn: '2027-02-28' }, ['terms.endsOn NOT_TOGETHER']],
    [{ endsOn: '2026-02-28' }, ['terms.endsOn EMPTY_RANGE']],
    [{ end: 'END_OF_DURATION' }, ['terms.duration REQUIRED']],
    [{ end: 'PRINTED_DAY' }, ['terms.end NOT_BY_DECISION']],
    [
      { kind: 'INTERIM', duration: 'P0D', endsOn: '2026-02-28', end: 'PRINTED_DAY' },
      [
        ...['terms.kind CONTRADICTS_NOTICE', 'terms.duration NOT_IN_DAYS', 'terms.endsOn NOT_TOGETHER'],
        ...['terms.endsOn EMPTY_RANGE', 'terms.end NOT_BY_DECISION'],
      ],
    ],
  ])('say one thing: not %j', (given, expected) => {
    expect(codes(FEDERAL, given)).toEqual(expected);
  });
});

describe('the explanation of terms', () => {
  test('tells the rule, what it comes from and the arithmetic, in each language', () => {
    const { nl, fr, en } = termsExplained(terms(FEDERAL));
    expect(en).toBe(
      'The mandate begins on 1 March 2026. It lasts 6 years, by the legal regime. 1 March 2026 + 6 years = 1 March 2032, and the day before is the last. The last day is 29 February 2032.',
    );
    expect(nl).toContain('1 maart 2026 + 6 jaar = 1 maart 2032, en de dag daarvoor is de laatste.');
    expect(fr).toContain('1er mars 2026 + 6 ans = 1er mars 2032, et la veille est le dernier jour.');
  });

  test('tells of a month that does not have the day', () => {
    const leap = terms(FEDERAL, {}, '2024-02-29');
    const { nl, fr, en } = termsExplained(leap);
    expect(en).toContain('29 February 2024 + 6 years: February 2030 has no 29, so it ends with that month.');
    expect(nl).toContain('29 februari 2024 + 6 jaar: februari 2030 heeft geen 29e dag, dus eindigt het met die maand.');
    expect(fr).toContain('29 février 2024 + 6 ans : février 2030 n’a pas de 29, il prend donc fin avec ce mois.');
  });

  test.each<[string, GivenTerms, string, string]>([
    ['BRUSSELS_STATUTE', {}, 'INTERIM', 'It ends when the holder returns, by the legal regime.'],
    [
      'BRUSSELS_STATUTE',
      { endsOn: '2026-12-31' },
      'INTERIM',
      'It ends when the holder returns, by the legal regime. The last day is at the latest 31 December 2026.',
    ],
    ['OISZ_MANAGEMENT', {}, 'INTERIM', 'It lasts for what is left of the term of the holder, by the legal regime.'],
    [
      'OISZ_MANAGEMENT',
      { endsOn: '2028-12-31', reasons: WHY },
      'MANDATE',
      'Its end is fixed by the decision. The last day is 31 December 2028.',
    ],
  ])('of %s with %j tells what ends it', (code, given, kind, expected) => {
    const started = regime(code as 'OISZ_MANAGEMENT', { kind: kind as 'MANDATE' });
    expect(termsExplained(terms(started, given)).en).toBe(`The mandate begins on 1 March 2026. ${expected}`);
  });

  test('tells that no end is fixed, or that the notice prints it', () => {
    expect(termsExplained(terms(regime('OISZ_MANAGEMENT', null))).en).toBe(
      'The mandate begins on 1 March 2026. No end has been fixed.',
    );
    expect(termsExplained(terms(regime('OISZ_MANAGEMENT', { endsOn: '2028-12-31' }))).en).toBe(
      'The mandate begins on 1 March 2026. It ends on a fixed day, by the notice. The last day is 31 December 2028.',
    );
  });
});
