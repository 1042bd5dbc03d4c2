import { describe, expect, test } from '@jest/globals';
import { getLocation, parse, Source } from 'graphql';
import { inputAt } from './input-path.ts';

const at = (text: string, wanted: string) => {
  const source = new Source(text);
  return inputAt(parse(source), getLocation(source, text.indexOf(wanted)));
};

describe('the place of a value in an operation', () => {
  test('is named by its argument and input fields', () => {
    expect(at('{ a(first: 500) { id } }', '500')).toEqual({ path: 'first', value: '500' });
    expect(at('{ a { b(filter: { closing: { from: "x" }, s: [OPEN, NO] }) } }', '"x"')).toEqual({
      path: 'filter.closing.from',
      value: '"x"',
    });
    expect(at('{ a { b(filter: { s: [OPEN, NO] }) } }', 'NO')).toEqual({ path: 'filter.s', value: 'NO' });
    expect(at('query($day: LocalDate = "soon") { a(day: $day) }', '"soon"')).toEqual({ path: '$day', value: '"soon"' });
    expect(at('{ a }\nfragment F on A @skip(if: 1) { b }', '1')).toEqual({ path: 'if', value: '1' });
  });

  test('is null where no value starts', () => expect(at('{ abc(first: 5) { id } }', 'bc')).toBeNull());
});
