import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type Graph, startGraph } from '../../support/graph.ts';
import { openRecorder, type Recorder } from '../support/recorder.ts';
import { CELL, CONNECT_IT, GOB, HISTORY, POST, SERVICE, unitOverTime, VACANCY } from './history.ts';

let graph: Graph;
let recorder: Recorder;
beforeAll(async () => {
  graph = await startGraph();
  recorder = await openRecorder(graph, 'gob-connectit');
  await recorder.record(HISTORY);
});
afterAll(async () => {
  await recorder?.close();
  await graph?.close();
});

const ask = async (query: string, variables: Record<string, unknown>) => {
  const { data, errors } = await graph.ask(query, variables);
  expect(errors).toBeUndefined();
  return data;
};
const unit = async (id: string, fields: string, asOf?: string) =>
  (
    await ask(`query($id: ID!, $asOf: LocalDate) { organisationalUnit(id: $id, asOf: $asOf) { ${fields} } }`, {
      id,
      asOf,
    })
  ).organisationalUnit;

describe('a dated reference', () => {
  test.each([
    ['2019-12-31', null],
    ['2020-01-01', 'Proefdienst'],
    ['2023-12-31', 'Proefdienst'],
    ['2024-01-01', 'Vernieuwde proefdienst'],
    ['2025-12-31', 'Vernieuwde proefdienst'],
    ['2026-01-01', null],
  ])('of a unit on %s gives what held on that day: %s', async (day, name) => {
    const expected = name === null ? null : { id: `${SERVICE}@${day}`, name: { nl: name } };
    expect(await unit(`${SERVICE}@${day}`, 'id name { nl }')).toEqual(expected);
    expect(await unit(SERVICE, 'id name { nl }', day)).toEqual(expected);
  });

  test('dates everything that is reached from it', async () => {
    const day = '2021-06-01';
    expect(
      await unit(`${SERVICE}@${day}`, 'parent { id name { nl } children { id } positions { id units { id } } }'),
    ).toEqual({
      parent: {
        id: `${CONNECT_IT}@${day}`,
        name: { nl: 'Brussel ConnectIT' },
        children: expect.arrayContaining([{ id: `${SERVICE}@${day}` }]),
        positions: [{ id: `${POST}@${day}`, units: [{ id: `${CONNECT_IT}@${day}` }] }],
      },
    });
  });

  test('without a date means today', async () => {
    expect(await unit(SERVICE, 'id name { nl } validity { from to version } parent { id }')).toEqual({
      id: SERVICE,
      name: { nl: 'Vernieuwde proefdienst' },
      validity: { from: '2024-01-01', to: '2026-01-01', version: 1 },
      parent: { id: GOB },
    });
  });

  test('tells in which version it is known', async () => {
    const { validity } = await unit(CONNECT_IT, 'validity { from to version recordedAt }');
    expect(validity).toEqual({ from: '2018-01-01', to: null, version: 2, recordedAt: expect.any(String) });
    // The graph's clock stands in 2025; what is known is known since it was really recorded.
    expect(Math.abs(Date.now() - Date.parse(validity.recordedAt))).toBeLessThan(3_600_000);
  });
});

describe('the tree on a day', () => {
  const below = async (day: string) =>
    (await unit(CONNECT_IT, `subtree(asOf: "${day}") { depth unit { id } }`)).subtree
      .filter(({ unit: { id } }: { unit: { id: string } }) => id.includes('proef'))
      .map(({ depth, unit: { id } }: { depth: number; unit: { id: string } }) => [depth, id]);

  test.each([
    ['2019-12-31', []],
    ['2020-12-31', [[1, `${SERVICE}@2020-12-31`]]],
    [
      '2023-12-31',
      [
        [1, `${SERVICE}@2023-12-31`],
        [2, `${CELL}@2023-12-31`],
      ],
    ],
    ['2024-01-01', []],
  ])('below on %s', async (day, expected) => {
    expect(await below(day)).toEqual(expected);
  });

  test.each([
    ['2021-06-01', [SERVICE, CONNECT_IT, GOB]],
    ['2024-06-01', [SERVICE, GOB]],
    // The service has ended, and what was above it is no longer above the cell.
    ['2026-06-01', []],
  ])('above on %s', async (day, expected) => {
    const { ancestors } = await unit(CELL, `ancestors(asOf: "${day}") { id }`);
    expect(ancestors).toEqual(expected.map((id) => ({ id: `${id}@${day}` })));
  });

  test('a unit cannot outlast its parent', async () => {
    await expect(recorder.record([unitOverTime(CELL, 1, ['2021-01-01', null, 'Proefcel', SERVICE])])).rejects.toThrow(
      'NOT_THERE_THEN',
    );
    expect(await unit(`${CELL}@2026-06-01`, 'id')).toBeNull();
  });
});

