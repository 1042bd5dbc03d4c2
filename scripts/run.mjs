import { tell } from './setup/problem.mjs';
import { setup } from './setup.mjs';

/** The tasks of the root's package.json, and the built program of each. */
const TASKS = {
  compose: '../schema/dist/compose.js',
  migrate: './dist/migrate.js',
  clock: './dist/clock.js',
  token: './dist/token.js',
  'verify-trail': './dist/verify-trail.js',
  'demo:selection': './dist/demo-selection.js',
};

const [task] = process.argv.splice(2, 1);
if (!Object.hasOwn(TASKS, task ?? '')) {
  tell(`The task must be one of ${Object.keys(TASKS).join(', ')}, but got: ${task ?? 'nothing'}.`);
  process.exit(1);
}
await setup();
await import(TASKS[task]);
