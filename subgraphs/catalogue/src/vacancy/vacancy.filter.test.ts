import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { euro, SILENT_PAY, type VacancyState } from '@mandate-graph/domain';
import { type Catalogue, openCatalogue } from '../testing/catalogue.harness.ts';
import { EAST, idOf, NORTH, recorded, SOUTH_WEST, same, unit, vacancy } from '../testing/recorded.ts';

let catalogue: Catalogue;
const pay = (amount: string) => ({ ...SILENT_PAY, grossAnnualSalary: euro(amount) });
const closing = (date: string) => ({ applicationDeadline: { date, timeOfDay: null } });
const unitId = (local: string) => idOf(NORTH, 'unit', local);
const roles = (...both: ('NL' | 'FR')[]) => ({ languageRoles: { roles: both, combinator: 'OR' as const } });

const NORTHERN: Record<string, Partial<VacancyState>> = {
  both: {
    ...roles('NL', 'FR'),
    rank: 'A5',
    contractType: 'MANDATE',
    ...closing('2025-09-12'),
    unitsConcerned: [unitId('leaf')],
  },
  dutch: {
    ...roles('NL'),
    rank: 'A4',
    ...closing('2025-10-22'),
    pay: pay('185457.89'),
    unitsConcerned: [unitId('branch')],
  },
  closed: { rank: 'A5', contractType: 'STATUTORY', ...closing('2025-08-31'), pay: pay('90000'), functionLevel: 'A' },
  announced: { ...closing('2025-10-31'), opensOn: '2025-09-02', functionLevel: 'A' },
};

beforeAll(async () => {
  catalogue = await openCatalogue();
  await catalogue.take(
    recorded(NORTH, 'unit', 'root', unit()),
    recorded(NORTH, 'unit', 'branch', [
      { validFrom: null, validTo: '2025-06-01', state: unit({ parent: null }) },
      { validFrom: '2025-06-01', validTo: null, state: unit({ parent: unitId('root') }) },
    ]),
    recorded(NORTH, 'unit', 'leaf', unit({ parent: unitId('branch') })),
    ...Object.entries(NORTHERN).map(([local, state]) => recorded(NORTH, 'vacancy', local, vacancy(state))),
    recorded(SOUTH_WEST, 'vacancy', 'filled', vacancy({ publication: 'FILLED', title: same('Bijzonder') })),
    recorded(SOUTH_WEST, 'vacancy', 'withdrawn', vacancy({ publication: 'WITHDRAWN', ...closing('2025-09-30') })),
    recorded(EAST, 'vacancy', 'coded', vacancy({ selectionCode: 'SEL-7', ...closing('2025-11-01') })),
    recorded(EAST, 'vacancy', 'again', vacancy({ selectionCode: 'SEL-7', ...closing('2025-12-01') })),
    recorded(NORTH, 'vacancy', 'other', vacancy({ selectionCode: 'SEL-8', ...closing('2026-01-01') })),
    recorded(EAST, 'vacancy', 'ended', { validFrom: null, validTo: '2025-09-01', state: vacancy() }),
    recorded(EAST, 'vacancy', 'changing', [
      { validFrom: null, validTo: '2025-09-01', state: vacancy({ rank: 'OLD', ...closing('2026-02-01') }) },
      { validFrom: '2025-09-01', validTo: null, state: vacancy({ rank: 'NEW', ...closing('2026-02-01') }) },
    ]),
  );
});
afterAll(() => catalogue.close());

const filtered = async (filter: object): Promise<string[]> => {
  const { data } = await catalogue.ask(
    'query ($filter: VacancyFilter) { vacancies(filter: $filter) { totalCount edges { node { id } } } }',
    { filter },
  );
  expect(data.vacancies.totalCount).toBe(data.vacancies.edges.length);
  return data.vacancies.edges.map((edge: { node: { id: string } }) => edge.node.id.split(':')[2]);
};

