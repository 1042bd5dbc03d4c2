import { createHash } from 'node:crypto';
import { chmodSync, chownSync, existsSync, mkdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { type Account, run, runsAsRoot, unprivilegedAccount } from './child.process.ts';
import type { DataFolder } from './data.folder.ts';
import { EmbeddedServerError } from './embedded.error.ts';

/** Root's own persistent place, for what the server's account cannot reach elsewhere. */
export const SYSTEM_FOLDER = '/var/lib/mandate-graph';
const MAJOR_VERSION = '18';

/** Where the cluster is or will be, and as whom its server runs. */
export interface ClusterPlace {
  readonly path: string;
  readonly account: Account | undefined;
  readonly initialised: boolean;
}

/** Decides where the cluster lives: in the data folder, unless the server runs as somebody who cannot get there. */
export async function settleCluster(folder: DataFolder, tell: (message: string) => void): Promise<ClusterPlace> {
  const noted = existsSync(folder.location);
  const path = noted ? readFileSync(folder.location, 'utf8').trim() : folder.cluster;
  const initialised = isInitialised(path);
  if (!runsAsRoot()) return { path, account: undefined, initialised };
  const account = accountFor(statSync(initialised ? path : folder.path));
  if (noted) mkdirSync(dirname(path), { recursive: true, mode: 0o755 });
  if (await canEnter(account, dirname(path))) return { path, account, initialised };
  if (!initialised && (await openUp(folder, account))) return { path, account, initialised };
  if (initialised || noted) {
    throw new EmbeddedServerError(
      `User ${account.uid}, as whom PostgreSQL runs because it refuses to run as root, can no longer enter ${dirname(path)}, where the embedded database is: give that folder and those above it execute permission for everyone.`,
    );
  }
  return relocate(folder, account, tell);
}

/** True for a complete cluster of our version; a folder of something else is an error, for it may be somebody's data. */
function isInitialised(path: string): boolean {
  const versionFile = join(path, 'PG_VERSION');
  if (!existsSync(versionFile)) return false;
  const version = readFileSync(versionFile, 'utf8').trim();
  if (version !== MAJOR_VERSION) {
    throw new EmbeddedServerError(
      `The embedded database in ${path} was made by PostgreSQL ${version}, and this version brings PostgreSQL ${MAJOR_VERSION}: dump it with the old version, or set DATA_DIR to another folder.`,
    );
  }
  return true;
}

/** Whoever owns the files already; root's own are run by the unprivileged account. */
function accountFor(owner: Account): Account {
  return owner.uid === 0 ? unprivilegedAccount() : { uid: owner.uid, gid: owner.gid };
}

/** Asks the system rather than the permission bits, which do not know access lists and mount options. */
async function canEnter(account: Account, folder: string): Promise<boolean> {
  const { code, output } = await run('/bin/sh', ['-c', 'cd -- "$0"', folder], account);
  if (code === null) {
    throw new EmbeddedServerError(
      `PostgreSQL refuses to run as root, and this process cannot start it as user ${account.uid} (${output}): run as an ordinary user, or set DATABASE_URL to a PostgreSQL server.`,
    );
  }
  return code === 0;
}

/** Where only root's data folder itself is shut, lets the server's group pass through it, and nobody else. */
async function openUp(folder: DataFolder, account: Account): Promise<boolean> {
  const { uid, gid, mode } = statSync(folder.path);
  if (uid !== 0 || gid !== 0 || !(await canEnter(account, dirname(folder.path)))) return false;
  chownSync(folder.path, uid, account.gid >>> 0);
  chmodSync(folder.path, (mode & 0o7777) | 0o010);
  return canEnter(account, folder.path);
}

function relocate(folder: DataFolder, account: Account, tell: (message: string) => void): ClusterPlace {
  const path = join(SYSTEM_FOLDER, createHash('sha256').update(folder.path).digest('hex').slice(0, 16));
  mkdirSync(SYSTEM_FOLDER, { recursive: true, mode: 0o755 });
  const initialised = isInitialised(path);
  folder.write(folder.location, `${path}\n`);
  tell(
    `PostgreSQL refuses to run as root, and user ${account.uid} cannot enter ${folder.path}: the database is kept in ${path}.`,
  );
  return { path, account: initialised ? accountFor(statSync(path)) : account, initialised };
}
