import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { eventually } from './eventually.ts';

/** A data folder of a test's own, and the embedded server in it. */
export class DataFolder {
  #path: string | undefined;

  /** Made when it is first used: a test that is left out leaves nothing. */
  get path(): string {
    this.#path ??= mkdtempSync(path.join(os.tmpdir(), 'mandate-graph-operations-'));
    return this.#path;
  }

  /** The process of the embedded server, if it runs. */
  postgres(): number | undefined {
    const location = path.join(this.path, 'postgres.location');
    const cluster = existsSync(location) ? readFileSync(location, 'utf8').trim() : path.join(this.path, 'postgres');
    const file = path.join(cluster, 'postmaster.pid');
    if (!existsSync(file)) return undefined;
    const pid = Number.parseInt(readFileSync(file, 'utf8'), 10);
    return isAlive(pid) ? pid : undefined;
  }

  /** Whatever a test left running is stopped first. */
  async remove(): Promise<void> {
    const pid = this.postgres();
    if (pid !== undefined) process.kill(pid, 'SIGINT');
    await eventually(() => this.postgres() === undefined);
    rmSync(this.path, { recursive: true, force: true });
  }
}

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
