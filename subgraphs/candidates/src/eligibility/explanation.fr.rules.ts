import type { EvidenceKind } from '@mandate-graph/domain';
import type { Words } from './explanation.words.rules.ts';
import type { Detail } from './finding.rules.ts';
import { counted, type Formats, named, oneLine, ranges } from './formats.rules.ts';

const EVIDENCE: Readonly<Record<EvidenceKind, string>> = {
  DIPLOMA: 'un diplôme',
  APPOINTMENT_DECREE: 'un arrêté de nomination',
  SPECIFIC_SECTIONS: 'les rubriques spécifiques',
  STAFF_RECORD: 'une donnée du personnel',
  DECLARATION: 'une déclaration',
};

const DETAIL: Readonly<Record<Detail, string>> = {
  CYCLE: 'le cycle',
  EDUCATION: 'le type d’enseignement',
  LEVEL: 'le niveau',
  SERVICE: 'le service public',
  RELATION: 'la relation de travail',
  SETTING: 'le type d’organisation',
  DOMAIN: 'le domaine',
};

export const french = (f: Formats): Words => ({
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
      `Proposition : remplit les conditions sous réserve, en raison ${named({ DIPLOMA_COUNTRY: 'du pays', DIPLOMA_LANGUAGE: 'de la langue' }, why, f)} du diplôme.`,
    UNDETERMINED: () => 'Impossible à établir : le dossier et l’offre n’en disent pas assez.',
    NOT_ELIGIBLE: () => 'Proposition : ne remplit pas les conditions.',
  },
  judged: (day) => `Apprécié au ${f.day(day)} ; la décision revient à une personne.`,
  noConditions: 'L’offre ne mentionne aucune condition.',
  lines: (all) => `${oneLine(all) ? 'ligne' : 'lignes'} ${ranges(all, f)}`,
  facts: {
    DIPLOMA: ({ of, by, on, country, language }) =>
      `Trouvé : « ${of} », ${by}, ${f.day(on)} (${f.country(country)}, en ${f.language(language)}).`,
    RESERVED: ({ of, country, language }) => {
      const reasons = [
        ...(country === null ? [] : [`d’un autre pays (${f.country(country)})`]),
        ...(language === null ? [] : [`dans une autre langue (${f.language(language)})`]),
      ];
      return `Sous réserve : « ${of} » est ${f.list(reasons)}.`;
    },
    EQUATED: ({ of }) =>
      `Selon la déclaration de la personne elle-même, « ${of} » est assimilé à un diplôme demandé : une personne doit en vérifier la preuve.`,
    FUNCTION: ({ of, by, level, from }) =>
      `Trouvé : « ${of} » chez ${by}${level === null ? '' : `, niveau ${level}`}, depuis le ${f.day(from)}.`,
    EXPERIENCE: ({ sections, ofCv, length }) =>
      sections + ofCv === 0
        ? 'Aucune période ne compte.'
        : `Trouvé : ${f.length(length)}, d’après ${counted(
            [
              [sections, 'rubrique', 'rubriques'],
              [ofCv, 'période du CV', 'périodes du CV'],
            ],
            f,
          )}.`,
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
      `Le dossier ne contient rien à ce sujet${accepted.length === 0 ? '' : ` ; il faut ${named(EVIDENCE, accepted, f)}`}.`,
    NO_DOCUMENT: ({ of }) => `Aucune copie de « ${of} » n’a été chargée.`,
    COPY_NOT_LINKED: ({ kind, of }) =>
      `Le dossier contient une copie d’${EVIDENCE[kind]} à laquelle aucune donnée ne renvoie : une personne doit vérifier ${of === null ? 'ce qu’elle prouve' : `si c’est celle de « ${of} »`}.`,
    DETAIL_UNKNOWN: ({ of, detail }) => `Pour « ${of} », ${DETAIL[detail]} n’est pas précisé.`,
    DETAIL_DIFFERS: ({ of, detail }) => `Pour « ${of} », ${DETAIL[detail]} ne répond pas à ce qui est demandé.`,
    HIGHER_CYCLE_ONLY: ({ of }) =>
      `« ${of} » est d’un cycle supérieur ; le diplôme demandé lui-même n’est pas dans le dossier.`,
    NOT_ON_THE_DAY: ({ of, day }) => `« ${of} » ne vaut pas au ${f.day(day)}.`,
    OTHER_LANGUAGE: ({ of }) =>
      `La période chez ${of} ne compte pas : elle n’est pas décrite dans la langue de la procédure.`,
    AFTER_CANDIDACY: ({ of, day }) =>
      `La période chez ${of} ne compte pas : elle commence après le ${f.day(day)}, dernier jour qui compte.`,
    YEARS: ({ length }) => `Encore nécessaire : ${f.length(length)}.`,
    OTHER_EMPLOYER: ({ of }) => `${of} est un autre employeur.`,
    OTHER_NATIONALITY: () => 'Cette nationalité n’en fait pas partie.',
    ASSIMILATION_OPEN: () => 'Une personne doit apprécier si cette nationalité est assimilée.',
    DENIED: () => 'Selon la déclaration elle-même, ce n’est pas le cas.',
    BARRED: ({ until }) => `De nouveau possible à partir du ${f.day(until)}.`,
    DISMISSAL_UNDATED: () => 'Le jour de la décision n’est pas connu.',
  },
});
