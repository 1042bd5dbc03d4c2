import type { EvidenceKind } from '@mandate-graph/domain';
import type { Words } from './explanation.words.rules.ts';
import type { Detail } from './finding.rules.ts';
import { counted, type Formats, named, oneLine, ranges } from './formats.rules.ts';

const EVIDENCE: Readonly<Record<EvidenceKind, string>> = {
  DIPLOMA: 'een diploma',
  APPOINTMENT_DECREE: 'een benoemingsbesluit',
  SPECIFIC_SECTIONS: 'de specifieke rubrieken',
  STAFF_RECORD: 'een personeelsgegeven',
  DECLARATION: 'een verklaring',
};

const DETAIL: Readonly<Record<Detail, string>> = {
  CYCLE: 'de cyclus',
  EDUCATION: 'het soort onderwijs',
  LEVEL: 'het niveau',
  SERVICE: 'de overheidsdienst',
  RELATION: 'de arbeidsverhouding',
  SETTING: 'het soort organisatie',
  DOMAIN: 'het domein',
};

export const dutch = (f: Formats): Words => ({
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
      `Voorstel: voldoet onder voorbehoud, wegens ${named({ DIPLOMA_COUNTRY: 'het land', DIPLOMA_LANGUAGE: 'de taal' }, why, f)} van het diploma.`,
    UNDETERMINED: () => 'Niet vast te stellen: het dossier en de vacature zeggen niet genoeg.',
    NOT_ELIGIBLE: () => 'Voorstel: voldoet niet aan de voorwaarden.',
  },
  judged: (day) => `Beoordeeld voor ${f.day(day)}; een persoon beslist.`,
  noConditions: 'De vacature noemt geen voorwaarden.',
  lines: (all) => `${oneLine(all) ? 'regel' : 'regels'} ${ranges(all, f)}`,
  facts: {
    DIPLOMA: ({ of, by, on, country, language }) =>
      `Gevonden: “${of}”, ${by}, ${f.day(on)} (${f.country(country)}, in het ${f.language(language)}).`,
    RESERVED: ({ of, country, language }) => {
      const reasons = [
        ...(country === null ? [] : [`van een ander land (${f.country(country)})`]),
        ...(language === null ? [] : [`in een andere taal (${f.language(language)})`]),
      ];
      return `Onder voorbehoud: “${of}” is ${f.list(reasons)}.`;
    },
    EQUATED: ({ of }) =>
      `Volgens de kandidaat zelf is “${of}” gelijkgesteld met een gevraagd diploma: een persoon moet het bewijs nagaan.`,
    FUNCTION: ({ of, by, level, from }) =>
      `Gevonden: “${of}” bij ${by}${level === null ? '' : `, niveau ${level}`}, vanaf ${f.day(from)}.`,
    EXPERIENCE: ({ sections, ofCv, length }) =>
      sections + ofCv === 0
        ? 'Geen enkele periode telt mee.'
        : `Gevonden: ${f.length(length)}, uit ${counted(
            [
              [sections, 'rubriek', 'rubrieken'],
              [ofCv, 'periode in het cv', 'perioden in het cv'],
            ],
            f,
          )}.`,
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
      `Het dossier bevat hierover niets${accepted.length === 0 ? '' : `; nodig: ${named(EVIDENCE, accepted, f)}`}.`,
    NO_DOCUMENT: ({ of }) => `Van “${of}” is geen kopie opgeladen.`,
    COPY_NOT_LINKED: ({ kind, of }) =>
      `Het dossier bevat een kopie van ${EVIDENCE[kind]} waarnaar geen gegeven verwijst: een persoon moet nagaan ${of === null ? 'wat ze bewijst' : `of ze bij “${of}” hoort`}.`,
    DETAIL_UNKNOWN: ({ of, detail }) => `Van “${of}” is ${DETAIL[detail]} niet bekend.`,
    DETAIL_DIFFERS: ({ of, detail }) => `Van “${of}” is ${DETAIL[detail]} niet wat gevraagd wordt.`,
    HIGHER_CYCLE_ONLY: ({ of }) =>
      `“${of}” is van een hogere cyclus; het gevraagde diploma zelf zit niet in het dossier.`,
    NOT_ON_THE_DAY: ({ of, day }) => `“${of}” geldt niet op ${f.day(day)}.`,
    OTHER_LANGUAGE: ({ of }) => `De periode bij ${of} telt niet: ze is niet beschreven in de taal van de procedure.`,
    AFTER_CANDIDACY: ({ of, day }) =>
      `De periode bij ${of} telt niet: ze begint na ${f.day(day)}, de laatste dag die telt.`,
    YEARS: ({ length }) => `Nog nodig: ${f.length(length)}.`,
    OTHER_EMPLOYER: ({ of }) => `${of} is een andere werkgever.`,
    OTHER_NATIONALITY: () => 'Die nationaliteit is er geen van.',
    ASSIMILATION_OPEN: () => 'Of die nationaliteit wordt gelijkgesteld, moet een persoon beoordelen.',
    DENIED: () => 'Volgens de eigen verklaring is dit niet zo.',
    BARRED: ({ until }) => `Opnieuw mogelijk vanaf ${f.day(until)}.`,
    DISMISSAL_UNDATED: () => 'De dag van de beslissing is niet bekend.',
  },
});
