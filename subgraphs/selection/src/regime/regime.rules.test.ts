import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from '@jest/globals';
import { Temporal } from 'temporal-polyfill';
import { RULE_BASES } from './regime.grounds.rules.ts';
import { type LegalRegime, listedRules, REGIME_CODES, REGIMES, regimeOn, versionOn } from './regime.rules.ts';
import { regime } from './testing/notices.ts';

const daysOf = (year: number) =>
  Array.from({ length: 365 }, (_, number) => Temporal.PlainDate.from(`${year}-01-01`).add({ days: number }).toString());
const SUBGRAPHS = fileURLToPath(new URL('../../../', import.meta.url));
const named = readdirSync(SUBGRAPHS)
  .map((folder) => path.join(SUBGRAPHS, folder))
  .filter((folder) => readdirSync(folder).includes('institution.json'))
  .map(
    (folder) =>
      JSON.parse(readFileSync(path.join(folder, 'institution.json'), 'utf8')) as { legalRegime: string | null },
  )
  .flatMap(({ legalRegime }) => (legalRegime === null ? [] : [legalRegime]));

describe('legal 1: the versions of a regime', () => {
  test('hold on every day of the year of the notices, for every institution that names one', () => {
    expect(named.length).toBeGreaterThan(1);
    for (const code of [...REGIME_CODES, ...named])
      for (const day of daysOf(2025)) expect(regimeOn(code, day)?.code).toBe(code);
  });

  test('do not overlap, and each begins before it ends', () => {
    for (const code of REGIME_CODES) {
      const versions = REGIMES.filter((version) => version.code === code);
      const sorted = [...versions].sort((one, other) => (one.validFrom < other.validFrom ? -1 : 1));
      for (const [index, { validFrom, validTo }] of sorted.entries()) {
        expect(validTo === null || validFrom < validTo).toBe(true);
        const next = sorted[index + 1];
        if (next !== undefined) expect(validTo !== null && validTo <= next.validFrom).toBe(true);
      }
    }
  });

  test('hold from their first day on, and not any more on the day they end', () => {
    const version = (validFrom: string, validTo: string | null): LegalRegime => ({
      ...regime('OISZ_MANAGEMENT'),
      validFrom,
      validTo,
    });
    const versions = [version('2010-01-01', '2014-05-19'), version('2014-05-19', null)];
    const from = (day: string) => versionOn(versions, 'OISZ_MANAGEMENT', day)?.validFrom ?? null;
    expect(['2009-12-31', '2010-01-01', '2014-05-18', '2014-05-19', '2099-12-31'].map(from)).toEqual([
      ...[null, '2010-01-01', '2010-01-01', '2014-05-19', '2014-05-19'],
    ]);
    expect(versionOn(versions, 'BRUSSELS_STATUTE', '2014-05-19')).toBeNull();
  });

  test('are not invented for days of which the law was not read', () => {
    expect(regimeOn('OISZ_MANAGEMENT', '2014-05-18')).toBeNull();
    expect(regimeOn('OISZ_MANAGEMENT', '2014-05-19')).not.toBeNull();
    expect(regimeOn('BRUSSELS_STATUTE', '2018-03-31')).toBeNull();
    expect(regimeOn('BRUSSELS_STATUTE', '2018-04-01')).not.toBeNull();
    expect(regimeOn('FEDERAL_SERVICES', '2025-10-22')).toBeNull();
  });
});

