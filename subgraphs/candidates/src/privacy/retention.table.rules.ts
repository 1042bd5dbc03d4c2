import { type LocalizedText, ours } from '@mandate-graph/domain';

export const RETENTION_PURPOSES = [
  'ACCOUNT',
  'APPLICATION_FILE',
  'DRAFT_FILE',
  'UPLOAD_LINK',
  'MAIL_COPY',
  'REPEATED_REQUEST',
  'ACCESS_LOG',
] as const;
export type RetentionPurpose = (typeof RETENTION_PURPOSES)[number];

/** For how long something is kept, what for, and on which ground. */
export interface RetentionRule {
  readonly purpose: RetentionPurpose;
  readonly what: LocalizedText;
  readonly basis: LocalizedText;
  /** ISO 8601, in calendar years, months and days; null: as long as what it belongs to. */
  readonly period: string | null;
  readonly startsFrom: LocalizedText;
}

/** Periods that programs apply. None stands in a notice: they are choices of this platform. */
export const PERIODS = {
  ACCOUNT: 'P2Y',
  APPLICATION_FILE: 'P2Y',
  DRAFT_FILE: 'P6M',
  REPEATED_REQUEST: 'P7D',
} as const satisfies Partial<Record<RetentionPurpose, string>>;

/** How long before an account is erased its candidate is told. */
export const ERASURE_NOTICE = 'P30D';

const SELECTION = ours(
  'Nodig voor de selectie en voor de rechten van kandidaten daarna: AVG, artikel 6, lid 1, c) en e)',
  'Nécessaire à la sélection et aux droits des candidats après elle : RGPD, article 6, paragraphe 1, c) et e)',
  'Needed for the selection and for the rights of candidates after it: GDPR, article 6(1)(c) and (e)',
);
const MINIMISATION = ours(
  'Niet langer dan nodig: AVG, artikel 5, lid 1, c) en e)',
  'Pas plus longtemps que nécessaire : RGPD, article 5, paragraphe 1, c) et e)',
  'No longer than needed: GDPR, article 5(1)(c) and (e)',
);
const ACCOUNTABILITY = ours(
  'Aantoonbaar maken wie gegevens heeft gelezen: AVG, artikel 5, lid 2, en artikel 32',
  'Pouvoir démontrer qui a lu des données : RGPD, article 5, paragraphe 2, et article 32',
  'To show who has read data: GDPR, articles 5(2) and 32',
);

/** All that is kept of candidates, by purpose. */
export const RETENTION: readonly RetentionRule[] = [
  {
    purpose: 'ACCOUNT',
    what: ours(
      'Account, cv, documenten en berichten; 30 dagen vooraf staat het in de inbox, en wie het account dan nog gebruikt, behoudt het',
      'Compte, CV, documents et messages ; annoncé 30 jours avant dans la boîte de réception : qui utilise encore le compte le garde',
      'Account, CV, documents and messages; told in the inbox 30 days before, and who then still uses the account keeps it',
    ),
    basis: SELECTION,
    period: PERIODS.ACCOUNT,
    startsFrom: ours(
      'De laatste handeling in het account of bij een sollicitatie, en niet zolang een dossier nodig is',
      'Le dernier acte dans le compte ou dans une candidature, et pas tant qu’un dossier est nécessaire',
      'The last act in the account or on an application, and not while a file is needed',
    ),
  },
  {
    purpose: 'APPLICATION_FILE',
    what: ours(
      'Dossier van een ingediende sollicitatie: specifieke rubrieken, bevroren dossier, motiveringen, aanpassingen, berichten',
      'Dossier d’une candidature introduite : rubriques spécifiques, dossier figé, motivations, aménagements, messages',
      'File of a submitted application: specific sections, frozen file, reasons, adjustments, messages',
    ),
    basis: SELECTION,
    period: PERIODS.APPLICATION_FILE,
    startsFrom: ours(
      'Het einde van de inschrijvingen of de laatste handeling daarna, en niet zolang de procedure loopt of feedback, betwisting of beroep mogelijk is',
      'La fin des inscriptions ou le dernier acte après elle, et pas tant que la procédure court ou qu’un feedback, une contestation ou un recours est possible',
      'The end of applying or the last act after it, and not while the procedure runs or feedback, a contest or an appeal is possible',
    ),
  },
  {
    purpose: 'DRAFT_FILE',
    what: ours(
      'Dossier van een sollicitatie die nooit is ingediend',
      'Dossier d’une candidature jamais introduite',
      'File of an application that was never submitted',
    ),
    basis: MINIMISATION,
    period: PERIODS.DRAFT_FILE,
    startsFrom: ours('Het verval of de intrekking', 'La caducité ou le retrait', 'The lapse or the withdrawal'),
  },
  {
    purpose: 'UPLOAD_LINK',
    what: ours(
      'Links naar documenten, en aangekondigde documenten die niet zijn aangekomen',
      'Liens vers des documents, et documents annoncés qui ne sont pas arrivés',
      'Links to documents, and documents that were announced and did not arrive',
    ),
    basis: MINIMISATION,
    period: null,
    startsFrom: ours('Tot de link vervalt', 'Jusqu’à l’expiration du lien', 'Until the link expires'),
  },
  {
    purpose: 'MAIL_COPY',
    what: ours(
      'Of een kopie van een bericht is gemaild; de mail zelf wordt niet bewaard',
      'Si une copie d’un message a été envoyée par e-mail ; l’e-mail lui-même n’est pas conservé',
      'Whether a copy of a message was mailed; the mail itself is not kept',
    ),
    basis: MINIMISATION,
    period: null,
    startsFrom: ours('Zolang het bericht', 'Aussi longtemps que le message', 'As long as the message'),
  },
  {
    purpose: 'REPEATED_REQUEST',
    what: ours(
      'Antwoorden op wijzigingen, voor wie een verzoek herhaalt: nummers en tijdstippen',
      'Réponses aux modifications, pour qui répète une demande : numéros et instants',
      'Answers to changes, for who repeats a request: ids and instants',
    ),
    basis: MINIMISATION,
    period: PERIODS.REPEATED_REQUEST,
    startsFrom: ours('Het antwoord', 'La réponse', 'The answer'),
  },
  {
    purpose: 'ACCESS_LOG',
    what: ours(
      'Wie gegevens van kandidaten heeft gelezen; wordt alleen aangevuld, en daarna verwijderd door de beheerder van de databank',
      'Qui a lu des données de candidats ; n’est que complété, puis supprimé par le gestionnaire de la base de données',
      'Who has read data of candidates; only added to, and then removed by whoever keeps the database',
    ),
    basis: ACCOUNTABILITY,
    period: 'P10Y',
    startsFrom: ours('De lezing', 'La lecture', 'The reading'),
  },
];
