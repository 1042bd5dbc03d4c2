import { describe, expect, test } from '@jest/globals';
import { readInput } from './input.ts';

const ID = '0f8fad5b-d9cb-469f-a165-70867728950e';
/** Of nobody: a made-up birth date with the check digits that go with it. */
const NUMBER = '85.07.30-033.28';
const read = (parts: object, idempotencyKey = 'key-1') => readInput({ idempotencyKey, ...parts });
const codesOf = (parts: object, key?: string) =>
  read(parts, key).problems.map(({ path, code, value }) => [path, code, value]);

describe('an input', () => {
  test('is kept with its texts in one form, and without problems', () =>
    expect(read({ section: { employer: ' Cafe\u0301 ', end: null }, version: 1, read: true })).toEqual({
      input: { idempotencyKey: 'key-1', section: { employer: 'Caf\u00e9', end: null }, version: 1, read: true },
      problems: [],
    }));

  test('has its ids in small letters, wherever they stand, and other texts as they are written', () =>
    expect(
      read({ id: ID.toUpperCase(), messages: [ID.toUpperCase(), 'No Id'], part: { document: ID.toUpperCase() } }).input,
    ).toEqual({ idempotencyKey: 'key-1', id: ID, messages: [ID, 'No Id'], part: { document: ID } }));

  test('keeps its key to the letter, even one that is an id', () =>
    expect(read({}, ID.toUpperCase()).input.idempotencyKey).toBe(ID.toUpperCase()));

  test('without a key that can be kept is refused, once', () =>
    expect(codesOf({}, ' a key ')).toEqual([['idempotencyKey', 'INVALID_KEY', null]]));

  test('is refused with all that is wrong with its form, and without what was written', () =>
    expect(codesOf({ list: [{ text: 'x\u0000y' }], empty: ' ', long: 'x'.repeat(20_001) })).toEqual([
      ['list[0].text', 'NOT_TEXT', null],
      ['empty', 'EMPTY_TEXT', null],
      ['long', 'TOO_LONG', null],
    ]));
});

describe('a national register number', () => {
  test('is refused in any text, wherever it stands', () =>
    expect(codesOf({ reasons: NUMBER, list: ['fine', { text: `mine: ${NUMBER}` }] })).toEqual([
      ['reasons', 'NATIONAL_REGISTER_NUMBER', null],
      ['list[1].text', 'NATIONAL_REGISTER_NUMBER', null],
    ]));

  test('is not looked for in what programs make', () => {
    const id = '85073003-3280-4000-8000-000000000000';
    const made = '00000000-0000-4000-8000-85073003328a';
    const digest = `a85073003328${'b'.repeat(52)}`;
    expect(codesOf({ id, made, digest })).toEqual([]);
    expect(codesOf({ digest: digest.slice(1) })).toEqual([['digest', 'NATIONAL_REGISTER_NUMBER', null]]);
  });
});
