import { allBytesOf } from './bytes.ts';

/*
 * Compound files ([MS-CFB]), in which Word up to 2003 keeps its documents: sectors in chains, and a directory of streams.
 * Nothing that a file says of itself is believed: what is followed is bounded, and ends where the file does.
 */

const HEADER_BYTES = 512;
const ENTRY_BYTES = 128;
/** In the header; the rest of the list, if any, is in a chain of sectors of its own. */
const LISTED_IN_HEADER = 109;
/** The first number of an entry that means something else. Such numbers of sectors lie behind the end of any content. */
const LEAST_SPECIAL = 0xffff_fffa;
/** Many times what documents of Word need: they have a handful of streams at the top. */
const MOST_DIRECTORY_SECTORS = 512;
const MOST_ENTRIES = 256;
const STREAM = 2;

/** Whether a compound file is a document of Word: at its top, not within another document, is Word’s main stream. */
export async function isWordCompound(content: Blob): Promise<boolean> {
  const header = await allBytesOf(content, 0, HEADER_BYTES);
  const shift = header?.readUInt16LE(0x1e);
  if (header === null || (shift !== 9 && shift !== 12)) return false;
  const directory = new Directory(content, header, 1 << shift);
  const root = await directory.entry(0);
  const waiting = root === null ? [] : [root.readUInt32LE(76)];
  const seen = new Set<number>();
  for (let id = waiting.pop(); id !== undefined && seen.size < MOST_ENTRIES; id = waiting.pop()) {
    if (id >= LEAST_SPECIAL || seen.has(id)) continue;
    seen.add(id);
    const entry = await directory.entry(id);
    if (entry === null) continue;
    if (entry[66] === STREAM && nameOf(entry) === 'WordDocument') return true;
    waiting.push(entry.readUInt32LE(68), entry.readUInt32LE(72));
  }
  return false;
}

/** UTF-16, of a stated length in bytes that counts the null at its end. */
const nameOf = (entry: Buffer): string =>
  entry.subarray(0, Math.max(0, Math.min(entry.readUInt16LE(64), 64) - 2)).toString('utf16le');

class Directory {
  /** Its sectors, as far as they were needed. */
  readonly #sectors: number[];

  constructor(
    private readonly content: Blob,
    private readonly header: Buffer,
    private readonly sectorBytes: number,
  ) {
    this.#sectors = [header.readUInt32LE(0x30)];
  }

  async entry(id: number): Promise<Buffer | null> {
    const perSector = this.sectorBytes / ENTRY_BYTES;
    const place = Math.floor(id / perSector);
    if (place >= Math.min(MOST_DIRECTORY_SECTORS, this.#mostSectors)) return null;
    while (this.#sectors.length <= place) {
      const next = await this.#next(this.#sectors.at(-1)!);
      if (next === null) return null;
      this.#sectors.push(next);
    }
    return allBytesOf(this.content, this.#offset(this.#sectors[place]!) + (id % perSector) * ENTRY_BYTES, ENTRY_BYTES);
  }

  /** As many as the content has room for: no chain, no list and no number of a sector goes beyond. */
  get #mostSectors(): number {
    return this.content.size / this.sectorBytes;
  }

  /** The sector that follows another one in its chain. */
  async #next(sector: number): Promise<number | null> {
    const perSector = this.sectorBytes / 4;
    // How much of the table is looked through follows from the number: one that cannot be is not looked for.
    const table = sector < this.#mostSectors ? await this.#table(Math.floor(sector / perSector)) : null;
    return table === null ? null : this.#number(this.#offset(table) + (sector % perSector) * 4);
  }

  /** Where a part of the table of chains is. */
  async #table(part: number): Promise<number | null> {
    if (part < LISTED_IN_HEADER) return this.header.readUInt32LE(0x4c + part * 4);
    // The last number of each sector of the list is the next sector of it.
    const perSector = this.sectorBytes / 4 - 1;
    const beyond = part - LISTED_IN_HEADER;
    let list: number | null = this.header.readUInt32LE(0x44);
    for (let left = Math.floor(beyond / perSector); left > 0 && list !== null; left -= 1) {
      list = await this.#number(this.#offset(list) + perSector * 4);
    }
    return list === null ? null : this.#number(this.#offset(list) + (beyond % perSector) * 4);
  }

  async #number(offset: number): Promise<number | null> {
    return (await allBytesOf(this.content, offset, 4))?.readUInt32LE(0) ?? null;
  }

  #offset(sector: number): number {
    return (sector + 1) * this.sectorBytes;
  }
}
