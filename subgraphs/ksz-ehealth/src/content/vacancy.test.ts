import { describe, expect, it } from '@jest/globals';
import { parseId } from '@mandate-graph/domain';
import { vacancies } from './vacancy.ts';

const vacancy = vacancies[0]!.state;
const { sources } = vacancy;
const local = (id: string | null): string | null => (id === null ? null : parseId(id)!.local);
const tally = <T extends string>(values: readonly (T | null)[]): Partial<Record<T, number>> => {
  const counts: Partial<Record<T, number>> = {};
  for (const value of values) if (value !== null) counts[value] = (counts[value] ?? 0) + 1;
  return counts;
};

describe('the header', () => {
  it('keeps the nine labels without a value as silence, each at its own line', () => {
    const empty = Object.entries(sources).filter(([, source]) => source.status === 'NOT_STATED');
    expect(
      empty.map(([path, { copies }]) => [path, copies[0]![0]]).toSorted((a, b) => Number(a[1]) - Number(b[1])),
    ).toEqual([
      ['selectionCode', 3],
      ['languageRoles', 4],
      ['diploma', 5],
      ['contractType', 6],
      ['functionLevel', 7],
      ['recruitmentType', 8],
      ['mandate.duration', 9],
      ['workplace', 10],
      ['workingTime', 11],
    ]);
  });

  it('tells the closing day, the inclusive deadline and the language of the procedure', () => {
    expect(vacancy).toMatchObject({
      noticeType: 'MANAGEMENT_VACANCY',
      genderMarker: 'm/v/x',
      openToAllGenders: true,
      topManagementFunction: true,
      closedOn: '2025-10-22',
      applicationDeadline: { date: '2025-10-22', timeOfDay: null },
      procedureLanguage: 'nl',
      mandate: { kind: 'MANDATE', interim: null, duration: null },
      publication: 'PUBLISHED',
      historical: true,
    });
    expect(vacancy.unitsConcerned.map(local)).toEqual(['ksz', 'ehealth-platform']);
    expect(local(vacancy.recruiter)).toBe('dg-rekrutering-en-ontwikkeling');
    expect(vacancy.links).toHaveLength(3);
    expect(vacancy.contactPoints.map(({ email }) => email)).toEqual(['topteam@bosa.fgov.be']);
  });

  it('leaves null what the notice does not say, classes 4 and 5 of the assessment included', () => {
    expect([vacancy.rank, vacancy.weightingClasses, vacancy.vacantPositions, vacancy.internalOnly]).toEqual([
      null,
      null,
      null,
      null,
    ]);
    expect([vacancy.publishedOn, vacancy.opensOn, vacancy.noticeTitle, vacancy.temporary]).toEqual([
      null,
      null,
      null,
      null,
    ]);
  });
});

describe('the job', () => {
  it('has 6 aims, 1 value, and duties under three headings', () => {
    expect([vacancy.aims.length, vacancy.values.length]).toEqual([6, 1]);
    expect(vacancy.responsibilities.map(({ activities }) => activities.length)).toEqual([6, 6, 4]);
  });

  it('has 14 permanent result areas: 10 common, 1 of the KSZ, 3 of the eHealth platform', () => {
    expect(tally(vacancy.resultAreas.map(({ unit }) => local(unit) ?? 'common'))).toEqual({
      common: 10,
      ksz: 1,
      'ehealth-platform': 3,
    });
    expect(tally(vacancy.resultAreas.map(({ kind }) => kind))).toEqual({ PERMANENT: 14 });
  });

  it('keeps band, gross amount and mobility budget apart, each stated in both places', () => {
    expect(vacancy.pay).toEqual({
      payScale: null,
      salaryBand: 5,
      grossAnnualSalary: { amount: '185457.89', currency: 'EUR' },
      indexed: true,
      indexDate: null,
      mobilityBudget: { amount: '16875.00', currency: 'EUR' },
      payee: null,
    });
    expect(sources['pay.salaryBand']?.copies).toEqual([
      [131, 131],
      [309, 309],
    ]);
    expect(sources['pay.mobilityBudget']?.copies).toEqual([
      [132, 132],
      [310, 310],
    ]);
  });
});

describe('the competences', () => {
  const { competences } = vacancy;

  it('are 14 nodes: 6 specific, 8 generic in four groups of two', () => {
    expect(tally(competences.map(({ scope }) => scope))).toEqual({ SPECIFIC: 6, GENERIC: 8 });
    expect(Object.values(tally(competences.map(({ group }) => group?.nl ?? null)))).toEqual([2, 2, 2, 2]);
    expect(competences.map(({ statements }) => statements.length)).toEqual(Array.from({ length: 14 }, () => 1));
  });

  it('tally 4 specialist and 2 advanced; 3 application, 2 analysis, 1 insight', () => {
    expect(tally(competences.map(({ masteryLevel }) => masteryLevel))).toEqual({ SPECIALIST: 4, ADVANCED: 2 });
    expect(tally(competences.map(({ masteryType }) => masteryType))).toEqual({
      APPLICATION: 3,
      ANALYSIS: 2,
      INSIGHT: 1,
    });
  });

  it('are one node where two steps assess them, with the lines of both places', () => {
    const shared = competences.flatMap((competence, index) =>
      competence.assessedIn.length === 2 ? [{ competence, index }] : [],
    );
    expect(shared.map(({ competence }) => competence.label.nl)).toEqual([
      'Samenwerken',
      'Oplossingsgericht zijn',
      'Jezelf kennen',
    ]);
    expect(shared.map(({ index }) => sources[`competences[${index}]`]?.copies.map(([first]) => first))).toEqual([
      [251, 285],
      [252, 288],
      [253, 291],
    ]);
    const assessed = (key: string) => competences.filter(({ assessedIn }) => assessedIn.includes(key)).length;
    expect([assessed('computer-assessment'), assessed('oral-test')]).toEqual([3, 14]);
  });
});
