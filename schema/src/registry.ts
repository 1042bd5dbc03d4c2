import fs from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { APPLICATION_WORKFLOWS, type InstitutionEntry } from '@mandate-graph/domain';
import type { SubgraphDefinition } from '@mandate-graph/runtime';
import { CompositionFailure } from './failure.ts';

const CODE = /^[a-z0-9]+(-[a-z0-9]+)*$/;
const REGIME = /^[A-Z][A-Z0-9]*(_[A-Z0-9]+)*$/;

/** The institutions, from the `institution.json` files of the subgraphs' folders, in the order of their codes. */
export function readRegistry(subgraphs: string): InstitutionEntry[] {
  const entries = fs
    .readdirSync(subgraphs)
    .sort()
    .map((folder) => ({ folder, file: path.join(subgraphs, folder, 'institution.json') }))
    .filter(({ file }) => fs.existsSync(file))
    .map(({ folder, file }) => ({ folder, entry: JSON.parse(fs.readFileSync(file, 'utf8')) as InstitutionEntry }));
  const problems = entries.flatMap(({ folder, entry }) => entryProblems(folder, entry));
  for (const field of ['code', 'typePrefix', 'port'] as const) {
    const values = entries.map(({ entry }) => entry[field]);
    const twice = values.filter((value, index) => values.indexOf(value) !== index);
    problems.push(...twice.map((value) => `${field} must be different for each institution, but two have: ${value}.`));
  }
  if (problems.length > 0)
    throw new CompositionFailure(`The institutions are not in order:\n  ${problems.join('\n  ')}`);
  return entries.map(({ entry }) => entry);
}

function entryProblems(folder: string, entry: InstitutionEntry): string[] {
  const where = `subgraphs/${folder}/institution.json`;
  const problems: string[] = [];
  if (entry.code !== folder || !CODE.test(folder)) {
    problems.push(
      `${where}: code must be the name of the folder (lower-case letters, digits, hyphens), but got: ${entry.code}.`,
    );
  }
  if (!/^[A-Z][A-Za-z0-9]*$/.test(entry.typePrefix)) {
    problems.push(
      `${where}: typePrefix must start with a capital and hold letters and digits only, but got: ${entry.typePrefix}.`,
    );
  }
  if (!Number.isInteger(entry.port) || entry.port < 1024 || entry.port > 32_767) {
    problems.push(`${where}: port must be from 1024 to 32767, but got: ${entry.port}.`);
  }
  for (const language of ['nl', 'fr', 'en'] as const) {
    if (!entry.name?.[language]) problems.push(`${where}: name.${language} must not be empty.`);
  }
  const { applicationWorkflow: workflow, legalRegime: regime } = entry;
  if (workflow !== null && !APPLICATION_WORKFLOWS.includes(workflow)) {
    const known = APPLICATION_WORKFLOWS.join(' or ');
    problems.push(`${where}: applicationWorkflow must be ${known} or null, but got: ${workflow}.`);
  }
  if (regime !== null && (typeof regime !== 'string' || !REGIME.test(regime))) {
    problems.push(`${where}: legalRegime must be a code in capitals with underscores, or null, but got: ${regime}.`);
  }
  return problems;
}

/** The subgraph of an institution, from its built package. */
export async function loadInstitution(subgraphs: string, code: string): Promise<SubgraphDefinition> {
  const url = pathToFileURL(path.join(subgraphs, code, 'dist', 'index.js'));
  const module = (await import(url.href)) as { createSubgraph(): SubgraphDefinition };
  return module.createSubgraph();
}
