import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { ROOT } from './workspaces.mjs';

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'];

/**
 * Runs a program from the root to its end and gives its exit code. A signal for us is passed on to it, and ends us
 * once it has ended: nothing goes on working behind the back of whoever stopped the command.
 */
export function run(program, args, { stdio = 'inherit', env = process.env, onStart = () => {} } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { cwd: ROOT, stdio, env, shell: program.endsWith('.cmd') });
    let stoppedBy;
    const passOn = (signal) => {
      stoppedBy ??= signal;
      child.kill(signal);
    };
    for (const signal of SIGNALS) process.on(signal, passOn);
    const settle = () => {
      for (const signal of SIGNALS) process.off(signal, passOn);
    };
    child.once('error', (error) => {
      settle();
      reject(error);
    });
    child.once('spawn', () => onStart(child.pid));
    child.once('close', (code, signal) => {
      settle();
      if (stoppedBy !== undefined) process.exit(128 + constants.signals[stoppedBy]);
      resolve(code ?? 128 + constants.signals[signal]);
    });
  });
}

/** Runs a Node program. */
export const runNode = (args, options) => run(process.execPath, args, options);
