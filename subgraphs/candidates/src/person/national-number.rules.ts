import type { Problem } from '@mandate-graph/domain';

/** Where in a text something stands: offsets in UTF-16 units, the end exclusive. */
export interface TextSpan {
  readonly start: number;
  readonly end: number;
}

/**
 * Between the groups of a number: nothing, or up to three blanks, dots, dashes, slashes, underscores, colons and marks
 * that cannot be seen.
 */
const GAP = '[\\s.\\-\\u2010-\\u2015\\u2212/\\\\_:\\u00B7\\u00AD\\u200B-\\u200D\\u2060\\uFEFF]{0,3}';

/**
 * Eleven digits in the groups of the number: year, month, day, serial, check. They are not part of a longer row of
 * digits, and no plus stands before them, as it does before international telephone numbers. Matched without being
 * consumed, so that one that turns out to be none hides none that begins within it.
 */
const CANDIDATE = new RegExp(
  `(?<![\\d+])(?=((\\d{2})${GAP}(\\d{2})${GAP}(\\d{2})${GAP}(\\d{3})${GAP}(\\d{2}))(?!\\d))`,
  'gu',
);

const MODULUS = 97;
/** Put before the nine digits of who was born from 2000 on, for the check. */
const BORN_FROM_2000 = 2_000_000_000;
/** Added to the month in a bis number, by whether the gender was known. */
const BIS_MONTHS = [40, 20] as const;
const HIGHEST_SERIAL = 998;
const DAYS_IN_MONTH = [31, 31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;

/**
 * Where a text holds what is, by its digits, a Belgian national register number or bis number. The check digits leave
 * one chance in about fifty that another row of eleven digits with a plausible date is taken for one.
 */
export function findNationalNumbers(text: string): readonly TextSpan[] {
  const found: TextSpan[] = [];
  for (const match of text.matchAll(CANDIDATE)) {
    const [, whole, year, month, day, serial, check] = match;
    if ((found.at(-1)?.end ?? 0) > match.index) continue;
    if (isNationalNumber(year!, month!, day!, serial!, check!))
      found.push({ start: match.index, end: match.index + whole!.length });
  }
  return found;
}

/** Why a free text or file name is refused; says where, and never what stands there. */
export const nationalNumberProblems = (path: string, text: string): readonly Problem[] =>
  findNationalNumbers(text).map(({ start, end }) => ({
    path,
    code: 'NATIONAL_REGISTER_NUMBER',
    value: null,
    rule: `${path} must not hold a national register number, but characters ${start + 1} to ${end} look like one: take them out. Its use needs an authorisation by law, and no application needs it here.`,
  }));

function isNationalNumber(year: string, month: string, day: string, serial: string, check: string): boolean {
  const order = Number(serial);
  if (order < 1 || order > HIGHEST_SERIAL) return false;
  const digits = Number(`${year}${month}${day}${serial}`);
  return [
    { base: 0, century: 1900 },
    { base: BORN_FROM_2000, century: 2000 },
  ].some(
    ({ base, century }) =>
      MODULUS - ((base + digits) % MODULUS) === Number(check) &&
      isPlausibleBirth(century + Number(year), Number(month), Number(day)),
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
