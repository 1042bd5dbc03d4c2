import { spawn } from 'node:child_process';
import { watch } from 'node:fs';
import { constants } from 'node:os';
import path from 'node:path';
import { sourcesKey } from './setup/build.mjs';
import { runNode } from './setup/child.mjs';
import { tell } from './setup/problem.mjs';
import { ROOT, workspaces } from './setup/workspaces.mjs';
import { buildSources, setup } from './setup.mjs';

/** Editors write more than once, and a branch that is checked out writes many files. */
const CALM_MS = 150;

/** `npm run dev`: at each change builds what it touches, composes the schema, and starts the graph anew. */
await setup();
let graph = null;
let built = null;
let stopping = false;
let work = Promise.resolve();
let calm;

for (const folder of new Set(workspaces().map((workspace) => workspace.split('/')[0]))) {
  watch(path.join(ROOT, folder), { recursive: true }, (_event, file) => {
    // What is built and generated lies in the same folders: the sources alone are looked at, by their content.
    if (file === null || /(^|[\\/])(dist|node_modules)([\\/]|$)/.test(file)) return;
    clearTimeout(calm);
    calm = setTimeout(renew, CALM_MS);
  });
}
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => stop(128 + constants.signals[signal]));
renew();

/** One after the other: a change that comes meanwhile is seen by the next. */
function renew() {
  work = work.then(async () => {
    const sources = sourcesKey();
    if (stopping || sources === built) return;
    built = sources;
    if (!(await succeeds())) {
      tell(graph === null ? 'Waiting for a change.' : 'The graph goes on as it was. Waiting for a change.');
      return;
    }
    await stopGraph();
    if (!stopping) graph = spawn(process.execPath, ['scripts/dist/start.js'], { cwd: ROOT, stdio: 'inherit' });
  });
}

async function succeeds() {
  return (await buildSources()) === 0 && (await runNode(['schema/dist/compose.js'])) === 0;
}

async function stopGraph() {
  const running = graph;
  graph = null;
  if (running === null || running.exitCode !== null || running.signalCode !== null) return;
  await new Promise((resolve) => {
    running.once('exit', resolve);
    running.kill('SIGTERM');
  });
}

async function stop(code) {
  if (stopping) return;
  stopping = true;
  clearTimeout(calm);
  await work;
  await stopGraph();
  process.exit(code);
}
