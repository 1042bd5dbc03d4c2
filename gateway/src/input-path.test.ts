import { describe, expect, test } from '@jest/globals';
import { getLocation, parse, Source } from 'graphql';
import { keyOf, placesAt } from './input-path.ts';

const at = (text: string, wanted: string) => {
  const source = new Source(text);
  const location = getLocation(source, text.indexOf(wanted));
  return placesAt(parse(source), [location]).get(keyOf(location));
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

  test('is found in whatever line it stands, as lines are counted there', () => {
    expect(at('{\r\n\n a(first:\r500)\n}', '500')).toEqual({ path: 'first', value: '500' });
    expect(at('{ a(f: [\n  1,\n "x"\n]) }', '[')).toEqual({ path: 'f', value: null });
  });

  test('is given with the beginning of a long value only', () => {
    expect(at(`{ a(f: "${'x'.repeat(500)}") }`, '"')!.value).toHaveLength(200);
  });

  test('is none where no value starts', () => expect(at('{ abc(first: 5) { id } }', 'bc')).toBeUndefined());

  test('is found for many at once in one pass', () => {
    const source = new Source(`{ a(f: [${'\n1'.repeat(4_000)}]) }`);
    const document = parse(source);
    const locations = Array.from({ length: 4_000 }, (_, index) => ({ line: index + 2, column: 1 }));
    const before = process.cpuUsage();
    expect(placesAt(document, locations).size).toBe(4_000);
    expect(process.cpuUsage(before).user / 1_000).toBeLessThan(1_000);
  });
});
