import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** The root of the repository. */
export const ROOT = fileURLToPath(new URL('../../', import.meta.url));

export const readJson = (file) => JSON.parse(readFileSync(path.join(ROOT, file), 'utf8'));

/** The folders of all workspaces, from the root's package.json: a new folder that a pattern matches needs no list. */
export function workspaces() {
  return readJson('package.json')
    .workspaces.flatMap((pattern) => {
      if (!pattern.endsWith('/*')) return [pattern];
      const parent = pattern.slice(0, -2);
      return readdirSync(path.join(ROOT, parent))
        .sort()
        .map((folder) => `${parent}/${folder}`);
    })
    .filter((folder) => existsSync(path.join(ROOT, folder, 'package.json')));
}
