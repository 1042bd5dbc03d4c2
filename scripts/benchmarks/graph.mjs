import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** A whole graph as `npm start` runs it, in a process and on a data folder of its own. */
export async function startGraph(variables = {}) {
  const folder = mkdtempSync(path.join(tmpdir(), 'benchmark-'));
  const graph = spawn(process.execPath, ['scripts/start.mjs'], {
    cwd: new URL('../../', import.meta.url),
    env: { ...process.env, PORT: '0', DATA_DIR: folder, LOG_LEVEL: 'error', ...variables },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = new Promise((resolve) => graph.once('exit', resolve));
  const url = await new Promise((resolve, reject) => {
    graph.once('exit', (code) => reject(new Error(`The graph ended with ${code}.`)));
    let text = '';
    graph.stdout.on('data', (chunk) => {
      text += chunk;
      const found = /is ready: (\S+)/.exec(text);
      if (found !== null) resolve(found[1]);
    });
  });
  const stop = async () => {
    graph.kill('SIGTERM');
    await ended;
    rmSync(folder, { recursive: true, force: true });
  };
  return { url, folder, pid: graph.pid, stop };
}

/** Does something a number of times, so many at once; what came of each. */
export async function inTurns(count, width, doing) {
  const done = [];
  let next = 0;
  const work = async () => {
    while (next < count) {
      const number = next++;
      done[number] = await doing(number);
    }
  };
  await Promise.all(Array.from({ length: width }, work));
  return done;
}
