import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { schemaOf } from '@mandate-graph/persistence';
import { type Actor, actorCredentials, type Role, readPrivateKey } from '@mandate-graph/runtime';
import { askSubgraph, TEST_ACTOR_KEYS } from '@mandate-graph/testkit';
import { type Graph, readRoot, startGraph } from '../../support/graph.ts';
import { GOB, id, mutationOf, mutationsIn, named, unitId, unitInput } from './changes.ts';

const DELIVERIES = 50;
const MUTATIONS = mutationsIn(readRoot('schema/api.graphql'));
const reason = 'because';

let graph: Graph;
beforeAll(async () => {
  graph = await startGraph();
});
afterAll(() => graph?.close());

const recruiter = { institution: GOB.code };
const send = async (name: string, input: object, role: Role = 'recruiter', options: object = recruiter) =>
  graph.as(role, options).ask(mutationOf(name, MUTATIONS[name]!), { input });
const ACTOR: Actor = {
  kind: 'person',
  subject: 'somebody',
  grants: [{ role: 'recruiter', institution: GOB.code, procedure: null, scopes: [] }],
};
const gateway = { actorCredentials: actorCredentials(readPrivateKey(TEST_ACTOR_KEYS.privateKey)!) };
/** As the gateway sends it: that something is done once is up to the subgraph, and the gateway would only take time. */
const deliver = (name: string, input: object) =>
  askSubgraph(graph.subgraphs.get(GOB.code)!, gateway, mutationOf(name, MUTATIONS[name]!), { input }, ACTOR);
const schema = schemaOf(GOB.code);
const counted = async () => {
  const tables = ['subject_version', 'outbox', 'idempotency'];
  const counts = tables.map((table) => `(SELECT count(*)::int FROM ${schema}.${table}) AS ${table}`);
  return (await graph.database.query<Record<string, number>>(`SELECT ${counts.join(', ')}`))[0]!;
};
const at = async (subject: string) => {
  const sql = `SELECT version FROM ${schema}.subject WHERE id = $1`;
  const [row] = await graph.database.query<{ version: number }>(sql, [subject]);
  return { id: subject, version: row?.version ?? 0 };
};

const money = { kind: 'OPERATING', unit: unitId('x'), amount: { amount: '12.50', currency: 'EUR' } };
const people = { kind: 'STAFF', unitOfMeasure: 'PERSONS', value: '3', unit: unitId('x') };
const post = { title: named('Hoofd'), function: 'MANAGER', units: [unitId('x')] };
const line = { kind: 'ADVISES', from: unitId('x'), to: unitId('gob'), label: named('adviseert') };
const change = async (subject: string, more: object) => ({ ...(await at(subject)), reason, ...more });

/** Each kind of mutation once, in an order in which each can be done. */
const CASES: Readonly<Record<string, () => Promise<object> | object>> = {
  CreateUnit: () => ({ local: 'x', unit: unitInput('x', 'gob'), effectiveFrom: '2020-01-01' }),
  AmendUnit: () => change(unitId('x'), { changes: { website: 'https://x.example' } }),
  RenameUnit: () => change(unitId('x'), { name: named('xx') }),
  MoveUnit: () => change(unitId('x'), { parent: unitId('brussels-connectit') }),
  CreatePosition: () => ({ local: 'hoofd', position: post }),
  AmendPosition: () => change(id('position', 'hoofd'), { changes: { rank: 'A4' } }),
  RecordHolder: () => ({ position: id('position', 'hoofd'), version: 0, status: 'VACANT', reason }),
  CreateBody: () => ({ local: 'raad', body: { kind: 'GROUP', name: named('Raad'), unit: unitId('x') } }),
  AmendBody: () => change(id('body', 'raad'), { changes: { plural: true } }),
  CreateLine: () => ({ local: 'x-advises-gob', line }),
  AmendLine: () => change(id('line', 'x-advises-gob'), { changes: { topics: [named('alles')] } }),
  RecordBudget: () => ({ local: 'x-budget', budget: money }),
  AmendBudget: () => change(id('budget', 'x-budget'), { changes: { fiscalYear: 2025 } }),
  RecordHeadcount: () => ({ local: 'x-headcount', headcount: people }),
  AmendHeadcount: () => change(id('headcount', 'x-headcount'), { changes: { value: '4' } }),
  EndHeadcount: () => change(id('headcount', 'x-headcount'), {}),
  EndBudget: () => change(id('budget', 'x-budget'), {}),
  EndLine: () => change(id('line', 'x-advises-gob'), {}),
  EndBody: () => change(id('body', 'raad'), {}),
  EndPosition: () => change(id('position', 'hoofd'), {}),
  SplitUnit: () =>
    change(unitId('x'), {
      successors: ['y', 'z'].map((local) => ({ local, unit: unitInput(local, 'gob') })),
      assignments: [],
    }),
  MergeUnits: async () => ({
    predecessors: [await at(unitId('y')), await at(unitId('z'))],
    successor: { local: 'yz', unit: unitInput('yz', 'gob') },
    reason,
  }),
  AbolishUnit: () => change(unitId('yz'), {}),
};

