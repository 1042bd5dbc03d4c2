import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { decodeCursor, encodeCursor, pageRequest } from './keyset.ts';

const value = fc.oneof(fc.string(), fc.integer(), fc.constant(null));
const key = fc.array(value, { minLength: 1, maxLength: 4 });

describe('a cursor', () => {
  test('gives back its key, in its own order and for its own length', () => {
    fc.assert(
      fc.property(key, (one) => {
        const cursor = encodeCursor('TITLE', one);
        expect(decodeCursor('TITLE', one.length, cursor)).toEqual(one);
        expect(decodeCursor('PAY', one.length, cursor)).toBeNull();
        expect(decodeCursor('TITLE', one.length + 1, cursor)).toBeNull();
      }),
    );
  });

  test('of anybody’s invention is refused without an exception', () => {
    fc.assert(fc.property(fc.string(), (text) => expect(decodeCursor('TITLE', 1, text)).toBeNull()));
    expect(decodeCursor('TITLE', 1, Buffer.from('["TITLE",{"a":1}]').toString('base64url'))).toBeNull();
    expect(decodeCursor('TITLE', 1, `${encodeCursor('TITLE', ['a'])}x`)).toBeNull();
  });
});

describe('page arguments', () => {
  test('default to a page from the start', () => {
    expect(pageRequest({}, 'TITLE', 1)).toEqual({ size: 20, backwards: false, beyond: null, until: null });
  });

  test('read backwards with last and before', () => {
    const before = encodeCursor('TITLE', ['m']);
    expect(pageRequest({ last: 5, before }, 'TITLE', 1)).toEqual({
      size: 5,
      backwards: true,
      beyond: ['m'],
      until: null,
    });
  });

  test('are refused with every problem at once, each naming field, value and rule', () => {
    const problems = pageRequest({ first: 0, last: 101, after: 'nonsense', before: 'more' }, 'TITLE', 1);
    expect(problems).toEqual([
      expect.objectContaining({
        path: 'first',
        code: 'OUT_OF_RANGE',
        value: '0',
        rule: 'first must be from 1 to 100, but got: 0.',
      }),
      expect.objectContaining({ path: 'last', code: 'OUT_OF_RANGE', value: '101' }),
      expect.objectContaining({ path: 'last', code: 'CONFLICT' }),
      expect.objectContaining({ path: 'after', code: 'INVALID_CURSOR', value: 'nonsense' }),
      expect.objectContaining({ path: 'before', code: 'INVALID_CURSOR', value: 'more' }),
    ]);
  });
});
