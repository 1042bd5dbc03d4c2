import { promisify } from 'node:util';
import { inflateRaw } from 'node:zlib';
import { allBytesOf, bytesOf } from './bytes.ts';

const END = Buffer.from('PK\x05\x06', 'latin1');
const END_BYTES = 22;
const LONGEST_COMMENT = 0xffff;
const FILE = Buffer.from('PK\x01\x02', 'latin1');
const FILE_BYTES = 46;
const LOCAL_BYTES = 30;
const MOST_DIRECTORY_BYTES = 1024 * 1024;
const STORED = 0;
const DEFLATED = 8;

const inflate = promisify<Buffer, { maxOutputLength: number }, Buffer>(inflateRaw);

/**
 * A file of a zip archive, as its directory has it; null for one that is not there, is broken, or has more bytes than
 * `most`, packed or unpacked. Nothing else in the archive is unpacked.
 */
export async function fileInZip(content: Blob, name: string, most: number): Promise<Buffer | null> {
  const file = entryIn(await directoryOf(content), name);
  if (file === null || file.packedBytes > most) return null;
  const local = await allBytesOf(content, file.offset, LOCAL_BYTES);
  if (local === null) return null;
  const data = file.offset + LOCAL_BYTES + local.readUInt16LE(26) + local.readUInt16LE(28);
  const packed = await allBytesOf(content, data, file.packedBytes);
  if (packed === null) return null;
  if (file.method === STORED) return packed;
  return file.method === DEFLATED ? inflate(packed, { maxOutputLength: most }).catch(() => null) : null;
}

/** The directory stands at the end, before a comment of any length. */
async function directoryOf(content: Blob): Promise<Buffer> {
  const tail = await bytesOf(content, Math.max(0, content.size - END_BYTES - LONGEST_COMMENT), content.size);
  const end = tail.subarray(Math.max(0, tail.lastIndexOf(END, tail.length - END_BYTES)));
  if (end.length < END_BYTES || !end.subarray(0, 4).equals(END)) return Buffer.alloc(0);
  const length = end.readUInt32LE(12);
  return length > MOST_DIRECTORY_BYTES ? Buffer.alloc(0) : bytesOf(content, end.readUInt32LE(16), length);
}

function entryIn(directory: Buffer, name: string) {
  for (let at = 0; at + FILE_BYTES <= directory.length && directory.subarray(at, at + 4).equals(FILE); ) {
    const entry = directory.subarray(at);
    const nameEnd = FILE_BYTES + entry.readUInt16LE(28);
    if (entry.subarray(FILE_BYTES, nameEnd).toString() === name) {
      return {
        method: entry.readUInt16LE(10),
        packedBytes: entry.readUInt32LE(20),
        offset: entry.readUInt32LE(42),
      };
    }
    at += nameEnd + entry.readUInt16LE(30) + entry.readUInt16LE(32);
  }
  return null;
}
