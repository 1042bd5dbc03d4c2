import {
  appendFileSync,
  existsSync,
  linkSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { SetupProblem } from './problem.mjs';

const POLL_MS = 100;
const TELL_MS = 1_000;
const PATIENCE_MS = 15 * 60_000;

/**
 * Runs work that only one process at a time may do in this repository.
 *
 * The lock is a row of numbered files of which the highest counts: it is held while it names a live process, and free
 * otherwise. To take it is to create the next number, which the file system gives to one contender only; so a process
 * that is killed leaves nothing to clean up, and nobody removes a lock that somebody may hold.
 */
export async function withLock(folder, onWait, work) {
  const file = await acquire(folder, onWait);
  // A child goes on working when we are killed: as long as it does, the lock is not free.
  const adopt = (pid) => appendFileSync(file, ` ${identityOf(pid)}`);
  try {
    return await work(adopt);
  } finally {
    truncateSync(file);
  }
}

async function acquire(folder, onWait) {
  mkdirSync(folder, { recursive: true });
  const since = Date.now();
  let told = false;
  for (;;) {
    const top = Math.max(0, ...numbersIn(folder));
    const holder = top === 0 ? undefined : holderOf(path.join(folder, String(top)));
    if (holder === undefined) {
      const next = path.join(folder, String(top + 1));
      if (!claim(next)) continue;
      // Whoever looked at an old row may have created a number that others left behind: only the highest one counts.
      if (Math.max(...numbersIn(folder)) === top + 1) {
        sweep(folder, top - 1);
        return next;
      }
      rmSync(next, { force: true });
      continue;
    }
    const waited = Date.now() - since;
    if (waited > PATIENCE_MS) {
      throw new SetupProblem(
        `Process ${holder} has been setting up this folder for over ${PATIENCE_MS / 60_000} minutes: end it, then run the command again.`,
      );
    }
    if (waited > TELL_MS && !told) {
      told = true;
      onWait(holder);
    }
    await delay(POLL_MS);
  }
}

function numbersIn(folder) {
  return readdirSync(folder).map(Number).filter(Number.isInteger);
}

/** The last few numbers stay, so that a listing that runs meanwhile never finds the row empty. */
function sweep(folder, lowest) {
  for (const entry of readdirSync(folder)) {
    if (!(Number(entry) >= lowest)) rmSync(path.join(folder, entry), { force: true });
  }
}

/** A live process that holds the lock, if any. */
function holderOf(file) {
  let names = [];
  try {
    names = readFileSync(file, 'utf8').split(' ');
  } catch {
    // Superseded meanwhile: the claim of the next number, which then exists, fails and the row is looked at again.
  }
  const live = names.find((name) => name !== '' && identityOf(name.split('@')[0]) === name);
  return live?.split('@')[0];
}

/** Creates the file with our name already in it, unless it exists: a link is both at once. */
function claim(file) {
  const draft = `${file}.${process.pid}.new`;
  try {
    writeFileSync(draft, identityOf(process.pid));
    linkSync(draft, file);
    return true;
  } catch (error) {
    // Taken by another; or its new holder has just swept our draft away.
    if (error.code !== 'EEXIST' && error.code !== 'ENOENT') throw error;
    return false;
  } finally {
    rmSync(draft, { force: true });
  }
}

/** A process and the moment it started, which tells it from a later one with the same number; empty when it is gone. */
function identityOf(pid) {
  try {
    process.kill(Number(pid), 0);
  } catch (error) {
    if (error.code !== 'EPERM') return '';
  }
  if (!existsSync('/proc/self/stat')) return `${pid}@`;
  try {
    // Behind the parenthesised name, which may hold anything: the state first, the start time as the twentieth.
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').pop().split(' ');
    return fields[0] === 'Z' || fields[0] === 'X' ? '' : `${pid}@${fields[19]}`;
  } catch {
    return '';
  }
}
