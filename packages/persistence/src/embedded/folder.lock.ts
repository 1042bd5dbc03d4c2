import { randomUUID } from 'node:crypto';
import { linkSync, mkdirSync, readdirSync, readFileSync, rmSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import type { DataFolder } from './data.folder.ts';
import { codeOf, EmbeddedServerError } from './embedded.error.ts';
import { birthOf } from './process.facts.ts';

const POLL_MS = 15;
const PATIENCE_MS = 90_000;

/**
 * Runs work that only one process at a time may do in a data folder.
 *
 * The lock is a row of numbered files. The highest number counts: it is held while its content names a live process,
 * and free when it is empty or that process is gone. To take it is to create the next number, which the file system
 * gives to one contender only. So nobody ever removes a lock that somebody may hold, which is where lock files with
 * a “stale? then delete it” step go wrong, and a process that is killed leaves nothing to clean up.
 */
export async function withFolderLock<T>(
  folder: DataFolder,
  onWait: (pid: number) => void,
  work: () => Promise<T>,
): Promise<T> {
  const held = await acquire(folder, onWait);
  try {
    return await work();
  } finally {
    rethrowUnless('ENOENT', () => truncateSync(held)); // The whole folder may have been removed: then it is free too.
  }
}

async function acquire(folder: DataFolder, onWait: (pid: number) => void): Promise<string> {
  rethrowUnless('EEXIST', () => {
    mkdirSync(folder.locks, { mode: 0o700 });
    folder.handOver(folder.locks);
  });
  const fileOf = (generation: number) => join(folder.locks, String(generation));
  const since = Date.now();
  let told = false;
  for (;;) {
    const top = Math.max(0, ...generations(folder));
    const holder = top === 0 ? 0 : holderOf(fileOf(top));
    if (holder > 0) {
      const waited = Date.now() - since;
      if (waited > PATIENCE_MS) {
        throw new EmbeddedServerError(
          `Process ${holder} has been starting or stopping the embedded database in ${folder.path} for over ${PATIENCE_MS / 1000} seconds: end that process, then start again.`,
        );
      }
      if (waited > 2_000 && !told) {
        told = true;
        onWait(holder);
      }
      await delay(POLL_MS);
      continue;
    }
    if (!claim(folder, fileOf(top + 1))) continue;
    // Whoever looked at an old row may have created a number that others left behind: only the highest one counts.
    if (Math.max(...generations(folder)) !== top + 1) {
      rmSync(fileOf(top + 1), { force: true });
      continue;
    }
    // A listing that runs while files come and go may miss some: the last ones stay, so that it never misses all.
    for (const entry of readdirSync(folder.locks)) {
      if (!(Number(entry) >= top - 1)) rmSync(join(folder.locks, entry), { force: true });
    }
    return fileOf(top + 1);
  }
}

function generations(folder: DataFolder): number[] {
  return readdirSync(folder.locks).map(Number).filter(Number.isInteger);
}

/** The live process that holds this number, or 0. */
function holderOf(file: string): number {
  let content: string;
  try {
    content = readFileSync(file, 'utf8');
  } catch {
    return 0; // Superseded meanwhile: the claim of the next number, which then exists, fails and we look again.
  }
  const [pid = '', birth] = content.split('@');
  return birth !== undefined && birthOf(Number(pid)) === birth ? Number(pid) : 0;
}

/** Creates the file with our name already in it, unless it exists: a link is both at once. */
function claim(folder: DataFolder, file: string): boolean {
  const draft = join(folder.locks, `claim-${randomUUID()}`);
  try {
    folder.write(draft, `${process.pid}@${birthOf(process.pid) ?? ''}`);
    linkSync(draft, file);
    return true;
  } catch (error) {
    // Taken by another; or its new holder has just swept our draft away.
    if (codeOf(error) !== 'EEXIST' && codeOf(error) !== 'ENOENT') throw error;
    return false;
  } finally {
    rmSync(draft, { force: true });
  }
}

function rethrowUnless(code: string, action: () => void): void {
  try {
    action();
  } catch (error) {
    if (codeOf(error) !== code) throw error;
  }
}
