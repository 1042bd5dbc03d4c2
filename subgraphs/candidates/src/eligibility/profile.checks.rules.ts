import { nationalNumberProblems, type Problem, parseSubjectId, tooMany } from '@mandate-graph/domain';
import { COUNTRY_CODE, LANGUAGE_CODE } from './iso.codes.rules.ts';

/** Of one kind, in a profile. */
export const MAX_ENTRIES = 100;
const MAX_TEXT = 200;
const HIGHEST_CYCLE = 3;
/** No diploma, function or decision that still counts is of another day. */
const [EARLIEST, LATEST] = ['1900-01-01', '2100-12-31'];

/** Bounds of a day, both inclusive; what is left out is as for any other day. */
interface DayBounds {
  readonly earliest?: string | undefined;
  readonly latest?: string | undefined;
}

/** What is wrong with a day that something is judged for, or that it is of. */
export function dayProblems(
  path: string,
  day: string,
  { earliest = EARLIEST, latest = LATEST }: DayBounds = {},
): readonly Problem[] {
  if (earliest <= day && day <= latest) return [];
  const rule = `${path} must be a day from ${earliest} to ${latest}, but got: ${day}.`;
  return [{ path, code: 'OUT_OF_RANGE', value: day, rule }];
}

/** How a code is written: the form, and what it is in words. */
interface CodeForm {
  readonly pattern: RegExp;
  readonly words: string;
}

export const CODE: CodeForm = {
  pattern: /^[A-Z][A-Z0-9_]{0,99}$/,
  words: 'a code in capitals, as the conditions of the vacancy have it',
};
export const COUNTRY: CodeForm = { pattern: COUNTRY_CODE, words: 'a country by ISO 3166-1, two capitals such as BE' };
export const LANGUAGE: CodeForm = { pattern: LANGUAGE_CODE, words: 'a language by ISO 639-1, two letters such as nl' };
export const LEVEL: CodeForm = { pattern: /^[A-Z0-9+-]{1,10}$/, words: 'a level such as A, in at most 10 characters' };

/** Checks the values of one profile, and keeps everything that is wrong with them. Days and numbers are shown; no text is, since it may be personal. */
export class ProfileChecks {
  readonly problems: Problem[] = [];

  /** The entries of a list, each with its place; no more of them than may be judged. */
  entries<I, T>(path: string, given: readonly I[] | null | undefined, read: (entry: I, at: string) => T): T[] {
    const all = given ?? [];
    if (all.length > MAX_ENTRIES) this.problems.push(tooMany(path, MAX_ENTRIES, all.length));
    return all.slice(0, MAX_ENTRIES).map((entry, index) => read(entry, `${path}[${index}]`));
  }

  /** A text in the one form it is judged in. */
  text(path: string, given: string, longest = MAX_TEXT): string {
    const kept = given.normalize('NFC').trim();
    if (given.includes('\u0000') || /\p{Surrogate}/u.test(given))
      this.#refuse(path, 'NOT_TEXT', 'be text in Unicode, without null bytes');
    else if (kept === '') this.#refuse(path, 'EMPTY_TEXT', 'have words, but got an empty text');
    else if (kept.length > longest)
      this.#refuse(path, 'TOO_LONG', `have at most ${longest} characters, but has ${kept.length}`);
    else this.problems.push(...nationalNumberProblems(path, kept));
    return kept;
  }

  code(path: string, given: string, { pattern, words }: CodeForm = CODE): string {
    return this.#checked(path, given, 'NOT_A_CODE', (text) => pattern.test(text), words);
  }

  unit(path: string, given: string): string {
    const isUnit = (text: string) => parseSubjectId(text)?.kind === 'unit';
    return this.#checked(path, given, 'INVALID_ID', isUnit, 'the id of a unit, without a day');
  }

  cycle(path: string, given: number): number {
    if (given < 1 || given > HIGHEST_CYCLE) this.#refuse(path, 'OUT_OF_RANGE', `be from 1 to ${HIGHEST_CYCLE}`, given);
    return given;
  }

  day(path: string, given: string, latest?: string): string {
    this.problems.push(...dayProblems(path, given, { latest }));
    return given;
  }

  /** First and last day of what may last until further notice; `latest` is the last day on which it may have begun. */
  span(at: string, { from, until = null }: { readonly from: string; readonly until?: string | null }, latest?: string) {
    this.day(`${at}.from`, from, latest);
    if (until !== null && until < from)
      this.#refuse(`${at}.until`, 'BEFORE_BEGIN', `be no earlier than the first day, ${from}`, until);
    else this.optional(until, (last) => this.day(`${at}.until`, last));
    return { from, until };
  }

  /** What was given, checked; null where it was left out. */
  optional<I, T>(given: I | null | undefined, check: (given: I) => T): T | null {
    return given === null || given === undefined ? null : check(given);
  }

  #checked(path: string, given: string, code: string, fits: (text: string) => boolean, words: string): string {
    const before = this.problems.length;
    const text = this.text(path, given);
    // What is no text at all, or holds what must not be shown, is not told again as a misspelt code.
    if (this.problems.length === before && !fits(text)) this.#refuse(path, code, `be ${words}`);
    return text;
  }

  #refuse(path: string, code: string, rule: string, shown: string | number | null = null): void {
    const got = shown === null ? '' : `, but got: ${shown}`;
    this.problems.push({ path, code, value: shown?.toString() ?? null, rule: `${path} must ${rule}${got}.` });
  }
}
