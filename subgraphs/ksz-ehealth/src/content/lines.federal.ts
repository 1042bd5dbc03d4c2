import { derived, ours, stated } from '@mandate-graph/domain';
import { BODY, copies, POSITION, twice, UNIT } from './ids.ts';
import { line } from './line.ts';

const { administrator, deputy } = POSITION;

const ACTION_PLAN = ours('actieplan eGezondheid', 'plan d’action eSanté', 'eHealth action plan');

const government = [
  line(
    'deputy-negotiates-with-government',
    'NEGOTIATES_WITH',
    [deputy, BODY.government],
    ours('Onderhandelt met', 'Négocie avec', 'Negotiates with'),
    stated(...copies(45), ...copies(91)),
    {
      matter: ours(
        'de bestuursovereenkomsten van de KSZ en van het eHealth-platform',
        'les contrats d’administration de la BCSS et de la plate-forme eHealth',
        'the management agreements of the CBSS and of the eHealth platform',
      ),
      inConsultationWith: [administrator],
      sources: { inConsultationWith: twice(45) },
    },
  ),
  line(
    'deputy-reports-to-government',
    'REPORTS_TO',
    [deputy, BODY.government],
    ours('Brengt verslag uit aan', 'Fait rapport au', 'Reports to'),
    twice(45),
    {
      matter: ours(
        'de uitvoering van de bestuursovereenkomst',
        'l’exécution du contrat d’administration',
        'the execution of the management agreement',
      ),
      inConsultationWith: [administrator],
      // The sentence names no addressee of the report: it is taken to be the other party to the agreement.
      sources: { to: derived('OTHER_PARTY_TO_THE_AGREEMENT', ['line 45'], ...copies(45)) },
    },
  ),
];

const institutions = [
  line(
    'deputy-cooperates-with-leading-officials',
    'COOPERATES_WITH',
    [deputy, BODY.leadingOfficials],
    ours('Werkt samen met', 'Collabore avec', 'Cooperates with'),
    twice(47),
  ),
  line(
    'deputy-reports-to-coordination-committee',
    'REPORTS_TO',
    [deputy, BODY.coordinationCommittee],
    ours('Rapporteert aan', 'Fait rapport au', 'Reports to'),
    twice(49),
  ),
  line(
    'deputy-reports-to-user-committee',
    'REPORTS_TO',
    [deputy, BODY.userCommittee],
    ours('Rapporteert aan', 'Fait rapport au', 'Reports to'),
    twice(49),
  ),
  line(
    'deputy-represents-towards-coordination-instances',
    'REPRESENTS',
    [deputy, BODY.coordinationInstances],
    ours(
      'Vertegenwoordigt beide instellingen in',
      'Représente les deux institutions au sein des',
      'Represents both institutions in',
    ),
    twice(51),
    { onBehalfOf: [UNIT.ksz, UNIT.ehealth] },
  ),
  line(
    'deputy-reports-to-plan-instances',
    'REPORTS_TO',
    [deputy, BODY.planInstances],
    ours('Brengt verslag uit aan', 'Fait rapport aux', 'Reports to'),
    twice(53),
    {
      matter: ACTION_PLAN,
      topics: [
        ours('strategische coördinatie', 'coordination stratégique', 'strategic coordination'),
        ours('opvolging', 'suivi', 'follow-up'),
        ours('rapportering', 'rapportage', 'reporting'),
      ],
    },
  ),
];

const ministers = [
  ['minister-social-affairs', BODY.socialAffairs, 56],
  ['minister-budget', BODY.budget, 57],
  ['minister-civil-service', BODY.civilService, 58],
] as const;

const ministerLines = ministers.flatMap(([local, body, printed]) => [
  line(
    `deputy-consults-with-${local}`,
    'CONSULTS_WITH',
    [deputy, body],
    ours('Pleegt overleg met', 'Se concerte avec', 'Consults with'),
    stated(...copies(55), ...copies(printed)),
  ),
  line(
    `deputy-negotiates-with-${local}`,
    'NEGOTIATES_WITH',
    [deputy, body],
    ours('Onderhandelt met', 'Négocie avec', 'Negotiates with'),
    stated(...copies(55), ...copies(printed)),
  ),
]);

const recruiter = line(
  'dg-rekrutering-en-ontwikkeling-part-of-fod-bosa',
  'PART_OF',
  [UNIT.recruitment, UNIT.bosa],
  ours('Is een directoraat-generaal van', 'Est une direction générale du', 'Is a directorate-general of'),
  stated(126, 295, 335, 415),
);

export const federalLines = [...government, ...institutions, ...ministerLines, recruiter];
