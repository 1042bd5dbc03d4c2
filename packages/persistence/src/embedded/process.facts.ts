import { execFileSync } from 'node:child_process';
import { readFileSync, statSync } from 'node:fs';
import { connect } from 'node:net';
import { codeOf } from './embedded.error.ts';

/**
 * What tells a live process from a later one that was given the same pid: the moment it started. Undefined when no
 * such process lives (a zombie does not); empty where the system does not say.
 */
export function birthOf(pid: number): string | undefined {
  if (!(pid > 0) || !answersSignals(pid)) return undefined;
  if (process.platform !== 'linux') return psColumn(pid, 'lstart') ?? '';
  try {
    // Behind the parenthesised name, which may hold anything: the state first, the start time as the twentieth.
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').pop()!.split(' ');
    return fields[0] === 'Z' || fields[0] === 'X' ? undefined : fields[19];
  } catch {
    return undefined;
  }
}

/** Whether the process is a server that works in this folder. A pid alone proves nothing: pids are reused. */
export async function worksIn(pid: number, folder: string, port: number): Promise<boolean> {
  if (birthOf(pid) === undefined) return false;
  if (process.platform === 'linux') {
    try {
      const [itsFolder, ours] = [statSync(`/proc/${pid}/cwd`), statSync(folder)];
      return itsFolder.dev === ours.dev && itsFolder.ino === ours.ino;
    } catch {
      return false;
    }
  }
  const commandLine = psColumn(pid, 'args');
  return commandLine === undefined ? answersOn(port) : commandLine.includes(folder);
}

function answersSignals(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return codeOf(error) === 'EPERM';
  }
}

/** One column of `ps`, where there is a `ps`. */
function psColumn(pid: number, column: 'args' | 'lstart'): string | undefined {
  try {
    return execFileSync('ps', ['-ww', '-o', `${column}=`, '-p', String(pid)], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
      windowsHide: true,
    }).trim();
  } catch {
    return undefined;
  }
}

function answersOn(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1', () => {
      socket.destroy();
      resolve(true);
    });
    socket.on('error', () => resolve(false));
  });
}
