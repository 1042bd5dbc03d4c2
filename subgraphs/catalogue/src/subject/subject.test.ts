import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type Catalogue, openCatalogue } from '../testing/catalogue.harness.ts';
import { body, idOf, NORTH, position, recorded, SOUTH_WEST, unit, vacancy } from '../testing/recorded.ts';

let catalogue: Catalogue;
const from2020 = <S>(state: S) => [{ validFrom: '2020-01-01', validTo: '2026-01-01', state }];

beforeAll(async () => {
  catalogue = await openCatalogue();
  await catalogue.take(
    recorded(NORTH, 'vacancy', 'job', from2020(vacancy())),
    recorded(NORTH, 'unit', 'office', from2020(unit())),
    recorded(SOUTH_WEST, 'position', 'head', from2020(position())),
    recorded(SOUTH_WEST, 'body', 'council', from2020(body())),
  );
});
afterAll(() => catalogue.close());

const SUBJECTS = [
  ['vacancy', 'NorthVacancy', idOf(NORTH, 'vacancy', 'job')],
  ['organisationalUnit', 'NorthUnit', idOf(NORTH, 'unit', 'office')],
  ['position', 'SouthWestPosition', idOf(SOUTH_WEST, 'position', 'head')],
  ['body', 'SouthWestBody', idOf(SOUTH_WEST, 'body', 'council')],
] as const;
const query = (field: string) =>
  `query ($id: ID!, $asOf: LocalDate) { found: ${field}(id: $id, asOf: $asOf) { __typename id } }`;
const find = async (field: string, id: string, asOf?: string) =>
  (await catalogue.ask(query(field), { id, asOf })).data.found;

describe.each(SUBJECTS)('%s', (field, __typename, id) => {
  test('is found by its id, typed by its institution', async () => {
    expect(await find(field, id)).toEqual({ __typename, id });
  });

  test('is found on a day, and dated with it, by argument, by id, or by both', async () => {
    const dated = { __typename, id: `${id}@2024-02-29` };
    expect(await find(field, id, '2024-02-29')).toEqual(dated);
    expect(await find(field, dated.id)).toEqual(dated);
    expect(await find(field, dated.id, '2024-02-29')).toEqual(dated);
  });

  test('is null on days on which it does not hold', async () => {
    expect(await find(field, id, '2019-12-31')).toBeNull();
    expect(await find(field, id, '2020-01-01')).not.toBeNull();
    expect(await find(field, id, '2025-12-31')).not.toBeNull();
    expect(await find(field, `${id}@2026-01-01`)).toBeNull();
  });

  test('that nobody has heard of is null, and no error', async () => {
    expect(await find(field, `${id}-x`)).toBeNull();
    expect(await find(field, id.replace(/^[^:]+/, 'nowhere'))).toBeNull();
  });

  test.each(['', 'x', 'north:line:a', 'north:vacancy:A', `${'a'.repeat(300)}`, `${id}@2024-02-30`])(
    'refuses what is not its id: %s',
    async (wrong) => {
      const [problem, ...more] = await catalogue.refused(query(field), { id: wrong });
      expect(more).toEqual([]);
      expect(problem).toMatchObject({ path: 'id', code: 'INVALID_ID', value: wrong.slice(0, 100) });
      expect(problem!.rule).toMatch(/^id must be the id of (a|an) .+, but got: .*\.$/);
    },
  );

  test('refuses two different days', async () => {
    expect(await catalogue.refused(query(field), { id: `${id}@2024-01-01`, asOf: '2024-01-02' })).toEqual([
      expect.objectContaining({ path: 'asOf', code: 'CONFLICT', value: '2024-01-02' }),
    ]);
  });
});

test('an id of another kind is refused', async () => {
  expect(await catalogue.refused(query('body'), { id: idOf(NORTH, 'unit', 'office') })).toEqual([
    expect.objectContaining({ path: 'id', code: 'INVALID_ID' }),
  ]);
});

test('today is the day in Brussels, and what no longer holds is not found', async () => {
  const [, unitId] = [null, idOf(NORTH, 'unit', 'office')];
  catalogue.now = '2025-12-31T22:59:59Z';
  expect(await find('organisationalUnit', unitId)).not.toBeNull();
  catalogue.now = '2025-12-31T23:00:00Z';
  expect(await find('organisationalUnit', unitId)).toBeNull();
  catalogue.now = '2025-09-01T09:00:00+02:00';
});

test('however many are asked for at once, one statement looks for them', async () => {
  const fields = SUBJECTS.flatMap(([field, , id], index) =>
    ['2021-01-01', '2022-01-01', '2027-01-01'].map(
      (day, place) => `f${index}${place}: ${field}(id: "${id}@${day}") { id }`,
    ),
  );
  const { data, statements } = await catalogue.ask(`{ ${fields.join(' ')} }`);
  expect(Object.values(data).filter((found) => found !== null)).toHaveLength(8);
  expect(statements).toBe(1);
});

test('a malformed day is refused as what it is', async () => {
  await expect(
    catalogue.ask(query('body'), { id: idOf(SOUTH_WEST, 'body', 'council'), asOf: '2024-02-30' }),
  ).rejects.toThrow(/LocalDate must be .* But got: "2024-02-30"/);
});
