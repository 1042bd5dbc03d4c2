import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type Catalogue, openCatalogue } from './testing/catalogue.harness.ts';
import { idOf, NORTH, position, REGISTRY, recorded, same, unit, vacancy } from './testing/recorded.ts';

let catalogue: Catalogue;
beforeAll(async () => {
  catalogue = await openCatalogue();
  await catalogue.take(
    recorded(NORTH, 'position', 'head', position({ title: same('Hoofd') })),
    ...Array.from({ length: 40 }, (_, n) => n).flatMap((n) => [
      recorded(NORTH, 'unit', `u${n}`, unit({ parent: n === 0 ? null : idOf(NORTH, 'unit', `u${n - 1}`) })),
      ...REGISTRY.map((entry) =>
        recorded(
          entry,
          'vacancy',
          `v${n}`,
          vacancy({
            title: same(`Directeur ${n}`),
            unitsConcerned: [idOf(NORTH, 'unit', `u${n}`)],
            position: idOf(NORTH, 'position', 'head'),
          }),
        ),
      ),
    ]),
  );
});
afterAll(() => catalogue.close());

const NODES = 'edges { cursor relevance snippet { text match } node { __typename id } }';
const cost = async (selection: string, variables: Record<string, unknown>) => {
  const { data, statements } = await catalogue.ask(
    `query ($first: Int, $filter: VacancyFilter, $orderBy: VacancyOrder) { vacancies(first: $first, filter: $filter, orderBy: $orderBy) { ${selection} } }`,
    variables,
  );
  return { edges: data.vacancies.edges?.length, statements };
};

describe('the number of statements', () => {
  test.each<[string, string, number]>([
    ['a page', `${NODES} pageInfo { hasNextPage endCursor }`, 1],
    ['the page alone', 'pageInfo { hasNextPage }', 1],
    ['the total', 'totalCount', 1],
    ['facets', 'facets { status { value count } rank { value count } closingMonth { value count } }', 1],
    ['everything', `${NODES} pageInfo { endCursor } totalCount facets { status { value count } }`, 3],
    ['nothing but a name', '__typename', 0],
  ])('of %s depends on what is selected', async (_what, selection, statements) => {
    expect((await cost(selection, { first: 5 })).statements).toBe(statements);
  });

  test('does not grow with the page, nor with the depth of the tree', async () => {
    const everything = `${NODES} pageInfo { endCursor } totalCount facets { status { value count } }`;
    for (const orderBy of ['CLOSING_DATE', 'CLOSING_DATE_DESC', 'TITLE', 'PAY_DESC']) {
      expect(await cost(everything, { first: 5, orderBy })).toEqual({ edges: 5, statements: 3 });
      expect(await cost(everything, { first: 100, orderBy })).toEqual({ edges: 100, statements: 3 });
    }
    const subtree = (local: string) => ({ subtreeOf: idOf(NORTH, 'unit', local) });
    expect(await cost(everything, { first: 1, filter: subtree('u39') })).toEqual({ edges: 1, statements: 3 });
    expect(await cost(everything, { first: 100, filter: subtree('u7') })).toEqual({ edges: 99, statements: 3 });
  });

  test('is one more for a search, which turns its words into queries once', async () => {
    const everything = `${NODES} totalCount facets { status { value count } }`;
    for (const orderBy of ['RELEVANCE', 'TITLE']) {
      const search = { filter: { text: 'directeur hoofd' }, orderBy };
      expect(await cost(everything, { first: 5, ...search })).toEqual({ edges: 5, statements: 4 });
      expect(await cost(everything, { first: 100, ...search })).toEqual({ edges: 100, statements: 4 });
    }
  });

  test('of units is one for a page and one for the total', async () => {
    const units = async (first: number) =>
      (
        await catalogue.ask(
          'query ($first: Int) { organisationalUnits(first: $first) { totalCount edges { node { id } } pageInfo { endCursor } } }',
          { first },
        )
      ).statements;
    expect([await units(2), await units(40)]).toEqual([2, 2]);
  });

  test('of references and institutions is none', async () => {
    const { data, statements } = await catalogue.ask(
      'query ($references: [_Any!]!) { _entities(representations: $references) { __typename } institutions { code } }',
      { references: [{ __typename: 'Vacancy', id: idOf(NORTH, 'vacancy', 'v1') }] },
    );
    expect(data._entities).toEqual([{ __typename: 'NorthVacancy' }]);
    expect(statements).toBe(0);
  });
});

describe('the common orders', () => {
  test.each([
    ['closing_date, id', 'vacancy_closing'],
    ['closing_date DESC, id DESC', 'vacancy_closing'],
    ['sort_title, id', 'vacancy_title'],
    ["coalesce(gross_annual_salary, '-infinity'::numeric) DESC, id DESC", 'vacancy_pay'],
  ])('%s reads its index, and sorts nothing', async (order, name) => {
    const plan = await catalogue.source.transaction(async (manager) => {
      await manager.query('SET LOCAL enable_seqscan = off');
      return manager.query(`EXPLAIN SELECT id FROM vacancy ORDER BY ${order} LIMIT 20`);
    });
    const text = plan.map((row: Record<string, string>) => row['QUERY PLAN']).join('\n');
    expect(text).toMatch(new RegExp(`Index (Only )?Scan (Backward )?using ${name}`));
    expect(text).not.toContain('Sort');
  });
});
