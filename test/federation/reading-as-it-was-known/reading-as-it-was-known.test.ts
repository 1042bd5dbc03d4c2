import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { subjectIdOf } from '@mandate-graph/domain';
import { type Graph, startGraph } from '../../support/graph.ts';
import { openRecorder, type Recorder } from '../support/recorder.ts';
import { CELL, CONNECT_IT, GOB, HEAD, KNOWN, LINE, SERVICE, VACANCY } from './knowledge.ts';

let graph: Graph;
let recorder: Recorder;
/** When each of the three was recorded. */
const instants: string[] = [];
beforeAll(async () => {
  graph = await startGraph();
  recorder = await openRecorder(graph, 'gob-connectit');
  for (const recordings of KNOWN) {
    await recorder.record(recordings);
    const { gobHistory } = await ask('query ($id: ID!) { gobHistory(id: $id, first: 1) { recordedAt } }', {
      id: SERVICE,
    });
    instants.push(gobHistory[0].recordedAt);
  }
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
const justBefore = (instant: string) => new Date(Date.parse(instant) - 1).toISOString();
/** Before the first, at each, just before the next, and now. */
const MOMENTS = ['before any', 'first', 'until second', 'second', 'until third', 'third', 'now'] as const;
const knownAt = (moment: (typeof MOMENTS)[number]): string | null => {
  const [first, second, third] = instants as [string, string, string];
  const at = {
    first,
    second,
    third,
    'before any': justBefore(first),
    'until second': justBefore(second),
    'until third': justBefore(third),
    now: null,
  };
  return at[moment];
};
const readId = (id: string, day: string, known: string | null) => `${id}@${day}${known === null ? '' : `~${known}`}`;

const [ONE, TWO, THREE] = [
  ['Eerste naam', CONNECT_IT],
  ['Tweede naam', GOB],
  ['Derde naam', GOB],
];

describe('a past that was corrected twice', () => {
  test.each([
    ['2019-12-31', [null, null, null, null, null, null, null]],
    ['2020-06-01', [null, ONE, ONE, ONE, ONE, null, null]],
    ['2021-06-01', [null, ONE, ONE, ONE, ONE, THREE, THREE]],
    ['2022-01-01', [null, ONE, ONE, TWO, TWO, THREE, THREE]],
    ['2024-06-01', [null, ONE, ONE, TWO, TWO, THREE, THREE]],
  ])('%s, as it was known at each moment', async (day, expected) => {
    const query = `query ($id: ID!, $day: LocalDate, $knownAt: Instant) {
      byArgument: organisationalUnit(id: $id, asOf: $day, knownAt: $knownAt) { id name { nl } parent { id } }
    }`;
    for (const [at, moment] of MOMENTS.entries()) {
      const known = knownAt(moment);
      const { byArgument } = await ask(query, { id: SERVICE, day, knownAt: known });
      const { byArgument: byId } = await ask(query, { id: readId(SERVICE, day, known) });
      const [name, parent] = expected[at] ?? [null, null];
      const wanted =
        name == null
          ? null
          : { id: readId(SERVICE, day, known), name: { nl: name }, parent: { id: readId(parent!, day, known) } };
      expect([moment, byArgument]).toEqual([moment, wanted]);
      expect([moment, byId]).toEqual([moment, wanted]);
    }
  });

  test.each([
    ['first', { name: 'Eerste naam', below: [CELL], perHead: '100.00', lines: [LINE], rank: 'A1', concerned: SERVICE }],
    ['second', { name: 'Tweede naam', below: [], perHead: '100.00', lines: [LINE], rank: 'A2', concerned: CONNECT_IT }],
    ['third', { name: 'Derde naam', below: [], perHead: '200.00', lines: [], rank: 'A2', concerned: CONNECT_IT }],
  ] as const)('as known the %s time: whatever is reached stays with that day and knowledge', async (moment, wanted) => {
    const day = '2024-06-01';
    const known = knownAt(moment);
    const id = (subject: string) => ({ id: readId(subject, day, known) });
    const { organisationalUnit: unit } = await ask(
      `query ($id: ID!) { organisationalUnit(id: $id) {
        name { nl } budgetPerHead { amount } budgets { id unit { id } } children { id parent { name { nl } } } subtree { unit { id } }
        ancestors { id } positions { id } vacancies { id } lines(direction: INCOMING) { id from { id ... on Position { units { id } name { nl } } } }
      } }`,
      id(SERVICE),
    );
    const [ancestor] = unit.ancestors;
    expect(unit).toMatchObject({
      name: { nl: wanted.name },
      budgetPerHead: { amount: wanted.perHead },
      budgets: [{ unit: id(SERVICE) }],
      children: wanted.below.map((one) => ({ ...id(one), parent: { name: { nl: wanted.name } } })),
      subtree: [SERVICE, ...wanted.below].map((one) => ({ unit: id(one) })),
      positions: wanted.concerned === SERVICE ? [id(HEAD)] : [],
      vacancies: wanted.concerned === SERVICE ? [id(VACANCY)] : [],
      lines: wanted.lines.map((one) => ({
        ...id(one),
        from: { ...id(HEAD), units: [id(wanted.concerned)], name: { nl: 'Kennishoofd' } },
      })),
    });
    expect(ancestor).toEqual(id(moment === 'first' ? CONNECT_IT : GOB));
    const { vacancy: found } = await ask(
      `query ($id: ID!) { vacancy(id: $id) {
        id rank applicationCount unitsConcerned { id vacancies { id } } position { id vacancies { rank } }
        past: unitsConcerned(asOf: "2022-01-01") { id }
      } }`,
      id(VACANCY),
    );
    expect(found).toMatchObject({
      ...id(VACANCY),
      rank: wanted.rank,
      unitsConcerned: [{ ...id(wanted.concerned), vacancies: expect.arrayContaining([id(VACANCY)]) }],
      position: { ...id(HEAD), vacancies: [{ rank: wanted.rank }] },
      past: [{ id: readId(wanted.concerned, '2022-01-01', known) }],
    });
  });

  test('without a day, what was known then is read on today', async () => {
    const { organisationalUnit } = await ask(
      'query ($id: ID!, $knownAt: Instant) { organisationalUnit(id: $id, knownAt: $knownAt) { id name { nl } parent { id } } }',
      { id: SERVICE, knownAt: instants[0] },
    );
    const [id, parent] = [SERVICE, CONNECT_IT].map((one) => `${one}~${instants[0]}`);
    expect(organisationalUnit).toEqual({ id, name: { nl: 'Eerste naam' }, parent: { id: parent } });
  });

  test('is read beside what is known now in one operation, for as many statements as two days', async () => {
    const both = (other: string) =>
      `{ now: organisationalUnit(id: "${SERVICE}") { name { nl } } once: organisationalUnit(id: "${other}") { name { nl } } }`;
    const statements = () => graph.reports.at(-1)!.requests.reduce((sum, request) => sum + request.statements, 0);
    await ask(both(`${SERVICE}@2024-06-01`));
    const ordinary = statements();
    expect(await ask(both(`${SERVICE}~${instants[0]}`))).toEqual({
      now: { name: { nl: 'Derde naam' } },
      once: { name: { nl: 'Eerste naam' } },
    });
    expect(statements()).toBe(ordinary);
  });
});

describe('the history', () => {
  const ENTRIES = 'version recordedAt change reason differences { validFrom validTo changes { path before after } }';

  test('of a unit tells each correction, and a reference ends it at what was known', async () => {
    const { gobHistory } = await ask(`query ($id: ID!) { gobHistory(id: $id) { ${ENTRIES} } }`, { id: SERVICE });
    expect(gobHistory).toMatchObject([
      { version: 3, change: 'AMENDED', reason: 'known 3', recordedAt: instants[2] },
      { version: 2, change: 'AMENDED', reason: 'known 2', recordedAt: instants[1] },
      { version: 1, change: 'CREATED', reason: 'known 1', recordedAt: instants[0], differences: [] },
    ]);
    const changed = (path: string, before: unknown, after: unknown) => ({ path, before, after });
    expect(gobHistory[1].differences).toEqual([
      {
        validFrom: '2022-01-01',
        validTo: null,
        changes: expect.arrayContaining([
          changed('name.nl', 'Eerste naam', 'Tweede naam'),
          changed('parent', CONNECT_IT, GOB),
        ]),
      },
    ]);
    const { organisationalUnit } = await ask(
      `query ($id: ID!) { organisationalUnit(id: $id) { history { ${ENTRIES} } parent { history(kinds: [CREATED]) { version } } } }`,
      { id: `${SERVICE}~${instants[1]}` },
    );
    expect(organisationalUnit).toEqual({ history: gobHistory.slice(1), parent: { history: [{ version: 1 }] } });
  });

  test('agrees with what is read at each recording, and just before it', async () => {
    const { gobHistory } = await ask(`query ($id: ID!) { gobHistory(id: $id) { ${ENTRIES} } }`, { id: SERVICE });
    const read = async (day: string, known: string) => {
      const { organisationalUnit: unit } = await ask(
        'query ($id: ID!) { organisationalUnit(id: $id) { name { nl fr en } parent { id } } }',
        { id: readId(SERVICE, day, known) },
      );
      const values = { 'name.nl': unit?.name.nl, 'name.fr': unit?.name.fr, 'name.en': unit?.name.en };
      return unit === null ? null : { ...values, parent: subjectIdOf(unit.parent.id) };
    };
    type Change = { path: string; before: never; after: never };
    let compared = 0;
    for (const { recordedAt, differences } of gobHistory) {
      for (const { validFrom, changes } of differences) {
        const [before, after] = [await read(validFrom, justBefore(recordedAt)), await read(validFrom, recordedAt)];
        for (const change of changes as Change[]) {
          const of = (values: typeof before) =>
            change.path === '' ? values !== null : values?.[change.path as 'parent'];
          const told =
            change.path === '' ? [change.before !== null, change.after !== null] : [change.before, change.after];
          expect([change.path, of(before), of(after)]).toEqual([change.path, ...told]);
          compared += 1;
        }
      }
    }
    expect(compared).toBeGreaterThan(7);
  });

  test('is there for what is no object of its own, and for what no longer holds', async () => {
    const { gobHistory } = await ask(
      'query ($id: ID!) { gobHistory(id: $id) { version differences { validFrom changes { path after } } } }',
      { id: LINE },
    );
    expect(gobHistory).toEqual([
      { version: 2, differences: [{ validFrom: '2022-01-01', changes: [{ path: '', after: null }] }] },
      { version: 1, differences: [] },
    ]);
    expect(await ask('{ gobHistory(id: "gob-connectit:unit:nobody") { version } }')).toEqual({ gobHistory: [] });
  });

  test('of many subjects costs as many statements as that of one', async () => {
    const cost = async (query: string) => {
      await ask(query);
      return graph.reports.at(-1)!.requests.find(({ subgraph }) => subgraph === 'gob-connectit')!.statements;
    };
    const one = await cost(`{ organisationalUnit(id: "${SERVICE}") { history { ${ENTRIES} } } }`);
    expect(
      await cost(
        `{ organisationalUnits(first: 20, filter: { institution: ["gob-connectit"] }) { edges { node { history { ${ENTRIES} } } } } }`,
      ),
    ).toBe(one);
  });
});
