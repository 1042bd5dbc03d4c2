import { crc32, deflateRawSync } from 'node:zlib';

/* Files as small as they can be, each of its format. */

export const pdf = (): Buffer =>
  Buffer.from('%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n');

export const jpg = (): Buffer =>
  Buffer.concat([
    Buffer.from('ffd8ffe000104a46494600010100000100010000', 'hex'),
    Buffer.from('ffc0000b080001000101011100ffd9', 'hex'),
  ]);

/** With its directory after `bytes` of image, where most programs put it. */
export function tif(bytes = 8): Buffer {
  const file = Buffer.alloc(8 + bytes + 2 + 12 + 4);
  file.write('II*\0', 'latin1');
  file.writeUInt32LE(8 + bytes, 4);
  file.writeUInt16LE(1, 8 + bytes);
  file.writeUInt16LE(256, 8 + bytes + 2);
  return file;
}

export const exe = (): Buffer => Buffer.concat([Buffer.from('MZ'), Buffer.alloc(510)]);

/** The same content with something harmless behind it, to a length. */
export const padded = (file: Buffer, bytes: number): Buffer => Buffer.concat([file, Buffer.alloc(bytes - file.length)]);

export interface ZipFile {
  readonly name: string;
  readonly content: Buffer;
  /** As the directory states it; by default as it is. */
  readonly statedBytes?: number;
}

/** An archive; `described` ones state their lengths after their files, as programs do that write as they go. */
export function zip(files: readonly ZipFile[], { described = false, comment = '' } = {}): Buffer {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  for (const { name, content, statedBytes } of files) {
    const packed = deflateRawSync(content);
    const sizes = Buffer.alloc(12);
    sizes.writeUInt32LE(crc32(content), 0);
    sizes.writeUInt32LE(packed.length, 4);
    sizes.writeUInt32LE(statedBytes ?? content.length, 8);
    const form = Buffer.from([20, 0, described ? 8 : 0, 0, 8, 0, 0, 0, 0, 0]);
    const offset = Buffer.alloc(4);
    offset.writeUInt32LE(lengthOf(parts));
    const names = Buffer.from([name.length, 0, 0, 0]);
    const local = [Buffer.from('PK\x03\x04'), form, described ? Buffer.alloc(12) : sizes, names, Buffer.from(name)];
    parts.push(...local, packed, ...(described ? [Buffer.from('PK\x07\x08'), sizes] : []));
    const more = Buffer.alloc(10);
    directory.push(Buffer.from('PK\x01\x02\x14\x00'), form, sizes, names, more, offset, Buffer.from(name));
  }
  const end = Buffer.alloc(18);
  end.writeUInt16LE(files.length, 4);
  end.writeUInt16LE(files.length, 6);
  end.writeUInt32LE(lengthOf(directory), 8);
  end.writeUInt32LE(lengthOf(parts), 12);
  end.writeUInt16LE(comment.length, 16);
  return Buffer.concat([...parts, ...directory, Buffer.from('PK\x05\x06'), end, Buffer.from(comment)]);
}

const lengthOf = (parts: readonly Buffer[]): number => parts.reduce((sum, { length }) => sum + length, 0);

const OPEN_XML = 'application/vnd.openxmlformats-officedocument';
export const WORD = `${OPEN_XML}.wordprocessingml.document.main+xml`;
export const SHEET = `${OPEN_XML}.spreadsheetml.sheet.main+xml`;
export const WITH_MACROS = 'application/vnd.ms-word.document.macroEnabled.main+xml';

export const contentTypes = (main: string): ZipFile => ({
  name: '[Content_Types].xml',
  content: Buffer.from(
    `<?xml version="1.0"?><Types><Override PartName="/word/document.xml" ContentType="${main}"/></Types>`,
  ),
});
const BODY: ZipFile = { name: 'word/document.xml', content: Buffer.from('<w:document><w:body/></w:document>') };

export const docx = (main = WORD): Buffer => zip([contentTypes(main), BODY]);

/** As some programs write it: what it is stands last, behind a part of any length. */
export const docxToldLast = (bytes: number): Buffer => {
  const image = Buffer.from(Array.from({ length: bytes }, (_, at) => (at * 2_654_435_761) >>> 24));
  return zip([BODY, { name: 'word/media/image1.png', content: image }, contentTypes(WORD)], { described: true });
};

