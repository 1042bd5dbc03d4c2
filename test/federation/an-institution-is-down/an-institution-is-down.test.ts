import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { RunningSubgraph } from '@mandate-graph/runtime';
import { type Answer, type Graph, startGraph } from '../../support/graph.ts';

const GOB = 'gob-connectit:vacancy:a5-ad-interim-2025';
const KSZ = 'ksz-ehealth:vacancy:adjunct-administrateur-generaal-2025';
const AWAY = {
  message:
    'The subgraph ksz-ehealth does not answer. What it holds is missing from this answer; try again in a moment.',
  extensions: { code: 'SUBGRAPH_UNAVAILABLE', subgraph: 'ksz-ehealth' },
};

let graph: Graph;
let before: Answer;
const FULL = `{ vacancies { totalCount facets { institution { value count } } edges {
  cursor
  node { id title { nl } pay { payScale } selectionProcedure { steps { key } } applicationCount unitsConcerned { name { nl } } }
} } }`;

beforeAll(async () => {
  graph = await startGraph();
  before = await graph.ask(FULL);
  const running = graph.subgraphs as Map<string, RunningSubgraph>;
  await running.get('ksz-ehealth')!.close();
  // The graph closes what is left of it.
  running.delete('ksz-ehealth');
});
afterAll(() => graph?.close());

const answerTo = async (query: string, variables: Record<string, unknown> = {}) => {
  const answer = await graph.ask(query, variables);
  expect(JSON.stringify(answer)).not.toMatch(/127\.0\.0\.1|localhost|ECONN|https?:|fetch|undici|at \w+ \(/i);
  return answer;
};

describe('while one institution does not answer', () => {
  test('the list stands: its vacancies are null, with one error that names the subgraph and no address', async () => {
    expect(before.errors).toBeUndefined();
    const { data, errors } = await answerTo(FULL);
    expect(errors).toEqual([expect.objectContaining(AWAY)]);
    const [gob, ksz] = data.vacancies.edges;
    expect(gob).toEqual(before.data.vacancies.edges[0]);
    expect(ksz).toEqual({ cursor: before.data.vacancies.edges[1].cursor, node: null });
    expect(data.vacancies.totalCount).toBe(2);
    expect(data.vacancies.facets).toEqual(before.data.vacancies.facets);
  });

  test('what the catalogue, selection and candidates hold of its vacancies stands, without an error', async () => {
    const { data, errors } = await answerTo(
      '{ vacancies { edges { node { id selectionProcedure { steps { key } } applicationCount } } } }',
    );
    expect(errors).toBeUndefined();
    const nodes = data.vacancies.edges.map((edge: { node: object }) => edge.node);
    expect(nodes).toEqual(
      before.data.vacancies.edges.map(({ node }: { node: Record<string, unknown> }) => ({
        id: node['id'],
        selectionProcedure: node['selectionProcedure'],
        applicationCount: node['applicationCount'],
      })),
    );
    expect(nodes[1].id).toBe(KSZ);
    expect(nodes[1].selectionProcedure.steps).toHaveLength(5);
  });

  test('search, facets and totals stand', async () => {
    const { data, errors } = await answerTo(
      '{ vacancies(filter: { text: "eGezondheid" }) { totalCount edges { snippet { text } } } }',
    );
    expect(errors).toBeUndefined();
    expect(data.vacancies).toMatchObject({ totalCount: 1, edges: [{ snippet: expect.any(Array) }] });
  });

  test.each([
    ['vacancy', KSZ],
    ['organisationalUnit', 'ksz-ehealth:unit:ksz'],
    ['position', 'ksz-ehealth:position:adjunct-administrateur-generaal'],
    ['body', 'ksz-ehealth:body:rekenhof'],
  ])('its %s is null with that error, beside data of the others', async (field, id) => {
    const name = field === 'vacancy' || field === 'position' ? 'title { nl }' : 'name { nl }';
    const { data, errors } = await answerTo(
      `query($id: ID!, $other: ID!) { away: ${field}(id: $id) { ${name} } here: vacancy(id: $other) { title { nl } } }`,
      { id, other: GOB },
    );
    expect(errors).toEqual([expect.objectContaining(AWAY)]);
    expect(data).toEqual({ away: null, here: { title: { nl: 'Tijdelijk Directeur-Generaal' } } });
  });

  test('everything of the other institution stands, without an error', async () => {
    const { data, errors } = await answerTo(
      `query($id: ID!) { vacancy(id: $id) { title { nl } position { lines { kind } } unitsConcerned { subtree { depth } } } }`,
      { id: GOB },
    );
    expect(errors).toBeUndefined();
    expect(data.vacancy.position.lines.length).toBeGreaterThan(20);
  });

  test('the gateway is alive but not ready', async () => {
    expect((await fetch(new URL('/health/live', graph.url))).status).toBe(200);
    const ready = await fetch(new URL('/health/ready', graph.url));
    expect(ready.status).toBe(503);
    expect(await ready.text()).not.toMatch(/127\.0\.0\.1|localhost/);
  });
});
