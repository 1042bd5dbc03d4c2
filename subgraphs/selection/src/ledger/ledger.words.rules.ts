import { type Language, type LocalizedText, ours } from '@mandate-graph/domain';
import type { LevelsReached } from '../regime/regime.rules.ts';
import { FORMATS, type Formats } from '../window/window.formats.rules.ts';
import type { AttemptCause, Cause, HoldingCause } from './ledger.rules.ts';

/** What an explanation says. */
export interface Explained {
  readonly level: number | null;
  /** yyyy-mm-dd. */
  readonly day: string;
  readonly cause: Cause | null;
  readonly aside: AttemptCause | null;
  /** The day on which the assessment began, where something exempts only since; yyyy-mm-dd. */
  readonly exemptSince: string | null;
}

interface Words {
  readonly reached: Readonly<Record<LevelsReached, string>>;
  readonly pass: (level: number, reached: string) => string;
  readonly failure: (level: number, reached: string) => string;
  readonly holding: (held: number, from: string, to: string | null) => string;
  readonly aside: (lastDay: string) => string;
  readonly late: (began: string) => string;
  readonly open: (day: string) => string;
  readonly unknown: string;
}

const WORDS: Readonly<Record<Language, Words>> = {
  nl: {
    reached: { SAME_OR_LOWER: 'hetzelfde of een lager', SAME_OR_HIGHER: 'hetzelfde of een hoger' },
    pass: (level, reached) =>
      `Vrijgesteld: geslaagd voor een assessment van niveau ${level}, wat vrijstelt voor functies van ${reached} niveau.`,
    failure: (level, reached) =>
      `Uitgesloten: niet geslaagd voor een assessment van niveau ${level}, wat assessments van ${reached} niveau uitsluit.`,
    holding: (held, from, to) =>
      `Vrijgesteld: titularis van een management- of staffunctie van niveau ${held}, vanaf ${from}${to === null ? '' : ` tot en met ${to}`}.`,
    aside: (lastDay) =>
      `Een assessment waarvoor niet geslaagd werd, zou uitsluiten tot en met ${lastDay}; wie vrijgesteld is, legt er geen af.`,
    late: (began) =>
      `Het assessment begon op ${began}, en die dag telt: wat pas daarna vrijstelt, geldt niet voor deze vacature.`,
    open: (day) => `Op ${day} is er niets dat vrijstelt van het assessment of ervan uitsluit.`,
    unknown:
      'Het niveau van de functie is niet bekend: haar wegingsklassen zijn niet gegeven, behoren tot meer dan één niveau, of de regels kennen geen niveaus. Niemand is dus vrijgesteld of uitgesloten.',
  },
  fr: {
    reached: { SAME_OR_LOWER: 'égal ou inférieur', SAME_OR_HIGHER: 'égal ou supérieur' },
    pass: (level, reached) =>
      `Dispense : réussite d’un assessment de niveau ${level}, qui dispense pour les fonctions de niveau ${reached}.`,
    failure: (level, reached) =>
      `Exclusion : échec à un assessment de niveau ${level}, qui exclut des assessments de niveau ${reached}.`,
    holding: (held, from, to) =>
      `Dispense : titulaire d’une fonction de management ou d’encadrement de niveau ${held}, à partir du ${from}${to === null ? '' : ` jusqu’au ${to} inclus`}.`,
    aside: (lastDay) =>
      `Un échec exclurait jusqu’au ${lastDay} inclus ; quiconque est dispensé ne présente pas d’assessment.`,
    late: (began) =>
      `L’assessment a commencé le ${began}, et c’est ce jour qui compte : ce qui ne dispense que depuis lors ne vaut pas pour cet emploi.`,
    open: (day) => `Le ${day}, rien ne dispense de l’assessment ni n’en exclut.`,
    unknown:
      'Le niveau de la fonction n’est pas connu : ses classes de pondération ne sont pas données, relèvent de plus d’un niveau, ou les règles ne connaissent pas de niveaux. Personne n’est donc dispensé ni exclu.',
  },
  en: {
    reached: { SAME_OR_LOWER: 'the same or a lower', SAME_OR_HIGHER: 'the same or a higher' },
    pass: (level, reached) =>
      `Exempt: an assessment of level ${level} was passed, which exempts for functions of ${reached} level.`,
    failure: (level, reached) =>
      `Barred: an assessment of level ${level} was failed, which bars from assessments of ${reached} level.`,
    holding: (held, from, to) =>
      `Exempt: holder of a management or staff function of level ${held}, from ${from}${to === null ? '' : ` up to and including ${to}`}.`,
    aside: (lastDay) => `A failed assessment would bar up to and including ${lastDay}; whoever is exempt sits none.`,
    late: (began) =>
      `The assessment began on ${began}, and that day counts: what exempts only since does not hold for this vacancy.`,
    open: (day) => `On ${day}, nothing exempts from the assessment or bars from it.`,
    unknown:
      'The level of the function is not known: its weighting classes are not given, belong to more than one level, or the rules know no levels. So nobody is exempt or barred.',
  },
};

/** Why a standing is what it is. */
export const explanationOf = (told: Explained): LocalizedText =>
  ours(explained(told, 'nl'), explained(told, 'fr'), explained(told, 'en'));

function explained({ level, day, cause, aside, exemptSince }: Explained, language: Language): string {
  const [words, f] = [WORDS[language], FORMATS[language]];
  if (level === null) return words.unknown;
  const late = exemptSince === null ? null : words.late(f.day(exemptSince));
  if (cause === null) return late ?? words.open(f.day(day));
  const because = cause.kind === 'HOLDING' ? held(cause, words, f) : sat(cause, words, language);
  const lastDay = aside?.lastDay ?? null;
  const barring = lastDay === null ? null : words.aside(f.day(lastDay));
  return [because, barring, late].filter((sentence) => sentence !== null).join(' ');
}

const held = ({ level, from, lastDay }: HoldingCause, words: Words, f: Formats): string =>
  words.holding(level, f.day(from), lastDay === null ? null : f.day(lastDay));

const sat = ({ kind, level, rule, window }: AttemptCause, words: Words, language: Language): string =>
  `${words[kind === 'PASS' ? 'pass' : 'failure'](level, words.reached[rule.levels])} ${window.arithmetic[language]}`;
