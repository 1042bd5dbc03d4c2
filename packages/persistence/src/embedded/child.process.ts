import { execFile, type SpawnOptions } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** The account PostgreSQL runs as. Absent wherever this process need not become another one. */
export interface Account {
  readonly uid: number;
  readonly gid: number;
}

export interface Outcome {
  /** Null where the program could not be started at all. */
  readonly code: number | null;
  readonly output: string;
}

/** True where PostgreSQL would refuse to run as we are. */
export const runsAsRoot = (): boolean => process.getuid?.() === 0;

/** The unprivileged account of the system. Its ids differ by system (macOS has -2), so the system is asked. */
export function unprivilegedAccount(): Account {
  try {
    const entry = /^nobody:[^:]*:(-?\d+):(-?\d+):/m.exec(readFileSync('/etc/passwd', 'utf8'));
    if (entry) return { uid: Number(entry[1]), gid: Number(entry[2]) };
  } catch {
    // No such file: the usual ids will do.
  }
  return { uid: 65_534, gid: 65_534 };
}

/**
 * How every child is started: as the given account, from a folder everyone can enter, and with an environment that
 * tells nothing of ours (`LC_ALL=C` keeps messages in the language this code reads).
 */
export function childOptions(account: Account | undefined): SpawnOptions {
  return {
    cwd: '/',
    env: {
      PATH: '/usr/local/bin:/usr/bin:/bin',
      LC_ALL: 'C',
      TZ: 'UTC',
      ...(process.platform === 'win32' && { SystemRoot: 'C:\\Windows' }),
    },
    windowsHide: true,
    ...account,
  };
}

/** Runs a program to its end. It never rejects: a program that could not start has the reason as its output. */
export function run(program: string, args: readonly string[], account?: Account): Promise<Outcome> {
  return new Promise((resolve) => {
    execFile(program, args, { ...childOptions(account), encoding: 'utf8' }, (error, stdout, stderr) => {
      const output = `${stdout}${stderr}`.trim();
      if (!error) resolve({ code: 0, output });
      else if (typeof error.code === 'number') resolve({ code: error.code, output });
      else resolve({ code: null, output: output || error.message });
    });
  });
}
