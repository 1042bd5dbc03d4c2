import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { isAlive } from './data.folder.ts';
import { eventually } from './eventually.ts';
import { Repository } from './repository.ts';

const INSTALL = ['npm ci --include=dev --no-audit --no-fund --loglevel=error', 'npm done'];
const BUILD = ['build packages/one scripts'];

let repository: Repository;
beforeEach(() => {
  repository = new Repository();
});
afterEach(() => repository.remove());

describe('the setup of a fresh clone', () => {
  test('installs and builds, once', async () => {
    expect(await repository.setUp()).toMatchObject({ code: 0, asked: [...INSTALL, ...BUILD] });
    expect(await repository.setUp()).toEqual({ code: 0, asked: [], err: '' });
  });

  test('takes what somebody has installed by hand, unless something is missing in it', async () => {
    await repository.setUp();
    repository.remove('node_modules/.mandate-graph-setup');
    expect(await repository.setUp()).toMatchObject({ asked: BUILD });
    repository.remove('node_modules/.mandate-graph-setup');
    repository.writeJson('node_modules/.package-lock.json', { packages: {} });
    expect(await repository.setUp()).toMatchObject({ asked: [...INSTALL, ...BUILD] });
  });

  test('refuses an old Node in a sentence', async () => {
    repository.writeJson('package.json', { engines: { node: '>=99.1' }, workspaces: [] });
    const { code, err, asked } = await repository.setUp();
    expect({ code, asked }).toEqual({ code: 1, asked: [] });
    expect(err).toMatch(/^Node 99\.1 or later is needed, but this is Node \S+: .*\.\n$/);
  });

  test('does nothing in an image, which has no sources', async () => {
    repository.remove('scripts/src');
    expect(await repository.setUp()).toEqual({ code: 0, asked: [], err: '' });
  });
});

describe('a setup after a change', () => {
  beforeEach(async () => void (await repository.setUp()));

  test.each([
    ['a source', 'packages/one/src/index.ts', BUILD],
    ['a new source', 'packages/one/src/deep/new.ts', BUILD],
    ['a compiler setting', 'packages/one/tsconfig.json', BUILD],
    ['the common compiler settings', 'tsconfig.base.json', BUILD],
    ['what an institution says of itself', 'packages/one/institution.json', BUILD],
    ['a test', 'packages/one/src/index.test.ts', []],
    ['something else', 'README.md', []],
  ])('of %s does what that needs, and no more', async (_what, file, expected) => {
    repository.write(file, '"changed"');
    expect(await repository.setUp()).toMatchObject({ code: 0, asked: expected });
    expect(await repository.setUp()).toMatchObject({ asked: [] });
  });

  test('of no content builds nothing', async () => {
    repository.write('packages/one/src/index.ts', repository.read('packages/one/src/index.ts'));
    expect(await repository.setUp()).toMatchObject({ asked: [] });
  });

  test('builds again what was removed', async () => {
    repository.remove('packages/one/dist');
    expect(await repository.setUp()).toMatchObject({ asked: BUILD });
  });

  test('of the lock file installs and builds', async () => {
    repository.lock((packages) => ({ ...packages, 'node_modules/left': { version: '1.0.1', integrity: 'y' } }));
    expect(await repository.setUp()).toMatchObject({ asked: [...INSTALL, ...BUILD] });
  });

  test('that adds a folder needs nothing else: npm adds it to the lock file', async () => {
    repository.addWorkspace('packages/two', { known: false });
    const { err, asked } = await repository.setUp();
    expect(asked[0]).toMatch(/^npm install /);
    expect(asked.at(-1)).toBe('build packages/one packages/two scripts');
    expect(err).toContain('packages/two/package.json');
    expect(await repository.setUp()).toMatchObject({ asked: [] });
  });
});

describe('a setup that fails', () => {
  test('at the network says so in a sentence, and is tried again next time', async () => {
    repository.write('npm-fails', '');
    const { code, err } = await repository.setUp();
    expect(code).toBe(1);
    expect(err).toContain('npm ci ended with code 7');
    expect(err).not.toMatch(/^\s+at /m);
    repository.remove('npm-fails');
    expect(await repository.setUp()).toMatchObject({ code: 0, asked: [...INSTALL, ...BUILD] });
  });

  test('at a source says so in a sentence, and builds again next time', async () => {
    repository.write('build-fails', '');
    const { code, err } = await repository.setUp();
    expect(code).toBe(1);
    expect(err).toMatch(/The sources could not be built.*\n$/);
    expect(await repository.setUp()).toMatchObject({ code: 1, asked: BUILD });
    repository.remove('build-fails');
    expect(await repository.setUp()).toMatchObject({ code: 0, asked: BUILD });
  });
});

describe('two setups at once', () => {
  const npmRuns = () => eventually(() => repository.asked().length > 0);
  beforeEach(() => repository.write('npm-waits', ''));

  test('do the work once: the second waits, says for whom, and finds it done', async () => {
    const first = repository.start();
    await npmRuns();
    const second = repository.start();
    await second.says(new RegExp(`^Waiting for process ${first.child.pid}, `, 'm'));
    repository.remove('npm-waits');
    expect(await Promise.all([first.ended, second.ended])).toMatchObject([{ code: 0 }, { code: 0 }]);
    expect(repository.asked()).toEqual([...INSTALL, ...BUILD]);
  });

  test('need no clearing up when the first was killed: what it had begun is waited for', async () => {
    const first = repository.start();
    await npmRuns();
    await first.says(/^Installing/m);
    first.child.kill('SIGKILL');
    const second = repository.start();
    const [, npm] = await second.says(/^Waiting for process (\d+), /m);
    expect(Number(npm)).not.toBe(first.child.pid);
    repository.remove('npm-waits');
    expect(await second.ended).toMatchObject({ code: 0 });
    expect(repository.asked()).toEqual([...INSTALL, ...BUILD]);
  });

  test('end with their npm when they are told to stop', async () => {
    const first = repository.start();
    await npmRuns();
    const second = repository.start();
    const [, pid] = await second.says(/^Waiting for process (\d+), /m);
    second.child.kill('SIGTERM');
    expect(await second.ended).toEqual({ code: null, signal: 'SIGTERM' });
    first.child.kill('SIGTERM');
    expect(await first.ended).toMatchObject({ code: 143 });
    expect(isAlive(Number(pid))).toBe(false);
    repository.remove('npm-waits');
    expect(await repository.setUp()).toMatchObject({ code: 0, asked: [...INSTALL, ...BUILD] });
  });
});
