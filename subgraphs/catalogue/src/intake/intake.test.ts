import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { type CloudEvent, NotAsAgreed, passage } from '@mandate-graph/domain';
import fc from 'fast-check';
import { type Catalogue, openCatalogue } from '../testing/catalogue.harness.ts';
import { body, EAST, idOf, NORTH, position, recorded, SOUTH_WEST, same, unit, vacancy } from '../testing/recorded.ts';

let catalogue: Catalogue;
beforeAll(async () => {
  catalogue = await openCatalogue();
});
afterAll(() => catalogue.close());
beforeEach(() => catalogue.clear());

const unitId = (local: string) => idOf(NORTH, 'unit', local);
const post = (name: string, version: number) =>
  recorded(NORTH, 'position', 'post', position({ title: same(name) }), version);
const office = (name: string, parent: string | null, version: number) =>
  recorded(NORTH, 'unit', 'office', unit({ name: same(name), parent, tasks: [passage(name, name, name)] }), version);
const opening = (rank: string, version: number) =>
  recorded(
    NORTH,
    'vacancy',
    'opening',
    vacancy({
      rank,
      unitsConcerned: [unitId('office')],
      recruiter: unitId('house'),
      position: idOf(NORTH, 'position', 'post'),
    }),
    version,
  );
/** A history in which everything changes, something splits over time, and something goes and comes back. */
const HISTORY: readonly CloudEvent[] = [
  recorded(NORTH, 'unit', 'house', unit({ name: same('Huis'), abbreviation: 'HS' }), 1),
  office('Kantoor', unitId('house'), 1),
  office('Bureau', null, 2),
  recorded(
    NORTH,
    'unit',
    'house',
    [
      { validFrom: null, validTo: '2025-01-01', state: unit({ name: same('Herenhuis') }) },
      { validFrom: '2025-01-01', validTo: null, state: unit({ name: same('Toren') }) },
    ],
    2,
  ),
  post('Hoofd', 1),
  post('Leider', 2),
  opening('A1', 1),
  opening('A2', 2),
  recorded(NORTH, 'vacancy', 'gone', vacancy(), 1),
  recorded(NORTH, 'vacancy', 'gone', [], 2),
  recorded(NORTH, 'body', 'council', body(), 1),
  recorded(NORTH, 'body', 'council', [], 2),
  recorded(NORTH, 'body', 'council', body({ name: same('Raad') }), 3),
];

/** Everything the index holds, in a fixed order. */
const index = async () => ({
  versions: await catalogue.source.query('SELECT * FROM subject_version ORDER BY id, version'),
  subjects: await catalogue.source.query('SELECT id, version FROM subject ORDER BY id'),
  vacancies: await catalogue.source.query('SELECT * FROM vacancy ORDER BY id, valid_from'),
  parties: await catalogue.source.query('SELECT * FROM party ORDER BY id, valid_from'),
  fragments: await catalogue.source.query('SELECT * FROM fragment ORDER BY subject_id, valid_from, language, place'),
});

describe('the index', () => {
  test('is the same whatever the order, number and grouping of deliveries', async () => {
    await catalogue.take(...HISTORY);
    const expected = await index();
    expect(expected.vacancies).toHaveLength(1);
    expect(expected.parties).toHaveLength(5);
    expect(expected.versions).toHaveLength(HISTORY.length);
    const shuffled = fc.shuffledSubarray([...HISTORY, ...HISTORY], { minLength: HISTORY.length * 2 });
    await fc.assert(
      fc.asyncProperty(shuffled, fc.infiniteStream(fc.integer({ min: 1, max: 6 })), async (events, sizes) => {
        await catalogue.clear();
        for (let rest = events; rest.length > 0; ) {
          const { value: size } = sizes.next();
          await catalogue.take(...rest.slice(0, size));
          rest = rest.slice(size);
        }
        expect(await index()).toEqual(expected);
      }),
      { numRuns: 12 },
    );
  });

  test('keeps what it knows when an old or equal version comes again', async () => {
    await catalogue.take(opening('A2', 2));
    await catalogue.take(opening('A1', 1), opening('A9', 2));
    expect(await catalogue.source.query('SELECT rank FROM vacancy')).toEqual([{ rank: 'A2' }]);
  });

  test('does not let an old event bring back what has gone', async () => {
    await catalogue.take(recorded(NORTH, 'vacancy', 'opening', [], 3));
    await catalogue.take(opening('A2', 2));
    expect(await catalogue.source.query('SELECT id FROM vacancy')).toEqual([]);
    expect(await catalogue.source.query('SELECT count(*)::int AS fragments FROM fragment')).toEqual([{ fragments: 0 }]);
  });

  test('follows the names of units and positions wherever vacancies use them', async () => {
    const found = async (text: string) =>
      (await catalogue.ask('query ($text: String) { vacancies(filter: { text: $text }) { totalCount } }', { text }))
        .data.vacancies.totalCount;
    await catalogue.take(...HISTORY);
    expect(await Promise.all(['bureau', 'leider', 'herenhuis', 'toren'].map(found))).toEqual([1, 1, 1, 1]);
    expect(await Promise.all(['kantoor', 'hoofd', 'hs'].map(found))).toEqual([0, 0, 0]);
    await catalogue.take(recorded(NORTH, 'unit', 'house', [], 3));
    expect(await Promise.all(['bureau', 'herenhuis', 'toren'].map(found))).toEqual([1, 0, 0]);
  });

  test('keeps drafts out, should one slip through', async () => {
    await catalogue.take(recorded(NORTH, 'vacancy', 'draft', vacancy({ publication: 'DRAFT', title: same('Geheim') })));
    expect(await catalogue.source.query('SELECT id FROM vacancy')).toEqual([]);
    expect(await catalogue.source.query('SELECT body FROM fragment')).toEqual([]);
  });

  test.each<[string, CloudEvent]>([
    ['of others', { ...recorded(SOUTH_WEST, 'unit', 'office', unit()), source: '/east' }],
    ['of another kind', { ...recorded(EAST, 'body', 'a', body()), type: recorded(EAST, 'unit', 'a', unit()).type }],
  ])('takes nothing that a producer says %s: it is not as agreed', async (_what, event) => {
    await expect(catalogue.take(event)).rejects.toThrow(NotAsAgreed);
    expect(await catalogue.source.query('SELECT id FROM subject')).toEqual([]);
  });

  test('pays no attention to kinds of subjects it has no use for', async () => {
    const holder = recorded(NORTH, 'holder', 'someone', {
      notice: null,
      sources: {},
      position: idOf(NORTH, 'position', 'post'),
      status: 'UNKNOWN',
      languageRole: null,
      startsOn: null,
      endsOn: null,
    });
    await catalogue.take(holder);
    expect(await catalogue.source.query('SELECT id FROM subject')).toEqual([]);
  });
});
