import { randomBytes } from 'node:crypto';
import {
  chownSync,
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { type Account, type Outcome, run } from './child.process.ts';
import type { ClusterPlace } from './cluster.place.ts';
import type { DataFolder } from './data.folder.ts';
import { EmbeddedServerError } from './embedded.error.ts';

/** The superuser of an embedded cluster, and the name of the one database that the program uses. */
export const OWNER = 'mandate_graph';

/** The cluster's password; a new one where there is no cluster yet. */
export function passwordFor(folder: DataFolder, place: ClusterPlace): string {
  const password = existsSync(folder.password) ? readFileSync(folder.password, 'utf8').trim() : '';
  if (password !== '') return password;
  if (place.initialised) {
    throw new EmbeddedServerError(
      `The password of the embedded database is missing: put ${folder.password} back, or remove ${place.path} (and all data in it) to start anew.`,
    );
  }
  const fresh = randomBytes(32).toString('base64url');
  const draft = `${folder.password}.new`;
  folder.write(draft, fresh);
  renameSync(draft, folder.password);
  return fresh;
}

/**
 * Makes the cluster aside and renames it when it is complete, so that a cluster is either there or not, wherever the
 * process may be killed. Must run under the folder lock, which makes every earlier attempt an abandoned one.
 */
export async function initialiseCluster(
  initdb: string,
  place: ClusterPlace,
  password: string,
  durable: boolean,
): Promise<void> {
  const parent = dirname(place.path);
  const prefix = `${basename(place.path)}.new-`;
  for (const entry of readdirSync(parent)) if (entry.startsWith(prefix)) discard(join(parent, entry));
  if (existsSync(place.path) && readdirSync(place.path).length > 0) {
    throw new EmbeddedServerError(
      `${place.path} holds files that are not a PostgreSQL cluster: move them away, or set DATA_DIR to another folder.`,
    );
  }
  const aside = mkdtempSync(join(parent, prefix));
  try {
    const cluster = join(aside, 'cluster');
    const passwordFile = join(aside, 'password');
    mkdirSync(cluster, { mode: 0o700 });
    writeFileSync(passwordFile, password, { mode: 0o600 });
    for (const entry of [passwordFile, cluster, aside]) give(entry, place.account);
    const { code, output } = await runInitdb(
      initdb,
      [
        `--pgdata=${cluster}`,
        `--username=${OWNER}`,
        `--pwfile=${passwordFile}`,
        '--auth=scram-sha-256',
        '--encoding=UTF8',
        ...LOCALE,
        '--text-search-config=simple',
        ...(durable ? [] : ['--no-sync']),
      ],
      place.account,
    );
    if (code !== 0) {
      const lastLines = output.split('\n').slice(-15).join('\n');
      throw new EmbeddedServerError(`The embedded database could not be initialised in ${place.path}:\n${lastLines}`);
    }
    renameSync(cluster, place.path);
    if (durable) syncFolder(parent);
  } finally {
    discard(aside);
  }
}

/**
 * The built-in provider sorts and folds case by Unicode code point wherever it runs: an index stays right when the
 * operating system's C library changes, and macOS and Windows sort as Linux does. The text search parser and pg_trgm
 * still ask the C library which characters are letters: under `C` they take quotation marks and dashes for letters
 * (“Café” is one word with its quotation marks), so that one category is UTF-8 as well, by the name the system has.
 */
const LOCALE = [
  '--locale-provider=builtin',
  '--builtin-locale=C.UTF-8',
  '--locale=C',
  `--lc-ctype=${{ darwin: 'en_US.UTF-8', win32: 'C' }[process.platform as string] ?? 'C.UTF-8'}`,
];

/**
 * initdb insists on a user name, which a user id made up by a container platform has not. There, it runs in a user
 * namespace in which that id goes by the unprivileged account's; the files belong to the real one all the same.
 */
async function runInitdb(initdb: string, args: readonly string[], account: Account | undefined): Promise<Outcome> {
  const outcome = await run(initdb, args, account);
  if (process.platform !== 'linux' || !outcome.output.includes('could not look up effective user ID')) return outcome;
  const wrapped = await run('unshare', ['--user', '--map-user=65534', '--map-group=65534', initdb, ...args], account);
  if (wrapped.code === 0) return wrapped;
  return {
    ...outcome,
    output: `${outcome.output}\nAdd this user to /etc/passwd, or set DATABASE_URL to a PostgreSQL server.`,
  };
}

function give(entry: string, account: Account | undefined): void {
  if (account) chownSync(entry, account.uid >>> 0, account.gid >>> 0);
}

/** Best effort: an initdb that outlived its killed parent may still be writing; the next start tries again. */
function discard(path: string): void {
  try {
    rmSync(path, { recursive: true, force: true, maxRetries: 3 });
  } catch {
    // Nothing reads it, and nothing depends on it.
  }
}

/** Makes a rename in this folder survive a power cut. */
function syncFolder(path: string): void {
  if (process.platform === 'win32') return;
  const descriptor = openSync(path, 'r');
  fsyncSync(descriptor);
  closeSync(descriptor);
}
