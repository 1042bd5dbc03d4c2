import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

export interface Ending {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
}

/** A command of the repository, run as a process as whoever has cloned it would, with an environment of its own. */
export class Program {
  readonly ended: Promise<Ending>;
  out = '';
  err = '';
  #over = false;
  #wake: () => void = () => {};

  private constructor(readonly child: ChildProcess) {
    child.stdout!.setEncoding('utf8').on('data', (text: string) => {
      this.out += text;
      this.#wake();
    });
    child.stderr!.setEncoding('utf8').on('data', (text: string) => {
      this.err += text;
      this.#wake();
    });
    this.ended = once(child, 'close').then(([code, signal]) => {
      this.#over = true;
      this.#wake();
      return { code, signal };
    });
  }

  /** Of our own environment it gets only what programs need to run at all. */
  static start(command: readonly string[], variables: Readonly<Record<string, string>>, folder = ROOT): Program {
    const [program, ...args] = command;
    const { PATH, HOME, TMPDIR } = process.env;
    const env = { ...definedOf({ PATH, HOME, TMPDIR }), ...variables };
    return new Program(
      spawn(program === 'node' ? process.execPath : program!, args, {
        cwd: folder,
        env,
        stdio: ['ignore', 'pipe', 'pipe'],
      }),
    );
  }

  /** Runs it to its end. */
  static async run(command: readonly string[], variables: Readonly<Record<string, string>>, folder = ROOT) {
    const program = Program.start(command, variables, folder);
    const ending = await program.ended;
    return { ...ending, out: program.out, err: program.err };
  }

  /** The first match in what it says, on either stream; an error with all it said when it ends without. */
  async says(pattern: RegExp): Promise<RegExpExecArray> {
    for (;;) {
      const match = pattern.exec(this.out) ?? pattern.exec(this.err);
      if (match !== null) return match;
      if (this.#over) throw new Error(`It ended without saying ${pattern}:\n${this.out}${this.err}`);
      await new Promise<void>((resolve) => {
        this.#wake = resolve;
      });
    }
  }

  /** The URL in its line that it is ready. */
  async url(): Promise<string> {
    const [, url] = await this.says(/^.* is ready: (\S+)$/m);
    return url!;
  }

  async stop(signal: NodeJS.Signals = 'SIGTERM'): Promise<Ending> {
    this.child.kill(signal);
    return this.ended;
  }
}

const definedOf = (record: Readonly<Record<string, string | undefined>>): Record<string, string> =>
  Object.fromEntries(Object.entries(record).filter((entry): entry is [string, string] => entry[1] !== undefined));