describe('a filter', () => {
  test('left out lists each vacancy that is valid today once', async () => {
    expect(await filtered({})).toEqual([
      'closed',
      'both',
      'withdrawn',
      'filled',
      'dutch',
      'announced',
      'coded',
      'again',
      'other',
      'changing',
    ]);
  });

  test.each<[string, object, string[]]>([
    ['an institution', { institution: ['south-west'] }, ['withdrawn', 'filled']],
    ['institutions', { institution: ['south-west', 'east'] }, ['withdrawn', 'filled', 'coded', 'again', 'changing']],
    ['no institution', { institution: [] }, []],
    ['exactly a unit', { unit: unitId('branch') }, ['dutch']],
    ['a unit of a day', { unit: `${unitId('branch')}@2020-01-01` }, ['dutch']],
    ['a unit nobody has heard of', { unit: unitId('nowhere') }, []],
    ['a unit and all below it', { subtreeOf: unitId('root') }, ['both', 'dutch']],
    ['a leaf', { subtreeOf: unitId('leaf') }, ['both']],
    ['what was below a unit on a day', { subtreeOf: `${unitId('root')}@2025-05-31` }, []],
    ['what was below a unit on the day after', { subtreeOf: `${unitId('root')}@2025-06-01` }, ['both', 'dutch']],
    ['a status', { status: ['OPEN'] }, ['both', 'dutch', 'coded', 'again', 'other', 'changing']],
    ['statuses', { status: ['CLOSED', 'ANNOUNCED', 'FILLED'] }, ['closed', 'filled', 'announced']],
    ['a language role', { languageRole: ['FR'] }, ['both']],
    ['language roles', { languageRole: ['FR', 'NL'] }, ['both', 'dutch']],
    ['a rank', { rank: ['A5'] }, ['closed', 'both']],
    ['the rank of today', { rank: ['OLD', 'NEW'] }, ['changing']],
    ['a function level', { functionLevel: ['A'] }, ['closed', 'announced']],
    ['a contract type', { contractType: ['MANDATE'] }, ['both']],
    ['a range of deadlines', { closingFrom: '2025-09-12', closingTo: '2025-09-30' }, ['both', 'withdrawn']],
    ['an open range of deadlines', { closingFrom: '2025-12-02' }, ['other', 'changing']],
    ['a range of pay', { payFrom: '90000.01', payTo: '185457.89' }, ['dutch']],
    ['a highest pay', { payTo: '90000.000' }, ['closed']],
    ['several of them', { rank: ['A5'], status: ['OPEN'], institution: ['north'] }, ['both']],
    [
      'null, which is none',
      { rank: null, text: null, unit: null, closingFrom: null, payTo: null, status: ['FILLED'] },
      ['filled'],
    ],
  ])('by %s', async (_what, filter, expected) => {
    expect(await filtered(filter)).toEqual(expected);
  });
});

describe('facets', () => {
  const facets = async (filter: object) => {
    const { data } = await catalogue.ask(
      `query ($filter: VacancyFilter) { vacancies(filter: $filter, first: 1) { facets {
        institution { value count } status { value count } languageRole { value count } rank { value count }
        functionLevel { value count } contractType { value count } closingMonth { value count } } } }`,
      { filter },
    );
    const short = Object.entries(data.vacancies.facets as Record<string, { value: string; count: number }[]>);
    return Object.fromEntries(
      short.map(([name, counts]) => [name, counts.map(({ value, count }) => `${value} ${count}`)]),
    );
  };

  test('count the whole list, and silence under no value', async () => {
    expect(await facets({})).toEqual({
      institution: ['north 5', 'east 3', 'south-west 2'],
      status: ['OPEN 6', 'ANNOUNCED 1', 'CLOSED 1', 'FILLED 1', 'WITHDRAWN 1'],
      languageRole: ['NL 2', 'FR 1'],
      rank: ['A5 2', 'A4 1', 'NEW 1'],
      functionLevel: ['A 2'],
      contractType: ['MANDATE 1', 'STATUTORY 1'],
      closingMonth: ['2025-08 1', '2025-09 2', '2025-10 3', '2025-11 1', '2025-12 1', '2026-01 1', '2026-02 1'],
    });
  });

  test('leave their own filter out of account, and no other', async () => {
    expect(await facets({ rank: ['A5'], institution: ['north'] })).toEqual({
      institution: ['north 2'],
      status: ['CLOSED 1', 'OPEN 1'],
      languageRole: ['FR 1', 'NL 1'],
      rank: ['A5 2', 'A4 1'],
      functionLevel: ['A 1'],
      contractType: ['MANDATE 1', 'STATUTORY 1'],
      closingMonth: ['2025-08 1', '2025-09 1'],
    });
    expect(await facets({ languageRole: ['FR'], closingTo: '2025-09-30' })).toMatchObject({
      languageRole: ['FR 1', 'NL 1'],
      closingMonth: ['2025-09 1'],
      rank: ['A5 1'],
    });
    expect((await facets({ closingTo: '2025-09-30', status: ['OPEN'] })).closingMonth).toEqual([
      '2025-09 1',
      '2025-10 1',
      '2025-11 1',
      '2025-12 1',
      '2026-01 1',
      '2026-02 1',
    ]);
  });

  test('count what a search finds', async () => {
    expect(await facets({ text: 'bijzonder' })).toMatchObject({ institution: ['south-west 1'], status: ['FILLED 1'] });
  });
});
