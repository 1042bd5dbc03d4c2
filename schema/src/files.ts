import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { Supergraph } from '@apollo/federation-internals';
import type { InstitutionEntry } from '@mandate-graph/domain';
import { printSchema } from 'graphql';
import { ACCESS_MATRIX, accessMatrix } from './access-matrix.ts';
import { allSubgraphs, type Composition, composeGraph } from './composition.ts';
import { loadInstitution, readRegistry } from './registry.ts';

/** The root of the repository. */
export const ROOT = fileURLToPath(new URL('../../', import.meta.url));
export const RELEASED = 'schema/released.graphql';
const SUBGRAPHS = 'schema/subgraphs';

/** Every file that is generated from the schemas, by path from the root. */
export async function generateFiles(root: string = ROOT): Promise<Map<string, string>> {
  const folder = path.join(root, 'subgraphs');
  const registry = readRegistry(folder);
  const institutions = await Promise.all(registry.map(({ code }) => loadInstitution(folder, code)));
  return filesOf(registry, await composeGraph(allSubgraphs(registry, institutions)));
}

function filesOf(registry: readonly InstitutionEntry[], composition: Composition): Map<string, string> {
  const files = new Map<string, string>();
  files.set('schema/institutions.json', `${JSON.stringify(registry, null, 2)}\n`);
  for (const { name, sdl } of composition.subgraphs) files.set(`${SUBGRAPHS}/${name}.graphql`, sdl);
  files.set('schema/supergraph.graphql', composition.supergraph);
  files.set('schema/api.graphql', apiOf(composition.supergraph));
  files.set(ACCESS_MATRIX, accessMatrix(composition.rules, registry));
  return files;
}

/** What differs between the files as generated and the files that are there, those of subgraphs that are gone included. */
export function fileProblems(root: string, files: ReadonlyMap<string, string>): string[] {
  const changed = [...files].filter(([file, text]) => readText(root, file) !== text).map(([file]) => file);
  const left = filesIn(root, SUBGRAPHS).filter((file) => !files.has(file));
  return [
    ...changed.map((file) => `${file} is not what the code gives: run npm run compose.`),
    ...left.map((file) => `${file} is of no subgraph: run npm run compose, which removes it.`),
  ];
}

const filesIn = (root: string, folder: string): string[] =>
  fs.existsSync(path.join(root, folder))
    ? fs.readdirSync(path.join(root, folder)).map((name) => `${folder}/${name}`)
    : [];

/** The schema that clients see: the supergraph without its machinery. */
export const apiOf = (supergraph: string): string =>
  `${printSchema(Supergraph.build(supergraph).apiSchema().toGraphQLJSSchema()).trimEnd()}\n`;

export const readText = (root: string, file: string): string | null => {
  try {
    return fs.readFileSync(path.join(root, file), 'utf8');
  } catch {
    return null;
  }
};
