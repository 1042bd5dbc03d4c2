import { FAMILY } from '../a-selection-takes-another-turn/applicants.ts';
import { NAMES } from '../a-selection-takes-another-turn/federal.round.ts';
import { because } from '../a-selection-takes-another-turn/running.ts';
import { NEED } from './told.round.ts';

/** What every reason begins with, and words that candidates and members wrote. */
const WORDS = [
  because('').slice(0, 20),
  'Gehoord en beoordeeld',
  'Een storing',
  NEED,
  FAMILY,
  'Vervanger',
  '@example.org',
];
const SUBJECTS = NAMES.map((name) => `test:${name.toLowerCase()}`);

/** Texts in which something of a person can be read: what of whom. */
export const personalIn = (texts: readonly string[]): readonly string[] =>
  [...WORDS, ...SUBJECTS].flatMap((word) => {
    const found = texts.find((text) => text.includes(word));
    return found === undefined ? [] : [`${word} in ${found.slice(0, 300)}`];
  });
