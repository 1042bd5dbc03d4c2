import { type Passage, passage, type ResultArea } from '@mandate-graph/domain';
import { twice, UNIT } from './ids.ts';
import { type Entry, type Part, sourcesOf, valuesOf } from './sources.ts';

const PERMANENT_HEADING = 76;

/** Areas under one heading of the notice: the heading says whose they are, null for both institutions. */
const areas = (
  prefix: string,
  unit: string | null,
  heading: number,
  items: readonly (readonly [description: Passage, first: number, last?: number])[],
): readonly Entry<ResultArea>[] =>
  items.map(([description, first, last], index) => ({
    value: { key: `${prefix}-${index + 1}`, unit, kind: 'PERMANENT', description },
    sources: { '': twice(first, last), unit: twice(heading), kind: twice(PERMANENT_HEADING) },
  }));

const common = areas('common', null, 77, [
  [
    passage(
      'In overleg met de administrateur-generaal, de sector, de Regering en de instellingen in de beheerscomités mee bepalen: (1) de gemeenschappelijke eGovernment- en ICT-strategie, met minimale formaliteiten; (2) een gemeenschappelijk beleid voor de beschikbaarheid, integriteit en vertrouwelijkheid van informatie.',
      'En concertation avec l’administrateur général, le secteur, le Gouvernement et les institutions des comités de gestion, contribuer à définir : (1) la stratégie commune d’eGovernment et de TIC, avec un minimum de formalités ; (2) une politique commune de disponibilité, d’intégrité et de confidentialité de l’information.',
      'In consultation with the administrator-general, the sector, the Government and the institutions on the boards, help define: (1) the common eGovernment and ICT strategy, with minimal formalities; (2) a common policy on the availability, integrity and confidentiality of information.',
    ),
    78,
    82,
  ],
  [
    passage(
      'Blijvende relaties met de instellingen van beide netwerken, voor samenhang tussen programma’s en projecten.',
      'Relations permanentes avec les institutions des deux réseaux, pour la cohérence des programmes et projets.',
      'Permanent relations with the institutions of both networks, for coherence between programmes and projects.',
    ),
    85,
  ],
  [
    passage(
      'Relaties met overheden van andere niveaus die ICT-verbindingen met de netwerken kunnen hebben, om hun de diensten aan te bieden.',
      'Relations avec les autorités d’autres niveaux susceptibles d’avoir des liens TIC avec les réseaux, pour leur offrir les services.',
      'Relations with authorities of other levels that may have ICT links with the networks, to offer them the services.',
    ),
    87,
  ],
  [
    passage(
      'Samenwerkingsprogramma’s tussen instellingen van de sectoren sturen en begeleiden, vooral die van het actieplan eGezondheid.',
      'Piloter et accompagner les programmes de collaboration entre institutions des secteurs, surtout ceux du plan d’action eSanté.',
      'Steer and guide programmes of cooperation between institutions of the sectors, above all those of the eHealth action plan.',
    ),
    89,
  ],
  [
    passage(
      'De bestuursovereenkomst mee uitwerken en met de Regering onderhandelen; de uitvoering van beide overeenkomsten blijvend opvolgen.',
      'Contribuer à élaborer le contrat d’administration et à le négocier avec le Gouvernement ; suivre en permanence l’exécution des deux contrats.',
      'Help draw up the management agreement and negotiate it with the Government; monitor the execution of both agreements throughout.',
    ),
    91,
  ],
  [
    passage(
      'De afdelingen van beide instellingen organiseren en sturen volgens de toegekende middelen, met het oog op de strategische doelen.',
      'Organiser et diriger les départements des deux institutions selon les moyens alloués, en vue des objectifs stratégiques.',
      'Organise and steer the departments of both institutions within the resources allotted, towards the strategic objectives.',
    ),
    93,
  ],
  [
    passage(
      'Toezicht op de middelen (onder meer budgettaire, financiële, materiële en personele), volgens de taakverdeling van de administrateur-generaal.',
      'Contrôle des moyens (entre autres budgétaires, financiers, matériels et humains), selon la répartition des tâches fixée par l’administrateur général.',
      'Supervision of resources (budgetary, financial, material, staff and others), following the division of tasks the administrator-general sets.',
    ),
    95,
  ],
  [
    passage(
      'Nodige veranderingstrajecten binnen en buiten de instellingen steunen en begeleiden.',
      'Soutenir et accompagner les processus de changement nécessaires au sein et en dehors des institutions.',
      'Support and guide the changes needed inside and outside the institutions.',
    ),
    97,
  ],
  [
    passage(
      'Waken over de werking van controle en interne audit.',
      'Veiller au fonctionnement du contrôle et de l’audit interne.',
      'Watch over the working of control and internal audit.',
    ),
    99,
  ],
  [
    passage(
      'De administrateur-generaal zo nodig vervangen, met de eindverantwoordelijkheid bij afwezigheid.',
      'Remplacer au besoin l’administrateur général, avec la responsabilité finale en cas d’absence.',
      'Deputise for the administrator-general where needed, with final responsibility in case of absence.',
    ),
    101,
  ],
]);

const forKsz = areas('ksz', UNIT.ksz, 102, [
  [
    passage(
      'De cyclus bewaken waarmee de KSZ haar prioriteiten beheert.',
      'Veiller au cycle par lequel la BCSS gère ses priorités.',
      'Safeguard the cycle by which the CBSS manages its priorities.',
    ),
    103,
  ],
]);

const forEhealth = areas('ehealth-platform', UNIT.ehealth, 104, [
  [
    passage(
      'Strategie, programma’s en projecten op elkaar afstemmen en hun uitvoering bewaken.',
      'Accorder la stratégie, les programmes et les projets et veiller à leur exécution.',
      'Keep strategy, programmes and projects in line with one another and watch over their execution.',
    ),
    106,
  ],
  [
    passage(
      'Vertrouwen tussen de partners en het platform opbouwen en erop toezien dat partners hun verbintenissen nakomen.',
      'Instaurer la confiance entre les partenaires et la plate-forme et veiller à ce que les partenaires tiennent leurs engagements.',
      'Build trust between the partners and the platform and see to it that partners keep their commitments.',
    ),
    108,
  ],
  [
    passage(
      'De strategie intern meedelen en de diensten coördineren, met autonomie voor de afdelingshoofden.',
      'Communiquer la stratégie en interne et coordonner les services, en laissant de l’autonomie aux chefs de département.',
      'Communicate the strategy internally and coordinate the services, with autonomy for the heads of department.',
    ),
    110,
  ],
]);

const all = [...common, ...forKsz, ...forEhealth];

export const resultAreas: Part<'resultAreas'> = {
  fields: { resultAreas: valuesOf(all) },
  sources: { resultAreas: twice(76, 110), ...sourcesOf('resultAreas', all) },
};
