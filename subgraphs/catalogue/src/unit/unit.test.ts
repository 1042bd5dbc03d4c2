import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { dutch, passage } from '@mandate-graph/domain';
import { encodeCursor } from '@mandate-graph/persistence';
import { type Catalogue, openCatalogue } from '../testing/catalogue.harness.ts';
import { body, EAST, idOf, NORTH, recorded, SOUTH_WEST, same, unit } from '../testing/recorded.ts';

let catalogue: Catalogue;
const north = (local: string) => idOf(NORTH, 'unit', local);
const east = (local: string) => idOf(EAST, 'unit', local);

beforeAll(async () => {
  catalogue = await openCatalogue();
  await catalogue.take(
    recorded(NORTH, 'unit', 'whole', unit({ name: dutch('Ärchief', 'Archives', 'Archive'), kind: 'PUBLIC_SERVICE' })),
    recorded(NORTH, 'unit', 'part', unit({ name: same('beheer'), parent: north('whole'), aliases: ['BHR'] })),
    recorded(NORTH, 'unit', 'detail', [
      { validFrom: '2024-01-01', validTo: '2025-06-01', state: unit({ name: same('Cel'), parent: north('whole') }) },
      { validFrom: '2025-06-01', validTo: null, state: unit({ name: same('Cel'), parent: north('part') }) },
    ]),
    recorded(
      SOUTH_WEST,
      'unit',
      'twin',
      unit({ name: same('Archief'), tasks: [passage('Bewaren', 'Garder', 'Keeping')] }),
    ),
    // Two events, each right in its turn, that together make a circle for a moment.
    recorded(EAST, 'unit', 'egg', unit({ name: same('Ei'), parent: east('hen') })),
    recorded(EAST, 'unit', 'hen', unit({ name: same('Hen'), parent: east('egg') })),
    recorded(NORTH, 'body', 'council', body({ name: same('Archiefraad') })),
  );
});
afterAll(() => catalogue.close());

const QUERY = `query ($filter: UnitFilter, $asOf: LocalDate, $first: Int, $after: String, $last: Int, $before: String) {
  organisationalUnits(filter: $filter, asOf: $asOf, first: $first, after: $after, last: $last, before: $before) {
    totalCount edges { cursor node { __typename id } } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } }`;
interface UnitPage {
  readonly ids: string[];
  readonly edges: { readonly node: { readonly __typename: string } }[];
  readonly totalCount: number;
  readonly hasNextPage: boolean;
  readonly hasPreviousPage: boolean;
  readonly startCursor: string;
  readonly endCursor: string;
}
const list = async (variables: Record<string, unknown>): Promise<UnitPage> => {
  const { edges, pageInfo, totalCount } = (await catalogue.ask(QUERY, variables)).data.organisationalUnits;
  const ids: string[] = edges.map((edge: { node: { id: string } }) => edge.node.id);
  return { edges, ids, totalCount, ...pageInfo };
};

describe('a list of units', () => {
  test('holds those of today, by folded Dutch name, then by id', async () => {
    const { ids, edges, totalCount } = await list({});
    expect(ids).toEqual([
      north('whole'),
      idOf(SOUTH_WEST, 'unit', 'twin'),
      north('part'),
      north('detail'),
      east('egg'),
      east('hen'),
    ]);
    expect(edges[1]!.node.__typename).toBe('SouthWestUnit');
    expect(totalCount).toBe(6);
  });

  test.each<[string, object, string[]]>([
    ['institution', { institution: ['north'] }, ['whole', 'part', 'detail']],
    ['kind', { kind: ['PUBLIC_SERVICE', 'DEPARTMENT'] }, ['whole']],
    ['parent', { parent: north('part') }, ['detail']],
    ['subtree', { subtreeOf: north('whole') }, ['whole', 'part', 'detail']],
    ['subtree of a unit nobody has heard of', { subtreeOf: north('nowhere') }, []],
    ['subtree in a circle', { subtreeOf: east('egg') }, ['egg', 'hen']],
    ['root', { root: true }, ['whole', 'twin']],
    ['no root', { root: false, institution: ['north'] }, ['part', 'detail']],
    ['name', { text: 'archief' }, ['whole', 'twin']],
    ['alias', { text: 'bhr' }, ['part']],
    ['task', { text: 'gardée' }, ['twin']],
    ['all of them', { text: 'archief', root: true, institution: ['south-west'] }, ['twin']],
  ])('filters by %s', async (_what, filter, locals) => {
    expect((await list({ filter })).ids.map((id) => id.split(':')[2])).toEqual(locals);
  });

  test('is of a day, and its units are dated with it', async () => {
    const { ids } = await list({ asOf: '2024-06-01', filter: { parent: north('whole') } });
    expect(ids).toEqual([`${north('part')}@2024-06-01`, `${north('detail')}@2024-06-01`]);
    expect((await list({ asOf: '2023-12-31', filter: { subtreeOf: `${north('whole')}@2023-12-31` } })).ids).toEqual([
      `${north('whole')}@2023-12-31`,
      `${north('part')}@2023-12-31`,
    ]);
  });

  test('comes page by page, from either end', async () => {
    const all = (await list({})).ids;
    const first = await list({ first: 2 });
    const next = await list({ first: 3, after: first.endCursor });
    expect([...first.ids, ...next.ids]).toEqual(all.slice(0, 5));
    expect([next.hasPreviousPage, next.hasNextPage]).toEqual([true, true]);
    const back = await list({ last: 2, before: next.startCursor });
    expect(back.ids).toEqual(first.ids);
    expect([back.hasPreviousPage, back.hasNextPage]).toEqual([false, true]);
  });

  test('is refused with everything that is wrong', async () => {
    const variables = {
      filter: {
        institution: ['west'],
        parent: 'north:body:council',
        subtreeOf: `${north('whole')}@2020-01-01`,
        text: 'x'.repeat(201),
      },
      asOf: '2021-01-01',
      first: 0,
      after: encodeCursor('TITLE', ['a', north('part')]),
    };
    expect((await catalogue.refused(QUERY, variables)).map(({ path, code }) => `${path} ${code}`)).toEqual([
      'filter.text TOO_LONG',
      'filter.institution[0] UNKNOWN_INSTITUTION',
      'filter.parent INVALID_ID',
      'asOf CONFLICT',
      'first OUT_OF_RANGE',
      'after INVALID_CURSOR',
    ]);
  });
});
