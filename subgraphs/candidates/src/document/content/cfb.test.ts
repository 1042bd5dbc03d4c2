import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { type CompoundEntry, compound, doc, padded, xls } from '../testing/files.ts';
import { isWordCompound } from './cfb.ts';

const is = (file: Buffer) => isWordCompound(new Blob([file]));
const changed = (file: Buffer, offset: number, number: number): Buffer => {
  const other = Buffer.from(file);
  other.writeUInt32LE(number, offset);
  return other;
};

const FIRST_SECTOR_OF_DIRECTORY = 0x30;
const FIRST_SECTOR_OF_LIST = 0x44;
const TABLES = 0x4c;
const SECTOR = 512;
/** The table of chains follows the header; the directory is in sectors 1 and 2. */
const CHAIN_OF_DIRECTORY = SECTOR + 4;
const ROOT = 2 * SECTOR;

describe('a compound file', () => {
  test('is a document of Word when that is what stands at its top', async () => {
    expect(await is(doc())).toBe(true);
    expect(await is(doc(4096))).toBe(true);
  });

  test('is none when a document of Word stands within another document', async () =>
    expect(await is(xls())).toBe(false));

  test('is none when a storage only bears the name', async () =>
    expect(
      await is(
        compound([
          { name: 'Root', type: 5, child: 1 },
          { name: 'WordDocument', type: 1 },
        ]),
      ),
    ).toBe(false));

  test('is found through a list of tables that goes on outside of the header', async () => {
    // The directory goes on in sector 14,000, whose chain is told by the 110th table, which only the list names.
    const file = padded(doc(), SECTOR * 14_003);
    file.copy(file, SECTOR * 14_001, SECTOR * 3, SECTOR * 4);
    const [list, table] = [10, 11];
    file.writeUInt32LE(13_999, FIRST_SECTOR_OF_DIRECTORY);
    file.copy(file, SECTOR * 14_000, SECTOR * 2, SECTOR * 3);
    file.writeUInt32LE(list, FIRST_SECTOR_OF_LIST);
    file.writeUInt32LE(table, SECTOR * (list + 1));
    file.writeUInt32LE(14_000, SECTOR * (table + 1) + (13_999 % 128) * 4);
    expect(await is(file)).toBe(true);
    expect(await is(changed(file, SECTOR * (list + 1), 12))).toBe(false);
  });
});

describe('a compound file that lies', () => {
  test.each<[string, Buffer]>([
    ['about the size of its sectors', changed(doc(), 0x1c, 0x1f_fffe)],
    ['about where its directory is', changed(doc(), FIRST_SECTOR_OF_DIRECTORY, 0x00ff_ffff)],
    ['about where its table is', changed(doc(), TABLES, 0xffff_fff0)],
    ['about where its directory goes on', changed(doc(), CHAIN_OF_DIRECTORY, 0xffff_fffe)],
    ['with a directory that goes on in itself', changed(doc(), CHAIN_OF_DIRECTORY, 1)],
    ['about its first entry', changed(doc(), ROOT + 76, 0x7fff_ffff)],
    ['with an entry that is its own neighbour', changed(doc(), ROOT + 128 + 72, 1)],
    ['about how long a name is', changed(doc(), 3 * SECTOR + 64, 0xffff)],
    ['about its end', doc().subarray(0, 3 * SECTOR)],
  ])('%s is none', async (_name, file) => expect(await is(file)).toBe(false));

  test('with more entries than anybody needs is looked at as far as anybody needs', async () => {
    const chain = (length: number): CompoundEntry[] => [
      { name: 'Root Entry', type: 5, child: 1 },
      ...Array.from({ length }, (_, at): CompoundEntry => ({ name: `Stream ${at}`, type: 2, right: at + 2 })),
      { name: 'WordDocument', type: 2 },
    ];
    expect(await is(compound(chain(100)))).toBe(true);
    expect(await is(compound(chain(400)))).toBe(false);
  });

  test('in any byte ends all the same', async () => {
    const bytes = fc.array(fc.tuple(fc.nat(doc().length - 1), fc.integer({ min: 0, max: 255 })), { maxLength: 40 });
    await fc.assert(
      fc.asyncProperty(bytes, fc.nat(doc().length), async (lies, length) => {
        const file = doc();
        for (const [at, byte] of lies) file[at] = byte;
        expect(typeof (await is(file.subarray(0, length)))).toBe('boolean');
      }),
      { numRuns: 1_000 },
    );
  });
});
