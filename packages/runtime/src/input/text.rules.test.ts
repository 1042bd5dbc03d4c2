import { describe, expect, test } from '@jest/globals';
import { normalised } from './text.rules.ts';

const codesOf = (input: unknown) => normalised(input).problems.map(({ path, code }) => [path, code]);

describe('a text', () => {
  test.each([
    ['composed', 'Cafe\u0301', 'Caf\u00e9'],
    ['without white space around it', ' \u00a0a b\t', 'a b'],
    ['with line feeds', 'a\r\nb\n\tc', 'a\nb\n\tc'],
    ['in any script, with marks that join letters and say a direction', 'نص\u200f ‍👩‍💻', 'نص\u200f ‍👩‍💻'],
  ])('is kept %s', (_what, given, kept) =>
    expect(normalised({ text: given })).toEqual({ value: { text: kept }, problems: [] }),
  );

  test.each([
    ['a null byte', '\u0000', 'U+0000'],
    ['an escape', '\u001b', 'U+001B'],
    ['a lone carriage return', '\r', 'U+000D'],
    ['a delete', '\u007f', 'U+007F'],
    ['a control of the second set', '\u0085', 'U+0085'],
    ['half a character', '\ud800', 'U+D800'],
    ['the other half', '\udc00', 'U+DC00'],
    ['an override of the direction', '\u202e', 'U+202E'],
    ['an embedding', '\u202a', 'U+202A'],
    ['an isolate', '\u2066', 'U+2066'],
  ])('does not hold %s, and is gone on with without it', (_what, mark, shown) =>
    expect(normalised({ list: [{ text: `a${mark}b` }] })).toEqual({
      value: { list: [{ text: 'ab' }] },
      problems: [
        {
          path: 'list[0].text',
          code: 'NOT_TEXT',
          value: shown,
          rule: `list[0].text must be text, without control characters or marks that turn the order of reading, but got: ${shown}.`,
        },
      ],
    }),
  );

  test('has words, and not too many', () =>
    expect(codesOf({ empty: ' \n', mark: '\u0007', long: 'x'.repeat(20_001), longest: 'x'.repeat(20_000) })).toEqual([
      ['empty', 'EMPTY_TEXT'],
      ['mark', 'NOT_TEXT'],
      ['long', 'TOO_LONG'],
    ]));

  test('without words is refused in words that also hold where it cannot be left out', () =>
    expect(normalised({ name: ' ' }).problems).toEqual([
      { path: 'name', code: 'EMPTY_TEXT', value: ' ', rule: 'name must have words, but got an empty text.' },
    ]));
});

test('what is no text stays as it is', () =>
  expect(normalised({ a: 1, b: null, c: [true, undefined] })).toEqual({
    value: { a: 1, b: null, c: [true, undefined] },
    problems: [],
  }));
