import { dutch, ours } from '@mandate-graph/domain';
import {
  ASSESSMENT_CHOICES,
  COMMITTEE_CHOICES,
  COMMON_RIGHTS,
  OTHER_MANDATE,
  SESSION_CHOICES,
} from './regime.common.rules.ts';
import { choice, found, stated, unverified } from './regime.grounds.rules.ts';
import type { LegalRegime } from './regime.rules.ts';

const NO_ASSESSMENT = ours(
  'De geraadpleegde wetgeving en de vacature kennen geen assessment dat over vacatures heen telt: niemand is erdoor vrijgesteld of uitgesloten.',
  'La législation consultée et l’offre ne connaissent aucun assessment qui compte d’un emploi à l’autre : il ne dispense ni n’exclut personne.',
  'The law at hand and the notice know no assessment that counts across vacancies: nobody is exempt or barred by it.',
);

/** Staff and mandate holders of the regional public services of Brussels. */
export const BRUSSELS_STATUTE: readonly LegalRegime[] = [
  {
    code: 'BRUSSELS_STATUTE',
    validFrom: '2018-04-01',
    validTo: null,
    validity: {
      basis: 'UNVERIFIED',
      source: ours(
        'Eerste dag van de maand na de bekendmaking, zoals gevonden voor het besluit van dezelfde dag over de instellingen van openbaar nut. Wijzigingen sindsdien zijn niet nagegaan.',
        'Premier jour du mois suivant la publication, comme trouvé pour l’arrêté du même jour sur les organismes d’intérêt public. Les modifications ultérieures n’ont pas été vérifiées.',
        'First day of the month after publication, as found for the decree of the same day on bodies of public interest. Later amendments were not looked up.',
      ),
    },
    name: ours(
      'Statuut van de Brusselse gewestelijke overheidsdiensten: mandaten',
      'Statut des services publics régionaux de Bruxelles : mandats',
      'Statute of the Brussels regional public services: mandates',
    ),
    source: {
      title: dutch(
        'Besluit van de Brusselse Hoofdstedelijke Regering van 21 maart 2018 houdende het administratief statuut en de bezoldigingsregeling van de ambtenaren van de gewestelijke overheidsdiensten van Brussel, boek IV',
        'Arrêté du Gouvernement de la Région de Bruxelles-Capitale du 21 mars 2018 portant le statut administratif et pécuniaire des agents des services publics régionaux de Bruxelles, livre IV',
        'Decree of the Government of the Brussels-Capital Region of 21 March 2018 on the statute and pay of officials of the Brussels regional public services, book IV',
      ),
      date: '2018-03-21',
    },
    rules: {
      ...COMMITTEE_CHOICES,
      ...ASSESSMENT_CHOICES,
      ...SESSION_CHOICES,
      ...COMMON_RIGHTS,
      suitabilityScheme: stated(
        'SUITABLE_UNSUITABLE',
        ours(
          'De vacature: de commissie oordeelt geschikt of niet, en rangschikt wie geschikt is.',
          'L’offre : la commission juge apte ou non, et classe qui est apte.',
          'The notice: the committee finds suitable or not, and ranks the suitable.',
        ),
      ),
      decidingAuthority: stated(
        'GOVERNMENT',
        ours(
          'De vacature: de Regering beslist met redenen, op titels en verdiensten.',
          'L’offre : le Gouvernement décide par une décision motivée, sur la base des titres et mérites.',
          'The notice: the Government decides with reasons, on titles and merits.',
        ),
      ),
      committeeSize: unverified(
        null,
        ours(
          'De vacature noemt geen aantal; het huishoudelijk reglement van de commissies (besluit van 10 november 2021) is niet gelezen. Geen aantal wordt nagegaan.',
          'L’offre n’indique pas de nombre ; le règlement d’ordre intérieur des commissions (arrêté du 10 novembre 2021) n’a pas été lu. Aucun nombre n’est contrôlé.',
          'The notice names no number; the internal rules of the committees (decree of 10 November 2021) were not read. No number is checked.',
        ),
      ),
      chairRequired: choice(
        true,
        ours(
          'De vacature zwijgt, het huishoudelijk reglement is niet gelezen: een van de leden zit voor.',
          'L’offre est muette, le règlement d’ordre intérieur n’a pas été lu : un des membres préside.',
          'The notice is silent and the internal rules were not read: one of the members chairs.',
        ),
      ),
      assessmentLevels: choice(null, NO_ASSESSMENT),
      exemption: choice(null, NO_ASSESSMENT),
      waiting: choice(null, NO_ASSESSMENT),
      waitingJudgedOn: choice('DAY_OF_SESSION', NO_ASSESSMENT),
      holdersExempt: choice(null, NO_ASSESSMENT),
      feedback: choice(
        { duration: null, startsFrom: 'SENDING_OF_RESULTS' },
        ours(
          'De vacature en de geraadpleegde wetgeving zwijgen; de Brusselse regels op de openbaarheid van bestuur (16 mei 2019) zijn niet gelezen: feedback heeft geen laatste dag, want een termijn zou tegen de kandidaat gelden.',
          'L’offre et la législation consultée sont muettes ; les règles bruxelloises sur la publicité de l’administration (16 mai 2019) n’ont pas été lues : le feedback n’a pas de dernier jour, car un délai vaudrait contre le candidat.',
          'The notice and the law at hand are silent; the Brussels rules on openness of administration (16 May 2019) were not read: feedback has no last day, since a term would count against the candidate.',
        ),
      ),
      mandate: found(
        { duration: 'P5Y', end: 'END_OF_DURATION' },
        ours(
          'Oproepen voor Brusselse mandaten, bekendgemaakt sinds 3 september 2018: 5 jaar.',
          'Appels aux mandats bruxellois, publiés depuis le 3 septembre 2018 : 5 ans.',
          'Calls for Brussels mandates, published since 3 September 2018: 5 years.',
        ),
      ),
      interimMandate: choice(
        { duration: null, end: 'RETURN_OF_HOLDER' },
        ours(
          'De vacature noemt geen duur: wie tijdelijk vervangt, doet dat tot de titularis terug is.',
          'L’offre n’indique aucune durée : le remplaçant reste jusqu’au retour du titulaire.',
          'The notice names no duration: who replaces in the interim does so until the holder returns.',
        ),
      ),
      otherMandate: OTHER_MANDATE,
    },
  },
];
