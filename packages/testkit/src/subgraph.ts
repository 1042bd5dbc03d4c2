import {
  type Actor,
  CREDENTIAL_HEADER,
  PUBLIC_ACTOR,
  type RunningSubgraph,
  STATEMENTS_HEADER,
  type SubgraphDefinition,
} from '@mandate-graph/runtime';
import type { TestPlatform } from './platform.ts';

export interface SubgraphAnswer {
  // biome-ignore lint/suspicious/noExplicitAny: answers have the shape of their query
  readonly data: any;
  readonly errors?: readonly {
    message: string;
    path?: readonly (string | number)[];
    extensions: Record<string, unknown>;
  }[];
  /** SQL statements the subgraph needed. */
  readonly statements: number;
}

/** Asks one subgraph as the gateway does, with a credential for an actor. */
export async function askSubgraph(
  subgraph: RunningSubgraph,
  platform: Pick<TestPlatform, 'actorCredentials'>,
  query: string,
  variables: Readonly<Record<string, unknown>> = {},
  actor: Actor = PUBLIC_ACTOR,
  headers: Readonly<Record<string, string>> = {},
): Promise<SubgraphAnswer> {
  const response = await fetch(`${subgraph.url}/graphql`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      ...headers,
      [CREDENTIAL_HEADER]: await platform.actorCredentials.sign('gateway', subgraph.name, actor),
    },
    body: JSON.stringify({ query, variables }),
  });
  const answer = (await response.json()) as Omit<SubgraphAnswer, 'statements'>;
  return { ...answer, statements: Number(response.headers.get(STATEMENTS_HEADER)) };
}

/** Nothing happens in it but what is asked of it: neither jobs nor feeds change what a test looks at, or move by its clock. */
export const withoutJobs = (subgraph: SubgraphDefinition): SubgraphDefinition => ({
  ...subgraph,
  open: async (platform) => ({ ...(await subgraph.open(platform)), start: () => undefined }),
});
