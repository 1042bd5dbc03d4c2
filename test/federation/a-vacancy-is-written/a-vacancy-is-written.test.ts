import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { rootFieldOf } from '@mandate-graph/domain';
import { schemaOf } from '@mandate-graph/persistence';
import type { Graph } from '../../support/graph.ts';
import { settled } from '../../support/settled.ts';
import { callOf, dayClock, GOB, type MutationName, mutationOf, startWithThird, THIRD } from './written.ts';

const clock = dayClock('2025-09-01');
let graph: Graph;
beforeAll(async () => {
  graph = await startWithThird(clock);
});
afterAll(() => graph?.close());

const ask = async (query: string, variables: Record<string, unknown> = {}) => {
  const { data, errors } = await graph.ask(query, variables);
  expect(errors).toBeUndefined();
  return data;
};
const SEEN = `query($id: ID!) { vacancy(id: $id) {
  title { nl fr } status publishedOn applicationDeadline { date daysLeft } applicationCount
  selectionProcedure { status steps { key } } provenance(paths: ["title"]) { status notice copies { first } }
} }`;
const seen = async (id: string) => (await ask(SEEN, { id })).vacancy;

describe.each([GOB, THIRD])('a vacancy of $code', (entry) => {
  const id = `${entry.code}:vacancy:archive-2025`;
  const recruiter = () => graph.as('recruiter', { institution: entry.code });
  let version = 0;
  let publishedAt = '';
  const write = async (name: MutationName, input: Record<string, unknown>) => {
    const given = { idempotencyKey: `${name}-${version}`, ...(version > 0 && { id, version }), ...input };
    const { data, errors } = await recruiter().ask(mutationOf(entry, name), { input: given });
    expect(errors).toBeUndefined();
    expect(data.result).toMatchObject({ __typename: 'VacancyRecorded', id, version: version + 1 });
    version = data.result.version;
    await settled(graph);
    return data.result;
  };
  const events = async () =>
    (
      await graph.database.query<{ data: { version: number; change: object; periods: object[] } }>(
        `SELECT data FROM ${schemaOf(entry.code)}.outbox WHERE subject = $1 ORDER BY id`,
        [id],
      )
    ).map(({ data }) => data);

  test('is prepared as a draft, which is its institution’s alone', async () => {
    clock.on('2025-09-01');
    const { vacancy } = await write('CreateVacancy', { local: 'archive-2025', content: callOf(entry) });
    expect(vacancy).toMatchObject({ id, title: { nl: 'Directeur Archief' }, validity: { from: '2025-09-01' } });
    expect(await seen(id)).toBeNull();
    const drafts = rootFieldOf(entry, 'Drafts');
    const { data } = await recruiter().ask(`{ ${drafts} { id status title { fr } } }`);
    expect(data[drafts]).toEqual([{ id, status: 'DRAFT', title: { fr: 'Directeur des archives' } }]);
    expect(JSON.stringify(await events())).not.toMatch(/archief|98000/i);
  });

  test('is changed as a draft without anybody hearing of it', async () => {
    await write('AmendVacancy', { changes: { rank: 'A4' }, reason: 'secret' });
    expect(await events()).toEqual(
      ['CREATED', 'AMENDED'].map((kind) =>
        expect.objectContaining({ change: { kind, reason: null, paths: [] }, periods: [] }),
      ),
    );
  });

  test('is published, and then seen by everyone in every part of the graph', async () => {
    clock.on('2025-09-02');
    const { vacancy, recordedAt } = await write('PublishVacancy', { reason: 'approved' });
    publishedAt = recordedAt;
    expect(vacancy).toMatchObject({ status: 'OPEN', publishedOn: '2025-09-02', validity: { from: '2025-09-02' } });
    expect(await seen(id)).toEqual({
      title: { nl: 'Directeur Archief', fr: 'Directeur des archives' },
      status: 'OPEN',
      publishedOn: '2025-09-02',
      applicationDeadline: { date: '2025-10-10', daysLeft: 38 },
      applicationCount: null,
      selectionProcedure: { status: 'NOT_STARTED', steps: [{ key: 'screening' }, { key: 'result' }] },
      provenance: [{ status: 'RECORDED', notice: null, copies: [] }],
    });
    const { vacancies } = await ask(
      'query($text: String!) { vacancies(filter: { text: $text }) { edges { node { id } } } }',
      {
        text: 'archief',
      },
    );
    expect(vacancies.edges).toContainEqual({ node: { id } });
    const [told] = (await events()).slice(-1);
    expect(told).toMatchObject({ version: 3, change: { kind: 'PUBLISHED', reason: 'approved', paths: [] } });
    expect(told!.periods).toMatchObject([{ validFrom: '2025-09-02', state: { publication: 'PUBLISHED' } }]);
  });

  test('is amended for a reason, from the day on', async () => {
    clock.on('2025-09-10');
    const title = { nl: 'Directeur ConnectMemory', fr: 'Directeur ConnectMemory' };
    await write('AmendVacancy', { changes: { title, rank: null }, reason: 'the unit goes by its name' });
    expect((await seen(id)).title).toEqual(title);
    const { before, known, history } = await ask(
      `query($id: ID!, $day: LocalDate, $at: Instant) {
        before: vacancy(id: $id, asOf: $day) { title { nl } }
        known: vacancy(id: $id, knownAt: $at) { title { nl } validity { version } }
        history: vacancy(id: $id) { history { version change reason differences { validFrom changes { path before after } } } }
      }`,
      { id, day: '2025-09-09', at: publishedAt },
    );
    expect(before).toEqual({ title: { nl: 'Directeur Archief' } });
    expect(known).toEqual({ title: { nl: 'Directeur Archief' }, validity: { version: 3 } });
    expect(history.history[0]).toMatchObject({
      version: 4,
      change: 'AMENDED',
      reason: 'the unit goes by its name',
      differences: [{ validFrom: '2025-09-10' }],
    });
    expect(history.history[0].differences[0].changes).toContainEqual({ path: 'rank', before: 'A4', after: null });
    expect((await events()).at(-1)).toMatchObject({
      change: { kind: 'AMENDED', reason: 'the unit goes by its name', paths: ['rank', 'title.fr', 'title.nl'] },
    });
  });

  test('is extended, also after its deadline has passed', async () => {
    clock.on('2025-10-20');
    expect(await seen(id)).toMatchObject({ status: 'CLOSED', selectionProcedure: { status: 'READY_FOR_SCREENING' } });
    await write('ExtendVacancy', { applicationDeadline: { date: '2025-11-14' }, reason: 'too few applied' });
    expect(await seen(id)).toMatchObject({
      status: 'OPEN',
      applicationDeadline: { date: '2025-11-14', daysLeft: 25 },
      selectionProcedure: { status: 'NOT_STARTED' },
    });
    expect((await events()).at(-1)!.change).toEqual({
      kind: 'EXTENDED',
      reason: 'too few applied',
      paths: ['applicationDeadline.date'],
    });
  });

  test('is withdrawn, and stays to be seen as that', async () => {
    await write('WithdrawVacancy', { reason: 'the post is abolished' });
    expect(await seen(id)).toMatchObject({ status: 'WITHDRAWN', selectionProcedure: { status: 'CANCELLED' } });
    expect((await events()).at(-1)!.change).toEqual({
      kind: 'WITHDRAWN',
      reason: 'the post is abolished',
      paths: ['publication'],
    });
  });
});

