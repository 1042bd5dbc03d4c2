import { type Language, type LocalizedText, ours } from '@mandate-graph/domain';
import type { LastDay } from '../regime/regime.rules.ts';
import type { Step } from './window.arithmetic.rules.ts';
import { ENGLISH } from './window.en.rules.ts';
import { FORMATS } from './window.formats.rules.ts';
import { FRENCH } from './window.fr.rules.ts';
import { DUTCH } from './window.nl.rules.ts';
import type { WindowCode, WindowEvent } from './window.rules.ts';

/** What is told of a window. Days are yyyy-mm-dd, durations ISO 8601. */
export interface Told {
  readonly code: WindowCode;
  readonly event: WindowEvent;
  readonly startsOn: string;
  /** Null: it has no last day. */
  readonly duration: string | null;
  /** How much later it starts to run; null: with the event. */
  readonly delay: string | null;
  readonly boundary: LastDay;
  readonly steps: readonly Step[];
  readonly lastDay: string | null;
}

/** How windows are told in one language. */
export interface WindowWords {
  readonly rule: (told: Told) => string;
  /** What follows the day that is added to. */
  readonly addition: (step: Step) => string;
  /** What all this comes to. */
  readonly until: (told: Told) => string;
}

const WORDS: Readonly<Record<Language, WindowWords>> = { nl: DUTCH, fr: FRENCH, en: ENGLISH };
const SEMICOLONS: Readonly<Record<Language, string>> = { nl: ';', fr: ' ;', en: ';' };

/** The rule of a window, and how its last day follows from it. */
export const textsOf = (told: Told): { readonly rule: LocalizedText; readonly arithmetic: LocalizedText } => ({
  rule: inEach((language) => WORDS[language].rule(told)),
  arithmetic: inEach((language) => arithmetic(told, language)),
});

function arithmetic(told: Told, language: Language): string {
  const { addition, until } = WORDS[language];
  const additions = told.steps.map(addition).join('');
  return `${FORMATS[language].day(told.startsOn)}${additions}${SEMICOLONS[language]} ${until(told)}.`;
}

const inEach = (text: (language: Language) => string): LocalizedText => ours(text('nl'), text('fr'), text('en'));
