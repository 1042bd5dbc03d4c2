import type { EvidenceKind, Language } from '@mandate-graph/domain';
import type { Detail, Fact, Lack } from './finding.rules.ts';
import { type Formats, formatsOf } from './formats.rules.ts';
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
  readonly lines: (ranges: readonly (readonly [number, number])[]) => string;
  readonly facts: Sentences<Fact>;
  readonly lacks: Sentences<Lack>;
}

export const wordsOf = (language: Language): Words => WRITTEN[language](formatsOf(language));

const listed = <K extends string>(names: Readonly<Record<K, string>>, keys: readonly K[], { list }: Formats) =>
  list(keys.map((key) => names[key]));
const ranges = (all: readonly (readonly [number, number])[], { list }: Formats) =>
  list(all.map(([first, last]) => (first === last ? String(first) : `${first}–${last}`)));
const isOne = (all: readonly (readonly [number, number])[]) => all.length === 1 && all[0]![0] === all[0]![1];

const EVIDENCE: Readonly<Record<Language, Readonly<Record<EvidenceKind, string>>>> = {
  nl: {
    DIPLOMA: 'een diploma',
    APPOINTMENT_DECREE: 'een benoemingsbesluit',
    SPECIFIC_SECTIONS: 'de specifieke rubrieken',
    STAFF_RECORD: 'een personeelsgegeven',
    DECLARATION: 'een verklaring',
  },
  fr: {
    DIPLOMA: 'un diplôme',
    APPOINTMENT_DECREE: 'un arrêté de nomination',
    SPECIFIC_SECTIONS: 'les rubriques spécifiques',
    STAFF_RECORD: 'une donnée du personnel',
    DECLARATION: 'une déclaration',
  },
  en: {
    DIPLOMA: 'a diploma',
    APPOINTMENT_DECREE: 'an appointment decree',
    SPECIFIC_SECTIONS: 'the specific sections',
    STAFF_RECORD: 'a staff record',
    DECLARATION: 'a declaration',
  },
};

const DETAIL: Readonly<Record<Language, Readonly<Record<Detail, string>>>> = {
  nl: {
    CYCLE: 'de cyclus',
    EDUCATION: 'het soort onderwijs',
    LEVEL: 'het niveau',
    SERVICE: 'de overheidsdienst',
    RELATION: 'de arbeidsverhouding',
    SETTING: 'het soort organisatie',
    DOMAIN: 'het domein',
  },
  fr: {
    CYCLE: 'le cycle',
    EDUCATION: 'le type d’enseignement',
    LEVEL: 'le niveau',
    SERVICE: 'le service public',
    RELATION: 'la relation de travail',
    SETTING: 'le type d’organisation',
    DOMAIN: 'le domaine',
  },
  en: {
    CYCLE: 'the cycle',
    EDUCATION: 'the kind of education',
    LEVEL: 'the level',
    SERVICE: 'the public service',
    RELATION: 'the employment relation',
    SETTING: 'the kind of organisation',
    DOMAIN: 'the domain',
  },
};

