import type { Graph } from '../../support/graph.ts';

const PAGE = `query Page($first: Int!, $after: String) {
  vacancies(first: $first, after: $after) { edges { node { id } } pageInfo { hasNextPage endCursor } }
}`;

interface Page {
  readonly edges: readonly { readonly node: { readonly id: string } }[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string };
}

/** The ids of all vacancies, read page by page to the end of the list. */
export async function readAllPages(graph: Graph, first: number): Promise<readonly string[]> {
  const ids: string[] = [];
  let after: string | null = null;
  do {
    const { data } = await graph.ask(PAGE, { first, after });
    const page = data.vacancies as Page;
    ids.push(...page.edges.map((edge) => edge.node.id));
    after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
  } while (after !== null);
  return ids;
}
