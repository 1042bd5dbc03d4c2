import { type Language, type LocalizedText, ours } from '@mandate-graph/domain';
import { Temporal } from 'temporal-polyfill';
import type { MandateEnd } from '../regime/regime.rules.ts';
import { FORMATS } from '../window/window.formats.rules.ts';
import { lastDayOf } from './mandate.days.rules.ts';
import type { TermSource, Terms } from './mandate.terms.rules.ts';

interface Words {
  readonly begins: (day: string) => string;
  readonly late: (decided: string) => string;
  readonly source: Readonly<Record<TermSource, string>>;
  readonly ends: Readonly<Record<Exclude<MandateEnd, 'END_OF_DURATION'>, (source: string) => string>>;
  readonly lasts: (duration: string, source: string) => string;
  readonly open: string;
  /** `sooner`: it can end before. */
  readonly last: (day: string, sooner: boolean) => string;
  readonly corresponds: (start: string, duration: string, day: string) => string;
  readonly missing: (start: string, duration: string, month: string, number: number) => string;
}

const WORDS: Readonly<Record<Language, Words>> = {
  nl: {
    begins: (day) => `Het mandaat begint op ${day}.`,
    late: (decided) => `Er was beslist dat het op ${decided} begint; het begint op de dag waarop het is aanvaard.`,
    source: {
      ...{ NOTICE: 'volgens de vacature', REGIME: 'volgens de wettelijke regeling' },
      DECISION: 'volgens de beslissing',
    },
    ends: {
      PRINTED_DAY: (source) => `Het eindigt op een vaste dag, ${source}.`,
      RETURN_OF_HOLDER: (source) => `Het eindigt als de titularis terugkeert, ${source}.`,
      REMAINING_TERM: (source) => `Het duurt wat overblijft van het mandaat van de titularis, ${source}.`,
      BY_DECISION: (source) => `Het einde ervan ligt vast ${source}.`,
    },
    lasts: (duration, source) => `Het duurt ${duration}, ${source}.`,
    open: 'Een einde is niet bepaald.',
    last: (day, sooner) => `De laatste dag is ${sooner ? 'uiterlijk ' : ''}${day}.`,
    corresponds: (start, duration, day) => `${start} + ${duration} = ${day}, en de dag daarvoor is de laatste.`,
    missing: (start, duration, month, number) =>
      `${start} + ${duration}: ${month} heeft geen ${number}e dag, dus eindigt het met die maand.`,
  },
  fr: {
    begins: (day) => `Le mandat débute le ${day}.`,
    late: (decided) => `La décision prévoyait le ${decided} ; il débute le jour de son acceptation.`,
    source: { NOTICE: 'selon l’offre', REGIME: 'selon le régime légal', DECISION: 'selon la décision' },
    ends: {
      PRINTED_DAY: (source) => `Il prend fin à un jour fixe, ${source}.`,
      RETURN_OF_HOLDER: (source) => `Il prend fin au retour du titulaire, ${source}.`,
      REMAINING_TERM: (source) => `Il dure ce qui reste du mandat du titulaire, ${source}.`,
      BY_DECISION: (source) => `Sa fin est fixée ${source}.`,
    },
    lasts: (duration, source) => `Il dure ${duration}, ${source}.`,
    open: 'Aucune fin n’est fixée.',
    last: (day, sooner) => `Le dernier jour est ${sooner ? 'au plus tard ' : ''}le ${day}.`,
    corresponds: (start, duration, day) => `${start} + ${duration} = ${day}, et la veille est le dernier jour.`,
    missing: (start, duration, month, number) =>
      `${start} + ${duration} : ${month} n’a pas de ${number}, il prend donc fin avec ce mois.`,
  },
  en: {
    begins: (day) => `The mandate begins on ${day}.`,
    late: (decided) => `It was decided to begin on ${decided}; it begins on the day on which it was accepted.`,
    source: { NOTICE: 'by the notice', REGIME: 'by the legal regime', DECISION: 'by the decision' },
    ends: {
      PRINTED_DAY: (source) => `It ends on a fixed day, ${source}.`,
      RETURN_OF_HOLDER: (source) => `It ends when the holder returns, ${source}.`,
      REMAINING_TERM: (source) => `It lasts for what is left of the term of the holder, ${source}.`,
      BY_DECISION: (source) => `Its end is fixed ${source}.`,
    },
    lasts: (duration, source) => `It lasts ${duration}, ${source}.`,
    open: 'No end has been fixed.',
    last: (day, sooner) => `The last day is ${sooner ? 'at the latest ' : ''}${day}.`,
    corresponds: (start, duration, day) => `${start} + ${duration} = ${day}, and the day before is the last.`,
    missing: (start, duration, month, number) =>
      `${start} + ${duration}: ${month} has no ${number}, so it ends with that month.`,
  },
};

/** How long a mandate lasts, by what, and how its last day follows. */
export const termsExplained = (terms: Terms): LocalizedText =>
  ours(explained(terms, 'nl'), explained(terms, 'fr'), explained(terms, 'en'));

function explained(terms: Terms, language: Language) {
  const { startsOn, decidedFor, duration, durationSource, endsOn, endRule, endSource } = terms;
  const [words, f] = [WORDS[language], FORMATS[language]];
  const sentences = [words.begins(f.day(startsOn))];
  if (decidedFor !== undefined) sentences.push(words.late(f.day(decidedFor)));
  if (duration !== null) sentences.push(words.lasts(f.duration(duration), words.source[durationSource!]));
  if (endRule === 'BY_DECISION' && endsOn === null) sentences.push(words.open);
  else if (endRule !== 'END_OF_DURATION') sentences.push(words.ends[endRule](words.source[endSource]));
  if (duration !== null && endsOn === lastDayOf(startsOn, duration)) {
    sentences.push(arithmetic(startsOn, duration, endsOn, language));
  }
  if (endsOn !== null) sentences.push(words.last(f.day(endsOn), isOpenRule(endRule)));
  return sentences.join(' ');
}

const isOpenRule = (rule: MandateEnd): boolean => rule === 'RETURN_OF_HOLDER' || rule === 'REMAINING_TERM';

function arithmetic(startsOn: string, duration: string, endsOn: string, language: Language): string {
  const [words, f] = [WORDS[language], FORMATS[language]];
  const { years, months, weeks, days } = Temporal.Duration.from(duration);
  const first = Temporal.PlainDate.from(startsOn);
  const [start, term] = [f.day(startsOn), f.duration(duration)];
  if (weeks + days === 0 && first.add({ years, months }).day !== first.day) {
    return words.missing(start, term, f.month(endsOn), first.day);
  }
  return words.corresponds(start, term, f.day(Temporal.PlainDate.from(endsOn).add({ days: 1 }).toString()));
}
