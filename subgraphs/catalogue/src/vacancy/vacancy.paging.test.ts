import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { euro, SILENT_PAY } from '@mandate-graph/domain';
import fc from 'fast-check';
import { type Catalogue, openCatalogue } from '../testing/catalogue.harness.ts';
import { EAST, idOf, NORTH, recorded, SOUTH_WEST, same, vacancy } from '../testing/recorded.ts';

let catalogue: Catalogue;
beforeAll(async () => {
  catalogue = await openCatalogue();
});
afterAll(() => catalogue.close());
beforeEach(() => catalogue.clear());

interface Row {
  readonly id: string;
  readonly title: string;
  readonly date: string;
  readonly pay: number | null;
  readonly mentions: number;
}

const LIST = `query ($first: Int, $after: String, $last: Int, $before: String, $orderBy: VacancyOrder, $filter: VacancyFilter) {
  vacancies(first: $first, after: $after, last: $last, before: $before, orderBy: $orderBy, filter: $filter) {
    edges { cursor relevance node { id } } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } totalCount } }`;
const TEXT = { text: 'zoekwoord' };

const list = async (variables: Record<string, unknown>) => {
  const { vacancies } = (await catalogue.ask(LIST, { filter: TEXT, ...variables })).data;
  const edges: { cursor: string; relevance: number; node: { id: string } }[] = vacancies.edges;
  expect(vacancies.pageInfo.startCursor).toBe(edges[0]?.cursor ?? null);
  expect(vacancies.pageInfo.endCursor).toBe(edges.at(-1)?.cursor ?? null);
  return { ids: edges.map((edge) => edge.node.id), edges, ...vacancies.pageInfo, totalCount: vacancies.totalCount };
};

const NUMBERS = ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve'];
const OWNERS = [NORTH, SOUTH_WEST, EAST];
/** Few values, so that ties are the rule. */
const rows = fc
  .array(
    fc.record({
      title: fc.constantFrom('Ambt', 'ambt', 'Ámbt', 'Zorg'),
      date: fc.constantFrom('2025-01-31', '2025-10-26', '2026-03-29'),
      pay: fc.constantFrom(null, 9, 10, 100),
      mentions: fc.constantFrom(1, 2),
    }),
    { maxLength: NUMBERS.length },
  )
  .map((all) => all.map((one, index): Row => ({ ...one, id: idOf(OWNERS[index % 3]!, 'vacancy', NUMBERS[index]!) })));

const load = async (all: readonly Row[]) => {
  await catalogue.clear();
  await catalogue.take(
    ...all.map((row, index) =>
      recorded(
        OWNERS[index % 3]!,
        'vacancy',
        NUMBERS[index]!,
        vacancy({
          title: same(row.title),
          applicationDeadline: { date: row.date, timeOfDay: null },
          pay: row.pay === null ? SILENT_PAY : { ...SILENT_PAY, grossAnnualSalary: euro(`${row.pay}.00`) },
          aims: Array.from({ length: row.mentions }, (_, place) => ({
            summary: same(`zoekwoord ${place}`),
            fullText: null,
          })),
        }),
      ),
    ),
  );
};

const fold = (title: string) => title.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
const compare = <T>(a: T, b: T) => (a < b ? -1 : a > b ? 1 : 0);
const ORDERS: Record<string, (a: Row, b: Row) => number> = {
  CLOSING_DATE: (a, b) => compare(a.date, b.date) || compare(a.id, b.id),
  CLOSING_DATE_DESC: (a, b) => compare(b.date, a.date) || compare(b.id, a.id),
  TITLE: (a, b) => compare(fold(a.title), fold(b.title)) || compare(a.id, b.id),
  PAY_DESC: (a, b) => compare(b.pay ?? -1, a.pay ?? -1) || compare(b.id, a.id),
  RELEVANCE: (a, b) => compare(b.mentions, a.mentions) || compare(b.id, a.id),
};

/** Every page of a list, read on until it says that there are no more. */
const readAll = async (orderBy: string, size: number, total: number, backwards: boolean): Promise<string[]> => {
  const read: string[] = [];
  for (let cursor: string | null = null; ; ) {
    const page = await list(
      backwards ? { orderBy, last: size, before: cursor } : { orderBy, first: size, after: cursor },
    );
    read.splice(backwards ? 0 : read.length, 0, ...page.ids);
    const [more, behind] = backwards
      ? [page.hasPreviousPage, page.hasNextPage]
      : [page.hasNextPage, page.hasPreviousPage];
    expect(page.totalCount).toBe(total);
    expect(behind).toBe(cursor !== null);
    expect(more).toBe(read.length < total);
    if (!more) return read;
    cursor = backwards ? page.startCursor : page.endCursor;
  }
};

