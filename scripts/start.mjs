import { setup } from './setup.mjs';

/** `npm start [-- <name>]`: sets up what is missing, then runs the graph, or one part of it, in this process. */
await setup();
if (process.env.npm_lifecycle_event !== undefined) stopWithParent();
await import('./dist/start.js');

/** npm may be killed before it can tell us: what it started for somebody must not go on without them. */
function stopWithParent() {
  const parent = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(watch);
    process.kill(process.pid, 'SIGTERM');
  }, 250);
  watch.unref();
}
