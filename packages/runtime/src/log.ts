import { type DestinationStream, type Logger, pino } from 'pino';
import type { LogLevel } from './environment.ts';

export type { Logger } from 'pino';

/** Structured logs: one JSON line each on standard error, without request bodies, query texts, variables or headers. */
export function createLog(level: LogLevel, name: string, destination: DestinationStream = pino.destination(2)): Logger {
  return pino(
    {
      name,
      level,
      base: { service: name },
      serializers: {
        // Only what is safe: an error's message may hold a caller's value; its class, code and stack may not.
        err: (error: Error & { code?: unknown }) => ({
          type: error.name,
          ...(typeof error.code === 'string' && /^[A-Z0-9_]{1,40}$/.test(error.code) && { code: error.code }),
          stack: redactStack(error),
        }),
      },
    },
    destination,
  );
}

/** The frames of a stack, without its first lines: those are the message. */
function redactStack(error: Error): string {
  return (error.stack ?? '')
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .slice(0, 12)
    .join('\n');
}
