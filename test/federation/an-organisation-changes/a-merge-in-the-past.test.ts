import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type Answer, type Graph, readRoot, startGraph } from '../../support/graph.ts';
import { settled } from '../../support/settled.ts';
import { GOB, id, mutationOf, mutationsIn, named, unitId, unitInput } from './changes.ts';

const MUTATIONS = mutationsIn(readRoot('schema/api.graphql'));
/** Two of the directorates, and the day from which they are found to have been one. */
const MERGING = ['sspit', 'itco'] as const;
const MERGED_ON = '2024-07-01';
const EARLIER = ['1999-12-31', '2023-01-01', '2024-06-30'];
const LATER = [MERGED_ON, '2025-09-01', '2031-01-01'];
const HEAD = id('position', 'hoofd-it');

let graph: Graph;
/** When the last thing before the merge was recorded. */
let knownBefore = '';
let merge: Answer['data'];
let before: { readonly byDay: Pictures; readonly byKnowledge: Pictures };

const ask = async (query: string, variables: Record<string, unknown> = {}) => {
  const { data, errors } = await graph.ask(query, variables);
  expect(errors).toBeUndefined();
  return data;
};
let keys = 0;
const does = async (name: string, input: object) => {
  keys += 1;
  const asker = graph.as('recruiter', { institution: GOB.code });
  const { data, errors } = await asker.ask(mutationOf(name, MUTATIONS[name]!), {
    input: { idempotencyKey: `k-${keys}`, ...input },
  });
  expect(errors).toBeUndefined();
  expect(data.result.problems).toBeUndefined();
  return data.result;
};

const UNIT = `id name { nl } abbreviation parent { id } ancestors { id } children { id }
  subtree { depth unit { id name { nl } ordinal } } positions { id } bodies { id } vacancies { id }
  lines(depth: 2) { id kind from { id } to { id } label { nl } }
  budgets { id amount { amount } } headcounts { id value } budgetPerHead { amount inputs }
  reorganisations { id kind effectiveOn }`;
const POST = `id units { id name { nl } } lines { id kind to { id } }
  size { operatingBudget { amount inputs } headcount { value inputs } }`;
/** What is read of a day: the second part tells of knowledge, so it may change for a day though what holds does not. */
const read = (validity: string): string => `query ($day: LocalDate, $known: Instant) {
  ${['gob', 'brussels-connectit', 'itco', 'sspit', 'easy-brussels', 'it']
    .map(
      (local, at) =>
        `u${at}: organisationalUnit(id: "${unitId(local)}", asOf: $day, knownAt: $known) { ${UNIT} ${validity} }`,
    )
    .join('\n')}
  post: position(id: "${HEAD}", asOf: $day, knownAt: $known) { ${POST} ${validity} }
}`;
const LIST = `query ($day: LocalDate) {
  organisationalUnits(asOf: $day, first: 100) { totalCount edges { node { id name { nl } } } }
}`;

type Pictures = Readonly<Record<string, unknown>>;
/** What is answered for each of the days; `known` is null for what is known now. */
async function pictures(days: readonly string[], known: string | null): Promise<Pictures> {
  const found: Record<string, unknown> = {};
  for (const day of days) {
    const own = await ask(read(known === null ? '' : 'validity { from to version recordedAt }'), { day, known });
    found[day] = known === null ? { ...own, ...(await ask(LIST, { day })) } : own;
  }
  return found;
}

beforeAll(async () => {
  graph = await startGraph();
  for (const [index, local] of MERGING.entries()) {
    const unit = unitId(local);
    await does('RecordBudget', {
      budget: { kind: 'OPERATING', unit, amount: { amount: `${index + 1}00.00`, currency: 'EUR' } },
      effectiveFrom: '2023-01-01',
    });
    await does('RecordHeadcount', {
      headcount: { kind: 'STAFF', unitOfMeasure: 'PERSONS', value: `${index + 4}`, unit },
      effectiveFrom: '2023-01-01',
    });
    await does('CreateUnit', {
      local: `${local}-cel`,
      unit: { ...unitInput(`cel van ${local}`, local), kind: 'SERVICE' },
      effectiveFrom: '2023-01-01',
    });
  }
  ({ recordedAt: knownBefore } = await does('CreatePosition', {
    local: 'hoofd-it',
    position: { title: named('Hoofd IT'), function: 'MANAGER', units: MERGING.map(unitId) },
    effectiveFrom: '2023-01-01',
  }));
  await settled(graph);
  before = {
    byDay: await pictures([...EARLIER, ...LATER], null),
    byKnowledge: await pictures([...EARLIER, ...LATER], knownBefore),
  };
  merge = await does('MergeUnits', {
    predecessors: MERGING.map((local) => ({ id: unitId(local), version: 1 })),
    successor: { local: 'it', unit: unitInput('IT', 'brussels-connectit') },
    effectiveFrom: MERGED_ON,
    reason: 'The decree of 2024 had not been recorded.',
  });
  await settled(graph);
});
afterAll(() => graph?.close());

