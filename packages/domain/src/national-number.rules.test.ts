import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { findNationalNumbers, nationalNumberProblems } from './national-number.rules.ts';

const two = (value: number) => String(value).padStart(2, '0');
const checkOf = (nine: string, from2000: boolean) => two(97 - (Number(`${from2000 ? '2' : ''}${nine}`) % 97));

/** The five groups of a number that is valid, of whoever was born in either century, bis numbers included. */
const groups = fc
  .record({
    year: fc.integer({ min: 0, max: 99 }),
    month: fc.integer({ min: 0, max: 12 }),
    bis: fc.constantFrom(0, 20, 40),
    day: fc.integer({ min: 0, max: 28 }),
    serial: fc.integer({ min: 1, max: 998 }),
    from2000: fc.boolean(),
  })
  .map(({ year, month, bis, day, serial, from2000 }) => {
    const parts = [two(year), two(month + bis), two(day), String(serial).padStart(3, '0')] as const;
    return [...parts, checkOf(parts.join(''), from2000)] as const;
  });

const gap = fc.constantFrom('', ' ', '.', '-', '/', '_', ' - ', '\u00A0', '\u2013', '. ', '\u200B', '\n');
const format = fc.oneof(
  fc.constantFrom(
    ['.', '.', '-', '.'],
    ['', '', '-', '-'],
    ['', '', ' ', ' '],
    ['/', '/', '-', '/'],
    [' ', ' ', ' ', ' '],
    ['', '', '', ''],
  ),
  fc.tuple(gap, gap, gap, gap),
);
const written = fc
  .tuple(groups, format)
  .map(([[year, month, day, serial, check], [a, b, c, d]]) => `${year}${a}${month}${b}${day}${c}${serial}${d}${check}`);
const words = fc.string({ unit: 'grapheme', maxLength: 40 });
const FIGURE = '[\\p{Nd}\\p{No}]';
const before = words.filter((text) => !new RegExp(`(?:${FIGURE}|[+＋﬩⁺₊])$`, 'u').test(text));
const after = words.filter((text) => !new RegExp(`^${FIGURE}`, 'u').test(text));

/** Ten digits from zero, in every script that the platform knows. */
const SCRIPTS = Intl.supportedValuesOf('numberingSystem')
  .map((numberingSystem) => new Intl.NumberFormat('en', { numberingSystem, useGrouping: false }))
  .map((numbers) => Array.from({ length: 10 }, (_, value) => numbers.format(value)))
  .filter((digits) => digits.every((digit) => /^\p{Nd}$/u.test(digit)));
const inScript = (text: string, digits: readonly string[]) => text.replace(/\d/g, (digit) => digits[Number(digit)]!);

