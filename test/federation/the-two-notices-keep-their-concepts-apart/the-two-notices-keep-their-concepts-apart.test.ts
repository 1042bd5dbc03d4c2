import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type Graph, startGraph } from '../../support/graph.ts';

const GOB = 'gob-connectit:vacancy:a5-ad-interim-2025';
const KSZ = 'ksz-ehealth:vacancy:adjunct-administrateur-generaal-2025';
const QUERY = `query($gob: ID!, $ksz: ID!) { gob: vacancy(id: $gob) { ...Both } ksz: vacancy(id: $ksz) { ...Both } }
fragment Both on Vacancy {
  rank weightingClasses functionLevel
  pay { payScale salaryBand grossAnnualSalary { amount } mobilityBudget { amount } }
  mandate { duration }
  applicationDeadline { date closesAt timeZone }
  announcedSteps { key kind weightingClasses actor { name { nl } } decidedBy { name { nl } } outcomes { en } }
  documentRules { kinds { nl } }
  unitsConcerned { budgets { id } headcounts { unitOfMeasure value } }
  position { headcounts { unitOfMeasure kind } }
}`;

let graph: Graph;
// biome-ignore lint/suspicious/noExplicitAny: answers have the shape of their query
let gob: any, ksz: any;
beforeAll(async () => {
  graph = await startGraph();
  const { data, errors } = await graph.ask(QUERY, { gob: GOB, ksz: KSZ });
  expect(errors).toBeUndefined();
  ({ gob, ksz } = data);
});
afterAll(() => graph?.close());

test('1: what a notice does not state stays null or empty, and is not taken from the other', () => {
  expect([gob.weightingClasses, gob.functionLevel, gob.mandate.duration, gob.documentRules]).toEqual(
    Array(4).fill(null),
  );
  expect([ksz.rank, ksz.weightingClasses, ksz.functionLevel, ksz.mandate.duration]).toEqual(Array(4).fill(null));
  expect(gob.unitsConcerned).toEqual([{ budgets: [], headcounts: [] }]);
});

test('2: a pay scale, a salary band, a gross salary and a mobility budget are four concepts', () => {
  expect(gob.pay).toEqual({ payScale: 'A500', salaryBand: null, grossAnnualSalary: null, mobilityBudget: null });
  expect(ksz.pay).toEqual({
    payScale: null,
    salaryBand: 5,
    grossAnnualSalary: { amount: '185457.89' },
    mobilityBudget: { amount: '16875.00' },
  });
});

test('3: the rank A5, the classes A3 to A5 of the evidence, the classes 4 and 5 of the test and band 5 stay apart', () => {
  expect(gob.rank).toBe('A5');
  expect(ksz.documentRules.kinds[2].nl).toMatch(/klassen A3, A4 en A5/);
  const withClasses = ksz.announcedSteps.filter((step: { weightingClasses: unknown }) => step.weightingClasses);
  expect(withClasses).toMatchObject([{ kind: 'COMPUTER_ASSESSMENT', weightingClasses: [4, 5] }]);
  expect(ksz.pay.salaryBand).toBe(5);
});

test('4: both find candidates suitable and rank them; who decides in the end differs', () => {
  const result = (vacancy: { announcedSteps: { kind: string }[] }) =>
    vacancy.announcedSteps.find((step) => step.kind === 'RESULT');
  for (const vacancy of [gob, ksz]) {
    const words = JSON.stringify(result(vacancy));
    expect(words).toMatch(/suitable/i);
    expect(words).toMatch(/ranking/i);
  }
  expect(result(gob)).toMatchObject({ decidedBy: { name: { nl: 'Regering van het Brussels Hoofdstedelijk Gewest' } } });
  expect(ksz.announcedSteps.at(-1)).toMatchObject({
    kind: 'ADDITIONAL_INTERVIEW',
    actor: { name: { nl: 'Bevoegde instantie' } },
  });
});

test('5: people are counted in persons, never in full-time equivalents', () => {
  const counts = [...ksz.unitsConcerned, ksz.position].flatMap((owner) => owner.headcounts);
  expect(counts).toHaveLength(3);
  expect(counts.map((count: { unitOfMeasure: string }) => count.unitOfMeasure)).toEqual(Array(3).fill('PERSONS'));
});

test('6: the deadline day counts to its end in Brussels', () => {
  expect(gob.applicationDeadline).toMatchObject({ timeZone: 'Europe/Brussels', closesAt: '2025-09-12T22:00:00Z' });
  expect(ksz.applicationDeadline).toMatchObject({ timeZone: 'Europe/Brussels', closesAt: '2025-10-22T22:00:00Z' });
});

test('7: days printed as day, month and year are read in that order', () => {
  expect([gob.applicationDeadline.date, ksz.applicationDeadline.date]).toEqual(['2025-09-12', '2025-10-22']);
});
