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
      'wordt bestuurd volgens de richtlijnen van',
      'est gérée selon les directives de',
      'is governed by the directives of',
    ),
    twice(28),
  ),
  line(
    `deputy-informs-board-${local}`,
    'INFORMS',
    [deputy, board],
    ours('informeert over het beheer', 'informe sur la gestion', 'informs about the management'),
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
    ours('reikt proactieve elementen aan', 'fournit des éléments proactifs', 'provides proactive elements'),
    twice(33),
    {
      matter: ours(
        'elementen die het comité voor zijn bevoegdheden nodig heeft',
        'éléments dont le comité a besoin pour exercer ses compétences',
        'elements the board needs to exercise its powers',
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
      'vertegenwoordigt beide instellingen bij',
      'représente les deux institutions auprès de',
      'represents both institutions towards',
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
      ours('pleegt overleg met', 'se concerte avec', 'consults with'),
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
