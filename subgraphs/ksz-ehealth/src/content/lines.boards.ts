import { ours } from '@mandate-graph/domain';
import { BODY, POSITION, twice, UNIT } from './ids.ts';
import { line } from './line.ts';

const { deputy } = POSITION;

/** Each institution with its own board of management. */
const MANAGED = [
  { local: 'ksz', unit: UNIT.ksz, board: BODY.boardKsz },
  { local: 'ehealth-platform', unit: UNIT.ehealth, board: BODY.boardEhealth },
] as const;

const boards = MANAGED.flatMap(({ local, unit, board }) => [
  line(
    `${local}-governed-by-board`,
    'GOVERNED_BY',
    [unit, board],
    ours(
      'Wordt bestuurd volgens de richtlijnen van',
      'Est gérée selon les directives du',
      'Is governed under the directives of',
    ),
    twice(28),
  ),
  line(
    `deputy-informs-board-${local}`,
    'INFORMS',
    [deputy, board],
    ours(
      'Geeft informatie over het beheer aan',
      'Fournit des informations sur la gestion au',
      'Provides information on the management to',
    ),
    twice(31),
    {
      topics: [
        ours('budgettaire aspecten', 'aspects budgétaires', 'budgetary aspects'),
        ours(
          'uitvoering van het bestuursplan',
          'exécution du plan d’administration',
          'execution of the management plan',
        ),
        ours('programma- en projectbeheer', 'gestion des programmes et projets', 'programme and project management'),
      ],
    },
  ),
  line(
    `deputy-provides-to-board-${local}`,
    'PROVIDES_TO',
    [deputy, board],
    ours(
      'Bezorgt proactief elementen aan',
      'Fournit de manière proactive des éléments au',
      'Proactively provides input to',
    ),
    twice(33),
    {
      matter: ours(
        'elementen die het comité voor zijn bevoegdheden nodig heeft',
        'éléments dont le comité a besoin pour exercer ses compétences',
        'input the board needs to exercise its powers',
      ),
    },
  ),
]);

const network = [
  line(
    'deputy-represents-towards-network',
    'REPRESENTS',
    [deputy, BODY.network],
    ours(
      'Vertegenwoordigt beide instellingen bij',
      'Représente les deux institutions auprès des',
      'Represents both institutions in relations with',
    ),
    twice(35),
    {
      onBehalfOf: [UNIT.ksz, UNIT.ehealth],
      matter: ours(
        'de activiteiten van de instellingen binnen het netwerk',
        'les activités des institutions au sein du réseau',
        'the activities of the institutions within the network',
      ),
    },
  ),
  ...(
    [
      ['social-partners', BODY.socialPartners],
      ['care-actors', BODY.careActors],
    ] as const
  ).map(([local, body]) =>
    line(
      `deputy-consults-with-${local}`,
      'CONSULTS_WITH',
      [deputy, body],
      ours('Pleegt overleg met', 'Se concerte avec', 'Consults with'),
      twice(39),
      {
        matter: ours(
          'een visie die het veranderende landschap van sociale zekerheid en gezondheidszorg volgt',
          'une vision qui suit l’évolution de la sécurité sociale et des soins de santé',
          'a vision that follows the changing landscape of social security and health care',
        ),
      },
    ),
  ),
];

/** Lines to the boards of management and the partners around the institutions. */
export const boardLines = [...boards, ...network];
