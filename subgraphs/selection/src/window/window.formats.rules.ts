import type { Language } from '@mandate-graph/domain';
import { Temporal } from 'temporal-polyfill';

/** How days and durations are written in a language. */
export interface Formats {
  readonly day: (localDay: string) => string;
  readonly month: (localDay: string) => string;
  /** A duration of ISO 8601, each unit as it is given. */
  readonly duration: (iso: string) => string;
}

const UNITS = ['years', 'months', 'weeks', 'days', 'hours', 'minutes'] as const;

function formats(locale: string): Formats {
  const days = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' });
  const months = new Intl.DateTimeFormat(locale, { month: 'long', year: 'numeric', timeZone: 'UTC' });
  const lists = new Intl.ListFormat(locale);
  const written = (format: Intl.DateTimeFormat, localDay: string) =>
    format.format(Temporal.PlainDate.from(localDay).toZonedDateTime('UTC').epochMilliseconds);
  const amounts = UNITS.map((unit) => ({
    unit,
    format: new Intl.NumberFormat(locale, { style: 'unit', unit: unit.slice(0, -1), unitDisplay: 'long' }),
  }));
  return {
    // The first of a month is an ordinal in French, which the formatter does not write.
    day: (localDay) => written(days, localDay).replace(/^1 /, locale.startsWith('fr') ? '1er ' : '1 '),
    month: (localDay) => written(months, localDay),
    duration: (iso) => {
      const duration = Temporal.Duration.from(iso);
      const stated = amounts.filter(({ unit }) => duration[unit] !== 0);
      // Blanks that do not break are left to whoever sets the text.
      return lists.format(stated.map(({ unit, format }) => format.format(duration[unit]).replace(/\s/g, ' ')));
    },
  };
}

/** English days are written as in Europe. */
export const FORMATS: Readonly<Record<Language, Formats>> = {
  nl: formats('nl-BE'),
  fr: formats('fr-BE'),
  en: formats('en-GB'),
};
