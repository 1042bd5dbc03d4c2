import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { fixedClock } from '@mandate-graph/domain';
import {
  insertSubmitted,
  settleSubmitted,
  submitted,
} from '../../../subgraphs/candidates/src/application/testing/submitted.ts';
import { completeFile } from '../../../subgraphs/candidates/src/file/testing/contents.ts';
import { type Graph, startGraph } from '../../support/graph.ts';

const INSTITUTION = 'ksz-ehealth';
const VACANCY = `${INSTITUTION}:vacancy:adjunct-administrateur-generaal-2025`;
/** After the last day for applying, 22 October 2025. */
const AFTERWARDS = '2025-11-03T09:00:00+01:00';
const QUERY = `query ($id: ID!, $first: Int!) { vacancy(id: $id) { applications(first: $first) { edges { node {
  status candidate { familyName } documents { fileName } eligibility { participation { outcome text { en } rules { key value } } }
  vacancy { title { en } } } } } } }`;
let graph: Graph;

beforeAll(async () => {
  graph = await startGraph({ clock: fixedClock(AFTERWARDS) });
  const files = Array.from({ length: 100 }, () =>
    submitted(VACANCY, completeFile(), { submittedAt: '2025-10-01T08:00:00Z' }),
  );
  await insertSubmitted(graph.database, files);
  await settleSubmitted(graph.database, files, AFTERWARDS);
});
afterAll(() => graph?.close());

async function read(first: number) {
  const before = graph.reports.length;
  const { data, errors } = await graph.as('recruiter', { institution: INSTITUTION }).ask(QUERY, { id: VACANCY, first });
  expect(errors).toBeUndefined();
  const [report] = graph.reports.slice(before);
  return {
    nodes: data.vacancy.applications.edges.map(({ node }: { node: object }) => node),
    cost: report!.requests.map(({ subgraph, statements }) => [subgraph, statements]),
  };
}

test('candidates, documents, what the rules propose and the title of the vacancy cost the same for ten and for a hundred', async () => {
  // Whose vacancy it is, the applications, and the same once more for the title that each of them leads to.
  const cost = [
    ['catalogue', 1],
    ['candidates', 7],
    ['catalogue', 0],
    [INSTITUTION, 1],
  ];
  for (const first of [10, 100]) {
    const { nodes, cost: taken } = await read(first);
    expect(taken).toEqual(cost);
    expect(nodes).toHaveLength(first);
    for (const node of nodes) {
      expect(node).toMatchObject({
        ...{ status: 'DEFINITIVE', candidate: { familyName: 'Peeters' }, documents: [{ fileName: 'kopie.pdf' }] },
        eligibility: { participation: { outcome: 'ELIGIBLE', rules: { length: 7 } } },
        vacancy: { title: { en: 'Deputy administrator-general' } },
      });
    }
  }
});
