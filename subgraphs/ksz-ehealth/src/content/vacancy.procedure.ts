import {
  type ApplicationAction,
  derived,
  type LocalizedText,
  ours,
  passage,
  type Source,
  stated,
  statedWith,
} from '@mandate-graph/domain';
import { type Part, sourcesOf, under, valuesOf } from './sources.ts';

const steps: readonly (readonly [
  label: LocalizedText,
  source: Source,
  leadsTo?: NonNullable<ApplicationAction['leadsTo']>,
])[] = [
  [
    ours(
      'Een online account aanmaken, als er nog geen is',
      'Créer un compte en ligne, à défaut d’en avoir un',
      'Create an online account, if there is none yet',
    ),
    stated(371),
  ],
  [
    ours(
      'Het diploma opladen (cv > Diploma’s en certificaten)',
      'Charger le diplôme (cv > Diplômes et certificats)',
      'Upload the degree (cv > Diplomas and certificates)',
    ),
    stated([373, 377]),
  ],
  [
    ours(
      'Het benoemingsbesluit opladen (cv > Werkervaring), met vermelding dat men statutair federaal ambtenaar is en nu bij de federale overheid werkt',
      'Charger l’arrêté de nomination (cv > Expérience professionnelle), en indiquant qu’on est agent statutaire fédéral et qu’on travaille actuellement dans l’administration fédérale',
      'Upload the appointment decree (cv > Work experience), marking statutory federal status and the federal government as current employer',
    ),
    stated([380, 386]),
  ],
  [
    ours(
      'Als contractueel personeelslid of als mandaathouder uit de privésector: het besluit opladen onder Werkervaring > Mijn extra’s > Mijn bijlagen',
      'En tant qu’agent contractuel ou mandataire issu du secteur privé : charger l’arrêté sous Expérience professionnelle > Mes extras > Mes annexes',
      'As contractual staff or mandate holder from the private sector: upload the decree under Work experience > My extras > My attachments',
    ),
    stated(387),
  ],
  [
    ours(
      'In de vacature op ‘Solliciteren’ klikken',
      'Cliquer sur « Postuler » dans l’offre',
      'Click ‘Apply’ in the vacancy',
    ),
    stated(391),
  ],
  [
    ours(
      'Op ‘Mijn kandidatuur indienen’ klikken: voorlopig ingeschreven',
      'Cliquer sur « Introduire ma candidature » : inscription provisoire',
      'Click ‘Submit my application’: provisionally registered',
    ),
    stated(393),
    'PROVISIONAL',
  ],
  [
    ours(
      'De specifieke rubrieken invullen (Screeningsprocedures > nog te valideren kandidaturen, kolom Acties), met begin- en einddatum per ervaring, en bewaren',
      'Compléter les rubriques spécifiques (Procédures de screening > candidatures à valider, colonne Actions), avec dates de début et de fin par expérience, et enregistrer',
      'Fill in the specific sections (Screening procedures > applications still to validate, column Actions), with begin and end date per experience, and save',
    ),
    stated([395, 411]),
  ],
  [
    ours(
      'Op ‘Kandidatuur valideren’ klikken, een knop die pas bij het vereiste aantal jaren verschijnt: definitief ingeschreven',
      'Cliquer sur « Valider la candidature », bouton qui n’apparaît qu’avec le nombre d’années requis : inscription définitive',
      'Click ‘Validate application’, a button that appears only at the required number of years: definitively registered',
    ),
    stated(409, 413),
    'DEFINITIVE',
  ],
];

const actions = steps.map(([label, source, leadsTo = null], index) => ({
  value: { position: index + 1, label, leadsTo } satisfies ApplicationAction,
  sources: { '': source },
}));

/** The way from no account to a definitive registration. */
export const applicationProcedure: Part<'applicationProcedure'> = {
  fields: {
    applicationProcedure: {
      channels: [ours('online account', 'compte en ligne', 'online account')],
      excludedChannels: [
        ours('e-mail', 'courriel', 'e-mail'),
        ours('elk ander middel', 'tout autre moyen', 'any other means'),
      ],
      actions: valuesOf(actions),
      specificSectionsLanguage: 'nl',
      cvCountsAsExperience: false,
      currentJobEndsOn: 'DATE_OF_CANDIDACY',
      editableUntilDeadline: true,
      revalidationAfterEdit: false,
      independent: true,
      snapshotAt: 'APPLICATION_DEADLINE',
    },
  },
  sources: under('applicationProcedure', {
    '': stated([367, 429]),
    channels: stated([369, 371]),
    excludedChannels: stated(429),
    ...sourcesOf('actions', actions),
    specificSectionsLanguage: stated(405),
    cvCountsAsExperience: stated(396),
    currentJobEndsOn: stated(408),
    editableUntilDeadline: stated(414),
    revalidationAfterEdit: stated(414),
    independent: stated(369),
    snapshotAt: stated(340, 428),
  }),
};

/** What may be uploaded, and what to do when it fails. */
export const documentRules: Part<'documentRules'> = {
  fields: {
    documentRules: {
      formats: ['PDF', 'DOC', 'DOCX', 'JPG', 'TIF'],
      maxBytes: 8_388_608,
      maxSize: '8 MB',
      kinds: [
        ours('diploma', 'diplôme', 'degree'),
        ours('benoemingsbesluit', 'arrêté de nomination', 'appointment decree'),
        ours(
          'bewijs van de jaren in de klassen A3, A4 en A5',
          'preuve des années dans les classes A3, A4 et A5',
          'proof of the years in classes A3, A4 and A5',
        ),
      ],
      fallback: passage(
        'Lukt het opladen van het diploma niet: een kopie aan de contactpersoon, met rijksregisternummer, naam, voornaam en procedurecode.',
        'Si le diplôme ne peut être chargé : une copie à la personne de contact, avec numéro de registre national, nom, prénom et code de la procédure.',
        'If the degree cannot be uploaded: a copy to the contact person, with national register number, surname, first name and procedure code.',
      ),
      unresolved: [
        passage(
          'Voor de bewijzen van de klassen A3, A4 en A5 wordt verwezen naar een punt 3 dat er niet is.',
          'Pour les preuves des classes A3, A4 et A5, il est renvoyé à un point 3 qui n’existe pas.',
          'For the proof of classes A3, A4 and A5 the notice refers to a point 3 that does not exist.',
        ),
      ],
    },
  },
  sources: under('documentRules', {
    '': stated([373, 389], [430, 431]),
    formats: stated(431),
    maxBytes: derived('MEGABYTE_IS_1048576_BYTES', ['documentRules.maxSize'], 431),
    maxSize: stated(431),
    'kinds[0]': stated([336, 337], 373, 419),
    'kinds[1]': stated(338, 380, 421),
    'kinds[2]': stated(389),
    fallback: stated(431),
    'unresolved[0]': statedWith('the reference leads nowhere', 389),
  }),
};
