import { CHUNK_BYTES } from './stored.content.ts';

/** A body in chunks as they are kept. Each is asked for when the one before is dealt with: nothing is gathered. */
export async function* inChunks(body: AsyncIterable<Buffer>): AsyncIterable<Buffer> {
  let held: Buffer[] = [];
  let bytes = 0;
  for await (const piece of body) {
    for (let rest = piece; rest.length > 0; ) {
      const part = rest.subarray(0, CHUNK_BYTES - bytes);
      held.push(part);
      bytes += part.length;
      rest = rest.subarray(part.length);
      if (bytes < CHUNK_BYTES) continue;
      yield Buffer.concat(held);
      held = [];
      bytes = 0;
    }
  }
  if (bytes > 0) yield Buffer.concat(held);
}
