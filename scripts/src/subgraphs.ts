import { pathToFileURL } from 'node:url';
import type { InstitutionEntry } from '@mandate-graph/domain';
import type { SubgraphDefinition } from '@mandate-graph/runtime';
import { rootPath } from './root.ts';

type Load = (registry: readonly InstitutionEntry[]) => Promise<SubgraphDefinition>;

/** The subgraphs that serve all institutions. Each is loaded only by the process that runs it. */
const SHARED: Readonly<Record<string, Load>> = {
  catalogue: async (registry) => (await import('@mandate-graph/catalogue')).createCatalogue(registry),
  candidates: async (registry) => (await import('@mandate-graph/candidates')).createCandidates(registry),
  selection: async (registry) => (await import('@mandate-graph/selection')).createSelection(registry),
};

/** The names of all subgraphs: institutions first, since the others read what they publish. */
export const subgraphNames = (registry: readonly InstitutionEntry[]): readonly string[] => [
  ...registry.map(({ code }) => code),
  ...Object.keys(SHARED),
];

/** A subgraph by its name; one of an institution is found by its folder, so that a new one needs no line here. */
export async function loadSubgraph(name: string, registry: readonly InstitutionEntry[]): Promise<SubgraphDefinition> {
  const shared = SHARED[name];
  if (shared !== undefined) return shared(registry);
  const folder = pathToFileURL(rootPath(`subgraphs/${name}/dist/index.js`));
  return ((await import(folder.href)) as { createSubgraph(): SubgraphDefinition }).createSubgraph();
}
