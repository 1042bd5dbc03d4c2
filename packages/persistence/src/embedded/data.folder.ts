import { accessSync, constants, lchownSync, mkdirSync, realpathSync, statSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { runsAsRoot } from './child.process.ts';
import { codeOf, EmbeddedServerError, reasonOf } from './embedded.error.ts';

/** The folder of this installation's data, known to be writable. What we keep in it beside the cluster is named here. */
export class DataFolder {
  readonly password: string;
  readonly port: string;
  readonly log: string;
  /** Says where the cluster is, when it could not be here. */
  readonly location: string;
  readonly locks: string;
  /** Where the cluster is, unless {@link location} says otherwise. */
  readonly cluster: string;

  private constructor(readonly path: string) {
    this.password = join(path, 'postgres.password');
    this.port = join(path, 'postgres.port');
    this.log = join(path, 'postgres.log');
    this.location = join(path, 'postgres.location');
    this.locks = join(path, 'postgres.locks');
    this.cluster = join(path, 'postgres');
  }

  static open(dataDir: string): DataFolder {
    const path = resolve(dataDir);
    makeUsable(path);
    const folder = new DataFolder(realpathSync(path));
    for (const entry of [folder.locks, folder.cluster]) refuseForeign(entry);
    return folder;
  }

  /** Writes a small file that only the folder's owner can read. */
  write(file: string, content: string): void {
    writeFileSync(file, content, { mode: 0o600 });
    this.handOver(file);
  }

  /** What root makes here belongs to whoever owns the folder, who may well start the next time. */
  handOver(entry: string): void {
    if (!runsAsRoot()) return;
    const { uid, gid } = statSync(this.path);
    lchownSync(entry, uid, gid);
  }
}

function whyNot(path: string, error: unknown): string {
  const code = codeOf(error);
  if (code === 'EEXIST') return 'it is a file, not a folder';
  if (code === 'ENOTDIR') return 'a part of its path is a file, not a folder';
  if (code === 'EROFS') return 'it lies on a file system that is read-only';
  if (code !== 'EACCES' && code !== 'EPERM') return reasonOf(error);
  return `user ${process.getuid?.() ?? ''} has no permission to ${code === 'EACCES' && exists(path) ? 'write in it' : 'create it'}`;
}

function exists(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false }) !== undefined;
}

function makeUsable(path: string): void {
  try {
    // Root's server runs as somebody else, who has to be able to pass through.
    mkdirSync(path, { recursive: true, mode: runsAsRoot() ? 0o755 : 0o700 });
    accessSync(path, constants.R_OK | constants.W_OK | constants.X_OK);
  } catch (error) {
    throw new EmbeddedServerError(
      `The data folder ${path} cannot be used: ${whyNot(path, error)}. DATA_DIR must name a folder that this user can write to.`,
    );
  }
}

/** PostgreSQL runs on nobody's files but its own; only root can act for another user. */
function refuseForeign(entry: string): void {
  const owner = statSync(entry, { throwIfNoEntry: false })?.uid;
  const uid = process.getuid?.();
  if (owner === undefined || uid === undefined || uid === 0 || uid === owner) return;
  throw new EmbeddedServerError(
    `${entry}, of the embedded database, belongs to user ${owner} and this process runs as user ${uid}: start as the user who started first, or set DATA_DIR to another folder.`,
  );
}