const nl = (f: Formats): Words => ({
  values: {
    SATISFIED: 'voldaan',
    NOT_SATISFIED: 'niet voldaan',
    UNDETERMINED: 'niet vast te stellen',
    CONDITIONAL: 'voldaan, onder voorbehoud',
  },
  operators: { ALL_OF: 'allemaal nodig', ANY_OF: 'één volstaat' },
  notNeeded: 'en niet nodig',
  outcomes: {
    ELIGIBLE: () => 'Voorstel: voldoet aan de voorwaarden.',
    CONDITIONAL: (why) =>
      `Voorstel: voldoet onder voorbehoud, wegens ${listed({ DIPLOMA_COUNTRY: 'het land', DIPLOMA_LANGUAGE: 'de taal' }, why, f)} van het diploma.`,
    UNDETERMINED: () => 'Niet vast te stellen: het dossier en de vacature zeggen niet genoeg.',
    NOT_ELIGIBLE: () => 'Voorstel: voldoet niet aan de voorwaarden.',
  },
  judged: (day) => `Beoordeeld voor ${f.day(day)}; een persoon beslist.`,
  noConditions: 'De vacature noemt geen voorwaarden.',
  lines: (all) => `${isOne(all) ? 'regel' : 'regels'} ${ranges(all, f)}`,
  facts: {
    DIPLOMA: ({ of, by, on, country, language }) =>
      `Gevonden: “${of}” van ${by}, ${f.day(on)} (${f.country(country)}, in het ${f.language(language)}).`,
    FUNCTION: ({ of, by, level, from }) =>
      `Gevonden: “${of}” bij ${by}${level === null ? '' : `, niveau ${level}`}, vanaf ${f.day(from)}.`,
    EXPERIENCE: ({ entries, length }) =>
      entries === 0
        ? 'Geen enkele periode telt mee.'
        : `Gevonden: ${f.length(length)}, uit ${entries} ${entries === 1 ? 'periode' : 'perioden'}.`,
    STAFF: ({ by, relation, from }) =>
      `Gevonden: in dienst bij ${by}${relation === null ? '' : relation === 'STATUTORY' ? ', statutair' : ', contractueel'}, vanaf ${f.day(from)}.`,
    NATIONALITY: ({ country }) => `Opgegeven nationaliteit: ${f.country(country)}.`,
    DECLARED: ({ holds, on }) => `Verklaard op ${f.day(on)}: ${holds ? 'ja' : 'nee'}.`,
    DISMISSED: ({ on }) => `Gevonden: een ontslag of afzetting van ${f.day(on)}.`,
  },
  lacks: {
    UNKNOWN_CONTENT: () =>
      'Wat gevraagd wordt, staat niet in de vacature: daaruit blijkt dus niet of iemand eraan voldoet.',
    FOR_A_PERSON: () => 'Dit moet door een persoon worden bekeken.',
    NO_EVIDENCE: ({ accepted }) =>
      `Het dossier bevat hierover niets${accepted.length === 0 ? '' : `; nodig: ${listed(EVIDENCE.nl, accepted, f)}`}.`,
    NO_DOCUMENT: ({ of }) => `Van “${of}” is geen kopie opgeladen.`,
    DETAIL_UNKNOWN: ({ of, detail }) => `Van “${of}” is ${DETAIL.nl[detail]} niet bekend.`,
    DETAIL_DIFFERS: ({ of, detail }) => `Van “${of}” is ${DETAIL.nl[detail]} niet wat gevraagd wordt.`,
    HIGHER_CYCLE_ONLY: ({ of }) =>
      `“${of}” is van een hogere cyclus; het gevraagde diploma zelf zit niet in het dossier.`,
    NOT_ON_THE_DAY: ({ of, day }) => `“${of}” geldt niet op ${f.day(day)}.`,
    OTHER_LANGUAGE: ({ of }) => `De periode bij ${of} telt niet: ze is niet beschreven in de taal van de procedure.`,
    YEARS: ({ length }) => `Nog nodig: ${f.length(length)}.`,
    OTHER_EMPLOYER: ({ of }) => `${of} is een andere werkgever.`,
    OTHER_NATIONALITY: () => 'Die nationaliteit is er geen van.',
    ASSIMILATION_OPEN: () => 'Of die nationaliteit wordt gelijkgesteld, moet een persoon beoordelen.',
    DENIED: () => 'Volgens de eigen verklaring is dit niet zo.',
    BARRED: ({ until }) => `Opnieuw mogelijk vanaf ${f.day(until)}.`,
    DISMISSAL_UNDATED: () => 'De dag van de beslissing is niet bekend.',
  },
});

