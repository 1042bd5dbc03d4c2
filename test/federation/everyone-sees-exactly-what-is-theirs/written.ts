import { createLog, type Logger } from '@mandate-graph/runtime';

/** Everything that a process writes while it is listened to: its log to the last detail, and both of its streams. */
export interface Written {
  readonly log: Logger;
  readonly lines: readonly string[];
  stop(): void;
}

export function listenToAll(): Written {
  const lines: string[] = [];
  const log = createLog('trace', 'test', { write: (line: string) => void lines.push(line) });
  const streams = [process.stdout, process.stderr];
  const writes = streams.map((stream) => stream.write);
  for (const [at, stream] of streams.entries()) {
    stream.write = ((chunk: string, ...more: []) => {
      lines.push(String(chunk));
      return writes[at]!.call(stream, chunk, ...more);
    }) as typeof stream.write;
  }
  const methods = ['debug', 'error', 'info', 'log', 'trace', 'warn'] as const;
  const spoken = methods.map((method) => console[method]);
  for (const method of methods) console[method] = (...said: unknown[]) => void lines.push(said.map(String).join(' '));
  return {
    log,
    lines,
    stop: () => {
      for (const [at, stream] of streams.entries()) stream.write = writes[at]!;
      for (const [at, method] of methods.entries()) console[method] = spoken[at]!;
    },
  };
}
