import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { EmbeddedServerError } from './embedded.error.ts';
import { worksIn } from './process.facts.ts';

export const POLL_MS = 10;
const PATIENCE_MS = 60_000;

/** A running server. */
export interface Postmaster {
  readonly pid: number;
  readonly port: number;
}

/** What a server writes about itself into its cluster. */
export interface PostmasterFile extends Postmaster {
  readonly ready: boolean;
}

/** Reads `postmaster.pid`; undefined where there is none. A file still being written has a pid of NaN or is not ready. */
export function readPostmasterFile(cluster: string): PostmasterFile | undefined {
  let lines: string[];
  try {
    lines = readFileSync(fileIn(cluster), 'utf8').split('\n');
  } catch {
    return undefined;
  }
  return { pid: Number.parseInt(lines[0] ?? '', 10), port: Number(lines[3]), ready: lines[7]?.trim() === 'ready' };
}

/**
 * The server that runs in this cluster, whoever started it: one that is still recovering or stopping is waited for.
 * What a killed server left behind is removed, even if its pid now belongs to another program (PostgreSQL itself would
 * then refuse to start). Must run under the folder lock, so that no server of ours starts between look and removal.
 */
export async function findPostmaster(cluster: string): Promise<Postmaster | undefined> {
  const deadline = Date.now() + PATIENCE_MS;
  while (Date.now() < deadline) {
    const file = readPostmasterFile(cluster);
    if (!file) return undefined;
    if (!(await worksIn(file.pid, cluster, file.port))) {
      rmSync(fileIn(cluster), { force: true });
      return undefined;
    }
    if (file.ready) return file;
    await delay(POLL_MS);
  }
  throw new EmbeddedServerError(
    `The embedded database in ${cluster} (process ${readPostmasterFile(cluster)?.pid}) has been starting or stopping for over ${PATIENCE_MS / 1000} seconds.`,
  );
}

function fileIn(cluster: string): string {
  return join(cluster, 'postmaster.pid');
}
