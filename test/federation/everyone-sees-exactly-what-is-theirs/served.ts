import { createCandidates } from '@mandate-graph/candidates';
import { createCatalogue } from '@mandate-graph/catalogue';
import { createSubgraph as createGob } from '@mandate-graph/gob-connectit';
import { createSubgraph as createKsz } from '@mandate-graph/ksz-ehealth';
import {
  type FederatedSchema,
  type OpenSubgraph,
  type RunningSubgraph,
  type SubgraphDefinition,
  startSubgraph,
} from '@mandate-graph/runtime';
import { createSelection } from '@mandate-graph/selection';
import type { TestPlatform } from '@mandate-graph/testkit';
import { registry } from '../../support/graph.ts';

/** A subgraph as it is served, with the schema and the contexts that it answers from. */
export interface Served extends FederatedSchema {
  readonly name: string;
  readonly running: RunningSubgraph;
  readonly open: OpenSubgraph;
}

/** Every subgraph there is. */
export const definitions = (): SubgraphDefinition[] => {
  const entries = registry();
  return [createGob(), createKsz(), createCatalogue(entries), createCandidates(entries), createSelection(entries)];
};

export async function serve(definition: SubgraphDefinition, platform: TestPlatform): Promise<Served> {
  const built = await definition.schema();
  const opened: { subgraph?: OpenSubgraph } = {};
  const running = await startSubgraph(
    {
      ...definition,
      schema: async () => built,
      open: async (own) => {
        opened.subgraph = await definition.open(own);
        return opened.subgraph;
      },
    },
    platform,
    { host: '127.0.0.1', port: 0, variable: 'none' },
  );
  return { ...built, name: definition.name, running, open: opened.subgraph! };
}
