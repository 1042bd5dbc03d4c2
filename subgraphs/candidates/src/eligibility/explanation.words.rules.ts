import type { Language, LineRange } from '@mandate-graph/domain';
import { english } from './explanation.en.rules.ts';
import { french } from './explanation.fr.rules.ts';
import { dutch } from './explanation.nl.rules.ts';
import type { Fact, Lack } from './finding.rules.ts';
import { formatsOf } from './formats.rules.ts';
import type { Outcome, Reservation, Truth } from './value.rules.ts';

type Of<U, C> = Extract<U, { readonly code: C }>;
/** A sentence for each code of a union, from what goes with the code. */
type Sentences<U extends { readonly code: string }> = {
  readonly [C in U['code']]: (item: Of<U, C>) => string;
};

/** Everything an explanation says, in one language. */
export interface Words {
  readonly values: Readonly<Record<Truth | 'CONDITIONAL', string>>;
  readonly operators: { readonly ALL_OF: string; readonly ANY_OF: string };
  /** After the value of an alternative that is not met beside one that is. */
  readonly notNeeded: string;
  readonly outcomes: Readonly<Record<Outcome, (reservations: readonly Reservation[]) => string>>;
  readonly judged: (day: string) => string;
  readonly noConditions: string;
  readonly lines: (ranges: readonly LineRange[]) => string;
  readonly facts: Sentences<Fact>;
  readonly lacks: Sentences<Lack>;
}

export const wordsOf = (language: Language): Words => WORDS[language];

const WORDS: Readonly<Record<Language, Words>> = {
  nl: dutch(formatsOf('nl')),
  fr: french(formatsOf('fr')),
  en: english(formatsOf('en')),
};
