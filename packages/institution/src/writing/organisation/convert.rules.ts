import {
  isLocalDate,
  LANGUAGES,
  type LocalizedText,
  type Money,
  type Passage,
  type Problem,
} from '@mandate-graph/domain';
import { missing, refuse } from '../../subject/problem.rules.ts';
import type { LocalizedTextInput, MoneyInput, PassageInput } from '../parts.input.ts';
import { toMoney, toText } from '../parts.rules.ts';

/** Makes a value of the domain of what was given, and adds whatever is wrong with it to the problems, by its path. */
export type Convert<G, V> = (given: G, path: string, problems: Problem[]) => V;

export const asGiven = <V>(given: V): V => given;

export const wordsOf: Convert<string, string> = asGiven;

export const textOf: Convert<LocalizedTextInput, LocalizedText> = (given, path, problems) => {
  const text = toText(given);
  if (LANGUAGES.every((language) => text[language] === null)) {
    problems.push(missing(path, 'NO_LANGUAGE', 'must have a text in at least one language'));
  } else if (text.original !== null && text[text.original] === null) {
    const given = text.original.toUpperCase();
    problems.push(refuse(`${path}.original`, 'NO_ORIGINAL', given, 'must be a language the text is in'));
  }
  return text;
};

export const passageOf: Convert<PassageInput, Passage> = ({ summary, fullText }, path, problems) => ({
  summary: textOf(summary, `${path}.summary`, problems),
  fullText: optional(textOf)(fullText, `${path}.fullText`, problems),
});

/** Whether the amount is one, the rules of states say. */
export const moneyOf: Convert<MoneyInput, Money> = (given, path, problems) => {
  if (given.currency !== 'EUR')
    problems.push(refuse(`${path}.currency`, 'UNKNOWN_CURRENCY', given.currency, 'must be EUR'));
  return toMoney(given);
};

export const urlOf: Convert<string, string> = (given, path, problems) => {
  if (!/^https?:\/\/\S+$/i.test(given) || !URL.canParse(given)) {
    problems.push(refuse(path, 'INVALID_URL', given.slice(0, 200), 'must be an http or https address'));
  }
  return given;
};

export const dayOf: Convert<string, string> = (given, path, problems) => {
  if (!isLocalDate(given)) {
    problems.push(
      refuse(path, 'INVALID_DATE', given.slice(0, 200), 'must be a day of the calendar, written yyyy-mm-dd'),
    );
  }
  return given;
};

/** A whole number from `min` to `max`. */
export const wholeOf =
  (min: number, max: number): Convert<number, number> =>
  (given, path, problems) => {
    if (!Number.isInteger(given) || given < min || given > max) {
      problems.push(refuse(path, 'OUT_OF_RANGE', given, `must be a whole number from ${min} to ${max}`));
    }
    return given;
  };

/** Null where nothing is given. */
export const optional =
  <G, V>(convert: Convert<G, V>): Convert<G | null | undefined, V | null> =>
  (given, path, problems) =>
    given == null ? null : convert(given, path, problems);

/** Empty where nothing is given. */
export const listOf =
  <G, V>(convert: Convert<G, V>): Convert<readonly G[] | null | undefined, V[]> =>
  (given, path, problems) =>
    (given ?? []).map((one, index) => convert(one, `${path}[${index}]`, problems));

/** What must be there: it may be left as it is, but not taken away. Undefined where it is not given. */
export const required =
  <G, V>(convert: Convert<G, V>): Convert<G | null | undefined, V> =>
  (given, path, problems) => {
    if (given != null) return convert(given, path, problems);
    problems.push(missing(path, 'REQUIRED', 'must have a value, or be left out to stay as it is'));
    return undefined as V;
  };

/** At least one, none twice. */
export const someOf: Convert<readonly string[] | null | undefined, string[]> = (given, path, problems) => {
  const ids = [...(given ?? [])];
  if (ids.length === 0) problems.push(missing(path, 'REQUIRED', 'must have at least one value'));
  ids.forEach((id, index) => {
    if (ids.indexOf(id) < index) problems.push(refuse(`${path}[${index}]`, 'TWICE', id, 'must not be there twice'));
  });
  return ids;
};
