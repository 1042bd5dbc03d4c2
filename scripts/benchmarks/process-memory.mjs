import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Memory of processes in mebibytes, from /proc (Linux); null elsewhere. */

/** A process and all that it started, at this moment. */
export function processTree(root) {
  const children = new Map();
  for (const pid of pids()) {
    const parent = parentOf(pid);
    if (parent !== null) children.set(parent, [...(children.get(parent) ?? []), pid]);
  }
  const tree = [root];
  for (const pid of tree) tree.push(...(children.get(pid) ?? []));
  return tree.filter(isAlive);
}

/** `rss` counts shared pages in each process; `pss` shares them out, so that it adds up. */
export function memoryOf(processes) {
  let rss = 0;
  let pss = 0;
  for (const pid of processes) {
    const rollup = read(`/proc/${pid}/smaps_rollup`);
    if (rollup === null) continue;
    rss += Number(/^Rss:\s+(\d+)/m.exec(rollup)?.[1] ?? 0);
    pss += Number(/^Pss:\s+(\d+)/m.exec(rollup)?.[1] ?? 0);
  }
  return rss === 0 ? null : { rss: rss / 1024, pss: pss / 1024 };
}

/** The embedded server of a data folder; null when none runs. */
export function postmasterOf(dataDir) {
  const cluster = read(join(dataDir, 'postgres.location'))?.trim() ?? join(dataDir, 'postgres');
  const pid = Number(read(join(cluster, 'postmaster.pid'))?.split('\n')[0]);
  return Number.isInteger(pid) && pid > 0 && isAlive(pid) ? pid : null;
}

export function isAlive(pid) {
  try {
    process.kill(pid, 0);
  } catch (error) {
    return error.code === 'EPERM';
  }
  return !/^State:\s+Z/m.test(read(`/proc/${pid}/status`) ?? '');
}

/** The program a process runs, as its command line says. */
export const commandOf = (pid) => (read(`/proc/${pid}/cmdline`) ?? '').replaceAll('\0', ' ').trim();

const parentOf = (pid) => {
  const status = read(`/proc/${pid}/status`);
  return status === null ? null : Number(/^PPid:\s+(\d+)/m.exec(status)?.[1]);
};

function pids() {
  try {
    return readdirSync('/proc')
      .filter((name) => /^\d+$/.test(name))
      .map(Number);
  } catch {
    return [];
  }
}

function read(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return null;
  }
}
