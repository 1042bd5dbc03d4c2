import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { OperationReport } from '@mandate-graph/gateway';
import { type Graph, startGraph } from '../../support/graph.ts';
import { LINES as GOB_LINES } from '../facts-of-the-gob-notice/facts.lines.ts';
import { LINES as KSZ_LINES } from '../facts-of-the-ksz-notice/facts.lines.ts';
import { keyOf, lineKey, linesIn } from '../support/line.facts.ts';
import { readAllPages } from '../support/pages.ts';
import { withMoreVacancies } from './more-vacancies.ts';
import { DEEP, LIST, WALK } from './queries.ts';

const MORE = 49;
const GOB = 'gob-connectit:vacancy:a5-ad-interim-2025';
const KSZ = 'ksz-ehealth:vacancy:adjunct-administrateur-generaal-2025';

let graph: Graph;
beforeAll(async () => {
  graph = await startGraph({ institutions: withMoreVacancies(MORE) });
});
afterAll(() => graph?.close());

/** An answer without errors, and what it cost. */
async function ask(query: string, variables: Record<string, unknown>) {
  const { data, errors } = await graph.ask(query, variables);
  expect(errors).toBeUndefined();
  return { data, report: graph.reports.at(-1)! };
}

function statementsOf({ requests }: OperationReport): Record<string, number> {
  const sums: Record<string, number> = {};
  for (const { subgraph, statements } of requests) sums[subgraph] = (sums[subgraph] ?? 0) + statements;
  return sums;
}

describe('one query lists the vacancies of both institutions', () => {
  test('with steps, units, budgets, headcounts and pay', async () => {
    const { data } = await ask(LIST, { first: 2 });
    expect(data.vacancies.totalCount).toBe(2 + 2 * MORE);
    const [gob, ksz] = data.vacancies.edges.map((edge: { node: object }) => edge.node);
    expect(gob).toMatchObject({
      id: GOB,
      title: { nl: 'Tijdelijk Directeur-Generaal' },
      institution: { code: 'gob-connectit' },
      applicationDeadline: { date: '2025-09-12' },
      announcedSteps: ['ELIGIBILITY_SCREENING', 'INTERVIEW', 'RESULT'].map((kind) => ({ kind })),
      applicationCount: null,
      unitsConcerned: [{ name: { nl: 'Brussel ConnectIT' }, budgets: [], headcounts: [], budgetPerHead: null }],
      position: { size: { operatingBudget: null, headcount: null } },
      pay: { payScale: 'A500', salaryBand: null, grossAnnualSalary: null, mobilityBudget: null },
    });
    expect(ksz).toMatchObject({
      id: KSZ,
      institution: { code: 'ksz-ehealth' },
      announcedSteps: [
        'ELIGIBILITY_SCREENING',
        'COMPUTER_ASSESSMENT',
        'ORAL_TEST',
        'RESULT',
        'ADDITIONAL_INTERVIEW',
      ].map((kind) => ({ kind })),
      unitsConcerned: [
        { name: { nl: 'Kruispuntbank van de Sociale Zekerheid' }, headcounts: [{ value: '85' }] },
        { name: { nl: 'eHealth-platform' }, budgetPerHead: { amount: '314583.33' } },
      ],
      position: { headcounts: [{ kind: 'DIRECT_AUTHORITY', value: '31' }], size: { headcount: { value: '133' } } },
      pay: { salaryBand: 5, grossAnnualSalary: { amount: '185457.89', currency: 'EUR' } },
    });
    for (const { announcedSteps, selectionProcedure } of [gob, ksz]) {
      expect(selectionProcedure.steps).toEqual(announcedSteps);
    }
  });

  test.each([2, 20, 100])('and %i of them cost at most 5 requests in 2 levels', async (first) => {
    const { data, report } = await ask(LIST, { first });
    expect(data.vacancies.edges).toHaveLength(first);
    expect(report.requests.map((request) => request.subgraph).toSorted()).toEqual([
      'candidates',
      'catalogue',
      'gob-connectit',
      'ksz-ehealth',
      'selection',
    ]);
    expect(report.levels).toBe(2);
  });

  test('page by page, each vacancy once', async () => {
    const seen = await readAllPages(graph, 40);
    expect(seen).toHaveLength(2 + 2 * MORE);
    expect(new Set(seen).size).toBe(seen.length);
  });
});

describe('the number of statements', () => {
  test.each([
    ['the list', LIST],
    ['a query that goes deep', DEEP],
  ])('of %s is the same in every subgraph for 2, 20 and 100 vacancies', async (_what, query) => {
    const costs = [];
    for (const first of [2, 20, 100]) costs.push(statementsOf((await ask(query, { first })).report));
    expect(costs[1]).toEqual(costs[0]);
    expect(costs[2]).toEqual(costs[0]);
    for (const statements of Object.values(costs[0]!)) expect(statements).toBeLessThanOrEqual(15);
  });
});

describe('another query walks from a vacancy to its units, their tree, its post and all lines', () => {
  test.each([
    [GOB, GOB_LINES],
    [KSZ, KSZ_LINES],
  ])('of %s, each line with its source', async (id, facts) => {
    const { data, report } = await ask(WALK, { id });
    const lines = linesIn(data);
    expect(lines.map(keyOf).toSorted()).toEqual(facts.map(lineKey).toSorted());
    for (const line of lines) {
      expect(line.provenance).toMatchObject([{ path: 'kind', status: expect.stringMatching(/^(STATED|DERIVED)$/) }]);
      expect(line.provenance[0]!.copies).not.toEqual([]);
    }
    expect(new Set(report.requests.map((request) => request.subgraph))).toEqual(
      new Set(['catalogue', id.slice(0, id.indexOf(':'))]),
    );
  });

  test('shows the tree with its depths', async () => {
    const { data } = await ask(WALK, { id: GOB });
    const [unit] = data.vacancy.unitsConcerned;
    expect(unit.ancestors).toMatchObject([{ name: { nl: 'Gewestelijke Overheidsdienst Brussel' } }]);
    expect(unit.subtree.map((node: { depth: number }) => node.depth)).toEqual([0, 1, 1, 1, 1, 1]);
    expect(data.vacancy.position).toMatchObject({ title: { nl: 'Directeur-generaal' }, holder: { status: 'VACANT' } });
  });
});

describe('one search looks through both institutions', () => {
  test.each([
    ['kruispuntbank', [KSZ]],
    ['soins de santé', [KSZ]],
    ['Directeur-generaal ConnectIT', [GOB]],
    ['leadership', [GOB, KSZ]],
    ['competenties', [GOB, KSZ]],
    ['loodgieter', []],
  ])('%s', async (text, expected) => {
    const { data } = await ask(
      `query($text: String!) { vacancies(first: 100, filter: { text: $text, closingTo: "2025-10-31" }) {
        totalCount edges { node { id } snippet { text match } relevance }
      } }`,
      { text },
    );
    expect(data.vacancies.totalCount).toBe(expected.length);
    expect(data.vacancies.edges.map((edge: { node: { id: string } }) => edge.node.id)).toEqual(expected);
    for (const { snippet, relevance } of data.vacancies.edges) {
      expect(snippet.some((part: { match: boolean }) => part.match)).toBe(true);
      expect(relevance).toBeGreaterThan(0);
    }
  });
});