describe('a national register number', () => {
  test.each([
    ['with dots and a dash', '85.07.30-033.28'],
    ['without anything', '85073003328'],
    ['with blanks', '85 07 30 033 28'],
    ['with slashes', '85/07/30-033/28'],
    ['in three groups', '850730-033-28'],
    ['in a file name', 'diploma_85073003328_v2.pdf'],
    ['between letters', 'rrn85073003328nl'],
    ['after other figures', 'ref. 12, 85.07.30-033.28'],
    ['over two lines', '85.07.30\n033.28'],
    ['after a row that only looks like one', '11 22 85 07 30 033 28'],
    ['with commas', '85,07,30,033,28'],
    ['in groups of four', 'mijn nummer: 8507 3003 328.'],
    ['in other groups', '850.730.033.28'],
    ['digit by digit', '8-5-0-7-3-0-0-3-3-2-8'],
    ['in groups of different marks', '(8507 300-33,28)'],
  ])('%s is found: %s', (_name, text) => {
    const [found, ...others] = findNationalNumbers(text);
    expect(text.slice(found!.start, found!.end).replace(/\D/g, '')).toBe('85073003328');
    expect(others).toEqual([]);
  });

  test.each([
    ['born in 2000, 29 February', '00', '02', '29', true, true],
    ['born in 1900, 29 February, which did not exist', '00', '02', '29', false, false],
    ['a bis number, gender not known', '85', '27', '30', false, true],
    ['a bis number, gender known', '85', '47', '30', false, true],
    ['month and day not known', '85', '00', '00', false, true],
    ['day not known', '85', '07', '00', false, true],
    ['month not known, a number given out later', '85', '00', '31', false, true],
    ['a bis number of which the month is not known', '85', '40', '00', false, true],
    ['a 13th month', '85', '13', '01', false, false],
    ['month 33, the 13th of a bis number', '85', '33', '01', false, false],
    ['month 60', '85', '60', '01', false, false],
    ['31 April', '85', '04', '31', false, false],
    ['day 32', '85', '07', '32', false, false],
  ])('%s', (_name, year, month, day, from2000, found) => {
    const nine = `${year}${month}${day}123`;
    expect(findNationalNumbers(`${nine}${checkOf(nine, from2000)}`)).toHaveLength(found ? 1 : 0);
  });

  test.each(['000', '999'])('has no serial %s', (serial) => {
    const nine = `850730${serial}`;
    expect(findNationalNumbers(`${nine}${checkOf(nine, false)}`)).toEqual([]);
  });

  test('that is valid is found in any format and any surroundings, where it stands', () => {
    fc.assert(
      fc.property(before, written, after, (prefix, number, suffix) => {
        const spans = findNationalNumbers(`${prefix}${number}${suffix}`);
        expect(spans).toContainEqual({ start: prefix.length, end: prefix.length + number.length });
      }),
      { numRuns: 1_000 },
    );
  });

  test('is found in the digits of every script, where it stands in the text as given', () => {
    expect(SCRIPTS.length).toBeGreaterThan(50);
    const marks = fc.string({ unit: fc.constantFrom('😀', 'é', '𝒳', '№', ' ', '½'), maxLength: 5 });
    fc.assert(
      fc.property(marks, written, marks, fc.constantFrom(...SCRIPTS), (prefix, number, suffix, digits) => {
        const start = `${prefix};`.length;
        const text = inScript(number, digits);
        expect(findNationalNumbers(`${prefix};${text};${suffix}`)).toEqual([{ start, end: start + text.length }]);
      }),
      { numRuns: 500 },
    );
  });

  test.each([
    '８５.０７.３０-０３３.２８',
    '８５．０７．３０－０３３．２８',
    '٨٥٠٧٣٠٠٣٣٢٨',
    '⁸⁵07³⁰03328',
    '𝟪𝟧𝟢𝟩𝟥𝟢𝟢𝟥𝟥𝟤𝟪',
  ])('is found as %s', (text) =>
    expect(findNationalNumbers(`nr ${text}, 😀`)).toEqual([{ start: 3, end: 3 + text.length }]),
  );

  test('is found in any groups parted by single marks, where it stands by itself', () => {
    const mark = fc.constantFrom('', ' ', '.', ',', '-', '/', '_', '\u00A0', '\u2013');
    const outer = fc.constantFrom('', ' ', 'nummer ', '(', '\n');
    const marks = fc.array(mark, { minLength: 10, maxLength: 10 });
    fc.assert(
      fc.property(
        outer,
        groups,
        marks,
        fc.constantFrom('', '.', ' is het', ')', ', 3 kinderen'),
        (prefix, number, between, suffix) => {
          const row = [...number.join('')].map((digit, index) => `${between[index - 1] ?? ''}${digit}`).join('');
          fc.pre(!/(?<!\d)(?:19|20)\d\d(?!\d)/.test(row));
          expect(findNationalNumbers(`${prefix}${row}${suffix}`)).toEqual([
            { start: prefix.length, end: prefix.length + row.length },
          ]);
        },
      ),
      { numRuns: 500 },
    );
  });

  test('is refused among other figures too', () => {
    const figures = fc.string({ unit: fc.constantFrom(...'0123456789 -./'), maxLength: 30 });
    fc.assert(
      fc.property(figures, written, figures, (prefix, number, suffix) => {
        const start = prefix.length + 1;
        const spans = findNationalNumbers(`${prefix};${number};${suffix}`);
        expect(spans.some((span) => span.start < start + number.length && span.end > start)).toBe(true);
      }),
    );
  });

  test('is told once where figures read as two that overlap', () => {
    expect(findNationalNumbers('80 01 01 10005 14')).toEqual([{ start: 0, end: 14 }]);
    expect(findNationalNumbers('01 01 10005 14')).toHaveLength(1);
  });

  test('is found each time it stands in a text', () => {
    fc.assert(
      fc.property(fc.array(written, { maxLength: 5 }), (numbers) =>
        expect(findNationalNumbers(numbers.join(' en '))).toHaveLength(numbers.length),
      ),
    );
  });

  test('is none with any other check digits', () => {
    fc.assert(
      fc.property(groups, fc.integer({ min: 0, max: 99 }), ([year, month, day, serial], check) => {
        const nine = `${year}${month}${day}${serial}`;
        fc.pre(two(check) !== checkOf(nine, false) && two(check) !== checkOf(nine, true));
        expect(findNationalNumbers(`${year}.${month}.${day}-${serial}.${two(check)}`)).toEqual([]);
      }),
    );
  });

  test('is none within a longer row of digits', () => {
    fc.assert(
      fc.property(groups, fc.integer({ min: 0, max: 9 }), (number, digit) => {
        expect(findNationalNumbers(`${number.join('')}${digit}`)).toEqual([]);
        expect(findNationalNumbers(`${digit}${number.join('')}`)).toEqual([]);
      }),
    );
  });
});

describe('the refusal', () => {
  test('says where, and never the number', () => {
    expect(nationalNumberProblems('motivation', 'Mijn nummer is 85.07.30-033.28.')).toEqual([
      {
        path: 'motivation',
        code: 'NATIONAL_REGISTER_NUMBER',
        value: null,
        rule: 'motivation must not hold a national register number, but characters 16 to 30 look like one: take them out. Its use needs an authorisation by law, and no application needs it here.',
      },
    ]);
  });

  test('never shows a digit of it in any format', () => {
    fc.assert(
      fc.property(written, (number) => {
        const [problem] = nationalNumberProblems('fileName', number);
        expect(JSON.stringify(problem).replace(/characters \d+ to \d+/, '')).not.toMatch(/\d/);
      }),
    );
  });
});
