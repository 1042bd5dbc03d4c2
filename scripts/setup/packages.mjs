import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { run, runNode } from './child.mjs';
import { SetupProblem, tell } from './problem.mjs';
import { ROOT, readJson, workspaces } from './workspaces.mjs';

const LOCK_FILE = 'package-lock.json';
const DEPENDENCIES = ['dependencies', 'devDependencies', 'optionalDependencies', 'peerDependencies'];

/** What the installed packages depend on. */
export function packagesKey() {
  const hash = createHash('sha256');
  hash.update(`${process.versions.node.split('.')[0]} ${process.platform} ${process.arch}`);
  for (const file of [LOCK_FILE, 'package.json', ...workspaces().map((folder) => `${folder}/package.json`)]) {
    hash.update(`\0${file}\0`).update(readFileSync(path.join(ROOT, file)));
  }
  return hash.digest('hex');
}

/** Installs what the lock file says, from the network or npm's cache. */
export async function installPackages(onStart) {
  const unknown = unlocked();
  if (unknown.length > 0) {
    tell(`${LOCK_FILE} lacks what ${unknown.join(', ')} says: npm adds it now, and the change is to be committed.`);
  }
  tell('Installing the npm packages. The first time, this takes up to a minute.');
  const command = unknown.length > 0 ? ['install', '--prefer-offline'] : ['ci'];
  // Development packages build the sources: they are needed even where NODE_ENV would leave them out.
  const code = await npm([...command, '--include=dev', '--no-audit', '--no-fund', '--loglevel=error'], onStart);
  if (code !== 0) {
    throw new SetupProblem(
      `The npm packages could not be installed: npm ${command[0]} ended with code ${code}, and its reason stands above. ` +
        'The first start needs the npm registry; if this machine reaches it through a proxy, tell npm (npm config set proxy). Then run the command again.',
    );
  }
}

/** The npm that runs us, or else the one on the path. */
async function npm(args, onStart) {
  const running = process.env.npm_execpath ?? '';
  const options = { stdio: ['ignore', 2, 2], onStart };
  if (/npm-cli\.js$/.test(running)) return runNode([running, ...args], options);
  try {
    return await run(process.platform === 'win32' ? 'npm.cmd' : 'npm', args, options);
  } catch (error) {
    if (error.code !== 'ENOENT') throw error;
    throw new SetupProblem(
      'npm is needed, but it is not on the PATH: install it with Node, then run the command again.',
    );
  }
}

/** Whether what is installed is what the lock file says, whoever installed it. */
export function packagesMatch() {
  const installedFile = path.join(ROOT, 'node_modules/.package-lock.json');
  if (!existsSync(installedFile) || unlocked().length > 0) return false;
  const installed = JSON.parse(readFileSync(installedFile, 'utf8')).packages;
  const complete = Object.entries(readJson(LOCK_FILE).packages).every(([where, wanted]) => {
    const found = installed[where];
    if (where === '' || (found === undefined && wanted.optional === true)) return true;
    return found?.version === wanted.version && found.integrity === wanted.integrity && found.link === wanted.link;
  });
  const fits = (allowed, actual) => allowed === undefined || allowed.includes(actual);
  return (
    complete && Object.values(installed).every(({ os, cpu }) => fits(os, process.platform) && fits(cpu, process.arch))
  );
}

/** The package.json files that the lock file is behind: npm ci would refuse them. */
function unlocked() {
  const { packages } = readJson(LOCK_FILE);
  const sorted = (record = {}) => JSON.stringify(Object.entries(record).sort());
  return ['', ...workspaces()]
    .filter((folder) => {
      const file = readJson(path.join(folder, 'package.json'));
      return DEPENDENCIES.some((kind) => sorted(file[kind]) !== sorted(packages[folder]?.[kind])) || !packages[folder];
    })
    .map((folder) => path.join(folder, 'package.json'));
}