const fr = (f: Formats): Words => ({
  values: {
    SATISFIED: 'condition remplie',
    NOT_SATISFIED: 'condition non remplie',
    UNDETERMINED: 'impossible à établir',
    CONDITIONAL: 'condition remplie, sous réserve',
  },
  operators: { ALL_OF: 'toutes nécessaires', ANY_OF: 'une seule suffit' },
  notNeeded: 'et non nécessaire',
  outcomes: {
    ELIGIBLE: () => 'Proposition : remplit les conditions.',
    CONDITIONAL: (why) =>
      `Proposition : remplit les conditions sous réserve, en raison ${listed({ DIPLOMA_COUNTRY: 'du pays', DIPLOMA_LANGUAGE: 'de la langue' }, why, f)} du diplôme.`,
    UNDETERMINED: () => 'Impossible à établir : le dossier et l’offre n’en disent pas assez.',
    NOT_ELIGIBLE: () => 'Proposition : ne remplit pas les conditions.',
  },
  judged: (day) => `Apprécié au ${f.day(day)} ; la décision revient à une personne.`,
  noConditions: 'L’offre ne mentionne aucune condition.',
  lines: (all) => `${isOne(all) ? 'ligne' : 'lignes'} ${ranges(all, f)}`,
  facts: {
    DIPLOMA: ({ of, by, on, country, language }) =>
      `Trouvé : « ${of} » de ${by}, ${f.day(on)} (${f.country(country)}, en ${f.language(language)}).`,
    FUNCTION: ({ of, by, level, from }) =>
      `Trouvé : « ${of} » chez ${by}${level === null ? '' : `, niveau ${level}`}, depuis le ${f.day(from)}.`,
    EXPERIENCE: ({ entries, length }) =>
      entries === 0
        ? 'Aucune période ne compte.'
        : `Trouvé : ${f.length(length)}, en ${entries} ${entries === 1 ? 'période' : 'périodes'}.`,
    STAFF: ({ by, relation, from }) =>
      `Trouvé : en service chez ${by}${relation === null ? '' : relation === 'STATUTORY' ? ', statutaire' : ', sous contrat'}, depuis le ${f.day(from)}.`,
    NATIONALITY: ({ country }) => `Nationalité indiquée : ${f.country(country)}.`,
    DECLARED: ({ holds, on }) => `Déclaré le ${f.day(on)} : ${holds ? 'oui' : 'non'}.`,
    DISMISSED: ({ on }) => `Trouvé : un licenciement ou une révocation du ${f.day(on)}.`,
  },
  lacks: {
    UNKNOWN_CONTENT: () =>
      'Ce qui est demandé n’est pas dans l’offre : elle ne permet donc pas d’établir si quelqu’un y répond.',
    FOR_A_PERSON: () => 'Une personne doit l’examiner.',
    NO_EVIDENCE: ({ accepted }) =>
      `Le dossier ne contient rien à ce sujet${accepted.length === 0 ? '' : ` ; il faut ${listed(EVIDENCE.fr, accepted, f)}`}.`,
    NO_DOCUMENT: ({ of }) => `Aucune copie de « ${of} » n’a été chargée.`,
    DETAIL_UNKNOWN: ({ of, detail }) => `Pour « ${of} », ${DETAIL.fr[detail]} n’est pas précisé.`,
    DETAIL_DIFFERS: ({ of, detail }) => `Pour « ${of} », ${DETAIL.fr[detail]} ne répond pas à ce qui est demandé.`,
    HIGHER_CYCLE_ONLY: ({ of }) =>
      `« ${of} » est d’un cycle supérieur ; le diplôme demandé lui-même n’est pas dans le dossier.`,
    NOT_ON_THE_DAY: ({ of, day }) => `« ${of} » ne vaut pas au ${f.day(day)}.`,
    OTHER_LANGUAGE: ({ of }) =>
      `La période chez ${of} ne compte pas : elle n’est pas décrite dans la langue de la procédure.`,
    YEARS: ({ length }) => `Encore nécessaire : ${f.length(length)}.`,
    OTHER_EMPLOYER: ({ of }) => `${of} est un autre employeur.`,
    OTHER_NATIONALITY: () => 'Cette nationalité n’en fait pas partie.',
    ASSIMILATION_OPEN: () => 'Une personne doit apprécier si cette nationalité est assimilée.',
    DENIED: () => 'Selon la déclaration elle-même, ce n’est pas le cas.',
    BARRED: ({ until }) => `De nouveau possible à partir du ${f.day(until)}.`,
    DISMISSAL_UNDATED: () => 'Le jour de la décision n’est pas connu.',
  },
});

