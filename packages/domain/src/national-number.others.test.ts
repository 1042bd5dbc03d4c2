import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { findNationalNumbers } from './national-number.rules.ts';

describe('other numbers', () => {
  test.each([
    ['a mobile telephone', '0475/12.34.56'],
    ['an international telephone', '+32 470 12 34 56'],
    ['an international telephone that passes the check', '+32470124547'],
    ['the same, with the way to dial it', '0032470124547'],
    ['a landline', '02 123 45 67, toestel 12'],
    ['an account', 'BE68 5390 0754 7034'],
    ['an account in one word', 'BE68539007547034'],
    ['an account elsewhere', 'FR76 3000 6000 0112 3456 7890 189'],
    ['an enterprise', 'BE 0403.170.701'],
    ['a structured communication', '+++090/9337/55493+++'],
    ['a selection', 'ANG25118, CFG25033'],
    ['a day', '22/10/2025 tot en met 12-09-2026'],
    ['two days', '2019-01-01 – 2025-10-22'],
    ['a time', '2025-10-22T23:59:59.999Z'],
    ['a scan', 'IMG_20251022_235959.jpg'],
    ['amounts', '€ 185.457,89 en 20.000.000 euro'],
    ['a book', 'ISBN 978-90-5797-345-1'],
    ['years and classes', '2010 2011 2012 A3 A4 A5'],
    ['a row in other groups beside further figures', '12 8507 3003 328'],
    ['the same before them', '8507 3003 328-1'],
    ['the same after letters, as in an account', 'BE8507 3003 328'],
    ['days with an hour that pass the check', '20/10/2025 3.25 en 25/10/2025 1.35'],
  ])('%s: %s', (_name, text) => expect(findNationalNumbers(text)).toEqual([]));

  const digits = (length: number) =>
    fc.string({ unit: fc.constantFrom(...'0123456789'), minLength: length, maxLength: length });
  const grouped = (text: string, ...sizes: readonly number[]) => {
    const ends = sizes.map((_size, index) => sizes.slice(0, index + 1).reduce((sum, size) => sum + size, 0));
    return ends.map((end, index) => text.slice(ends[index - 1] ?? 0, end));
  };
  const mark = fc.constantFrom(' ', '.', '-', '/', ',');
  const none = (texts: fc.Arbitrary<string>) =>
    fc.assert(
      fc.property(texts, (text) => expect(findNationalNumbers(`a ${text} b`)).toEqual([])),
      { numRuns: 2_000 },
    );

  test('that begin with a plus are telephones', () => {
    none(
      fc
        .tuple(digits(9), mark, fc.constantFrom([3, 2, 2, 2], [1, 2, 3, 3], [2, 3, 2, 2], [9]))
        .map(([rest, between, sizes]) => `+32 ${grouped(rest, ...sizes).join(between)}`),
    );
    none(
      fc.tuple(digits(9), mark).map(([rest, between]) => `+32${between}(0)${grouped(rest, 3, 2, 2, 2).join(between)}`),
    );
  });

  test('of accounts and books are none, however they are parted', () => {
    const sizes = fc.constantFrom([2, 4, 4, 4], [14]);
    none(fc.tuple(digits(14), mark, sizes).map(([rest, between, of]) => `BE${grouped(rest, ...of).join(between)}`));
    none(fc.tuple(digits(10), mark).map(([rest, between]) => `ISBN 978-${grouped(rest, 2, 4, 3, 1).join(between)}`));
    none(fc.tuple(digits(10), mark).map(([rest, between]) => `ISBN ${grouped(rest, 2, 4, 3, 1).join(between)}`));
  });

  test('of money below a hundred million are none', () => {
    const amounts = fc.integer({ min: 0, max: 9_999_999_999 }).map((cents) => cents / 100);
    for (const locale of ['nl-BE', 'fr-BE', 'en-GB']) {
      const money = new Intl.NumberFormat(locale, { style: 'currency', currency: 'EUR' });
      none(amounts.map((amount) => money.format(amount)));
    }
  });

  test('of months are none: from one to another, of any years', () => {
    const [years, lengths] = [50, 10].map((count) => Array.from({ length: count }, (_, index) => index));
    const spans = years!.flatMap((year) =>
      lengths!.flatMap((length) =>
        lengths!.slice(1).map((month) => `${month}/${1980 + year}-12/${1980 + year + length}`),
      ),
    );
    expect(spans.flatMap(findNationalNumbers)).toEqual([]);
  });

  test.each([
    ['rows of eleven digits', 11, 1 / 250],
    ['rows of twelve', 12, 0],
  ])('at random, %s: so many are taken for one', (_name, length, rate) => {
    const rows = fc.sample(digits(length), { numRuns: 20_000, seed: 1 });
    const taken = rows.filter((row) => findNationalNumbers(row).length > 0);
    expect(taken.length / rows.length).toBeLessThanOrEqual(rate);
  });

  test('that identify something at random hardly ever are', () => {
    const ids = fc.sample(fc.uuid(), { numRuns: 20_000, seed: 1 });
    expect(ids.filter((id) => findNationalNumbers(id).length > 0).length).toBeLessThan(10);
  });

  test('without the plus, a telephone that passes the check cannot be told from one', () =>
    expect(findNationalNumbers('32470124547')).toHaveLength(1));
});
