import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { encodeCursor } from '@mandate-graph/persistence';
import { type Catalogue, openCatalogue } from '../testing/catalogue.harness.ts';
import { EAST, idOf, NORTH, recorded, SOUTH_WEST, vacancy } from '../testing/recorded.ts';

let catalogue: Catalogue;
const coded = (selectionCode: string, date: string) =>
  vacancy({ selectionCode, applicationDeadline: { date, timeOfDay: null } });

beforeAll(async () => {
  catalogue = await openCatalogue();
  await catalogue.take(
    recorded(EAST, 'vacancy', 'coded', coded('SEL-7', '2025-11-01')),
    recorded(EAST, 'vacancy', 'again', coded('SEL-7', '2025-12-01')),
    recorded(NORTH, 'vacancy', 'other', coded('SEL-8', '2026-01-01')),
  );
});
afterAll(() => catalogue.close());

describe('a selection code', () => {
  const by = async (selectionCode: string, institution?: string) =>
    (
      await catalogue.ask(
        'query ($code: String!, $institution: String) { vacancyBySelectionCode(selectionCode: $code, institution: $institution) { __typename id } }',
        { code: selectionCode, institution },
      )
    ).data.vacancyBySelectionCode;

  test('finds its vacancy, the latest when it was used again', async () => {
    expect(await by(' sel-7 ')).toEqual({ __typename: 'EastVacancy', id: idOf(EAST, 'vacancy', 'again') });
    expect(await by('SEL-8', 'north')).toEqual({ __typename: 'NorthVacancy', id: idOf(NORTH, 'vacancy', 'other') });
  });

  test('that nobody, or not this institution, has given out is null', async () => {
    expect(await by('SEL-9')).toBeNull();
    expect(await by('SEL-7', 'north')).toBeNull();
  });

  test('that two institutions have given out needs the institution', async () => {
    await catalogue.take(recorded(SOUTH_WEST, 'vacancy', 'same', vacancy({ selectionCode: 'SEL-8' })));
    const query = '{ vacancyBySelectionCode(selectionCode: "SEL-8") { id } }';
    expect(await catalogue.refused(query)).toEqual([
      expect.objectContaining({
        path: 'institution',
        code: 'AMBIGUOUS',
        rule: expect.stringContaining('north and south-west'),
      }),
    ]);
    expect((await by('SEL-8', 'south-west')).id).toBe(idOf(SOUTH_WEST, 'vacancy', 'same'));
    await catalogue.take(recorded(SOUTH_WEST, 'vacancy', 'same', [], 2));
  });

  test('without letters, or of an unknown institution, is refused', async () => {
    const query = '{ vacancyBySelectionCode(selectionCode: " ", institution: "west") { id } }';
    expect((await catalogue.refused(query)).map(({ path, code }) => `${path} ${code}`)).toEqual([
      'institution UNKNOWN_INSTITUTION',
      'selectionCode INVALID_VALUE',
    ]);
  });
});

describe('arguments that make no sense', () => {
  const refused = (variables: Record<string, unknown>) =>
    catalogue.refused(
      `query ($filter: VacancyFilter, $orderBy: VacancyOrder, $first: Int, $last: Int, $after: String, $before: String) {
        vacancies(filter: $filter, orderBy: $orderBy, first: $first, last: $last, after: $after, before: $before) { totalCount } }`,
      variables,
    );

  test('are refused together, each with field, value and rule', async () => {
    const filter = {
      institution: ['north', 'west'],
      unit: 'north:vacancy:both',
      subtreeOf: 'nonsense',
      rank: [''],
      closingFrom: '2025-02-01',
      closingTo: '2025-01-31',
      payFrom: '100.5',
      payTo: '99.999999',
    };
    const problems = await refused({ filter, orderBy: 'RELEVANCE', first: 101, after: 'x' });
    expect(problems.map(({ path, code, value }) => [path, code, value])).toEqual([
      ['filter.institution[1]', 'UNKNOWN_INSTITUTION', 'west'],
      ['filter.unit', 'INVALID_ID', 'north:vacancy:both'],
      ['filter.subtreeOf', 'INVALID_ID', 'nonsense'],
      ['filter.rank[0]', 'INVALID_VALUE', ''],
      ['filter.closingFrom', 'INVALID_RANGE', '2025-02-01'],
      ['filter.payFrom', 'INVALID_RANGE', '100.5'],
      ['orderBy', 'TEXT_REQUIRED', 'RELEVANCE'],
      ['first', 'OUT_OF_RANGE', '101'],
      ['after', 'INVALID_CURSOR', 'x'],
    ]);
    for (const { rule, path } of problems)
      expect(rule).toMatch(new RegExp(`^${path.replace(/[[\]]/g, '\\$&')} .+\\.$`));
  });

  test.each(['zoek '.repeat(41), Array.from({ length: 21 }, (_, index) => `w${index}`).join(' ')])(
    'such as a text that is too long',
    async (text) => {
      expect(await refused({ filter: { text } })).toEqual([
        expect.objectContaining({ path: 'filter.text', code: 'TOO_LONG' }),
      ]);
    },
  );

  const id = 'north:vacancy:both';
  test.each<[string, readonly (string | number | null)[]]>([
    ['CLOSING_DATE', ['not-a-date', id]],
    ['CLOSING_DATE', [7, id]],
    ['CLOSING_DATE', [null, id]],
    ['CLOSING_DATE', ['2025-01-01', 'no id']],
    ['TITLE', ['nul\0', id]],
    ['PAY_DESC', ['much', id]],
    ['PAY_DESC', ['NaN', id]],
    ['RELEVANCE', ['1e999', id]],
    ['RELEVANCE', ['Infinity', id]],
  ])('such as a forged cursor of the order %s: %j', async (orderBy, key) => {
    for (const name of ['after', 'before']) {
      const cursor = encodeCursor(orderBy, key);
      const problems = await refused({ filter: { text: 'x' }, orderBy, [name]: cursor });
      expect(problems).toEqual([
        expect.objectContaining({ path: name, code: 'INVALID_CURSOR', value: cursor.slice(0, 100) }),
      ]);
    }
  });

  test('such as a cursor of another order', async () => {
    const after = encodeCursor('TITLE', ['a', id]);
    expect(await refused({ orderBy: 'CLOSING_DATE', after })).toEqual([
      expect.objectContaining({ code: 'INVALID_CURSOR' }),
    ]);
  });
});