/** A part that unpacks to much more than it says. */
export const bomb = (bytes: number): Buffer => {
  const types = contentTypes(WORD);
  const content = Buffer.concat([types.content, Buffer.alloc(bytes, ' ')]);
  return zip([{ ...types, content, statedBytes: types.content.length }, BODY]);
};

export interface CompoundEntry {
  readonly name: string;
  /** 1: a storage, 2: a stream, 5: the root. */
  readonly type: number;
  readonly left?: number;
  readonly right?: number;
  readonly child?: number;
}

const NOTHING = 0xffff_ffff;

/** A compound file: the table of chains in its first sector, the directory in those behind it. */
export function compound(entries: readonly CompoundEntry[], sectorBytes = 512): Buffer {
  const directory = Buffer.alloc(Math.ceil((entries.length * 128) / sectorBytes) * sectorBytes);
  for (const [at, { name, type, left = NOTHING, right = NOTHING, child = NOTHING }] of entries.entries()) {
    const entry = directory.subarray(at * 128);
    entry.write(name, 'utf16le');
    entry.writeUInt16LE((name.length + 1) * 2, 64);
    entry[66] = type;
    for (const [place, id] of [left, right, child].entries()) entry.writeUInt32LE(id, 68 + place * 4);
  }
  const table = Buffer.alloc(sectorBytes, 0xff);
  const sectors = directory.length / sectorBytes;
  for (let sector = 1; sector < sectors; sector += 1) table.writeUInt32LE(sector + 1, sector * 4);
  const header = Buffer.alloc(sectorBytes, 0xff);
  Buffer.from('d0cf11e0a1b11ae1', 'hex').copy(header);
  header.fill(0, 8, 0x4c);
  header.writeUInt16LE(Math.log2(sectorBytes), 0x1e);
  header.writeUInt32LE(1, 0x2c);
  header.writeUInt32LE(1, 0x30);
  header.writeUInt32LE(0, 0x4c);
  return Buffer.concat([header, table, directory]);
}

const ROOT: CompoundEntry = { name: 'Root Entry', type: 5, child: 1 };

export const doc = (sectorBytes = 512): Buffer =>
  compound(
    [
      ROOT,
      { name: '1Table', type: 2, left: 2, right: 3 },
      { name: 'Data', type: 2 },
      { name: '\u0005SummaryInformation', type: 2, right: 4 },
      { name: 'WordDocument', type: 2 },
    ],
    sectorBytes,
  );

/** A sheet with a document of Word within it. */
export const xls = (): Buffer =>
  compound([
    ROOT,
    { name: 'Workbook', type: 2, right: 2 },
    { name: 'MBD0001', type: 1, child: 3 },
    { name: 'WordDocument', type: 2 },
  ]);

type Place = readonly [sector: number, place: number, number: number];
/** The header, as if it were a sector before the first one. */
const HEADER = -1;
const FIRST_LIST = 17;
const SECOND_TABLE = 20;
const FIRST_CHILD = 19;

/** A document of Word in 400 sectors, with other numbers in some places. */
const lying = (places: readonly Place[]): Buffer => {
  const file = padded(doc(), 512 * 400);
  for (const [sector, place, number] of places) file.writeUInt32LE(number, (sector + 1) * 512 + place * 4);
  return file;
};

/** Its directory goes on from one end to the other and back, each time as the table there says, and then tells of Word. */
export const toAndFro = (): Buffer =>
  lying([
    [HEADER, SECOND_TABLE, 300],
    [0, 1, 200],
    [0, 2, 200],
    [300, 200 % 128, 2],
    [1, FIRST_CHILD, 396 * 4],
  ]);

/** Its directory goes on in sectors that no file has, told of by a list whose two parts name each other. */
export const endless = (): Buffer => {
  const list = [10, 300].flatMap((sector) => Array.from({ length: 127 }, (_, at): Place => [sector, at, 2]));
  const table = Array.from({ length: 128 }, (_, at): Place => [2, at, 0xffff_ff7f + at]);
  const rest: Place[] = [
    [HEADER, FIRST_LIST, 10],
    [10, 127, 300],
    [300, 127, 10],
    [0, 1, 0xffff_fff0],
    [1, FIRST_CHILD, 100 * 4],
  ];
  return lying([...list, ...table, ...rest]);
};