test('a vacancy of a notice is amended, and keeps to the notice for what it does not change', async () => {
  const id = 'gob-connectit:vacancy:a5-ad-interim-2025';
  const input = { idempotencyKey: 'notice', id, version: 1, reason: 'moved', changes: { vacantPositions: 2 } };
  const { data } = await graph
    .as('authority', { institution: GOB.code })
    .ask(mutationOf(GOB, 'AmendVacancy'), { input });
  expect(data.result).toMatchObject({ __typename: 'VacancyRecorded', version: 2 });
  const { vacancy } = await ask(
    `query($id: ID!) { vacancy(id: $id) { vacantPositions
      provenance(paths: ["vacantPositions", "rank"]) { status notice copies { first } } } }`,
    { id },
  );
  expect(vacancy).toEqual({
    vacantPositions: 2,
    provenance: [
      { status: 'RECORDED', notice: null, copies: [] },
      { status: 'STATED', notice: 'a5-ad-interim', copies: [{ first: 1 }] },
    ],
  });
});

test('with a day or a duration that is none is an error with each of them', async () => {
  const content = callOf(GOB, {
    opensOn: '2025-02-30',
    mandate: { duration: 'six years' },
    pay: { grossAnnualSalary: { amount: '1,5', currency: 'EUR' } },
  });
  const { data, errors } = await graph
    .as('recruiter', { institution: GOB.code })
    .ask(mutationOf(GOB, 'CreateVacancy'), { input: { idempotencyKey: 'form', content } });
  expect(data?.result ?? null).toBeNull();
  const named = errors!.flatMap(({ extensions }) => extensions['problems'] as { path: string; value: string }[]);
  expect(named.map(({ path, value }) => [path.replace(/^.*content\./, ''), value])).toEqual([
    ['mandate.duration', '"six years"'],
    ['opensOn', '"2025-02-30"'],
    ['pay.grossAnnualSalary.amount', '"1,5"'],
  ]);
});

test('is not written by the public, nor by another institution’s recruiter, and neither learns whether it is there', async () => {
  const id = `${GOB.code}:vacancy:archive-2025`;
  const input = { idempotencyKey: 'x', id, version: 6 };
  const nothing = { ...input, id: `${GOB.code}:vacancy:nothing` };
  const other = graph.as('recruiter', { institution: 'ksz-ehealth' });
  for (const [asker, code] of [
    [graph, 'UNAUTHENTICATED'],
    [other, 'FORBIDDEN'],
    [graph.as('integration', { institution: GOB.code, scopes: ['organisation:write'] }), 'FORBIDDEN'],
  ] as const) {
    const answers = [input, nothing].map((given) => asker.ask(mutationOf(GOB, 'PublishVacancy'), { input: given }));
    const [there, not] = await Promise.all(answers);
    expect(there!.errors).toMatchObject([{ extensions: { code } }]);
    expect([there!.data, there!.errors]).toEqual([not!.data, not!.errors]);
  }
});