describe(`${DELIVERIES} deliveries of the same request at once`, () => {
  test('are made of every mutation of an organisation that the schema has', () => {
    expect(Object.keys(CASES).sort()).toEqual(Object.keys(MUTATIONS).sort());
  });

  test.each(Object.entries(CASES))('%s: one effect, and one answer', async (name, inputOf) => {
    const input = { idempotencyKey: name, ...(await inputOf()) };
    const before = await counted();
    const answers = await Promise.all(Array.from({ length: DELIVERIES }, () => deliver(name, input)));
    const [{ data, errors }] = answers as [Awaited<ReturnType<typeof deliver>>];
    expect(errors).toBeUndefined();
    expect(data.result).toMatchObject({ __typename: MUTATIONS[name]!.payload, subjects: expect.anything() });
    for (const answer of answers) expect(answer.data).toEqual(data);
    const more = data.result.subjects.length;
    expect(await counted()).toEqual({
      subject_version: before['subject_version']! + more,
      outbox: before['outbox']! + more,
      idempotency: before['idempotency']! + 1,
    });
  });
});

describe('a change of an organisation', () => {
  const input = { idempotencyKey: 'refused', local: 'w', unit: unitInput('w', 'gob') };

  test.each<[string, Role, object, string]>([
    ['a recruiter of another institution', 'recruiter', { institution: 'ksz-ehealth' }, 'FORBIDDEN'],
    ['a machine for vacancies', 'integration', { ...recruiter, scopes: ['vacancies:write'] }, 'FORBIDDEN'],
    ['a candidate', 'candidate', {}, 'FORBIDDEN'],
  ])('is refused to %s, and nothing is there afterwards', async (_who, role, options, code) => {
    const before = await counted();
    const { data, errors } = await send('CreateUnit', input, role, options);
    expect(data?.result ?? null).toBeNull();
    expect(errors!.map(({ extensions }) => extensions['code'])).toEqual([code]);
    expect(await counted()).toEqual(before);
  });

  test('is refused to everyone who is not signed in', async () => {
    const { data, errors } = await graph.ask(mutationOf('CreateUnit', MUTATIONS['CreateUnit']!), { input });
    expect(data?.result ?? null).toBeNull();
    expect(errors!.map(({ extensions }) => extensions['code'])).toEqual(['UNAUTHENTICATED']);
  });

  test.each<[string, Role, object]>([
    ['the authority', 'authority', recruiter],
    ['a machine for the organisation', 'integration', { ...recruiter, scopes: ['organisation:write'] }],
  ])('is done by %s', async (who, role, options) => {
    const asked = { ...input, idempotencyKey: role, local: role, unit: unitInput(who, 'gob') };
    expect((await send('CreateUnit', asked, role, options)).data.result).toMatchObject({
      __typename: 'UnitRecorded',
      id: unitId(role),
      version: 1,
      unit: { name: { nl: who }, parent: { id: unitId('gob') } },
    });
  });

  test('is refused with every problem by its path, and a conflict names both versions', async () => {
    const before = await counted();
    const wrong = {
      idempotencyKey: 'wrong',
      ...(await at(unitId('gob'))),
      reason: ' ',
      changes: { website: 'gob', ordinal: -1, legalForm: { nl: '' } },
    };
    const refused = (await send('AmendUnit', wrong)).data.result;
    expect(refused.problems.map(({ path, code }: Record<string, string>) => [path, code])).toEqual([
      ['changes.legalForm.nl', 'EMPTY_TEXT'],
      ['reason', 'EMPTY_TEXT'],
      ['changes.ordinal', 'OUT_OF_RANGE'],
      ['changes.website', 'INVALID_URL'],
    ]);
    const mended = { ...wrong, reason, changes: { location: 'hier' } };
    const theirs = { ...mended, id: 'ksz-ehealth:unit:ksz' };
    expect((await send('AmendUnit', theirs)).data.result.problems).toEqual([
      expect.objectContaining({ path: 'id', code: 'UNKNOWN_SUBJECT', value: theirs.id }),
    ]);
    const old = { ...mended, version: 99 };
    expect((await send('AmendUnit', old)).data.result).toEqual({
      __typename: 'VersionConflict',
      id: unitId('gob'),
      givenVersion: 99,
      currentVersion: wrong.version,
    });
    expect(await counted()).toEqual(before);
  });
});
