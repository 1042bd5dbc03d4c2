import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { createSubgraph as createGob } from '@mandate-graph/gob-connectit';
import { createSubgraph as createKsz } from '@mandate-graph/ksz-ehealth';
import { allSubgraphs, type Composition, composeGraph } from '@mandate-graph/schema';
import { createSubgraph as createThird } from '../../fixtures/third-institution/src/index.ts';
import { profile } from '../../fixtures/third-institution/src/profile.ts';
import { type Graph, readRoot, registry, startGraph } from '../../support/graph.ts';
import { readAllPages } from '../support/pages.ts';

const CODE = 'voorbeeld-agentschap';
const VACANCIES = 24;

let composition: Composition;
let graph: Graph;
beforeAll(async () => {
  const entries = [...registry(), profile.entry];
  const institutions = [createGob(), createKsz(), createThird()];
  composition = await composeGraph(allSubgraphs(entries, institutions));
  graph = await startGraph({ registry: entries, institutions, supergraphSdl: composition.supergraph });
});
afterAll(() => graph?.close());

const ask = async (query: string, variables: Record<string, unknown> = {}) => {
  const { data, errors } = await graph.ask(query, variables);
  expect(errors).toBeUndefined();
  return data;
};

describe('a third institution needs its folder and a line in the registry', () => {
  test('the schema of no other subgraph changes, and the catalogue gains only the names of its types', () => {
    for (const { name, sdl } of composition.subgraphs) {
      if (name === CODE) continue;
      const committed = readRoot(`schema/subgraphs/${name}.graphql`);
      if (name !== 'catalogue') expect({ name, sdl }).toEqual({ name, sdl: committed });
      else
        expect(sdl.split(/\n(?=type |interface |input |enum |scalar |""")/)).toEqual(
          expect.arrayContaining(committed.split(/\n(?=type |interface |input |enum |scalar |""")/)),
        );
    }
  });

  test('it stands in the list of institutions', async () => {
    const { institutions } = await ask('{ institutions { code name { nl fr original } website } }');
    expect(institutions).toHaveLength(3);
    expect(institutions[2]).toEqual({
      code: CODE,
      name: { nl: 'Voorbeeldagentschap voor Waterlopen', fr: 'Agence exemple des cours d’eau', original: 'FR' },
      website: 'https://waterlopen.example',
    });
  });

  test('its vacancies stand in the same list as those of the others, with everything the others have', async () => {
    const { vacancies } = await ask(`{ vacancies(first: 100) { totalCount edges { node {
      __typename id status selectionProcedure { steps { key } } applicationCount institution { code }
      unitsConcerned { name { fr } budgets { amount { amount } fiscalYear } headcounts { value } budgetPerHead { amount } }
      position { title { fr } managementTier lines { kind to { id } } } pay { grossAnnualSalary { amount } }
    } } } }`);
    expect(vacancies.totalCount).toBe(VACANCIES + 2);
    const codes = vacancies.edges.map(
      (edge: { node: { institution: { code: string } } }) => edge.node.institution.code,
    );
    expect(codes.filter((code: string) => code === CODE)).toHaveLength(VACANCIES);
    expect([codes[0], codes.at(-1)]).toEqual(['gob-connectit', 'ksz-ehealth']);
    const seventh = vacancies.edges.find((edge: { node: { id: string } }) => edge.node.id.endsWith('sector-007')).node;
    expect(seventh).toEqual({
      __typename: 'VrbVacancy',
      id: `${CODE}:vacancy:sector-007`,
      status: 'OPEN',
      selectionProcedure: { steps: [{ key: 'screening' }, { key: 'interview' }] },
      applicationCount: null,
      institution: { code: CODE },
      unitsConcerned: [
        {
          name: { fr: 'Direction Sud' },
          budgets: [{ amount: { amount: '6000000.00' }, fiscalYear: 2025 }],
          headcounts: [{ value: '50' }],
          budgetPerHead: { amount: '120000.00' },
        },
      ],
      position: {
        title: { fr: 'Chef de secteur 7' },
        managementTier: -2,
        lines: [{ kind: 'LEADS', to: { id: `${CODE}:unit:sud` } }],
      },
      pay: { grossAnnualSalary: { amount: '67000.00' } },
    });
  });

  test('three institutions cost one request more than two', async () => {
    await ask(
      '{ vacancies(first: 50) { edges { node { title { nl } applicationCount selectionProcedure { steps { key } } } } } }',
    );
    const { requests, levels } = graph.reports.at(-1)!;
    expect({ requests: requests.length, levels }).toEqual({ requests: 6, levels: 2 });
  });

  test.each(['overstroming', 'inondation', 'floods', 'cours d’eau'])('search finds it: %s', async (text) => {
    const { vacancies } = await ask(
      'query($text: String!) { vacancies(first: 1, filter: { text: $text }) { totalCount edges { node { institution { code } } } } }',
      { text },
    );
    expect(vacancies).toEqual({ totalCount: VACANCIES, edges: [{ node: { institution: { code: CODE } } }] });
  });

  test('facets count it, and filters take it', async () => {
    const { vacancies } = await ask(`{ vacancies(filter: { institution: ["${CODE}"] }, first: 1) {
      totalCount facets { institution { value count } languageRole { value count } rank { value count } functionLevel { value count } }
    } }`);
    expect(vacancies.totalCount).toBe(VACANCIES);
    expect(vacancies.facets).toEqual({
      institution: [
        { value: CODE, count: VACANCIES },
        { value: 'gob-connectit', count: 1 },
        { value: 'ksz-ehealth', count: 1 },
      ],
      languageRole: [{ value: 'FR', count: VACANCIES }],
      rank: [{ value: 'A4', count: VACANCIES }],
      functionLevel: [{ value: 'A', count: VACANCIES }],
    });
  });

  test('pages over ties of its closing days lose and repeat nothing', async () => {
    const seen = await readAllPages(graph, 5);
    expect(new Set(seen).size).toBe(VACANCIES + 2);
    expect(seen).toHaveLength(VACANCIES + 2);
  });

  test('its subtree, its selection codes and its units are found', async () => {
    const data = await ask(`{
      subtree: vacancies(filter: { subtreeOf: "${CODE}:unit:agence" }) { totalCount }
      half: vacancies(filter: { unit: "${CODE}:unit:nord" }) { totalCount }
      vacancyBySelectionCode(selectionCode: "vrb-007") { id }
      organisationalUnits(filter: { institution: ["${CODE}"] }) { edges { node { name { fr } } } }
      organisationalUnit(id: "${CODE}:unit:agence") { subtree { depth } bodies { kind } legalForm { text(language: NL) { value origin } } }
    }`);
    expect(data).toEqual({
      subtree: { totalCount: VACANCIES },
      half: { totalCount: VACANCIES / 2 },
      vacancyBySelectionCode: { id: `${CODE}:vacancy:sector-007` },
      organisationalUnits: {
        edges: ['Direction Nord', 'Direction Sud', 'Agence exemple'].map((fr) => ({ node: { name: { fr } } })),
      },
      organisationalUnit: {
        subtree: [{ depth: 0 }, { depth: 1 }, { depth: 1 }],
        bodies: [{ kind: 'BOARD_OF_MANAGEMENT' }],
        // Its official language is French, so the Dutch is a translation.
        legalForm: { text: { value: 'Openbare instelling', origin: 'UNOFFICIAL_TRANSLATION' } },
      },
    });
  });
});
