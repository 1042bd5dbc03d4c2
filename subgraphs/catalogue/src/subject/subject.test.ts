import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { type Actor, PUBLIC_ACTOR } from '@mandate-graph/runtime';
import { type Catalogue, openCatalogue } from '../testing/catalogue.harness.ts';
import { body, idOf, NORTH, position, recorded, recordedAt, SOUTH_WEST, unit, vacancy } from '../testing/recorded.ts';

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

describe('what was known', () => {
  const OFFICE = idOf(NORTH, 'unit', 'moved');
  const known = (version: number, more = 0) => new Date(Date.parse(recordedAt(version)) + more).toISOString();
  const FIND = `query ($id: ID!, $asOf: LocalDate, $knownAt: Instant) {
    organisationalUnit(id: $id, asOf: $asOf, knownAt: $knownAt) { id }
  }`;
  const unitAt = async (variables: Record<string, unknown>) =>
    (await catalogue.ask(FIND, { id: OFFICE, ...variables })).data.organisationalUnit?.id ?? null;

  beforeAll(() =>
    catalogue.take(
      recorded(NORTH, 'unit', 'moved', from2020(unit()), 1),
      recorded(NORTH, 'unit', 'moved', [], 2),
      recorded(NORTH, 'unit', 'moved', [{ validFrom: '2022-01-01', validTo: null, state: unit() }], 3),
    ),
  );

  test.each([
    ['2021-06-01', known(1, -1), false],
    ['2021-06-01', known(1), true],
    ['2021-06-01', known(2, -1), true],
    ['2021-06-01', known(2), false],
    ['2024-06-01', known(3, -1), false],
    ['2024-06-01', known(3), true],
    ['2021-06-01', known(3), false],
    ['2021-06-01', null, false],
    ['2024-06-01', null, true],
  ])('of %s at %s: there %p', async (asOf, knownAt, there) => {
    const expected = there ? `${OFFICE}@${asOf}${knownAt === null ? '' : `~${knownAt}`}` : null;
    expect(await unitAt({ asOf, knownAt })).toBe(expected);
    const inId = `${OFFICE}@${asOf}${knownAt === null ? '' : `~${knownAt}`}`;
    expect(await unitAt({ id: inId })).toBe(expected);
    expect(await unitAt({ id: inId, asOf, knownAt })).toBe(expected);
  });

  test('is written in one way, however it is asked for', async () => {
    const id = `${OFFICE}~2025-01-01T12:00:00.000Z`;
    expect(await unitAt({ knownAt: '2025-01-01T12:00:00Z' })).toBe(id);
    expect(await unitAt({ knownAt: '2025-01-01T13:00:00.0004+01:00' })).toBe(id);
  });

  test('and what is known now take one statement together', async () => {
    const { data, statements } = await catalogue.ask(
      `{ now: organisationalUnit(id: "${OFFICE}") { id } once: organisationalUnit(id: "${OFFICE}~${known(2)}") { id } }`,
    );
    expect(data).toEqual({ now: { id: OFFICE }, once: null });
    expect(statements).toBe(1);
  });

  test.each([
    ['two instants', { id: `${OFFICE}~${known(1)}`, knownAt: known(2) }, 'CONFLICT'],
    ['the future', { knownAt: '2999-01-01T00:00:00Z' }, 'IN_THE_FUTURE'],
    ['the future, in the id', { id: `${OFFICE}~2999-01-01T00:00:00.000Z` }, 'IN_THE_FUTURE'],
    ['years that no id can name', { knownAt: '-000100-01-01T00:00:00Z' }, 'OUT_OF_RANGE'],
  ])('refuses %s', async (_what, variables, code) => {
    expect(await catalogue.refused(FIND, { id: OFFICE, ...variables })).toEqual([
      expect.objectContaining({ path: 'knownAt', code }),
    ]);
  });

  test('is not what lists are of', async () => {
    const id = `${OFFICE}~${known(1)}`;
    const problem = (path: string) => [expect.objectContaining({ path, code: 'NOT_KNOWN_NOW' })];
    const refused = (field: string, name: string) =>
      catalogue.refused(`query ($id: ID) { ${field}(filter: { ${name}: $id }) { totalCount } }`, { id });
    expect(await refused('vacancies', 'unit')).toEqual(problem('filter.unit'));
    expect(await refused('vacancies', 'subtreeOf')).toEqual(problem('filter.subtreeOf'));
    expect(await refused('organisationalUnits', 'parent')).toEqual(problem('filter.parent'));
  });
});

describe('a draft', () => {
  const DRAFT = idOf(NORTH, 'vacancy', 'draft');
  const recruiterOf = (institution: string): Actor => ({
    kind: 'person',
    subject: 'someone',
    grants: [{ role: 'recruiter', institution, procedure: null, scopes: [] }],
  });
  const found = async (actor: Actor, id = DRAFT) => {
    catalogue.actor = actor;
    return (await catalogue.ask('query ($id: ID!) { vacancy(id: $id) { id } }', { id })).data.vacancy?.id ?? null;
  };
  beforeAll(() =>
    catalogue.take(recorded(NORTH, 'vacancy', 'draft', [], 1), recorded(NORTH, 'vacancy', 'draft', vacancy(), 3)),
  );
  afterEach(() => {
    catalogue.actor = PUBLIC_ACTOR;
  });

  test.each(['2025-01-01T12:00:00.000Z', '2025-01-02T12:00:00.000Z'])(
    'is there for its institution alone, also when it is read as known at %s',
    async (knownAt) => {
      const id = `${DRAFT}~${knownAt}`;
      expect(await found(recruiterOf(NORTH.code), id)).toBe(id);
      expect(await found(recruiterOf(SOUTH_WEST.code), id)).toBeNull();
      expect(await found(PUBLIC_ACTOR, id)).toBeNull();
    },
  );

  test('is there for nobody before it was recorded, and for everyone once it is published', async () => {
    expect(await found(recruiterOf(NORTH.code), `${DRAFT}~2024-12-31T23:59:59.999Z`)).toBeNull();
    expect(await found(PUBLIC_ACTOR)).toBe(DRAFT);
    await catalogue.take(recorded(NORTH, 'vacancy', 'secret', []));
    const secret = idOf(NORTH, 'vacancy', 'secret');
    expect(await found(recruiterOf(NORTH.code), secret)).toBe(secret);
    expect(await found(recruiterOf(SOUTH_WEST.code), secret)).toBeNull();
    expect(await found(PUBLIC_ACTOR, secret)).toBeNull();
  });
});
