import { MOST_BYTES } from '../document.refusals.ts';

/** Each part of a content but the last one has as many bytes. */
export const CHUNK_BYTES = 64 * 1024;

/**
 * A content that is kept in chunks, as a blob: it is read as far as somebody looks at it, and holds one chunk at a time.
 */
export class StoredContent extends Blob {
  constructor(
    private readonly chunk: (number: number) => Promise<Buffer>,
    private readonly end: number,
    private readonly start = 0,
  ) {
    super([]);
    Object.defineProperty(this, 'size', { value: end - start });
  }

  override slice(from = 0, to = this.size): Blob {
    const [start, end] = [from, to].map((at) => Math.min(this.start + at, this.end)) as [number, number];
    return new StoredContent(this.chunk, end, start);
  }

  override async arrayBuffer(): Promise<ArrayBuffer> {
    const bytes = new Uint8Array(this.size);
    for (let at = this.start; at < this.end; ) {
      const number = Math.floor(at / CHUNK_BYTES);
      const part = (await this.chunk(number)).subarray(at - number * CHUNK_BYTES, this.end - number * CHUNK_BYTES);
      bytes.set(part, at - this.start);
      at += part.length;
    }
    return bytes.buffer;
  }
}

/** As many as the largest content has: nobody needs to read more of it to tell what it is. */
const MOST_READS = MOST_BYTES / CHUNK_BYTES;

/** A content that sends its reader to and fro. */
export class ReadTooOften extends Error {}

/** Reads as often as a content may be read to tell what it is, and then no more. */
export function withinBounds(read: (number: number) => Promise<Buffer>): (number: number) => Promise<Buffer> {
  let left = MOST_READS;
  return async (number) => {
    if (left === 0) throw new ReadTooOften(`A content may be read ${MOST_READS} times to tell what it is.`);
    left -= 1;
    return read(number);
  };
}

/** Reads a chunk once, however often in a row it is asked for. */
export function oneAtATime(read: (number: number) => Promise<Buffer>): (number: number) => Promise<Buffer> {
  let held: { readonly number: number; readonly bytes: Promise<Buffer> } | null = null;
  return (number) => {
    if (held?.number !== number) held = { number, bytes: read(number) };
    return held.bytes;
  };
}