describe('a vacancy that no longer holds', () => {
  test('is not there, whichever fields are asked for, and is there on a day on which it held', async () => {
    const database = graph.database;
    await database.query("UPDATE gob_connectit.vacancy SET valid_to = '2020-01-01' WHERE id = $1", [VACANCY]);
    await database.query("UPDATE catalogue.vacancy SET valid_to = '2020-01-01' WHERE id = $1", [VACANCY]);
    const found = (id: string) =>
      ask('query($id: ID!) { bare: vacancy(id: $id) { id } whole: vacancy(id: $id) { id title { nl } } }', { id });
    expect(await found(VACANCY)).toEqual({ bare: null, whole: null });
    expect(await found(`${VACANCY}@2019-12-31`)).toMatchObject({
      bare: { id: `${VACANCY}@2019-12-31` },
      whole: { title: {} },
    });
    await database.query('UPDATE gob_connectit.vacancy SET valid_to = NULL WHERE id = $1', [VACANCY]);
    await database.query("UPDATE catalogue.vacancy SET valid_to = 'infinity' WHERE id = $1", [VACANCY]);
  });
});

describe('lines and vacancies on a day', () => {
  test.each([
    ['2019-12-31', []],
    ['2020-01-01', [`${SERVICE}@2020-01-01`]],
    ['2021-12-31', [`${SERVICE}@2021-12-31`]],
    ['2022-01-01', []],
  ])('the post led the service on %s: %j', async (day, expected) => {
    const { position } = await ask(
      'query($id: ID!, $day: LocalDate) { position(id: $id) { lines(asOf: $day, kinds: [LEADS], direction: OUTGOING) { id to { id } } } }',
      { id: POST, day },
    );
    const lines = position.lines as readonly { id: string; to: { id: string } }[];
    // A client that keeps objects by id must not mix up the lines of two days.
    expect(lines.every(({ id }) => id.endsWith(`@${day}`))).toBe(true);
    const led = lines.map(({ to }) => to.id);
    expect(led).toContain(`${CONNECT_IT}@${day}`);
    expect(led.filter((id) => id.includes('proef'))).toEqual(expected);
  });

  test('a vacancy shows its units and its post as they were on the day', async () => {
    const { vacancy } = await ask(
      `query($id: ID!) { vacancy(id: $id) {
        then: unitsConcerned(asOf: "2017-12-31") { id name { nl } }
        after: unitsConcerned(asOf: "2018-01-01") { id name { nl } }
        now: unitsConcerned { id name { nl } }
        position(asOf: "2017-12-31") { id units { name { nl } } }
      } }`,
      { id: VACANCY },
    );
    expect(vacancy).toEqual({
      // biome-ignore lint/suspicious/noThenProperty: the name of an alias
      then: [{ id: `${CONNECT_IT}@2017-12-31`, name: { nl: 'Brussel IT' } }],
      after: [{ id: `${CONNECT_IT}@2018-01-01`, name: { nl: 'Brussel ConnectIT' } }],
      now: [{ id: CONNECT_IT, name: { nl: 'Brussel ConnectIT' } }],
      position: { id: `${POST}@2017-12-31`, units: [{ name: { nl: 'Brussel IT' } }] },
    });
  });
});

describe('a cycle of units', () => {
  const above = async (id: string) =>
    (await unit(id, 'ancestors { id }')).ancestors.map((ancestor: { id: string }) => ancestor.id);

  test('cannot be stored, and leaves the tree as it was', async () => {
    await expect(recorder.record([unitOverTime(GOB, 1, [null, null, 'GOB', CONNECT_IT])])).rejects.toMatchObject({
      constraint: 'unit_no_cycle',
    });
    expect(await above(CONNECT_IT)).toEqual([GOB]);
    expect(await above(GOB)).toEqual([]);
  });

  test('cannot be stored for one day of the past either', async () => {
    const cycle = unitOverTime(
      GOB,
      1,
      [null, '2019-03-01', 'GOB', null],
      ['2019-03-01', '2019-03-02', 'GOB', CONNECT_IT],
      ['2019-03-02', null, 'GOB', null],
    );
    await expect(recorder.record([cycle])).rejects.toMatchObject({ constraint: 'unit_no_cycle' });
  });

  test('cannot be made by two transactions between them', async () => {
    const [first, second] = ['gob-connectit:unit:lus-een', 'gob-connectit:unit:lus-twee'];
    await recorder.record([
      unitOverTime(first!, 0, [null, null, 'Een', GOB]),
      unitOverTime(second!, 0, [null, null, 'Twee', GOB]),
    ]);
    const moves = await Promise.allSettled([
      recorder.record([unitOverTime(first!, 1, [null, null, 'Een', second!])]),
      recorder.record([unitOverTime(second!, 1, [null, null, 'Twee', first!])]),
    ]);
    expect(moves.map((move) => move.status).toSorted()).toEqual(['fulfilled', 'rejected']);
    expect(moves.find((move) => move.status === 'rejected')).toMatchObject({ reason: { constraint: 'unit_no_cycle' } });
    expect([await above(first!), await above(second!)].map((ids) => ids.length).toSorted()).toEqual([1, 2]);
  });
});
