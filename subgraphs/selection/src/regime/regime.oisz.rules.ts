import { dutch, ours } from '@mandate-graph/domain';
import {
  ASSESSMENT_CHOICES,
  COMMITTEE_CHOICES,
  COMMON_RIGHTS,
  OTHER_MANDATE,
  SESSION_CHOICES,
} from './regime.common.rules.ts';
import { found, stated, unverified } from './regime.grounds.rules.ts';
import type { LegalRegime } from './regime.rules.ts';

const ASSESSMENT = ours(
  'Koninklijk besluit van 10 april 2014 (numac 2014002031) en federale uitleg van 2014 bij het assessment; van dat van 19 april 2014 over de managementfuncties in de openbare instellingen van sociale zekerheid (numac 2014002030) is enkel het begin gelezen, en of het hetzelfde zegt, is niet nagegaan.',
  'Arrêté royal du 10 avril 2014 (numac 2014002031) et explications fédérales de 2014 sur l’assessment ; de celui du 19 avril 2014 sur les fonctions de management dans les institutions publiques de sécurité sociale (numac 2014002030) seul le début a été lu, et il n’a pas été vérifié s’il dit la même chose.',
  'Royal decree of 10 April 2014 (numac 2014002031) and federal explanation of the assessment, 2014; of that of 19 April 2014 on management functions in public institutions of social security (numac 2014002030) only the opening was read, and whether it says the same was not looked up.',
);

/**
 * Management functions in public institutions of social security. There is no version before the decree of 2014: what
 * held then was read in pieces only, such as an exemption that ran from the notification of the ranking.
 */
