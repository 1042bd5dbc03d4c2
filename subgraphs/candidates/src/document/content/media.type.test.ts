import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  bomb,
  contentTypes,
  doc,
  docx,
  docxToldLast,
  endless,
  exe,
  jpg,
  padded,
  pdf,
  SHEET,
  tif,
  toAndFro,
  WITH_MACROS,
  WORD,
  xls,
  zip,
} from '../testing/files.ts';
import { mediaTypeOf } from './media.type.ts';
import { CHUNK_BYTES, oneAtATime, StoredContent, withinBounds } from './stored.content.ts';

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
const MIB = 1024 * 1024;

/** A content as it is kept, and what of it was read. */
function stored(file: Buffer) {
  const read: number[] = [];
  const chunk = async (number: number) => {
    read.push(number);
    return file.subarray(number * CHUNK_BYTES, (number + 1) * CHUNK_BYTES);
  };
  return { read, content: new StoredContent(oneAtATime(withinBounds(chunk)), file.length) };
}
const typeOf = (file: Buffer) => mediaTypeOf(stored(file).content);

describe('what a content is', () => {
  test.each<[string, Buffer, string]>([
    ['a PDF', pdf(), 'application/pdf'],
    ['a PDF that breaks off', pdf().subarray(0, 9), 'application/pdf'],
    ['a DOC', doc(), 'application/msword'],
    ['a DOC with large sectors', doc(4096), 'application/msword'],
    ['a DOCX', docx(), DOCX],
    ['a DOCX that says at its end what it is, behind 3 MiB of image', docxToldLast(3 * MIB), DOCX],
    ['a DOCX with a comment', zip([contentTypes(WORD)], { comment: 'x'.repeat(5_000) }), DOCX],
    ['a JPG', jpg(), 'image/jpeg'],
    ['a TIF', tif(), 'image/tiff'],
    ['a TIF whose directory stands behind 3 MiB of image', tif(3 * MIB), 'image/tiff'],
    ['a PDF with an archive behind it', Buffer.concat([pdf(), docx()]), 'application/pdf'],
    ['a JPG with a page of the web in it', Buffer.concat([jpg(), Buffer.from('<script>1</script>')]), 'image/jpeg'],
  ])('of %s follows from itself', async (_name, file, type) => expect(await typeOf(file)).toBe(type));

  test.each<[string, Buffer]>([
    ['a program', exe()],
    ['a text', Buffer.from('Curriculum vitae\n'.repeat(40))],
    ['a rich text', Buffer.from('{\\rtf1\\ansi Curriculum vitae}')],
    ['a page of the web', Buffer.from('<!DOCTYPE html><html><body>%PDF-1.4</body></html>')],
    ['a sheet of old, with a document of Word within it', xls()],
    ['a sheet', docx(SHEET)],
    ['a document of Word with macros', docx(WITH_MACROS)],
    ['a document of Word with macros that says so at its end', zip([contentTypes('x'), contentTypes(WITH_MACROS)])],
    ['any archive', zip([{ name: 'a.txt', content: Buffer.from('a') }])],
    ['an archive that breaks off', docxToldLast(100).subarray(0, -30)],
    ['a signature of an archive alone', Buffer.from('PK\x03\x04')],
    ['a signature of a compound file alone', doc().subarray(0, 8)],
    ['one byte', Buffer.from('%')],
    ['zeros', Buffer.alloc(100_000)],
  ])('%s is no document', async (_name, file) => expect(await typeOf(file)).toBeNull());
});

test('a part that unpacks to a hundred times what it may have is given up, and taken for nothing', async () => {
  const file = bomb(100 * MIB);
  expect(file.length).toBeLessThan(MIB);
  expect(await typeOf(file)).toBeNull();
});

test('a large content is not read to its end where its beginning tells', async () => {
  const { content, read } = stored(padded(pdf(), 8 * MIB));
  expect(await mediaTypeOf(content)).toBe('application/pdf');
  expect(read).toEqual([0]);
});

describe('a compound file of 200 KiB', () => {
  test('whose directory goes on where no file does is not followed there', async () => {
    const { content, read } = stored(endless());
    expect(await mediaTypeOf(content)).toBeNull();
    expect(read.length).toBeLessThan(10);
  });

  test('that sends its reader to and fro is read as often as the largest content has chunks, and is no document', async () => {
    const { content, read } = stored(toAndFro());
    expect(await mediaTypeOf(content)).toBeNull();
    expect(read.length).toBe(128);
    expect(await mediaTypeOf(new Blob([toAndFro()]))).toBe('application/msword');
  });

  test('that cannot be read is not taken for one of another format', async () => {
    const failing = new StoredContent(() => Promise.reject(new Error('broken')), 1_000);
    await expect(mediaTypeOf(failing)).rejects.toThrow('broken');
  });
});

describe('whatever stands in a content', () => {
  const beginnings = [pdf(), doc(), docx(), docxToldLast(200), jpg(), tif(), xls(), exe(), Buffer.from('\x1f\x8b\x08')];

  test('it is told apart, in bounded work', async () => {
    const changes = fc.array(fc.tuple(fc.nat(3_000), fc.integer({ min: 0, max: 255 })), { maxLength: 20 });
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...beginnings), changes, fc.nat(100), async (beginning, changed, lacking) => {
        const file = Buffer.from(beginning.subarray(0, Math.max(0, beginning.length - lacking)));
        for (const [at, byte] of changed) if (at < file.length) file[at] = byte;
        const { content, read } = stored(file);
        expect([null, 'application/pdf', 'application/msword', DOCX, 'image/jpeg', 'image/tiff']).toContain(
          await mediaTypeOf(content),
        );
        expect(read.length).toBeLessThan(20);
      }),
      { numRuns: 500 },
    );
  });
});