describe('pages', () => {
  test('put together are the whole list, from either end, over ties and silent notices', async () => {
    await fc.assert(
      fc.asyncProperty(rows, fc.integer({ min: 1, max: 5 }), async (all, size) => {
        await load(all);
        for (const [orderBy, order] of Object.entries(ORDERS)) {
          const expected = [...all].sort(order).map((row) => row.id);
          expect(await readAll(orderBy, size, all.length, false)).toEqual(expected);
          expect(await readAll(orderBy, size, all.length, true)).toEqual(expected);
        }
      }),
      { numRuns: 8 },
    );
  });

  test('between two cursors hold what lies between them, and know what lies beyond', async () => {
    await fc.assert(
      fc.asyncProperty(rows, fc.nat(), fc.nat(), fc.integer({ min: 1, max: 5 }), async (all, one, other, size) => {
        fc.pre(all.length > 1);
        await load(all);
        for (const orderBy of Object.keys(ORDERS)) {
          const { edges, ids } = await list({ orderBy });
          const [from, to] = [one % ids.length, other % ids.length].sort((a, b) => a - b) as [number, number];
          const between = ids.slice(from + 1, to);
          const bounds = { orderBy, after: edges[from]!.cursor, before: edges[to]!.cursor };
          const start = await list({ ...bounds, first: size });
          expect(start.ids).toEqual(between.slice(0, size));
          expect([start.hasPreviousPage, start.hasNextPage]).toEqual([true, true]);
          const end = await list({ ...bounds, last: size });
          expect(end.ids).toEqual(between.slice(-size));
          expect([end.hasPreviousPage, end.hasNextPage]).toEqual([true, true]);
          const rest = await list({ orderBy, first: 100, after: edges[from]!.cursor });
          expect(rest.ids).toEqual(ids.slice(from + 1));
          expect([rest.hasPreviousPage, rest.hasNextPage]).toEqual([true, false]);
        }
      }),
      { numRuns: 5 },
    );
  });
});

test('a cursor goes on from its place when its vacancy has gone', async () => {
  await load(
    ['one', 'two', 'three'].map((_, index) => ({
      id: idOf(OWNERS[index]!, 'vacancy', NUMBERS[index]!),
      title: `T${index}`,
      date: '2025-10-01',
      pay: null,
      mentions: 1,
    })),
  );
  const first = await list({ orderBy: 'TITLE', first: 2 });
  await catalogue.take(recorded(SOUTH_WEST, 'vacancy', 'two', [], 2));
  const next = await list({ orderBy: 'TITLE', first: 2, after: first.endCursor });
  expect(next.ids).toEqual([idOf(EAST, 'vacancy', 'three')]);
  expect([next.hasPreviousPage, next.hasNextPage]).toEqual([true, false]);
});

test('a title as long as a page gives cursors that work', async () => {
  const long = same('“É” '.repeat(400));
  await catalogue.take(
    ...['a', 'b', 'c'].map((local) =>
      recorded(
        NORTH,
        'vacancy',
        local.repeat(100),
        vacancy({ title: long, aims: [{ summary: same('zoekwoord'), fullText: null }] }),
      ),
    ),
  );
  const first = await list({ orderBy: 'TITLE', first: 1 });
  const rest = await list({ orderBy: 'TITLE', first: 5, after: first.endCursor });
  expect([...first.ids, ...rest.ids]).toEqual(
    ['a', 'b', 'c'].map((local) => idOf(NORTH, 'vacancy', local.repeat(100))),
  );
});

test('the order by closing date is the default, twenty at a time', async () => {
  await catalogue.take(
    ...Array.from({ length: 25 }, (_, day) =>
      recorded(
        NORTH,
        'vacancy',
        `n${day}`,
        vacancy({ applicationDeadline: { date: `2025-10-${String(25 - day).padStart(2, '0')}`, timeOfDay: null } }),
      ),
    ),
  );
  const { data } = await catalogue.ask('{ vacancies { edges { node { id } } } }');
  expect(data.vacancies.edges.map((edge: { node: { id: string } }) => edge.node.id)).toEqual(
    Array.from({ length: 20 }, (_, index) => idOf(NORTH, 'vacancy', `n${24 - index}`)),
  );
});
