import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { zip } from '../testing/files.ts';
import { fileInZip } from './zip.ts';

const FILES = ['one', 'two', 'three'].map((name) => ({ name, content: Buffer.from(name.repeat(50)) }));
const file = async (archive: Buffer, name: string, most = 1_000) =>
  (await fileInZip(new Blob([archive]), name, most))?.toString() ?? null;

describe('a file of an archive', () => {
  test.each([{}, { described: true }, { comment: 'PK\x05\x06 is said here' }, { comment: 'x'.repeat(0xffff) }])(
    'is found by its name: %j',
    async (form) => {
      const archive = zip(FILES, form);
      for (const { name, content } of FILES) expect(await file(archive, name)).toBe(content.toString());
      expect(await file(archive, 'four')).toBeNull();
    },
  );

  test('is not unpacked further than it may have bytes, whatever it says', async () => {
    const archive = zip([{ name: 'bomb', content: Buffer.alloc(1_001), statedBytes: 1 }]);
    expect(await file(archive, 'bomb', 1_001)).toHaveLength(1_001);
    expect(await file(archive, 'bomb', 1_000)).toBeNull();
  });

  test('is not there in what is no archive, or breaks off', async () => {
    const archive = zip(FILES);
    expect(await file(Buffer.alloc(0), 'one')).toBeNull();
    expect(await file(Buffer.from('PK\x05\x06'), 'one')).toBeNull();
    for (let length = 0; length < archive.length; length += 1) {
      expect(await file(archive.subarray(0, length), 'one')).toBeNull();
    }
  });

  test('is what it was or nothing, whatever bytes are changed', async () => {
    const archive = zip(FILES);
    const bytes = fc.array(fc.tuple(fc.nat(archive.length - 1), fc.integer({ min: 0, max: 255 })), { maxLength: 20 });
    await fc.assert(
      fc.asyncProperty(bytes, async (lies) => {
        const other = Buffer.from(archive);
        for (const [at, byte] of lies) other[at] = byte;
        expect((await file(other, 'one'))?.length ?? 0).toBeLessThanOrEqual(1_000);
      }),
      { numRuns: 500 },
    );
  });
});