export const OISZ_MANAGEMENT: readonly LegalRegime[] = [
  {
    code: 'OISZ_MANAGEMENT',
    validFrom: '2014-05-19',
    validTo: null,
    validity: {
      basis: 'UNVERIFIED',
      source: ours(
        'Tiende dag na de bekendmaking, op 9 mei 2014, van het besluit van 19 april 2014 (numac 2014002030), waarvan enkel het begin is gelezen; zijn bepaling over de inwerkingtreding en wijzigingen sindsdien zijn niet nagegaan.',
        'Dixième jour après la publication, le 9 mai 2014, de l’arrêté du 19 avril 2014 (numac 2014002030), dont seul le début a été lu ; sa disposition sur l’entrée en vigueur et les modifications ultérieures n’ont pas été vérifiées.',
        'Tenth day after the publication, on 9 May 2014, of the decree of 19 April 2014 (numac 2014002030), of which only the opening was read; its clause on entry into force and later amendments were not looked up.',
      ),
    },
    name: ours(
      'Managementfuncties in de openbare instellingen van sociale zekerheid',
      'Fonctions de management dans les institutions publiques de sécurité sociale',
      'Management functions in public institutions of social security',
    ),
    source: {
      title: dutch(
        'Koninklijk besluit van 30 november 2003 betreffende de aanduiding, de uitoefening en de weging van de managementfuncties alsook de aanduiding en de uitoefening van staffuncties en directiefuncties in de openbare instellingen van sociale zekerheid',
        'Arrêté royal du 30 novembre 2003 relatif à la désignation, à l’exercice et à la pondération des fonctions de management ainsi qu’à la désignation et à l’exercice de fonctions d’encadrement et de fonctions de direction dans les institutions publiques de sécurité sociale',
        'Royal decree of 30 November 2003 on the designation, exercise and weighting of management functions, and the designation and exercise of staff and direction functions, in public institutions of social security',
      ),
      date: '2003-11-30',
    },
    rules: {
      ...COMMITTEE_CHOICES,
      ...ASSESSMENT_CHOICES,
      ...SESSION_CHOICES,
      ...COMMON_RIGHTS,
      suitabilityScheme: found(
        'SUITABLE_UNSUITABLE',
        ours(
          'Artikel 7 van het besluit: alleen geschikt of niet geschikt, en een rangschikking van wie geschikt is.',
          'Article 7 de l’arrêté : uniquement apte ou inapte, et un classement de qui est apte.',
          'Article 7 of the decree: suitable or unsuitable only, and a ranking of the suitable.',
        ),
      ),
      decidingAuthority: stated(
        'COMPETENT_AUTHORITY',
        ours(
          'De vacature noemt de bevoegde instantie, zonder te zeggen welke.',
          'L’offre parle de l’instance compétente, sans dire laquelle.',
          'The notice speaks of the competent authority, without saying which.',
        ),
      ),
      committeeSize: unverified(
        null,
        ours(
          'Teksten van 2003 en 2006 noemen andere aantallen dan de vacature; welk nu geldt, is niet opgezocht. Alleen een gedrukt aantal wordt nagegaan.',
          'Des textes de 2003 et de 2006 indiquent d’autres nombres que l’offre ; celui qui vaut aujourd’hui n’a pas été vérifié. Seul un nombre imprimé est contrôlé.',
          'Texts of 2003 and 2006 name other numbers than the notice; which holds now was not looked up. Only a printed number is checked.',
        ),
      ),
      chairRequired: unverified(
        true,
        ours(
          'Het besluit van 13 maart 2003 laat het federale selectiebureau voorzitten; of dat nog zo is, is niet opgezocht.',
          'L’arrêté du 13 mars 2003 confie la présidence au bureau fédéral de sélection ; il n’a pas été vérifié si c’est toujours le cas.',
          'The decree of 13 March 2003 has the federal selection office chair; whether that is still so was not looked up.',
        ),
      ),
      assessmentLevels: found(
        [
          [1, 2, 3],
          [4, 5],
          [6, 7],
        ],
        ASSESSMENT,
      ),
      exemption: found({ duration: 'P2Y', startsFrom: 'DAY_OF_PASSING', levels: 'SAME_OR_LOWER' }, ASSESSMENT),
      waiting: found({ duration: 'P6M', startsFrom: 'DAY_OF_TEST', levels: 'SAME_OR_HIGHER' }, ASSESSMENT),
      waitingJudgedOn: stated(
        'DAY_OF_SESSION',
        ours(
          'De vacature verbiedt een assessment af te leggen: het gaat om de dag waarop dat zou gebeuren.',
          'L’offre interdit de présenter un assessment : il s’agit du jour où cela se ferait.',
          'The notice forbids sitting an assessment: what counts is the day on which that would be.',
        ),
      ),
      holdersExempt: found('SAME_OR_HIGHER', ASSESSMENT),
      feedback: stated(
        { duration: 'P2M', startsFrom: 'SENDING_OF_RESULTS' },
        ours(
          'Wet van 11 april 1994 betreffende de openbaarheid van bestuur, waarnaar de vacature voor deze termijn verwijst.',
          'Loi du 11 avril 1994 relative à la publicité de l’administration, à laquelle l’offre renvoie pour ce délai.',
          'Law of 11 April 1994 on openness of administration, to which the notice refers for this term.',
        ),
      ),
      mandate: found(
        { duration: 'P6Y', end: 'END_OF_DURATION' },
        ours(
          'Federale uitleg over mandaten: 6 jaar.',
          'Explications fédérales sur les mandats : 6 ans.',
          'Federal explanation of mandates: 6 years.',
        ),
      ),
      interimMandate: unverified(
        { duration: null, end: 'REMAINING_TERM' },
        ours(
          'Koninklijk besluit van 3 juli 2022: wat van het mandaat van de afwezige overblijft; of het ook voor deze instellingen geldt, is niet opgezocht.',
          'Arrêté royal du 3 juillet 2022 : ce qui reste du mandat de l’absent ; il n’a pas été vérifié s’il vaut aussi pour ces institutions.',
          'Royal decree of 3 July 2022: what is left of the term of who is absent; whether it holds for these institutions too was not looked up.',
        ),
      ),
      otherMandate: OTHER_MANDATE,
    },
  },
];
