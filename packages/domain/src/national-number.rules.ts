import type { Problem } from './problem.ts';

/** Where in a text something stands: offsets in UTF-16 units, the end exclusive. */
interface TextSpan {
  readonly start: number;
  readonly end: number;
}

/** Blanks, dots, commas, dashes, slashes, underscores and marks that cannot be seen. */
const SEPARATORS = '\\s.,\\-\\u2010-\\u2015\\u2212/\\\\_\\u00B7\\u00AD\\u200B-\\u200D\\u2060\\uFEFF';
/** Between the groups of a number: nothing, or up to three of them; a colon too, which within groups makes a time. */
const GAP = `[${SEPARATORS}:]{0,3}`;
const SEPARATOR = `[${SEPARATORS}]`;

/** In the groups of the number, year, month, day, serial and check, whatever figures stand around it. */
const IN_GROUPS = ['\\d{2}', '\\d{2}', '\\d{2}', '\\d{3}', '\\d{2}'].join(GAP);
/** In any groups, where it stands by itself: no letter, as before an account, and no further figures are next to it. */
const BY_ITSELF = `(?<!\\p{L}|[\\d+]${SEPARATOR})\\d(?:${SEPARATOR}?\\d){10}(?!\\p{L}|${SEPARATOR}?\\d)`;

/**
 * Eleven digits that may be a number. They are not part of a longer row of digits, and no plus stands before them, as
 * it does before international telephone numbers. Matched without being consumed, so that one that turns out to be
 * none hides none that begins within it.
 */
const CANDIDATE = new RegExp(`(?<![\\d+])(?=(${IN_GROUPS}(?!\\d))|(${BY_ITSELF}))`, 'gu');
/** The parts of a row of eleven digits. */
const PARTS = /^(\d{2})(\d{2})(\d{2})(\d{3})(\d{2})$/;

/** A year among figures of which not all are parted by the same mark: a day with an hour, or from one month to another. */
const YEAR = /(?<!\d)(?:19|20)\d{2}(?!\d)/;
const hasYear = (row: string): boolean => YEAR.test(row) && new Set(row.match(/\D/g)).size > 1;

const MODULUS = 97;
/** Put before the nine digits of whoever was born from 2000 on, for the check. */
const BORN_FROM_2000 = 2_000_000_000;
/** Added to the month in a bis number, by whether the gender was known. */
const BIS_MONTHS = [40, 20] as const;
const HIGHEST_SERIAL = 998;
const DAYS_IN_MONTH = [31, 31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;

/**
 * Where a text holds what is, by its digits, a Belgian national register number or bis number, in digits of any script.
 * The check digits leave one chance in about fifty that another row of eleven digits with a plausible date is taken for
 * one: of rows of eleven digits at random, about one in four hundred.
 */
export function findNationalNumbers(text: string): readonly TextSpan[] {
  const characters = [...text];
  /** Of the text as given, in which a character may be two units. */
  const offsetOf = (index: number) => characters.slice(0, index).join('').length;
  const found: TextSpan[] = [];
  let after = 0;
  for (const { index, 1: grouped, 2: alone } of characters.map(asRead).join('').matchAll(CANDIDATE)) {
    const row = grouped ?? alone!;
    const isDated = grouped === undefined && hasYear(row);
    if (index < after || isDated || !isNationalNumber(row.replace(/\D/g, ''))) continue;
    after = index + row.length;
    found.push({ start: offsetOf(index), end: offsetOf(after) });
  }
  return found;
}

const DIGIT = /^\p{Nd}$/u;

/** A character as one unit: a digit of any script as that of ASCII, other characters in their plain form. */
function asRead(character: string): string {
  if (character < '\u0080') return character;
  if (DIGIT.test(character)) return String(digitOf(character.codePointAt(0)!));
  const plain = character.normalize('NFKC');
  return plain.length === 1 ? plain : '\uFFFD';
}

/** Digits of a script follow one another from zero, and so do scripts that are next to each other. */
function digitOf(code: number): number {
  let zero = code;
  while (DIGIT.test(String.fromCodePoint(zero - 1))) zero -= 1;
  return (code - zero) % 10;
}

/** Why a free text or file name is refused; says where, and never what stands there. */
export const nationalNumberProblems = (path: string, text: string): readonly Problem[] =>
  findNationalNumbers(text).map(({ start, end }) => ({
    path,
    code: 'NATIONAL_REGISTER_NUMBER',
    value: null,
    rule: `${path} must not hold a national register number, but characters ${start + 1} to ${end} look like one: take them out. Its use needs an authorisation by law, and no application needs it here.`,
  }));

function isNationalNumber(row: string): boolean {
  const [year, month, day, serial, check] = PARTS.exec(row)!.slice(1).map(Number) as [
    number,
    number,
    number,
    number,
    number,
  ];
  if (serial < 1 || serial > HIGHEST_SERIAL) return false;
  const digits = Number(row.slice(0, -2));
  return [
    { base: 0, century: 1900 },
    { base: BORN_FROM_2000, century: 2000 },
  ].some(
    ({ base, century }) =>
      MODULUS - ((base + digits) % MODULUS) === check && isPlausibleBirth(century + year, month, day),
  );
}

/** A day that exists; month and day are 00 where they are not known, and a month that is not may go with any day. */
function isPlausibleBirth(year: number, writtenMonth: number, day: number): boolean {
  const month = writtenMonth - (BIS_MONTHS.find((added) => writtenMonth >= added) ?? 0);
  const days = DAYS_IN_MONTH[month];
  if (days === undefined || day > days) return false;
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  return month !== 2 || day < 29 || leap;
}
