import { dutch, type LocalizedText } from '@mandate-graph/domain';
import { ksz, NOTICE, twice } from './ids.ts';

/** Organisations or persons that one line of the notice names together, without saying how many. */
const group = (local: string, name: LocalizedText, line: number) =>
  ksz.body(local, {
    notice: NOTICE,
    kind: 'GROUP',
    name,
    aliases: [],
    unit: null,
    competence: null,
    plural: true,
    sources: { '': twice(line) },
  });

export const groups = [
  group(
    'netwerk-sociale-zekerheid-en-gezondheidszorg',
    dutch(
      'Federale en andere instellingen in het netwerk van de sociale zekerheid en van de gezondheidszorg',
      'Institutions fédérales et autres du réseau de la sécurité sociale et des soins de santé',
      'Federal and other institutions in the network of social security and health care',
    ),
    35,
  ),
  group(
    'leidende-ambtenaren',
    dutch(
      'Leidende ambtenaren van andere openbare instellingen van de sociale zekerheid en de gezondheidszorg',
      'Fonctionnaires dirigeants d’autres institutions publiques de la sécurité sociale et des soins de santé',
      'Leading officials of other public institutions in social security and health care',
    ),
    47,
  ),
  group('sociale-partners', dutch('Sociale partners', 'Partenaires sociaux', 'Social partners'), 39),
  group(
    'actoren-gezondheidszorg',
    dutch('Actoren in de gezondheidszorg', 'Acteurs des soins de santé', 'Actors in health care'),
    39,
  ),
  group(
    'coordinatie-instanties',
    dutch('Coördinatie-instanties', 'Instances de coordination', 'Coordination bodies'),
    51,
  ),
  group(
    'bevoegde-instanties-actieplan',
    dutch(
      'Bevoegde instanties volgens het actieplan eGezondheid',
      'Instances compétentes selon le plan d’action eSanté',
      'Competent bodies under the eHealth action plan',
    ),
    53,
  ),
  group(
    'instellingen-gemeenschappen-en-gewesten',
    dutch(
      'Instellingen van de Gemeenschappen en Gewesten',
      'Institutions des Communautés et des Régions',
      'Institutions of the Communities and Regions',
    ),
    61,
  ),
  group(
    'internationale-overheidsinstellingen',
    dutch(
      'Internationale overheidsinstellingen',
      'Institutions publiques internationales',
      'International public institutions',
    ),
    61,
  ),
  group('prive-instanties', dutch('Privé-instanties', 'Organismes privés', 'Private bodies'), 61),
  group(
    'andere-sectoractoren',
    dutch(
      'Directie en contactpersonen van andere actoren van de sociale zekerheid en de gezondheid',
      'Direction et personnes de contact d’autres acteurs de la sécurité sociale et de la santé',
      'Management and contact persons of other actors in social security and health',
    ),
    63,
  ),
  group(
    'stakeholders-actieplan',
    dutch(
      'Stakeholders van het actieplan eGezondheid, binnen en buiten de overheid',
      'Parties prenantes du plan d’action eSanté, au sein et en dehors des pouvoirs publics',
      'Stakeholders of the eHealth action plan, inside and outside government',
    ),
    65,
  ),
  group('werkgroepen', dutch('Werkgroepen', 'Groupes de travail', 'Working groups'), 73),
];
