import { derived, stated } from '../support/fact.table.ts';
import type { LineFact } from '../support/line.facts.ts';

const POST = 'position:director-general';
const CONNECT_IT = 'unit:brussels-connectit';
const COUNCIL = 'body:directors-council';
const MINISTERS = 'body:supervising-ministers';
const GOVERNMENT = 'body:government';
const SERVICES = 'body:own-services';
const REPORTING = { key: 'reporting', operator: 'INCLUSIVE_OR' };
const OPINIONS = { key: 'opinions', operator: 'INCLUSIVE_OR' };

type More = Partial<LineFact>;
const post = (id: string, kind: string, to: string, source: LineFact['source'], more: More = {}): LineFact => ({
  id: `S1.L${id}`,
  kind,
  from: POST,
  to,
  source,
  ...more,
});
const part = (unit: string): LineFact => ({
  id: 'S1.L16',
  kind: 'PART_OF',
  from: `unit:${unit}`,
  to: CONNECT_IT,
  source: stated([277, 279]),
});

/** Every relationship line the notice draws; the post is at the start of all but those of the last number. */
export const LINES: readonly LineFact[] = [
  post('1', 'LEADS', CONNECT_IT, stated(47)),
  post('1', 'COORDINATES', CONNECT_IT, stated(47)),
  post('2', 'PROPOSES_TO', COUNCIL, stated([66, 70]), { topics: [/objectives/i, /plans/i] }),
  post('3', 'MEMBER_OF', COUNCIL, stated(165), {
    topics: [/general organisation of the GOB/i, /active/i, /support for proposals/i],
  }),
  post('4', 'ADVISES', COUNCIL, stated(114), { group: OPINIONS }),
  post('4', 'PROPOSES_TO', MINISTERS, stated([120, 122]), {
    via: COUNCIL,
    topics: [/adjustments/i, /alternatives/i],
    toSource: derived('PROPOSALS_GO_TO_WHOEVER_DECIDES', [96, 100], [120, 122]),
  }),
  post('5', 'ADVISES', MINISTERS, stated([96, 100]), { topics: [/questions/i, /reasoned opinions/i] }),
  post('5', 'ADVISES', MINISTERS, stated(114), { group: OPINIONS }),
  post('6', 'REPORTS_TO', 'position:secretary-general', stated(112), { group: REPORTING }),
  post('6', 'REPORTS_TO', 'position:deputy-secretary-general', stated(112), { group: REPORTING }),
  post('7', 'ACCOUNTABLE_TO', MINISTERS, derived('ACCOUNTABLE_TO_WHOEVER_SUPERVISES', [127, 131], 153)),
  post('7', 'SUBMITS_FILES_TO', MINISTERS, stated(153)),
  post('7', 'EXECUTES_POLICY_OF', MINISTERS, stated([127, 131])),
  post('7', 'EXECUTES_POLICY_OF', GOVERNMENT, stated([53, 55])),
  post('8', 'INFORMS', SERVICES, stated([135, 137]), { topics: [/policy/i, /questions/i] }),
  post('8', 'FORWARDS_TO', 'body:competent-administrations', stated([139, 141]), {
    topics: [/files/i, /instructions/i, /own guidelines and comments/i],
  }),
  post('9', 'ARBITRATES_BETWEEN', SERVICES, stated(151), {
    condition: { operator: 'ALL_OF', circumstances: [/needed/i] },
  }),
  post('10', 'REPORTS_TO', 'body:higher-authorities', stated(159), { matter: /activities/i }),
  post('11', 'DELEGATES_POWERS_TO', SERVICES, stated([195, 197]), { topics: [/responsibilities/i, /powers/i] }),
  post('12', 'SUPERVISES', 'body:direct-staff', stated([228, 230]), {
    topics: [/objectives/i, /results/i, /feedback/i, /support/i],
  }),
  post('13', 'REPRESENTS', 'body:public-events', stated([269, 271]), {
    onBehalfOf: [MINISTERS],
    topics: [/^national/i, /international/i],
  }),
  post('14', 'MAINTAINS_RELATIONS_WITH', 'body:other-administrations', stated(262)),
  post('14', 'MAINTAINS_RELATIONS_WITH', 'body:regional-partners', stated(262)),
  post('14', 'MAINTAINS_RELATIONS_WITH', 'body:external-key-partners', stated(264)),
  post('14', 'MAINTAINS_RELATIONS_WITH', 'body:interest-group-representatives', stated([266, 268])),
  post('14', 'COMMUNICATES_TO', 'body:citizens', stated(273), { topics: [/communication/i] }),
  post('15', 'SERVES', 'body:inhabitants', stated(57)),
  post('15', 'SERVES', 'body:other-public-services', stated([57, 59])),
  post('15', 'SERVES', GOVERNMENT, stated([57, 59])),
  {
    id: 'S1.L16',
    kind: 'PART_OF',
    from: CONNECT_IT,
    to: 'unit:gob',
    source: derived('ADMINISTRATION_OF_THE_RECRUITING_PUBLIC_SERVICE', 15, 39, [165, 171]),
  },
  ...['itco', 'sspit', 'easy-brussels', 'sap-competence-center', 'connectmemory'].map(part),
];
