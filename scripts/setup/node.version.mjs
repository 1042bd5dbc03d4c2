import { SetupProblem } from './problem.mjs';
import { readJson } from './workspaces.mjs';

/** Refuses a Node that is older than the `engines` of the root's package.json. */
export function checkNodeVersion(actual = process.versions.node) {
  const needed = readJson('package.json').engines.node.replace('>=', '');
  const [major, minor] = actual.split('.').map(Number);
  const [neededMajor, neededMinor] = needed.split('.').map(Number);
  if (major > neededMajor || (major === neededMajor && minor >= neededMinor)) return;
  throw new SetupProblem(
    `Node ${needed} or later is needed, but this is Node ${actual}: install a newer Node, then run the command again.`,
  );
}
