import { derived, ours, stated } from '@mandate-graph/domain';
import { copies, POSITION, twice, UNIT } from './ids.ts';
import { line } from './line.ts';

const { administrator, deputy } = POSITION;

/** The two institutions the post serves: a sentence about both makes one line to each. */
const INSTITUTIONS = [
  { local: 'ksz', unit: UNIT.ksz },
  { local: 'ehealth-platform', unit: UNIT.ehealth },
] as const;

const leadership = INSTITUTIONS.map(({ local, unit }) =>
  line(`administrator-leads-${local}`, 'LEADS', [administrator, unit], ours('Leidt', 'Dirige', 'Leads'), twice(28)),
);

const finalResponsibility = INSTITUTIONS.map(({ local, unit }) =>
  line(
    `deputy-finally-responsible-for-${local}`,
    'FINALLY_RESPONSIBLE_FOR',
    [deputy, unit],
    ours(
      'Draagt bij afwezigheid van de administrateur-generaal de eindverantwoordelijkheid voor',
      'Assume, en l’absence de l’administrateur général, la responsabilité finale de la',
      'Bears, in the absence of the administrator-general, final responsibility for',
    ),
    stated(...copies(25), ...copies(101)),
    {
      condition: {
        operator: 'ALL_OF',
        circumstances: [
          ours(
            'de administrateur-generaal is afwezig',
            'l’administrateur général est absent',
            'the administrator-general is absent',
          ),
        ],
      },
    },
  ),
);

const deputyship = [
  line(
    'deputy-supports-administrator',
    'SUPPORTS',
    [deputy, administrator],
    ours('Ondersteunt', 'Soutient', 'Supports'),
    stated(...copies(28), ...copies(29)),
  ),
  line(
    'deputy-deputises-for-administrator',
    'DEPUTISES_FOR',
    [deputy, administrator],
    ours('Vervangt', 'Remplace', 'Deputises for'),
    stated(...copies(28), ...copies(101)),
    {
      condition: {
        operator: 'ANY_OF',
        circumstances: [
          ours(
            'de administrateur-generaal is verhinderd',
            'l’administrateur général est empêché',
            'the administrator-general is prevented from acting',
          ),
          ours(
            'de administrateur-generaal vertrouwt de adjunct taken toe',
            'l’administrateur général confie des tâches à l’adjoint',
            'the administrator-general entrusts tasks to the deputy',
          ),
        ],
      },
      sources: { condition: twice(28) },
    },
  ),
];

const oversight = INSTITUTIONS.map(({ local, unit }) =>
  line(
    `deputy-oversees-security-of-${local}`,
    'OVERSEES',
    [deputy, unit],
    ours(
      'Waakt over de informatieveiligheid van',
      'Veille à la sécurité de l’information de la',
      'Oversees the information security of',
    ),
    twice(41),
    {
      matter: ours(
        'naleving van de informaticaveiligheid, de informaticaprocessen en de wettelijke normen voor gegevensuitwisseling',
        'respect de la sécurité et des processus informatiques et des normes légales sur l’échange de données',
        'compliance with IT security, IT processes and the legal standards for data exchange',
      ),
      // The sentence names the sector's norms; that the two institutions are the ones overseen follows from line 29.
      sources: { to: derived('INSTITUTIONS_THE_POST_WORKS_FOR', ['lines 28-29'], ...copies(28, 29), ...copies(41)) },
    },
  ),
);

const department = [
  line(
    'deputy-leads-programma-project-en-klantenbeheer',
    'LEADS',
    [deputy, UNIT.programmes],
    ours('Leidt', 'Dirige', 'Leads'),
    twice(42),
  ),
  line(
    'programma-project-en-klantenbeheer-part-of-ehealth-platform',
    'PART_OF',
    [UNIT.programmes, UNIT.ehealth],
    ours('Is een afdeling van', 'Est un département de la', 'Is a department of'),
    twice(42),
  ),
];

export const internalLines = [...leadership, ...deputyship, ...finalResponsibility, ...oversight, ...department];
