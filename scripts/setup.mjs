import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { build, isBuilt, sourcesKey } from './setup/build.mjs';
import { withLock } from './setup/lock.mjs';
import { checkNodeVersion } from './setup/node.version.mjs';
import { installPackages, packagesKey, packagesMatch } from './setup/packages.mjs';
import { SetupProblem, tell } from './setup/problem.mjs';
import { ROOT } from './setup/workspaces.mjs';

const PACKAGES = path.join(ROOT, 'node_modules');
const STAMP = path.join(PACKAGES, '.mandate-graph-setup');
const LOCK = path.join(ROOT, '.setup');

/**
 * Installs and builds what is missing or stale, and nothing when all is there: every command begins with it. It needs
 * Node alone. `sources: false` leaves the building to the caller, who wants to see its outcome.
 */
export async function setup({ sources = true } = {}) {
  try {
    checkNodeVersion();
    // An image for production holds the built programs only: there is nothing to set up, and nothing to do it with.
    if (!existsSync(path.join(ROOT, 'scripts/src')) || isCurrent(sources)) return;
    await alone(async (adopt) => {
      if (!isCurrent(false)) await providePackages(adopt);
      if (isCurrent(sources)) return;
      tell('Building the sources.');
      if ((await compile(adopt)) !== 0) {
        throw new SetupProblem('The sources could not be built: the compiler’s reasons stand above.');
      }
    });
  } catch (error) {
    fail(error);
  }
}

/** Builds what is stale, and gives the compiler's exit code. */
export const buildSources = () => alone(compile);

const alone = (work) =>
  withLock(LOCK, (pid) => tell(`Waiting for process ${pid}, which is setting up this folder.`), work);

async function providePackages(adopt) {
  if (!packagesMatch()) await installPackages(adopt);
  writeStamp({ packages: packagesKey() });
}

async function compile(adopt) {
  const { packages } = readStamp();
  const sources = sourcesKey();
  writeStamp({ packages });
  const code = await build([], { stdio: ['ignore', 2, 2], onStart: adopt });
  if (code === 0) writeStamp({ packages, sources });
  return code;
}

function isCurrent(sources) {
  const stamp = readStamp();
  return stamp.packages === packagesKey() && (!sources || (stamp.sources === sourcesKey() && isBuilt()));
}

function readStamp() {
  try {
    return JSON.parse(readFileSync(STAMP, 'utf8'));
  } catch {
    return {};
  }
}

function writeStamp(stamp) {
  mkdirSync(PACKAGES, { recursive: true });
  writeFileSync(`${STAMP}.new`, JSON.stringify(stamp));
  renameSync(`${STAMP}.new`, STAMP);
}

/** One sentence for what a person can mend; everything else as it is. */
function fail(error) {
  const denied = ['EACCES', 'EPERM', 'EROFS'].includes(error.code);
  if (!(error instanceof SetupProblem) && !denied) throw error;
  tell(
    denied
      ? `${error.path ?? ROOT} cannot be written by this user: run the command as the owner of ${ROOT}, or in a clone of your own.`
      : error.message,
  );
  process.exit(1);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await setup();
