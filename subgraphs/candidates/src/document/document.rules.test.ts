import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  announcementProblems,
  attachment,
  downloadName,
  FORMATS,
  type MediaType,
  paperProblems,
} from './document.rules.ts';

const MOST = 8 * 1024 * 1024;
const codes = (own: object, documents = 0) =>
  announcementProblems({ fileName: 'a.pdf', bytes: 1, ...own }, MOST, documents).map(
    ({ path, code }) => `${path} ${code}`,
  );

describe('an announcement', () => {
  test.each([
    [{}, []],
    [{ fileName: 'Diplôme – 2001 (copie).PDF' }, []],
    [{ fileName: 'x'.repeat(200) }, []],
    [{ bytes: MOST, sha256: 'a'.repeat(64) }, []],
    ...['', 'x'.repeat(201), '../cv.pdf', 'C:\\cv.pdf', '/cv.pdf', 'a\nb.pdf', 'a\tb.pdf', 'a\0.pdf', '.', '..'].map(
      (fileName): [object, string[]] => [{ fileName }, ['fileName NOT_A_FILE_NAME']],
    ),
    [{ fileName: 'cv\u202efdp.exe' }, ['fileName NOT_A_FILE_NAME']],
    [{ fileName: 'cv\u200f.pdf' }, ['fileName NOT_A_FILE_NAME']],
    [{ bytes: 0 }, ['bytes EMPTY_DOCUMENT']],
    [{ bytes: -1 }, ['bytes EMPTY_DOCUMENT']],
    [{ bytes: MOST + 1 }, ['bytes DOCUMENT_TOO_LARGE']],
    [{ sha256: 'A'.repeat(64) }, ['sha256 NOT_A_DIGEST']],
    [{ sha256: 'a'.repeat(63) }, ['sha256 NOT_A_DIGEST']],
    [
      { fileName: '/', bytes: 0, sha256: '' },
      ['fileName NOT_A_FILE_NAME', 'bytes EMPTY_DOCUMENT', 'sha256 NOT_A_DIGEST'],
    ],
  ] as [object, string[]][])('of %j has the problems %j', (own, problems) => expect(codes(own)).toEqual(problems));

  test('is refused to who has a hundred documents', () => {
    expect(codes({}, 99)).toEqual([]);
    expect(codes({}, 100)).toEqual(['documents TOO_MANY_DOCUMENTS']);
  });

  test('is refused without repeating a name', () => {
    const [problem] = announcementProblems({ fileName: '/Vandermarmot', bytes: 1 }, MOST, 0);
    expect(JSON.stringify(problem)).not.toContain('Vandermarmot');
  });
});

describe('the name of a download', () => {
  test.each<[string, MediaType, string]>([
    ['cv.pdf', 'application/pdf', 'cv.pdf'],
    ['cv.PDF', 'application/pdf', 'cv.PDF'],
    ['scan.jpeg', 'image/jpeg', 'scan.jpeg'],
    ['scan.tiff', 'image/tiff', 'scan.tiff'],
    ['scan.pdf', 'image/jpeg', 'scan.jpg'],
    ['letter.docx', 'application/msword', 'letter.doc'],
    ['cv', 'application/pdf', 'cv.pdf'],
    ['cv.v2', 'application/pdf', 'cv.v2.pdf'],
    ['tool.exe', 'application/pdf', 'tool.exe.pdf'],
    ['.docx', 'application/pdf', 'document.pdf'],
  ])('of %s with content of %s is %s', (name, type, given) => expect(downloadName(name, type)).toBe(given));

  test('always ends as its content is, and stands whole and alone in its header', () => {
    const types = fc.constantFrom(...(Object.keys(FORMATS) as MediaType[]));
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), types, (name, type) => {
        const given = downloadName(name, type);
        expect(FORMATS[type].some((ending) => given.toLowerCase().endsWith(`.${ending}`))).toBe(true);
        const header = attachment(given);
        expect(header).toMatch(/^attachment; filename="[\w. -]+"; filename\*=UTF-8''[\w!#$&+.^`|~%-]+$/);
        expect(decodeURIComponent(header.split("UTF-8''")[1]!)).toBe(given);
      }),
    );
  });
});

describe('a copy on paper', () => {
  const NEW = { proven: false, documents: 99 };
  const of = (own: object) =>
    paperProblems({
      kind: 'DIPLOMA',
      receivedOn: '2025-09-01',
      today: '2025-09-01',
      vacancyDays: ['2025-08-02', '2025-08-01'],
      entryKind: undefined,
      ...NEW,
      ...own,
    }).map(({ code }) => code);

  test.each([
    [{}, []],
    [{ kind: 'OTHER' }, []],
    [{ receivedOn: '2025-09-02' }, ['IN_THE_FUTURE']],
    [{ receivedOn: '2025-08-01' }, []],
    [{ receivedOn: '2025-07-31' }, ['TOO_EARLY']],
    [{ receivedOn: '2025-08-01', vacancyDays: [null, '2025-08-02'] }, ['TOO_EARLY']],
    [{ receivedOn: '2000-01-01', vacancyDays: [null, null] }, []],
    [{ receivedOn: '1999-12-31', vacancyDays: [null, null] }, ['TOO_EARLY']],
    [{ entryKind: 'DIPLOMA' }, []],
    [{ kind: 'APPOINTMENT_DECREE', entryKind: 'APPOINTMENT_DECREE' }, []],
    [{ entryKind: 'APPOINTMENT_DECREE' }, ['NO_SUCH_ENTRY']],
    [{ entryKind: null }, ['NO_SUCH_ENTRY']],
    [{ kind: 'OTHER', entryKind: 'DIPLOMA' }, ['NO_SUCH_ENTRY']],
    [{ receivedOn: '2026-01-01', entryKind: null }, ['IN_THE_FUTURE', 'NO_SUCH_ENTRY']],
    [{ entryKind: 'DIPLOMA', proven: true }, ['ALREADY_PROVEN']],
    [{ documents: 100 }, ['TOO_MANY_DOCUMENTS']],
  ])('of %j has the problems %j', (own, problems) => expect(of(own)).toEqual(problems));
});