describe('every rule of a regime', () => {
  test.each(REGIMES)('$code from $validFrom says what it rests on, in three languages', (version) => {
    const grounds = [...listedRules(version), { name: 'validity', ...version.validity }];
    expect(grounds.length).toBeGreaterThan(25);
    for (const { basis, source } of grounds) {
      expect(RULE_BASES).toContain(basis);
      expect(source.original).toBeNull();
      for (const text of [source.nl, source.fr, source.en]) expect(text).toMatch(/^[A-Z].{20,}\.$/);
      expect(new Set([source.nl, source.fr, source.en]).size).toBe(3);
    }
  });

  const ofBasis = (code: (typeof REGIME_CODES)[number], basis: string) =>
    listedRules(regime(code))
      .filter((rule) => rule.basis === basis)
      .map(({ name }) => name)
      .sort();

  test('is law, or printed, or to be looked up, or a choice: federal', () => {
    expect(ofBasis('OISZ_MANAGEMENT', 'FOUND')).toEqual([
      ...['appeal', 'assessmentLevels', 'exemption', 'holdersExempt', 'mandate', 'suitabilityScheme', 'waiting'],
    ]);
    expect(ofBasis('OISZ_MANAGEMENT', 'STATED')).toEqual(['decidingAuthority', 'feedback', 'waitingJudgedOn']);
    expect(ofBasis('OISZ_MANAGEMENT', 'UNVERIFIED')).toEqual([
      ...['chairRequired', 'committeeSize', 'departureFromRanking', 'interimMandate'],
    ]);
  });

  test('is law, or printed, or to be looked up, or a choice: Brussels', () => {
    expect(ofBasis('BRUSSELS_STATUTE', 'FOUND')).toEqual(['appeal', 'mandate']);
    expect(ofBasis('BRUSSELS_STATUTE', 'STATED')).toEqual(['decidingAuthority', 'suitabilityScheme']);
    expect(ofBasis('BRUSSELS_STATUTE', 'UNVERIFIED')).toEqual(['committeeSize', 'departureFromRanking']);
  });

  test('legal 4: of the assessment rests on the decree that was found, and tells of the one that was not read', () => {
    const { assessmentLevels, exemption, waiting, holdersExempt } = regime('OISZ_MANAGEMENT').rules;
    for (const { basis, source } of [assessmentLevels, exemption, waiting, holdersExempt]) {
      expect(basis).toBe('FOUND');
      expect(source.en).toMatch(
        /10 April 2014 \(numac 2014002031\).+19 April 2014 .+\(numac 2014002030\) only the opening/,
      );
    }
    const { basis, source } = regime('OISZ_MANAGEMENT').validity;
    expect([basis, source.en]).toEqual(['UNVERIFIED', expect.stringContaining('19 April 2014 (numac 2014002030)')]);
  });

  test('has the value that the sources give', () => {
    const valuesOf = (code: (typeof REGIME_CODES)[number]) =>
      Object.fromEntries(listedRules(regime(code)).map(({ name, value }) => [name, value]));
    const common = {
      suitabilityScheme: 'SUITABLE_UNSUITABLE',
      tiesAllowed: false,
      departureFromRanking: 'WITH_REASONS',
      reservationAtAppointment: 'TO_BE_LIFTED',
      answerTerm: 'P30D',
      committeeSize: null,
      quorum: 'MORE_THAN_HALF',
      chairRequired: true,
      languageParity: 'REPORTED',
      scoreScale: { lowest: '0', highest: '20' },
      passMark: null,
      exemptionLastDay: 'INCLUDED',
      exemptionJudgedOn: 'OPENING_OF_STEP',
      dayOfPassing: 'DAY_OF_TEST',
      waitingLastDay: 'INCLUDED',
      waitingJudgedOn: 'DAY_OF_SESSION',
      registrationOnlyInPeriod: true,
      cancelAtLatest: 'PT0S',
      cancelAsked: null,
      rebookingAllowed: true,
      absenceExcludes: false,
      feedback: { duration: 'P2M', startsFrom: 'SENDING_OF_RESULTS' },
      appeal: { duration: 'P60D', startsFrom: 'NOTIFICATION', delayWithoutRemedy: 'P4M' },
      complaint: null,
      contest: { duration: 'P30D', startsFrom: 'NOTIFICATION' },
      rightsLastDay: 'INCLUDED',
      otherMandate: { duration: null, end: 'BY_DECISION' },
    };
    expect(valuesOf('OISZ_MANAGEMENT')).toEqual({
      ...common,
      decidingAuthority: 'COMPETENT_AUTHORITY',
      assessmentLevels: [
        [1, 2, 3],
        [4, 5],
        [6, 7],
      ],
      exemption: { duration: 'P2Y', startsFrom: 'DAY_OF_PASSING', levels: 'SAME_OR_LOWER' },
      waiting: { duration: 'P6M', startsFrom: 'DAY_OF_TEST', levels: 'SAME_OR_HIGHER' },
      holdersExempt: 'SAME_OR_HIGHER',
      mandate: { duration: 'P6Y', end: 'END_OF_DURATION' },
      interimMandate: { duration: null, end: 'REMAINING_TERM' },
    });
    expect(valuesOf('BRUSSELS_STATUTE')).toEqual({
      ...common,
      feedback: { duration: null, startsFrom: 'SENDING_OF_RESULTS' },
      decidingAuthority: 'GOVERNMENT',
      ...{ assessmentLevels: null, exemption: null, waiting: null, holdersExempt: null },
      mandate: { duration: 'P5Y', end: 'END_OF_DURATION' },
      interimMandate: { duration: null, end: 'RETURN_OF_HOLDER' },
    });
  });
});
