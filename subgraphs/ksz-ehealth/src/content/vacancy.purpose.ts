import { derived, passage } from '@mandate-graph/domain';
import { copies, twice } from './ids.ts';
import { entry, type Part, sourcesOf, valuesOf } from './sources.ts';

const aims = [
  entry(
    passage(
      'Mee de strategie van de KSZ en van het eHealth-platform bepalen en uitvoeren.',
      'Contribuer à définir et à mettre en œuvre la stratégie de la BCSS et de la plate-forme eHealth.',
      'Help define and carry out the strategy of the CBSS and of the eHealth platform.',
    ),
    twice(20),
  ),
  entry(
    passage(
      'Mee een ICT-architectuur voor de sector en ICT-basisdiensten bepalen die de eGovernmentstrategie dragen.',
      'Contribuer à définir une architecture TIC pour le secteur et des services TIC de base qui portent la stratégie d’eGovernment.',
      'Help define an ICT architecture for the sector and basic ICT services that carry the eGovernment strategy.',
    ),
    twice(21),
  ),
  entry(
    passage(
      'Complexe strategieën, zoals het actieplan eGezondheid, en hun programma’s bepalen, uitvoeren en opvolgen, in overleg met alle beleidsniveaus en het werkveld, voor betere dienstverlening met zo weinig mogelijk formaliteiten.',
      'Définir, exécuter et suivre des stratégies complexes, comme le plan d’action eSanté, et leurs programmes, en concertation avec tous les niveaux de pouvoir et le terrain, pour un meilleur service avec un minimum de formalités.',
      'Define, carry out and follow up complex strategies, such as the eHealth action plan, and their programmes, in consultation with all levels of government and the field, for better service with a minimum of formalities.',
    ),
    twice(22),
  ),
  entry(
    passage(
      'De kwaliteit van de diensten van beide instellingen bewaken en hun gebruik bevorderen.',
      'Surveiller la qualité des services des deux institutions et en promouvoir l’usage.',
      'Watch over the quality of both institutions’ services and promote their use.',
    ),
    twice(23),
  ),
  entry(
    passage(
      'De uitvoering van het interfederale actieplan eGezondheid en het zorgvuldige middelenbeheer bewaken.',
      'Veiller à l’exécution du plan d’action interfédéral eSanté et à la bonne gestion des moyens.',
      'Watch over the execution of the interfederal eHealth action plan and the careful management of resources.',
    ),
    twice(24),
  ),
  entry(
    passage(
      'De eindverantwoordelijkheid voor beide instellingen dragen als de administrateur-generaal afwezig is.',
      'Porter la responsabilité finale des deux institutions en l’absence de l’administrateur général.',
      'Bear final responsibility for both institutions when the administrator-general is absent.',
    ),
    twice(25),
  ),
];

/** What the job is for, and the values it is to be done by. */
export const purpose: Part<'mission' | 'aims' | 'values'> = {
  fields: {
    mission: passage(
      'De administrateur-generaal bijstaan en vervangen in de leiding van de KSZ en het eHealth-platform, en de strategie voor eGovernment en eGezondheid mee vormgeven en uitvoeren.',
      'Seconder et remplacer l’administrateur général à la direction de la BCSS et de la plate-forme eHealth, et contribuer à définir et à réaliser la stratégie d’eGovernment et d’eSanté.',
      'Assist and deputise for the administrator-general in leading the CBSS and the eHealth platform, and help shape and carry out the eGovernment and eHealth strategy.',
    ),
    aims: valuesOf(aims),
    values: [
      passage(
        'Aandacht voor toegankelijkheid en meerwaarde voor de burger, ook als zorggebruiker, en doeltreffend en billijk gebruik van publieke middelen.',
        'Attention à l’accessibilité et à la plus-value pour le citoyen, y compris comme usager des soins, et usage efficace et équitable des moyens publics.',
        'Attention to accessibility and added value for the citizen, also as a user of care, and effective and fair use of public resources.',
      ),
    ],
  },
  sources: {
    mission: derived('SUMMARY_OF_THE_PURPOSE', ['aims', 'line 28'], ...copies(20, 25), ...copies(28)),
    aims: twice(20, 25),
    ...sourcesOf('aims', aims),
    values: twice(67),
  },
};
