import { expect, test } from '@jest/globals';
import { COUNTRY_CODE, LANGUAGE_CODE } from './iso.codes.rules.ts';

const LETTERS = [...'abcdefghijklmnopqrstuvwxyz'];
const PAIRS = LETTERS.flatMap((one) => LETTERS.map((other) => one + other));
const named = (type: 'region' | 'language', code: string) =>
  new Intl.DisplayNames('en', { type, fallback: 'none' }).of(code) !== undefined;

test('there are 249 countries, each with a name, and none that was withdrawn or is only reserved', () => {
  const countries = PAIRS.map((pair) => pair.toUpperCase()).filter((code) => COUNTRY_CODE.test(code));
  expect(countries).toHaveLength(249);
  expect(countries.filter((code) => !named('region', code))).toEqual([]);
  for (const code of ['AA', 'XX', 'ZZ', 'UK', 'EU', 'XK', 'SU', 'YU', 'AN', 'be', 'BEL', '']) {
    expect(COUNTRY_CODE.test(code)).toBe(false);
  }
});

test('there are 183 languages, each with a name, and none that was withdrawn', () => {
  const languages = PAIRS.filter((code) => LANGUAGE_CODE.test(code));
  expect(languages).toHaveLength(183);
  expect(languages.filter((code) => !named('language', code))).toEqual([]);
  for (const code of ['xx', 'zz', 'iw', 'sh', 'mo', 'bh', 'NL', 'nld', '']) {
    expect(LANGUAGE_CODE.test(code)).toBe(false);
  }
});
