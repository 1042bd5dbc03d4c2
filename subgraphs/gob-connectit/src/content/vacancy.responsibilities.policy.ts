import { dutch } from '@mandate-graph/domain';
import { responsibility, text } from './vacancy.responsibilities.shape.ts';

export const direction = responsibility(
  'guidelines-objectives-plans',
  {
    line: 64,
    text: dutch(
      'Definitie van de richtlijnen, doelstellingen en actieplannen',
      'Définition des directives, des objectifs et des plans d’action',
      'Defining guidelines, objectives and action plans',
    ),
  },
  text(
    [66, 70],
    'Doelen en plannen op korte en lange termijn bepalen en aan de directieraad voorleggen, zodat duidelijk is wat het bestuur moet bereiken om regeringsbeslissingen goed uit te voeren',
    'Fixer des objectifs et des plans à court et à long terme et les proposer au conseil de direction, pour que soit clair ce que l’administration doit réaliser afin de bien exécuter les décisions du Gouvernement',
    'Setting short-term and long-term objectives and plans and proposing them to the directors’ council, so that it is clear what the administration must achieve for government decisions to be carried out well',
  ),
  [
    text(
      74,
      'Geregeld nagaan of de doelstellingen nog gelden',
      'Vérifier régulièrement si les objectifs restent valables',
      'Checking regularly whether the objectives still hold',
    ),
    text(
      76,
      'Kansen en risico’s in kaart brengen',
      'Repérer les opportunités et les risques',
      'Mapping opportunities and risks',
    ),
    text(
      [78, 82],
      'Een operationeel plan laten opstellen, de middelen ervoor bepalen en de eigen diensten erover inlichten',
      'Coordonner un plan opérationnel, en déterminer les moyens et en informer ses services',
      'Coordinating an operational plan, determining the resources for it and informing the services about it',
    ),
    text(
      [84, 86],
      'Toezien op de doorvertaling van operationeel plan en actieplannen naar de diensten',
      'Contrôler la traduction du plan opérationnel et des plans d’action dans les services',
      'Checking that the operational plan and action plans are carried through to the services',
    ),
    text(
      [88, 90],
      'Begrotingen voorstellen binnen de eigen bevoegdheden, en de besteding van toegekende begrotingen volgen en controleren',
      'Proposer des budgets dans le cadre de ses compétences, et suivre et contrôler l’exécution des budgets alloués',
      'Proposing budgets within its powers, and following and checking the execution of the budgets granted',
    ),
  ],
);

export const preparation = responsibility(
  'policy-preparation',
  {
    line: 94,
    text: dutch(
      'Analyses, aanbevelingen en voorbereiding van beleidsinitiatieven en reglementeringen',
      'Analyses, recommandations et préparation des initiatives politiques et des réglementations',
      'Analyses, recommendations and preparation of policy initiatives and regulations',
    ),
  },
  text(
    [96, 100],
    'Voorstellen doen in de bevoegdheidsdomeinen van het bestuur en vragen van de minister(s) met gemotiveerd advies beantwoorden, zodat de politiek goed kan beslissen',
    'Formuler des propositions dans les domaines de compétence de l’administration et répondre aux questions du ou des ministres par des avis motivés, pour que l’autorité politique puisse bien décider',
    'Making proposals in the administration’s fields and answering questions of the minister(s) with reasoned opinions, so that the political authority can decide well',
  ),
  [
    text(
      [104, 106],
      'De diensten inschakelen: dossiers toewijzen, analyses begeleiden, voorstellen beoordelen',
      'Faire appel aux services : leur confier les dossiers, encadrer les analyses, évaluer les propositions',
      'Calling on the services: assigning files, guiding analyses, assessing proposals',
    ),
    text(
      [108, 110],
      'Bewaken dat voorstellen van verschillende diensten samenhangen en uitvoerbaar zijn',
      'Veiller à la cohérence et à la faisabilité des propositions des différents services',
      'Seeing that proposals of different services are coherent and can be carried out',
    ),
    text(
      112,
      'Verslag uitbrengen bij de secretaris-generaal, de adjunct-secretaris-generaal of beiden',
      'Faire rapport au secrétaire général, au secrétaire général adjoint ou aux deux',
      'Reporting to the Secretary-General, the Deputy Secretary-General or both',
    ),
    text(
      114,
      'Advies geven in de directieraad, rechtstreeks aan de minister of allebei',
      'Rendre des avis au conseil de direction, directement au ministre ou aux deux',
      'Giving opinions in the directors’ council, directly to the minister or both',
    ),
    text(
      [116, 118],
      'Systematisch volgen hoe noden en verwachtingen van de Brusselaars veranderen',
      'Suivre systématiquement l’évolution des besoins et des attentes des Bruxellois',
      'Following systematically how the needs and expectations of the people of Brussels change',
    ),
    text(
      [120, 122],
      'Het gevoerde beleid geregeld evalueren en langs de directieraad bijsturingen of alternatieven voorstellen',
      'Évaluer régulièrement les politiques menées et proposer, via le conseil de direction, des adaptations ou des alternatives',
      'Evaluating policy regularly and proposing adjustments or alternatives through the directors’ council',
    ),
  ],
);
