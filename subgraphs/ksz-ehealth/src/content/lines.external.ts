import { ours, stated } from '@mandate-graph/domain';
import { BODY, copies, POSITION, twice, UNIT } from './ids.ts';
import { line } from './line.ts';

const { administrator, deputy } = POSITION;

const representation = (
  [
    ['communities-and-regions', BODY.communitiesAndRegions],
    ['international-institutions', BODY.international],
    ['private-instances', BODY.privateInstances],
  ] as const
).map(([local, body]) =>
  line(
    `deputy-represents-towards-${local}`,
    'REPRESENTS',
    [deputy, body],
    ours(
      'Vertegenwoordigt beide instellingen bij',
      'Représente les deux institutions auprès des',
      'Represents both institutions in relations with',
    ),
    twice(61),
    {
      onBehalfOf: [UNIT.ksz, UNIT.ehealth],
      matter: ours(
        'eGovernment in de sociale zekerheid en de gezondheid',
        'eGovernment dans la sécurité sociale et la santé',
        'eGovernment in social security and health',
      ),
    },
  ),
);

const cooperation = [
  line(
    'deputy-cooperates-with-sector-actors',
    'COOPERATES_WITH',
    [deputy, BODY.sectorActors],
    ours('Werkt samen met', 'Collabore avec', 'Cooperates with'),
    twice(63),
  ),
  line(
    'deputy-intermediary-for-stakeholders',
    'INTERMEDIARY_FOR',
    [deputy, BODY.stakeholders],
    ours(
      'Is tussenpersoon en netwerkmanager voor',
      'Est intermédiaire et gestionnaire de réseau pour',
      'Is intermediary and network manager for',
    ),
    twice(65),
    {
      matter: ours('actieplan eGezondheid', 'plan d’action eSanté', 'eHealth action plan'),
      condition: {
        operator: 'ALL_OF',
        circumstances: [
          ours(
            'binnen het strategisch kader van het actieplan',
            'dans le cadre stratégique du plan d’action',
            'within the strategic framework of the action plan',
          ),
          ours(
            'binnen de governance van het actieplan',
            'dans la gouvernance du plan d’action',
            'within the governance of the action plan',
          ),
        ],
      },
    },
  ),
];

const consulted = [
  {
    local: 'college',
    body: BODY.college,
    printed: 71,
    matter: ours(
      'coördinatie van de sociale zekerheid',
      'coordination de la sécurité sociale',
      'coordination of social security',
    ),
  },
  {
    local: 'court-of-audit',
    body: BODY.courtOfAudit,
    printed: 72,
    matter: ours('wettelijke controle', 'contrôle légal', 'statutory audit'),
  },
  { local: 'working-groups', body: BODY.workingGroups, printed: 73, matter: null },
] as const;

const consultation = consulted.flatMap(({ local, body, printed, matter }) => [
  line(
    `deputy-consults-with-${local}`,
    'CONSULTS_WITH',
    [deputy, body],
    ours('Pleegt overleg met', 'Se concerte avec', 'Consults with'),
    stated(...copies(69), ...copies(printed)),
    { matter },
  ),
  line(
    `deputy-negotiates-with-${local}`,
    'NEGOTIATES_WITH',
    [deputy, body],
    ours('Onderhandelt met', 'Négocie avec', 'Negotiates with'),
    stated(...copies(69), ...copies(printed)),
    { matter },
  ),
]);

const employer = line(
  'administrator-daily-management-of-ehealth-platform',
  'EXERCISES_DAILY_MANAGEMENT_OF',
  [administrator, UNIT.ehealth],
  ours(
    'Voert het dagelijks bestuur van',
    'Assure la gestion journalière de la',
    'Is in charge of the day-to-day management of',
  ),
  twice(114),
);

export const externalLines = [...representation, ...cooperation, ...consultation, employer];
