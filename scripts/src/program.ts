import { constants } from 'node:os';
import { setTimeout as delay } from 'node:timers/promises';
import { createLog, type Environment, type Logger, type Part, readEnvironment } from '@mandate-graph/runtime';
import { sentenceOf } from './failure.ts';
import { readRegistry } from './root.ts';
import { Running } from './running.ts';
import { subgraphNames } from './subgraphs.ts';

/** What a program is given by the process it runs in. */
export interface Program {
  readonly environment: Environment;
  readonly log: Logger;
  /** Takes what is started, at once, so that it can be stopped whatever happens next. */
  readonly running: Running;
  readonly tell: (sentence: string) => void;
  /** Fires when the program is asked to stop. */
  readonly signal: AbortSignal;
}

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
/** A terminal sends Ctrl-C to npm and to us, and npm passes it on: that is one wish to stop, not two. */
const ECHO_MS = 500;
/** How long a start that is under way may take to notice that it is to be given up. */
const GIVE_UP_MS = 10_000;

/**
 * Runs a program to its end, and leaves nothing running behind. `lasting`: when it has begun, it goes on until it is
 * asked to stop. `unfinished`: the code with which it ends if it is asked to before it is done. Its sentence, and what
 * goes wrong, are for the person who started it.
 */
export async function runProgram(
  name: string,
  begin: (program: Program) => Promise<string>,
  { lasting = false, part = 'command', unfinished = 0 }: { lasting?: boolean; part?: Part; unfinished?: number } = {},
): Promise<never> {
  // Whoever read our output may have gone, as a closed terminal does: that is no reason to die on the way out.
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => {});
  const running = new Running();
  let code = 0;
  try {
    const environment = readEnvironment(undefined, subgraphNames(readRegistry()), part);
    const log = createLog(environment.logLevel, name);
    const stop = stopOnSignals(log);
    const beginning = begin({ environment, log, running, tell, signal: stop.signal });
    const sentence = await Promise.race([beginning, stop.asked]);
    if (sentence !== undefined) tell(sentence);
    if (lasting) await stop.asked;
    if (stop.signal.aborted) {
      tell('Stopping.');
      await Promise.race([beginning.catch(() => undefined), delay(GIVE_UP_MS)]);
    }
    code = stop.exitCode() || (sentence === undefined ? unfinished : 0);
  } catch (error) {
    process.stderr.write(`${sentenceOf(error)}\n`);
    code = 1;
  }
  const problems = await running.stop();
  for (const problem of problems) process.stderr.write(`${problem}\n`);
  process.exit(problems.length > 0 ? 1 : code);
}

const tell = (sentence: string): void => {
  process.stdout.write(`${sentence}\n`);
};

/** The first signal asks to stop, which ends in code 0; a second one ends the process at once. A bug asks too, for code 1. */
function stopOnSignals(log: Logger) {
  const stop = new AbortController();
  let code = 0;
  let first: number | undefined;
  let resolve: (nothing: undefined) => void = () => {};
  const asked = new Promise<undefined>((done) => {
    resolve = done;
  });
  const ask = () => {
    // First: what fails because it is given up must not look like a failure of its own.
    resolve(undefined);
    stop.abort();
  };
  for (const signal of SIGNALS) {
    process.on(signal, () => {
      first ??= Date.now();
      if (Date.now() - first > ECHO_MS) process.exit(128 + constants.signals[signal]);
      ask();
    });
  }
  process.on('uncaughtException', (error) => {
    log.fatal({ err: error }, 'an error was not caught: the process stops');
    code = 1;
    ask();
  });
  return { signal: stop.signal, asked, exitCode: () => code };
}
