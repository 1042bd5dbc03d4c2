import type { Language, LineRange } from '@mandate-graph/domain';
import { Temporal } from 'temporal-polyfill';
import type { ExperienceLength } from '../experience/experience.rules.ts';

/** How days, lengths, countries and languages are written in a language. */
export interface Formats {
  readonly day: (localDay: string) => string;
  readonly length: (length: ExperienceLength) => string;
  readonly country: (code: string) => string;
  readonly language: (code: string) => string;
  readonly list: (parts: readonly string[]) => string;
}

/** English days are written as in Europe. */
const LOCALES: Readonly<Record<Language, string>> = { nl: 'nl-BE', fr: 'fr-BE', en: 'en-GB' };

export const formatsOf = (language: Language): Formats => FORMATS[language];

function formats(locale: string): Formats {
  const days = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' });
  const lists = new Intl.ListFormat(locale);
  const names = {
    region: new Intl.DisplayNames(locale, { type: 'region' }),
    language: new Intl.DisplayNames(locale, { type: 'language' }),
  };
  const amounts = (['year', 'month', 'day'] as const).map(
    (unit) => new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'long' }),
  );
  const list = (parts: readonly string[]) => lists.format(parts);
  return {
    list,
    day: (localDay) => {
      const written = days.format(Temporal.PlainDate.from(localDay).toZonedDateTime('UTC').epochMilliseconds);
      // The first of a month is an ordinal in French, which the formatter does not write.
      return locale.startsWith('fr') ? written.replace(/^1 /, '1er ') : written;
    },
    length: ({ years, months, days: left }) => {
      const written = [years, months, left].map(
        (amount, index) => [amount, plain(amounts[index]!.format(amount))] as const,
      );
      const stated = written.filter(([amount]) => amount > 0);
      return list((stated.length > 0 ? stated : written.slice(2)).map(([, text]) => text));
    },
    country: (code) => (/^[A-Z]{2}$/.test(code) ? (names.region.of(code) ?? code) : code),
    language: (code) => (/^[a-z]{2,3}$/.test(code) ? (names.language.of(code) ?? code) : code),
  };
}

/** Names for keys, as a list in a sentence. */
export const named = <K extends string>(names: Readonly<Record<K, string>>, keys: readonly K[], { list }: Formats) =>
  list(keys.map((key) => names[key]));

/** How many there are of each thing, as a list in a sentence; nothing is said of those of which there is none. */
export const counted = (
  things: readonly (readonly [amount: number, one: string, several: string])[],
  { list }: Formats,
): string =>
  list(
    things
      .filter(([amount]) => amount > 0)
      .map(([amount, one, several]) => `${amount} ${amount === 1 ? one : several}`),
  );

/** Line ranges, as a list in a sentence. */
export const ranges = (all: readonly LineRange[], { list }: Formats): string =>
  list(all.map(([first, last]) => (first === last ? String(first) : `${first}–${last}`)));

export const oneLine = (all: readonly LineRange[]): boolean => all.length === 1 && all[0]![0] === all[0]![1];

/** Blanks that do not break are left to whoever sets the text. */
const plain = (text: string): string => text.replace(/\s/g, ' ');

const FORMATS: Readonly<Record<Language, Formats>> = {
  nl: formats(LOCALES.nl),
  fr: formats(LOCALES.fr),
  en: formats(LOCALES.en),
};
