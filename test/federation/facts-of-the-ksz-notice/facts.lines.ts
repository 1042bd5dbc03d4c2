import { derived, stated } from '../support/fact.table.ts';
import type { LineFact } from '../support/line.facts.ts';
import { copiesOf, twice } from './copies.ts';

const DEPUTY = 'position:adjunct-administrateur-generaal';
const HEAD = 'position:administrateur-generaal';
const KSZ = 'unit:ksz';
const EHEALTH = 'unit:ehealth-platform';
const DEPARTMENT = 'unit:programma-project-en-klantenbeheer';
const GOVERNMENT = 'body:federale-regering';
const BOTH = [KSZ, EHEALTH];

type More = Partial<LineFact>;
const line = (id: string, kind: string, from: string, to: string, source: LineFact['source'], more: More = {}) => ({
  id: `S2.L${id}`,
  kind,
  from,
  to,
  source,
  ...more,
});
const deputy = (id: string, kind: string, to: string, source: LineFact['source'], more: More = {}) =>
  line(id, kind, DEPUTY, to, source, more);

/** Consultation and negotiation with one body of an enumeration that begins in another line. */
const talks = (id: string, body: string, heading: number, printed: number, matter?: RegExp): readonly LineFact[] =>
  ['CONSULTS_WITH', 'NEGOTIATES_WITH'].map((kind) =>
    deputy(id, kind, `body:${body}`, twice(heading, printed), matter === undefined ? {} : { matter }),
  );

const WITHIN: readonly LineFact[] = [
  line('1', 'LEADS', HEAD, KSZ, twice(28)),
  line('1', 'LEADS', HEAD, EHEALTH, twice(28)),
  deputy('1', 'SUPPORTS', HEAD, twice(28, 29)),
  deputy('2', 'DEPUTISES_FOR', HEAD, twice(28, 101), {
    condition: { operator: 'ANY_OF', circumstances: [/prevented/i, /entrusts tasks/i] },
  }),
  ...BOTH.map((unit) =>
    deputy('2', 'FINALLY_RESPONSIBLE_FOR', unit, twice(25, 101), {
      condition: { operator: 'ALL_OF', circumstances: [/absent/i] },
    }),
  ),
  line('3', 'GOVERNED_BY', KSZ, 'body:beheerscomite-ksz', twice(28)),
  line('3', 'GOVERNED_BY', EHEALTH, 'body:beheerscomite-ehealth-platform', twice(28)),
  ...['body:beheerscomite-ksz', 'body:beheerscomite-ehealth-platform'].flatMap((board) => [
    deputy('4', 'INFORMS', board, twice(31), {
      topics: [/budgetary aspects/i, /execution of the management plan/i, /programme and project management/i],
    }),
    deputy('4', 'PROVIDES_TO', board, twice(33), { matter: /needs to exercise its powers/i }),
  ]),
  deputy('5', 'REPRESENTS', 'body:netwerk-sociale-zekerheid-en-gezondheidszorg', twice(35), {
    onBehalfOf: BOTH,
    matter: /activities of the institutions/i,
  }),
  deputy('6', 'CONSULTS_WITH', 'body:sociale-partners', twice(39), { matter: /vision/i }),
  deputy('6', 'CONSULTS_WITH', 'body:actoren-gezondheidszorg', twice(39), { matter: /vision/i }),
  ...BOTH.map((unit) =>
    deputy('7', 'OVERSEES', unit, twice(41), {
      matter: /IT security.*legal standards/i,
      toSource: derived('INSTITUTIONS_THE_POST_WORKS_FOR', ...copiesOf([28, 29], 41)),
    }),
  ),
  deputy('8', 'LEADS', DEPARTMENT, twice(42)),
  line('8', 'PART_OF', DEPARTMENT, EHEALTH, twice(42)),
];

const FEDERAL: readonly LineFact[] = [
  deputy('9', 'NEGOTIATES_WITH', GOVERNMENT, twice(45, 91), {
    matter: /management agreements of the CBSS and of the eHealth platform/i,
    inConsultationWith: [HEAD],
  }),
  deputy('9', 'REPORTS_TO', GOVERNMENT, twice(45), {
    matter: /execution of the management agreement/i,
    inConsultationWith: [HEAD],
    toSource: derived('OTHER_PARTY_TO_THE_AGREEMENT', ...copiesOf(45)),
  }),
  deputy('10', 'COOPERATES_WITH', 'body:leidende-ambtenaren', twice(47)),
  deputy('11', 'REPORTS_TO', 'body:algemeen-coordinatiecomite', twice(49)),
  deputy('12', 'REPORTS_TO', 'body:overlegcomite-gebruikers-ehealth-platform', twice(49)),
  deputy('13', 'REPRESENTS', 'body:coordinatie-instanties', twice(51), { onBehalfOf: BOTH }),
  deputy('14', 'REPORTS_TO', 'body:bevoegde-instanties-actieplan', twice(53), {
    matter: /eHealth action plan/i,
    topics: [/strategic coordination/i, /follow-up/i, /reporting/i],
  }),
  ...talks('15', 'minister-sociale-zaken', 55, 56),
  ...talks('15', 'minister-begroting', 55, 57),
  ...talks('15', 'minister-ambtenarenzaken', 55, 58),
];

const EXTERNAL: readonly LineFact[] = [
  ...['instellingen-gemeenschappen-en-gewesten', 'internationale-overheidsinstellingen', 'prive-instanties'].map((to) =>
    deputy('16', 'REPRESENTS', `body:${to}`, twice(61), { onBehalfOf: BOTH, matter: /eGovernment/ }),
  ),
  deputy('17', 'COOPERATES_WITH', 'body:andere-sectoractoren', twice(63)),
  deputy('18', 'INTERMEDIARY_FOR', 'body:stakeholders-actieplan', twice(65), {
    matter: /eHealth action plan/i,
    condition: { operator: 'ALL_OF', circumstances: [/strategic framework/i, /governance/i] },
  }),
  ...talks('20', 'college-openbare-instellingen-sociale-zekerheid', 69, 71, /coordination of social security/i),
  ...talks('20', 'rekenhof', 69, 72, /statutory audit/i),
  ...talks('20', 'werkgroepen', 69, 73),
  line('21', 'EXERCISES_DAILY_MANAGEMENT_OF', HEAD, EHEALTH, twice(114)),
  {
    id: 'S2.O',
    kind: 'PART_OF',
    from: 'unit:dg-rekrutering-en-ontwikkeling',
    to: 'unit:fod-bosa',
    source: stated(126, 295, 335, 415),
  },
];

/** Every relationship line the notice draws. */
export const LINES: readonly LineFact[] = [...WITHIN, ...FEDERAL, ...EXTERNAL];
