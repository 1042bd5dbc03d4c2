import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { InstitutionEntry } from '@mandate-graph/domain';

/** The root of the repository, or of the image: the folder the built programs lie in is two below it. */
const ROOT = new URL('../../', import.meta.url);

export const rootPath = (file: string): string => fileURLToPath(new URL(file, ROOT));

/** The generated list of the institutions. */
export const readRegistry = (): readonly InstitutionEntry[] =>
  JSON.parse(readFileSync(rootPath('schema/institutions.json'), 'utf8')) as InstitutionEntry[];

/** The committed supergraph. */
export const readSupergraph = (): string => readFileSync(rootPath('schema/supergraph.graphql'), 'utf8');

/** Where each subgraph is by default: as the supergraph says. */
export function defaultAddresses(supergraph: string): ReadonlyMap<string, string> {
  const graphs = supergraph.matchAll(/@join__graph\(name: "([^"]+)", url: "([^"]*)"\)/g);
  return new Map([...graphs].map(([, name, url]) => [name!, new URL(url!).origin]));
}
