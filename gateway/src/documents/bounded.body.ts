import type { IncomingMessage } from 'node:http';
import { Transform } from 'node:stream';
import { LIMITS, tooLarge } from '@mandate-graph/runtime';

const MAX_BYTES = LIMITS.documentBytes.bound;

/** Refuses a body that says itself that it is too large. */
export function requireDeclaredSize({ headers }: IncomingMessage): void {
  const declared = Number(headers['content-length'] ?? 0);
  if (declared > MAX_BYTES) throw tooLarge({ name: 'documentBytes', value: declared });
}

/** Passes on what comes in, as far as it may go: the byte after that is an error, and nothing is passed on with it. */
export function boundedBody(): Transform {
  let bytes = 0;
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      bytes += chunk.length;
      if (bytes > MAX_BYTES) done(tooLarge({ name: 'documentBytes', value: null }));
      else done(null, chunk);
    },
  });
}
