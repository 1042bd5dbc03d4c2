import type { LocalizedText, Money, Passage } from '@mandate-graph/domain';
import type { LocalizedTextInput, MoneyInput, PassageInput } from './parts.input.ts';

/** What is left out of a text does not exist in it. */
export const toText = ({ nl = null, fr = null, en = null, original = null }: LocalizedTextInput): LocalizedText => ({
  nl,
  fr,
  en,
  original,
});

export const toPassage = ({ summary, fullText }: PassageInput): Passage => ({
  summary: toText(summary),
  fullText: orNull(fullText, toText),
});

/** A currency that is none of the graph's is refused by the rules of states. */
export const toMoney = ({ amount, currency }: MoneyInput): Money => ({ amount, currency: currency as 'EUR' });

/** What was given, converted; null where it was left out. */
export const orNull = <I, T>(given: I | null | undefined, convert: (given: I) => T): T | null =>
  given === null || given === undefined ? null : convert(given);

/** The list that was given, converted; empty where it was left out. */
export const listOf = <I, T>(given: readonly I[] | null | undefined, convert: (given: I) => T): readonly T[] =>
  (given ?? []).map(convert);
