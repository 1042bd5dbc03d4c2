import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { runNode } from './child.mjs';
import { ROOT, workspaces } from './workspaces.mjs';

const SETTINGS = ['package.json', 'tsconfig.json', 'institution.json'];

/** The folders that TypeScript builds. */
export const projects = () => workspaces().filter((folder) => existsSync(path.join(ROOT, folder, 'tsconfig.json')));

/** What the built programs depend on: the content of every source, not its time. Tests build nothing. */
export function sourcesKey() {
  const hash = createHash('sha256');
  const files = ['tsconfig.base.json', ...projects().flatMap((folder) => sourcesIn(folder))];
  for (const file of files) hash.update(`\0${file}\0`).update(readFileSync(path.join(ROOT, file)));
  return hash.digest('hex');
}

function sourcesIn(folder) {
  const settings = SETTINGS.map((name) => `${folder}/${name}`).filter((file) => existsSync(path.join(ROOT, file)));
  return [...settings, ...walk(`${folder}/src`)];
}

function walk(folder) {
  if (!existsSync(path.join(ROOT, folder))) return [];
  return readdirSync(path.join(ROOT, folder), { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const file = `${folder}/${entry.name}`;
      if (entry.isDirectory()) return walk(file);
      return entry.name.endsWith('.test.ts') ? [] : [file];
    });
}

/** Whether every project has been built at all: somebody may have removed a dist folder. */
export const isBuilt = () => projects().every((folder) => existsSync(path.join(ROOT, folder, 'dist/.tsbuildinfo')));

/** Builds what is out of date, and gives the compiler's exit code. */
export const build = (args = [], options = {}) =>
  runNode(['node_modules/typescript/bin/tsc', '-b', ...args, ...projects()], options);
