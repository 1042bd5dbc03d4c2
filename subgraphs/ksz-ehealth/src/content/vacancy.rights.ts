import { dutch, ours, passage, type RightsWindow, stated, statedWith } from '@mandate-graph/domain';
import { copies, twice } from './ids.ts';
import { type Entry, entry, type Part, sourcesOf, valuesOf } from './sources.ts';

const windows: readonly Entry<RightsWindow>[] = [
  entry(
    {
      key: 'feedback',
      kind: 'FEEDBACK',
      label: ours(
        'Schriftelijk feedback vragen, binnen 2 maanden na de verzending van de eindresultaten',
        'Demander un feedback par écrit, dans les 2 mois de l’envoi des résultats finaux',
        'Ask for feedback in writing, within 2 months of the sending of the final results',
      ),
      form: 'WRITTEN',
      duration: 'P2M',
      startsFrom: 'SENDING_OF_RESULTS',
      legalBasis: {
        title: dutch(
          'Wet van 11 april 1994 betreffende de openbaarheid van bestuur',
          'Loi du 11 avril 1994 relative à la publicité de l’administration',
          'Act of 11 April 1994 on the openness of administration',
        ),
        date: '1994-04-11',
      },
    },
    stated(357),
  ),
  entry(
    {
      key: 'computer-test-inspection',
      kind: 'RESULT_INSPECTION',
      label: ours(
        'De resultaten van de computergestuurde proef inkijken',
        'Consulter les résultats de l’épreuve informatisée',
        'Inspect the results of the computer-based test',
      ),
      form: null,
      duration: null,
      startsFrom: null,
      legalBasis: null,
    },
    stated(357),
  ),
  entry(
    {
      key: 'motivation',
      kind: 'MOTIVATION',
      label: ours(
        'Na elke stap een motivering van de resultaten, vanzelf in het account of op vraag bij de contactpersoon',
        'Après chaque étape, une motivation des résultats, d’office dans le compte ou sur demande auprès de la personne de contact',
        'After each step a statement of reasons for the results, automatically in the account or on request from the contact person',
      ),
      form: 'ACCOUNT',
      duration: null,
      startsFrom: 'EACH_STEP',
      legalBasis: null,
    },
    statedWith('for some tests on request from the contact person instead', 437),
  ),
  entry(
    {
      key: 'complaint',
      kind: 'COMPLAINT',
      label: ours(
        'Een klacht over de selectieprocedure indienen',
        'Introduire une plainte au sujet de la procédure de sélection',
        'File a complaint about the selection procedure',
      ),
      form: 'COMPLAINT_FORM',
      duration: null,
      startsFrom: null,
      legalBasis: null,
    },
    stated([441, 442]),
  ),
  entry(
    {
      key: 'authoritative-account',
      kind: 'AUTHORITATIVE_ACCOUNT',
      label: ours(
        'Alleen het online account geeft volledig betrouwbaar verloop, resultaten en volgende stappen',
        'Seul le compte en ligne renseigne de façon pleinement fiable sur le déroulement, les résultats et les étapes suivantes',
        'Only the online account is fully reliable on the course, the results and the next steps',
      ),
      form: 'ACCOUNT',
      duration: null,
      startsFrom: null,
      legalBasis: null,
    },
    stated([434, 435]),
  ),
];

export const rights: Part<'rights'> = {
  fields: { rights: valuesOf(windows) },
  sources: { rights: stated(357, [433, 442]), ...sourcesOf('rights', windows) },
};

const provisions = [
  entry(
    passage(
      'Aanpassing van de selectie mogelijk bij een handicap, leerstoornis of ziekte.',
      'Adaptation possible de la sélection en cas de handicap, de trouble de l’apprentissage ou de maladie.',
      'Adjustment of the selection possible for a disability, learning disorder or illness.',
    ),
    stated(330),
  ),
  entry(
    passage(
      'Voorzieningen mogelijk bij zwangerschap of borstvoeding.',
      'Aménagements possibles en cas de grossesse ou d’allaitement.',
      'Arrangements possible during pregnancy or breastfeeding.',
    ),
    stated([331, 332]),
  ),
  entry(
    passage(
      'Aanpassing van de arbeidspost bij een handicap, aan te vragen bij de aanwerving.',
      'Adaptation du poste de travail en cas de handicap, à demander lors du recrutement.',
      'Adjustment of the workplace for a disability, to be requested at recruitment.',
    ),
    stated([365, 366]),
  ),
];

const remarks = [
  entry(
    passage(
      'De rekrutering volgt strikt de gecoördineerde taalwetten in bestuurszaken.',
      'Le recrutement suit strictement les lois coordonnées sur l’emploi des langues en matière administrative.',
      'Recruitment strictly follows the coordinated laws on the use of languages in administrative matters.',
    ),
    stated(364),
  ),
  entry(
    passage(
      'Diversiteit is actief beleid bij de federale overheid.',
      'L’administration fédérale mène une politique active de diversité.',
      'The federal government pursues an active diversity policy.',
    ),
    stated(329),
  ),
  entry(
    passage(
      'Alleen wie de inschrijvingsprocedure precies volgt, heeft een geldige kandidatuur.',
      'Seules les candidatures qui suivent exactement la procédure d’inscription sont valables.',
      'Only whoever follows the registration procedure exactly has a valid application.',
    ),
    stated(...copies(17), 369),
  ),
  entry(
    passage(
      'Meer uitleg over mandaatfuncties en hun selectieprocedure bestaat elders; de verwijzingen zelf staan niet in de tekst.',
      'Des explications sur les fonctions à mandat et leur procédure de sélection existent ailleurs ; les liens eux-mêmes ne figurent pas dans le texte.',
      'More on mandate functions and their selection procedure exists elsewhere; the links themselves are not in the text.',
    ),
    twice(18),
  ),
  entry(
    passage(
      'Een website geeft uitleg over het verloop van de testen, de voorbereiding en de scoring.',
      'Un site web explique le déroulement des tests, la préparation et la cotation.',
      'A website explains the course of the tests, preparation and scoring.',
    ),
    stated([438, 440]),
  ),
];

/** Equal opportunities, and the rules that fit no other field. */
export const surroundings: Part<'equalOpportunities' | 'remarks'> = {
  fields: { equalOpportunities: valuesOf(provisions), remarks: valuesOf(remarks) },
  sources: {
    equalOpportunities: stated([328, 332], [365, 366]),
    ...sourcesOf('equalOpportunities', provisions),
    remarks: stated(...copies(17, 18), 329, 364, 369, [438, 440]),
    ...sourcesOf('remarks', remarks),
  },
};
