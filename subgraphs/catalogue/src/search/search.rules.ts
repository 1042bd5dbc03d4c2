/** A word is a run of letters, digits and their accents; everything between words only separates them. */
const WORD = /[\p{L}\p{N}][\p{L}\p{N}\p{M}]*/gu;
/** Characters of a word that count; no word of a notice comes near it. */
const MAX_WORD = 64;
export const MAX_SEARCH_TEXT = 200;
export const MAX_SEARCH_WORDS = 20;

export interface Word {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** A text in the form in which it is kept: the same letters always have the same code points. */
export const composed = (text: string): string => text.normalize('NFC');

/** The words of a composed text, where they stand in it. */
export const wordsIn = (text: string): Word[] =>
  [...text.matchAll(WORD)].map((match) => ({
    text: match[0],
    start: match.index,
    end: match.index + match[0].length,
  }));

/** A word as the index and searches know it. The database folds its accents and takes its stem. */
export const wordKey = (word: string): string => [...word.toLowerCase()].slice(0, MAX_WORD).join('');

/** The different words somebody searches for. Whatever is no letter or digit (operators, quotes) is no part of it. */
export const searchWords = (text: string): string[] => [
  ...new Set(wordsIn(composed(text)).map((word) => wordKey(word.text))),
];
