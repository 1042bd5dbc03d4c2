import { composeServices } from '@apollo/composition';
import { createCandidates } from '@mandate-graph/candidates';
import { createCatalogue } from '@mandate-graph/catalogue';
import type { InstitutionEntry } from '@mandate-graph/domain';
import type { FieldRule, SubgraphDefinition } from '@mandate-graph/runtime';
import { createSelection } from '@mandate-graph/selection';
import { parse } from 'graphql';
import { CompositionFailure } from './failure.ts';
import { forbiddenDirectives } from './forbidden.rules.ts';

/** A subgraph's SDL with its name and its default address. */
export interface SubgraphSdl {
  readonly name: string;
  readonly url: string;
  readonly sdl: string;
}

export interface Composition {
  readonly subgraphs: readonly SubgraphSdl[];
  readonly supergraph: string;
  /** Under which access rule each field stands, by the name of the subgraph. */
  readonly rules: ReadonlyMap<string, readonly FieldRule[]>;
}

/**
 * Hints that may stand, each with its reason. Everything else fails: a drifting input, for one, is only a hint, and
 * its field silently leaves the supergraph.
 */
export const ALLOWED_HINTS: Readonly<Record<string, string>> = {};

/** All subgraphs of the graph: those of the institutions, and those that know no institution by name. */
export const allSubgraphs = (
  registry: readonly InstitutionEntry[],
  institutions: readonly SubgraphDefinition[],
): readonly SubgraphDefinition[] => [
  ...institutions,
  createCatalogue(registry),
  createCandidates(registry),
  createSelection(registry),
];

/** Composes the supergraph; every error, forbidden use and unexpected hint at once. */
export async function composeGraph(definitions: readonly SubgraphDefinition[]): Promise<Composition> {
  const subgraphs: SubgraphSdl[] = [];
  const rules = new Map<string, readonly FieldRule[]>();
  for (const definition of [...definitions].sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const { sdl, rules: own } = await definition.schema();
    rules.set(definition.name, own);
    subgraphs.push({
      name: definition.name,
      url: `http://127.0.0.1:${definition.port}/graphql`,
      sdl: `${sdl.trimEnd()}\n`,
    });
  }
  return { subgraphs, supergraph: composeSupergraph(subgraphs), rules };
}

export function composeSupergraph(subgraphs: readonly SubgraphSdl[]): string {
  const parsed = subgraphs.map(({ name, url, sdl }) => ({ name, url, typeDefs: parse(sdl) }));
  const problems = parsed.flatMap(({ name, typeDefs }) => forbiddenDirectives(name, typeDefs));
  const result = composeServices(parsed);
  problems.push(...(result.errors ?? []).map((error) => `${error.extensions['code']}: ${error.message}`));
  for (const hint of result.hints ?? []) {
    const { code } = hint.definition;
    if (ALLOWED_HINTS[code] === undefined) problems.push(`hint ${code}: ${hint.message}`);
  }
  if (problems.length > 0 || result.supergraphSdl === undefined) {
    throw new CompositionFailure(`The subgraphs do not compose:\n  ${problems.join('\n  ')}`);
  }
  return `${result.supergraphSdl.trimEnd()}\n`;
}