const en = (f: Formats): Words => ({
  values: {
    SATISFIED: 'met',
    NOT_SATISFIED: 'not met',
    UNDETERMINED: 'cannot be established',
    CONDITIONAL: 'met, conditionally',
  },
  operators: { ALL_OF: 'all needed', ANY_OF: 'one is enough' },
  notNeeded: 'and not needed',
  outcomes: {
    ELIGIBLE: () => 'Proposal: meets the conditions.',
    CONDITIONAL: (why) =>
      `Proposal: meets the conditions conditionally, because of ${listed({ DIPLOMA_COUNTRY: 'the country', DIPLOMA_LANGUAGE: 'the language' }, why, f)} of the diploma.`,
    UNDETERMINED: () => 'Cannot be established: the file and the notice do not say enough.',
    NOT_ELIGIBLE: () => 'Proposal: does not meet the conditions.',
  },
  judged: (day) => `Judged for ${f.day(day)}; a person decides.`,
  noConditions: 'The notice names no conditions.',
  lines: (all) => `${isOne(all) ? 'line' : 'lines'} ${ranges(all, f)}`,
  facts: {
    DIPLOMA: ({ of, by, on, country, language }) =>
      `Found: “${of}” of ${by}, ${f.day(on)} (${f.country(country)}, in ${f.language(language)}).`,
    FUNCTION: ({ of, by, level, from }) =>
      `Found: “${of}” at ${by}${level === null ? '' : `, level ${level}`}, from ${f.day(from)}.`,
    EXPERIENCE: ({ entries, length }) =>
      entries === 0
        ? 'No period counts.'
        : `Found: ${f.length(length)}, from ${entries} ${entries === 1 ? 'period' : 'periods'}.`,
    STAFF: ({ by, relation, from }) =>
      `Found: in service with ${by}${relation === null ? '' : relation === 'STATUTORY' ? ', statutory' : ', under contract'}, from ${f.day(from)}.`,
    NATIONALITY: ({ country }) => `Nationality stated: ${f.country(country)}.`,
    DECLARED: ({ holds, on }) => `Declared on ${f.day(on)}: ${holds ? 'yes' : 'no'}.`,
    DISMISSED: ({ on }) => `Found: a dismissal or removal of ${f.day(on)}.`,
  },
  lacks: {
    UNKNOWN_CONTENT: () => 'What it asks is not in the notice, which therefore cannot show whether anybody meets it.',
    FOR_A_PERSON: () => 'A person has to look at this.',
    NO_EVIDENCE: ({ accepted }) =>
      `The file holds nothing on this${accepted.length === 0 ? '' : `; needed: ${listed(EVIDENCE.en, accepted, f)}`}.`,
    NO_DOCUMENT: ({ of }) => `No copy of “${of}” has been uploaded.`,
    DETAIL_UNKNOWN: ({ of, detail }) => `For “${of}”, ${DETAIL.en[detail]} is not known.`,
    DETAIL_DIFFERS: ({ of, detail }) => `For “${of}”, ${DETAIL.en[detail]} is not what is asked for.`,
    HIGHER_CYCLE_ONLY: ({ of }) => `“${of}” is of a higher cycle; the diploma asked for is not itself in the file.`,
    NOT_ON_THE_DAY: ({ of, day }) => `“${of}” does not hold on ${f.day(day)}.`,
    OTHER_LANGUAGE: ({ of }) =>
      `The period at ${of} does not count: it is not described in the language of the procedure.`,
    YEARS: ({ length }) => `Still needed: ${f.length(length)}.`,
    OTHER_EMPLOYER: ({ of }) => `${of} is another employer.`,
    OTHER_NATIONALITY: () => 'That nationality is none of these.',
    ASSIMILATION_OPEN: () => 'Whether that nationality is treated as equivalent, a person has to judge.',
    DENIED: () => 'By the declaration itself, this is not so.',
    BARRED: ({ until }) => `Possible again from ${f.day(until)}.`,
    DISMISSAL_UNDATED: () => 'The day of the decision is not known.',
  },
});

const WRITTEN: Readonly<Record<Language, (formats: Formats) => Words>> = { nl, fr, en };
