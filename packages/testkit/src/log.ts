import { createLog, type Logger } from '@mandate-graph/runtime';

/** A log that keeps its lines, for tests that look at what was written. */
export function memoryLog(): { log: Logger; lines: string[] } {
  const lines: string[] = [];
  const log = createLog('debug', 'test', { write: (line: string) => void lines.push(line) });
  return { log, lines };
}

export const silentLog: Logger = createLog('silent', 'test');
