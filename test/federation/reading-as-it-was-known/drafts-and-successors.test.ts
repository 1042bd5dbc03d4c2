import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type Graph, startGraph } from '../../support/graph.ts';
import { openRecorder, type Recorder } from '../support/recorder.ts';
import {
  CELL,
  CONNECT_IT,
  DRAFT,
  GOB,
  HEAD,
  KNOWN,
  MERGER,
  REST,
  recording,
  SERVICE,
  unit,
  vacancy,
} from './knowledge.ts';

let graph: Graph;
let recorder: Recorder;
beforeAll(async () => {
  graph = await startGraph();
  recorder = await openRecorder(graph, 'gob-connectit');
  for (const recordings of KNOWN) await recorder.record(recordings);
});
afterAll(async () => {
  await recorder?.close();
  await graph?.close();
});

const ask = async (query: string, variables: Record<string, unknown> = {}) => {
  const { data, errors } = await graph.ask(query, variables);
  expect(errors).toBeUndefined();
  return data;
};

describe('a draft', () => {
  const RECRUITER = { institution: 'gob-connectit' };
  const READ = `query ($id: ID!) { vacancy(id: $id) { id rank history { version recordedBy } } }`;
  const LIST = '{ gobDrafts { id rank } }';
  const counts = () =>
    ask(
      `{ vacancies { totalCount } organisationalUnit(id: "${CONNECT_IT}") { vacancies { id } } position(id: "${HEAD}") { vacancies { id } } }`,
    );

  test('is its institution’s alone, until it is published; and then still is, as it was known before', async () => {
    const before = await counts();
    await recorder.record([vacancy(DRAFT, 0, { publication: 'DRAFT', rank: 'A7', unitsConcerned: [CONNECT_IT] })]);
    await recorder.record([vacancy(DRAFT, 1, { publication: 'DRAFT', rank: 'A8', unitsConcerned: [CONNECT_IT] })]);
    const own = graph.as('recruiter', RECRUITER);
    const other = graph.as('recruiter', { institution: 'ksz-ehealth' });
    const versions = async (asker: Pick<Graph, 'ask'>) =>
      (await asker.ask('query ($id: ID!) { gobHistory(id: $id) { version } }', { id: DRAFT })).data.gobHistory;

    expect((await own.ask(READ, { id: DRAFT })).data).toEqual({
      vacancy: { id: DRAFT, rank: 'A8', history: [2, 1].map((version) => ({ version, recordedBy: 'test' })) },
    });
    expect((await own.ask(LIST)).data).toEqual({ gobDrafts: [{ id: DRAFT, rank: 'A8' }] });
    const { data } = await own.ask(`{ position(id: "${HEAD}") { vacancies { id } } }`);
    expect(data.position.vacancies).toContainEqual({ id: DRAFT });
    for (const asker of [graph, other]) {
      expect(await asker.ask(READ, { id: DRAFT })).toMatchObject({ data: { vacancy: null } });
      expect(await versions(asker)).toEqual([]);
      const refused = await asker.ask(LIST);
      expect(refused.data).toEqual({ gobDrafts: null });
      expect(refused.errors![0]!.extensions['code']).toBe(asker === graph ? 'UNAUTHENTICATED' : 'FORBIDDEN');
    }
    expect(await counts()).toEqual(before);

    const draftedAt = (await own.ask('query ($id: ID!) { gobHistory(id: $id) { recordedAt } }', { id: DRAFT })).data
      .gobHistory[0].recordedAt;
    await recorder.record([
      { ...vacancy(DRAFT, 2, { rank: 'A9', unitsConcerned: [CONNECT_IT] }), change: 'PUBLISHED' },
    ]);
    const published = await graph.ask(READ, { id: DRAFT });
    expect(published.data).toEqual({ vacancy: { id: DRAFT, rank: 'A9', history: [{ version: 3, recordedBy: null }] } });
    expect(published.errors).toMatchObject([
      { path: ['vacancy', 'history', 0, 'recordedBy'], extensions: { code: 'UNAUTHENTICATED' } },
    ]);
    const once = { id: `${DRAFT}~${draftedAt}` };
    expect((await own.ask(READ, once)).data.vacancy).toMatchObject({ rank: 'A8' });
    for (const asker of [graph, other]) expect((await asker.ask(READ, once)).data).toEqual({ vacancy: null });
    expect((await own.ask(LIST)).data).toEqual({ gobDrafts: [] });
  });
});

describe('a reorganisation', () => {
  const LAST = '2024-12-31';
  const FIRST = '2025-01-01';
  const READ = `query ($id: ID!, $until: LocalDate) { organisationalUnit(id: $id) { reorganisations(until: $until) {
    id kind effectiveOn reason predecessors { id name { nl } } successors { id name { nl } } validity { from version }
  } } }`;
  const changes = async (id: string, until?: string) =>
    (await ask(READ, { id, until })).organisationalUnit.reorganisations;
  let merged: string;

  test('leads from the units that are gone to what came of them, and back', async () => {
    merged = (await ask('query ($id: ID!) { gobHistory(id: $id, first: 1) { recordedAt } }', { id: CELL }))
      .gobHistory[0].recordedAt;
    await recorder.record([
      recording('unit', CELL, 2, [{ validFrom: '2022-01-01', validTo: FIRST, state: unit('Kenniscel', CONNECT_IT) }]),
      recording('unit', REST, 0, [{ validFrom: FIRST, validTo: null, state: unit('Kenniscentrum', CONNECT_IT) }]),
      recording('reorganisation', MERGER, 0, [
        {
          validFrom: FIRST,
          validTo: null,
          state: { kind: 'MERGED', predecessors: [CELL, SERVICE], successors: [REST], notice: null, sources: {} },
        },
      ]),
    ]);
    const wanted = (id: string) => [
      {
        id,
        kind: 'MERGED',
        effectiveOn: FIRST,
        reason: 'known 1',
        predecessors: [
          { id: `${CELL}@${LAST}`, name: { nl: 'Kenniscel' } },
          { id: `${SERVICE}@${LAST}`, name: { nl: 'Derde naam' } },
        ],
        successors: [{ id: `${REST}@${FIRST}`, name: { nl: 'Kenniscentrum' } }],
        validity: { from: FIRST, version: 1 },
      },
    ];
    expect(await changes(REST)).toEqual(wanted(MERGER));
    expect(await changes(SERVICE)).toEqual(wanted(MERGER));
    expect(await changes(`${CELL}@${LAST}`)).toEqual([]);
    expect(await changes(`${CELL}@${LAST}`, LAST)).toEqual([]);
    expect(await changes(`${CELL}@${LAST}`, FIRST)).toEqual(wanted(`${MERGER}@${FIRST}`));
    expect(await changes(GOB)).toEqual([]);
  });

  test('was not known before it was recorded', async () => {
    expect(await changes(`${CELL}@${LAST}~${merged}`, FIRST)).toEqual([]);
    const { gobHistory } = await ask(`query ($id: ID!) { gobHistory(id: $id) { version change } }`, { id: MERGER });
    expect(gobHistory).toEqual([{ version: 1, change: 'CREATED' }]);
  });

  test('cannot be asked for until a day before the one that is read', async () => {
    const { data, errors } = await graph.ask(READ, { id: `${CELL}@${LAST}`, until: '2024-12-30' });
    expect(data).toEqual({ organisationalUnit: null });
    expect(errors![0]!.extensions).toMatchObject({ problems: [{ path: 'until', code: 'OUT_OF_RANGE' }] });
  });
});
