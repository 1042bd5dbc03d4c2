import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { RunningSubgraph } from '@mandate-graph/runtime';
import { type Graph, startGraph } from '../../support/graph.ts';

const VACANCY = 'ksz-ehealth:vacancy:adjunct-administrateur-generaal-2025';
const SECTION = {
  ...{ kind: 'MANAGERIAL', employer: 'Voorbeelddienst', functionTitle: 'Directeur', setting: 'PUBLIC_SERVICE' },
  ...{ begin: '2010-01-01', description: 'Leiding van een dienst.', language: 'NL' },
};
let graph: Graph;
beforeAll(async () => {
  graph = await startGraph();
  const running = graph.subgraphs as Map<string, RunningSubgraph>;
  await running.get('ksz-ehealth')!.close();
  // The graph closes what is left of it.
  running.delete('ksz-ehealth');
});
afterAll(() => graph?.close());

/** Does one thing as a candidate; gives its version. */
async function act(mutation: string, type: string, input: object, payload = 'ApplicationRecorded') {
  const { data, errors } = await graph
    .as('candidate')
    .ask(`mutation ($input: ${type}!) { done: ${mutation}(input: $input) { ... on ${payload} { id version } } }`, {
      input: { idempotencyKey: mutation, ...input },
    });
  expect(errors).toBeUndefined();
  return data.done as { id: string; version: number };
}

test('while an institution is down, an application for its vacancy goes from account to definitive', async () => {
  const names = { givenNames: 'Robin', familyName: 'Voorbeeld', email: 'robin@example.org', preferredLanguage: 'NL' };
  await act('saveAccount', 'SaveAccountInput', names, 'CandidateRecorded');
  const { id: application } = await act('startApplication', 'StartApplicationInput', { vacancy: VACANCY });
  await act('saveSpecificSection', 'SaveSpecificSectionInput', { application, section: SECTION });
  await act('submitApplication', 'ApplicationActInput', { application, version: 1 });
  await act('validateApplication', 'ApplicationActInput', { application, version: 2 });
  const { data } = await graph
    .as('candidate')
    .ask('{ me { applications { status eligibility { participation { outcome } } } inbox { openTaskCount } } }');
  expect(data.me).toEqual({
    applications: [{ status: 'DEFINITIVE', eligibility: { participation: { outcome: 'NOT_ELIGIBLE' } } }],
    inbox: { openTaskCount: 0 },
  });
});
