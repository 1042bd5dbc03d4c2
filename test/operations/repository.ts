import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { Program } from './program.ts';

const SCRIPTS = fileURLToPath(new URL('../../scripts/', import.meta.url));
const NPM = fileURLToPath(new URL('repository/npm-cli.js', import.meta.url));
const LOCK = 'package-lock.json';

/** A small repository with our setup scripts, and with stand-ins for npm and the compiler that note what they do. */
export class Repository {
  readonly path = mkdtempSync(path.join(os.tmpdir(), 'mandate-graph-setup-'));

  constructor() {
    for (const entry of ['setup.mjs', 'setup'])
      cpSync(path.join(SCRIPTS, entry), path.join(this.path, 'scripts', entry), { recursive: true });
    this.writeJson('package.json', { engines: { node: '>=20.19' }, workspaces: ['packages/*', 'scripts'] });
    this.write('tsconfig.base.json', '{}');
    this.writeJson(LOCK, { packages: { '': {}, 'node_modules/left': { version: '1.0.0', integrity: 'x' } } });
    this.addWorkspace('scripts', { known: true });
    this.addWorkspace('packages/one', { known: true });
  }

  /** `known`: to the lock file. */
  addWorkspace(folder: string, { known }: { known: boolean }): void {
    const settings = { name: `@x/${folder}`, version: '1.0.0', dependencies: { left: '1.0.0' } };
    this.writeJson(`${folder}/package.json`, settings);
    this.write(`${folder}/tsconfig.json`, '{}');
    this.write(`${folder}/src/index.ts`, 'export {};');
    if (known) this.lock((packages) => ({ ...packages, [folder]: settings }));
  }

  lock(change: (packages: Record<string, object>) => Record<string, object>): void {
    this.writeJson(LOCK, { packages: change(JSON.parse(this.read(LOCK)).packages) });
  }

  start(): Program {
    return Program.start(['node', 'scripts/setup.mjs'], { npm_execpath: NPM }, this.path);
  }

  /** Runs the setup to its end, and gives what it asked of npm and the compiler meanwhile. */
  async setUp() {
    const before = this.asked().length;
    const program = this.start();
    const { code } = await program.ended;
    return { code, err: program.err, asked: this.asked().slice(before) };
  }

  asked(): readonly string[] {
    return existsSync(this.#full('asked.txt')) ? this.read('asked.txt').trimEnd().split('\n') : [];
  }

  read(file: string): string {
    return readFileSync(this.#full(file), 'utf8');
  }

  write(file: string, text: string): void {
    mkdirSync(path.dirname(this.#full(file)), { recursive: true });
    writeFileSync(this.#full(file), text);
  }

  writeJson(file: string, value: object): void {
    this.write(file, JSON.stringify(value));
  }

  remove(file = ''): void {
    rmSync(this.#full(file), { recursive: true, force: true });
  }

  #full(file: string): string {
    return path.join(this.path, file);
  }
}
