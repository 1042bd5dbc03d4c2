import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { environmentWith } from '@mandate-graph/runtime';

/** A whole graph that runs in a process of its own. */
export interface GraphProcess {
  readonly url: string;
  /** Its data folder, which goes with it. */
  readonly folder: string;
  readonly pid: number;
  stop(): Promise<void>;
}

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/** A whole graph as `npm start` runs it, in a process and on a data folder of its own. Resolves once it is ready. */
export async function startGraphProcess(variables: Readonly<Record<string, string>> = {}): Promise<GraphProcess> {
  const folder = mkdtempSync(path.join(tmpdir(), 'mandate-graph-'));
  const graph = spawn(process.execPath, ['scripts/start.mjs'], {
    cwd: ROOT,
    env: environmentWith({ PORT: '0', DATA_DIR: folder, LOG_LEVEL: 'error', ...variables }),
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = new Promise<void>((resolve) => void graph.once('exit', () => resolve()));
  const stop = async (): Promise<void> => {
    graph.kill('SIGTERM');
    await ended;
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    const url = await new Promise<string>((resolve, reject) => {
      graph.once('exit', (code) => reject(new Error(`The graph ended with ${code}.`)));
      let text = '';
      graph.stdout.on('data', (chunk: Buffer) => {
        text += chunk;
        const found = /is ready[^:]*: (\S+)/.exec(text);
        if (found !== null) resolve(found[1]!);
      });
    });
    return { url, folder, pid: graph.pid!, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}
