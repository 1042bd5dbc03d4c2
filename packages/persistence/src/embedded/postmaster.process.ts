import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, constants, fstatSync, openSync, readFileSync, renameSync, statSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';
import { childOptions, run } from './child.process.ts';
import type { ClusterPlace } from './cluster.place.ts';
import type { DataFolder } from './data.folder.ts';
import { EmbeddedServerError } from './embedded.error.ts';
import { POLL_MS, type Postmaster, readPostmasterFile } from './postmaster.file.ts';
import { birthOf } from './process.facts.ts';

const START_PATIENCE_MS = 60_000;
const STOP_PATIENCE_MS = 30_000;
/** How long backends of a killed server may take to notice, before the cluster is free for the next one. */
const ORPHAN_PATIENCE_MS = 10_000;
const LARGEST_LOG = 5_000_000;

export interface StartRequest {
  readonly folder: DataFolder;
  readonly place: ClusterPlace;
  readonly postgres: string;
  readonly durable: boolean;
  /** Asked again whenever the port turns out to be taken after all. */
  readonly nextPort: () => Promise<number>;
}

/** Starts a server in the cluster and waits until it accepts connections. */
export async function startPostmaster(request: StartRequest): Promise<Postmaster> {
  const { folder, place } = request;
  rotateLog(folder);
  const deadline = Date.now() + ORPHAN_PATIENCE_MS;
  for (;;) {
    const port = await request.nextPort();
    const log = openLog(folder);
    const child = spawn(request.postgres, settings(request, port), {
      ...childOptions(place.account),
      // A session of its own: Ctrl-C in the terminal is for us, who drain first and stop the server last.
      detached: true,
      stdio: ['ignore', log.descriptor, log.descriptor],
    });
    closeSync(log.descriptor);
    const failure = await untilReady(child, place.path);
    if (failure === undefined) {
      child.unref();
      return { pid: child.pid!, port };
    }
    const report = readFileSync(folder.log).subarray(log.length).toString('utf8').trim();
    const passing = /could not create any TCP\/IP sockets|shared memory block|lock file ".*" already exists/;
    if (!passing.test(report) || Date.now() > deadline) {
      const lastLines = report.split('\n').slice(-15).join('\n') || failure;
      throw new EmbeddedServerError(
        `The embedded database in ${place.path} did not start (${failure}). The last lines of ${folder.log}:\n${lastLines}`,
      );
    }
    await delay(5 * POLL_MS);
  }
}

/** Stops the server, with a checkpoint, and waits until it is gone. Sessions that are still open are ended. */
export async function stopPostmaster(
  { pid }: Postmaster,
  cluster: string,
  pgCtl: () => Promise<string>,
): Promise<void> {
  if (process.platform === 'win32') await run(await pgCtl(), ['stop', '-D', cluster, '-m', 'fast', '-W']);
  else if (birthOf(pid) !== undefined) process.kill(pid, 'SIGINT');
  const deadline = Date.now() + STOP_PATIENCE_MS;
  while (readPostmasterFile(cluster)?.pid === pid && birthOf(pid) !== undefined) {
    if (Date.now() > deadline) {
      throw new EmbeddedServerError(
        `The embedded database in ${cluster} (process ${pid}) did not stop within ${STOP_PATIENCE_MS / 1000} seconds.`,
      );
    }
    await delay(POLL_MS);
  }
}

function settings({ place, durable }: StartRequest, port: number): string[] {
  const values: Record<string, string | number> = {
    port,
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    max_connections: 200,
    // The log may be shown and sent around: no statements, keys or values of rows in it.
    log_error_verbosity: 'terse',
    log_min_error_statement: 'panic',
    ...(!durable && { fsync: 'off', full_page_writes: 'off' }),
  };
  return ['-D', place.path, ...Object.entries(values).flatMap(([name, value]) => ['-c', `${name}=${value}`])];
}

/** Waits for the server's own word that it is ready, or says why that will not come. */
async function untilReady(child: ChildProcess, cluster: string): Promise<string | undefined> {
  let failure: string | undefined;
  child.once('error', (error) => {
    failure = error.message;
  });
  child.once('exit', (code, signal) => {
    failure ??= signal ? `ended by ${signal}` : `exit code ${code}`;
  });
  const deadline = Date.now() + START_PATIENCE_MS;
  while (failure === undefined) {
    const file = readPostmasterFile(cluster);
    if (file?.ready && file.pid === child.pid) return undefined;
    if (Date.now() > deadline) return `not ready within ${START_PATIENCE_MS / 1000} seconds`;
    await delay(POLL_MS);
  }
  return failure;
}

/** Opened by us and handed to the server, so that it may lie in a folder the server's account cannot read. */
function openLog(folder: DataFolder): { descriptor: number; length: number } {
  const flags = constants.O_WRONLY | constants.O_APPEND | constants.O_CREAT;
  const descriptor = openSync(folder.log, flags, 0o600);
  folder.handOver(folder.log);
  return { descriptor, length: fstatSync(descriptor).size };
}

function rotateLog(folder: DataFolder): void {
  const size = statSync(folder.log, { throwIfNoEntry: false })?.size ?? 0;
  if (size > LARGEST_LOG) renameSync(folder.log, `${folder.log}.1`);
}
