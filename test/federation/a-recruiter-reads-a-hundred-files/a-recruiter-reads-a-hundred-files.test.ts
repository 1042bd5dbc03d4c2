import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { fixedClock } from '@mandate-graph/domain';
import { insertSubmitted, submitted } from '../../../subgraphs/candidates/src/application/testing/submitted.ts';
import { completeFile } from '../../../subgraphs/candidates/src/file/testing/contents.ts';
import { type Graph, startGraph } from '../../support/graph.ts';

const INSTITUTION = 'ksz-ehealth';
const VACANCY = `${INSTITUTION}:vacancy:adjunct-administrateur-generaal-2025`;
/** After the last day for applying, 22 October 2025. */
const AFTERWARDS = '2025-11-03T09:00:00+01:00';
const files = Array.from({ length: 100 }, () =>
  submitted(VACANCY, completeFile(), { submittedAt: '2025-10-01T08:00:00Z' }),
);
let graph: Graph;

beforeAll(async () => {
  graph = await startGraph({ clock: fixedClock(AFTERWARDS) });
  await insertSubmitted(graph.database, files);
});
afterAll(() => graph?.close());

const QUERY = `query ($id: ID!, $first: Int!) { vacancy(id: $id) { id applications(first: $first) { edges { node {
  id status candidate { familyName email } documents { kind fileName }
  eligibility { participation { outcome text { en } rules { depth key value missing { code } } } }
  vacancy { title { en } } } } } } }`;

test('x', async () => {
  for (const first of [10, 100]) {
    const before = graph.reports.length;
    const { data, errors } = await graph.as('recruiter', { institution: INSTITUTION }).ask(QUERY, { id: VACANCY, first });
    console.log(JSON.stringify(errors), JSON.stringify(graph.reports.slice(before)), JSON.stringify(data.vacancy.applications.edges[0]).slice(0, 3000));
  }
});
