import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = fileURLToPath(new URL('../../', import.meta.url));

export interface SourceFile {
  /** Path from the root, with slashes. */
  readonly path: string;
  readonly text: string;
  /** Modules it imports; `types` are imported as types only, so nothing of them is there at run time. */
  readonly imports: readonly { readonly from: string; readonly types: boolean }[];
}

/** Every TypeScript source below the folders, tests included, build output and packages excluded. */
export function sources(...folders: readonly string[]): SourceFile[] {
  return folders.flatMap((folder) => walk(path.join(ROOT, folder))).map(read);
}

function walk(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const full = path.join(folder, entry.name);
    if (entry.isDirectory()) return entry.name === 'node_modules' || entry.name === 'dist' ? [] : walk(full);
    return entry.name.endsWith('.ts') ? [full] : [];
  });
}

const IMPORT = /^\s*(?:import|export)\s+(type\s+)?(?:[^'";]*?\sfrom\s+)?'([^']+)'|\bimport\('([^']+)'\)/gm;

function read(full: string): SourceFile {
  const text = readFileSync(full, 'utf8');
  const imports = [...text.matchAll(IMPORT)].map((match) => ({
    from: match[2] ?? match[3]!,
    types: match[1] !== undefined,
  }));
  return { path: path.relative(ROOT, full).split(path.sep).join('/'), text, imports };
}

/** The part of the repository a source belongs to: `packages/runtime`, `subgraphs/catalogue`, `gateway`. */
export const partOf = (file: string): string => {
  const [top, second] = file.split('/');
  return top === 'packages' || top === 'subgraphs' ? `${top}/${second}` : top!;
};

export const isTest = (file: string): boolean =>
  file.endsWith('.test.ts') || file.startsWith('test/') || /\/testing\//.test(file);