describe('a merge of two directorates in the past', () => {
  test('was worth asking about: the directorates, their figures and totals were there before', () => {
    expect(before.byDay['2025-09-01']).toMatchObject({
      u2: { parent: { id: `${unitId('brussels-connectit')}@2025-09-01` }, budgets: [{ amount: { amount: '200.00' } }] },
      u5: null,
      post: { size: { operatingBudget: { amount: '300.00' }, headcount: { value: '9' } } },
    });
    expect(before.byKnowledge['2025-09-01']).toMatchObject({ u2: { validity: { version: 1, to: null } }, u5: null });
  });

  test('leaves every earlier asOf answer unchanged', async () => {
    const after = await pictures(EARLIER, null);
    for (const day of EARLIER) expect({ day, is: after[day] }).toEqual({ day, is: before.byDay[day] });
  });

  test('leaves every earlier knownAt answer unchanged, of earlier days and of later ones', async () => {
    const justBefore = new Date(Date.parse(merge.recordedAt) - 1).toISOString();
    expect(await pictures([...EARLIER, ...LATER], knownBefore)).toEqual(before.byKnowledge);
    const days = await pictures(LATER, justBefore);
    const withoutInstant = (picture: unknown) => JSON.stringify(picture).replaceAll(/~[^"]+/g, '');
    for (const day of LATER) expect(withoutInstant(days[day])).toBe(withoutInstant(before.byKnowledge[day]));
  });

  test.each(LATER)('is what is answered of %s, now and as known at its recording', async (day) => {
    const on = (local: string) => `${unitId(local)}@${day}`;
    const now = (await pictures([day], null))[day] as Answer['data'];
    expect([now.u2, now.u3]).toEqual([null, null]);
    expect(now.u5).toMatchObject({
      id: on('it'),
      name: { nl: 'IT' },
      parent: { id: on('brussels-connectit') },
      positions: [{ id: `${HEAD}@${day}` }],
      budgets: [],
      headcounts: [],
      reorganisations: [{ kind: 'MERGED', effectiveOn: MERGED_ON }],
    });
    expect(now.u5.children.map(({ id: child }: { id: string }) => child).sort()).toEqual([
      on('itco-cel'),
      on('sspit-cel'),
    ]);
    // Both were said to be part of the same: the new one is, once.
    const places = now.u5.lines.filter(({ kind, from }: Answer['data']) => kind === 'PART_OF' && from.id === on('it'));
    expect(places.map(({ to }: Answer['data']) => to.id)).toEqual([on('brussels-connectit')]);
    expect(now.post).toMatchObject({ units: [{ id: on('it') }], size: { operatingBudget: null, headcount: null } });
    const listed = now.organisationalUnits.edges.map(({ node }: Answer['data']) => node.id);
    expect(listed).toContain(on('it'));
    expect(listed).not.toContain(on('itco'));
    const then = (await pictures([day], merge.recordedAt))[day] as Answer['data'];
    expect([then.u2, then.u3, then.u5.name]).toEqual([null, null, { nl: 'IT' }]);
  });

  test('is a change that links those that were there with the one that is', async () => {
    const { organisationalUnit } = await ask(
      `query ($id: ID!) { organisationalUnit(id: $id) {
        reorganisations { kind effectiveOn reason predecessors { id name { nl } } successors { id name { nl } } } } }`,
      { id: unitId('it') },
    );
    expect(organisationalUnit.reorganisations).toMatchObject([
      {
        kind: 'MERGED',
        effectiveOn: MERGED_ON,
        reason: 'The decree of 2024 had not been recorded.',
        predecessors: [{ id: `${unitId('sspit')}@2024-06-30` }, { id: `${unitId('itco')}@2024-06-30` }],
        successors: [{ id: `${unitId('it')}@${MERGED_ON}` }],
      },
    ]);
  });
});
