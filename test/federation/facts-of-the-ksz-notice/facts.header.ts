import { count, derived, type Fact, factsOf, silent, stated } from '../support/fact.table.ts';
import { copiesOf, twice } from './copies.ts';

/** The head of the page and what else it says of the post as a whole. */
export const HEADER = factsOf('S2.H', [
  ['1', 'vacancy.title.nl', 'Adjunct-administrateur-generaal', stated(1)],
  ['1', 'vacancy.function', 'DEPUTY_GENERAL_ADMINISTRATOR', stated(1)],
  ['1', 'vacancy.genderMarker', 'm/v/x', stated(1)],
  ['1', 'vacancy.position.title.nl', 'Adjunct-administrateur-generaal', stated(1), 'position'],
  ['1', 'deputy.title.nl', 'Adjunct-administrateur-generaal', stated(1, ...copiesOf(28))],
  ['1', 'deputy.function', 'DEPUTY_GENERAL_ADMINISTRATOR', stated(1, ...copiesOf(28))],
  ['2', 'vacancy.unitsConcerned', count(2), twice(20)],
  [
    '2',
    'vacancy.unitsConcerned[0].name.nl',
    'Kruispuntbank van de Sociale Zekerheid',
    stated(2, ...copiesOf(20)),
    'unitsConcerned[0]',
  ],
  ['2', 'vacancy.unitsConcerned[1].name.nl', 'eHealth-platform', twice(20), 'unitsConcerned[1]'],
  ['2', 'vacancy.closedOn', '2025-10-22', stated(2)],
  ['13', 'vacancy.topManagementFunction', true, twice(15)],
  ['13', 'vacancy.openToAllGenders', true, twice(15)],
  ['13', 'vacancy.procedureLanguage', 'NL', stated(405)],
  ['13', 'vacancy.noticeType', 'MANAGEMENT_VACANCY', derived('TOP_MANAGEMENT_NOTICE', ...copiesOf(15))],
  ['14', 'vacancy.mandate.kind', 'MANDATE', derived('LINKS_TO_MANDATE_FUNCTIONS', ...copiesOf(18))],
  ['14', 'vacancy.mandate.interim', null, silent()],
  ['15', 'vacancy.links', count(3), twice([115, 117])],
  ['15', 'vacancy.links[0].url', 'http://www.ksz-bcss.fgov.be', twice(115)],
  ['15', 'vacancy.links[1].url', 'https://www.ehealth.fgov.be', twice(116)],
  ['15', 'vacancy.links[2].url', 'https://www.socialsecurity.be', twice(117)],
  ['16', 'vacancy.contactPoints', count(1), stated(306)],
  ['16', 'vacancy.contactPoints[0].label.nl', 'Topteam', stated(306)],
  ['16', 'vacancy.contactPoints[0].email', 'topteam@bosa.fgov.be', stated(306)],
  [
    '16',
    'vacancy.contactPoints[0].purpose.en',
    /degree and language test, before the application deadline/i,
    stated(306),
  ],
]);

/** The last day to apply, inclusive. */
export const DEADLINE = factsOf('S2.A', [
  ['', 'vacancy.applicationDeadline.date', '2025-10-22', stated(368)],
  ['', 'vacancy.applicationDeadline.timeOfDay', null, silent()],
  ['', 'vacancy.applicationDeadline.closesAt', '2025-10-22T22:00:00Z', derived('INCLUSIVE_LOCAL_DAY')],
  ['', 'vacancy.applicationDeadline.daysLeft', 51, derived('WHOLE_LOCAL_DAYS')],
  ['', 'vacancy.status', 'OPEN', derived('STATUS_FROM_CLOCK')],
]);

/** Nine labels stand at the head without a value: nothing that follows may move into them. */
const EMPTY_LABELS = factsOf('S2.H', [
  ['3', 'vacancy.selectionCode', null, silent(3)],
  ['4', 'vacancy.languageRoles', null, silent(4)],
  ['5', 'vacancy.diploma', null, silent(5)],
  ['6', 'vacancy.contractType', null, silent(6)],
  ['7', 'vacancy.functionLevel', null, silent(7)],
  ['8', 'vacancy.recruitmentType', null, silent(8)],
  ['9', 'vacancy.mandate.duration', null, silent(9)],
  ['10', 'vacancy.workplace', null, silent(10)],
  ['11', 'vacancy.workingTime', null, silent(11)],
]);

const UNLABELLED = [
  'noticeTitle',
  'publishedOn',
  'opensOn',
  'vacantPositions',
  'rank',
  'weightingClasses',
  'temporary',
  'internalOnly',
  'mandate.startsOn',
  'mandate.endsOn',
  'pay.payScale',
  'pay.indexDate',
  'pay.payee',
];

export const SILENCE: readonly Fact[] = [
  ...EMPTY_LABELS,
  ...UNLABELLED.map((path): Fact => ['S2', `vacancy.${path}`, null, silent()]),
  ['S2.B', 'deputy.rank', null, silent()],
  ['S2.B', 'deputy.managementTier', null, silent()],
  ['S2.L', 'deputy.holder.status', 'UNKNOWN'],
  ['S2.L', 'administrator.holder.status', 'UNKNOWN'],
  ['S2.B', 'department.budgets', []],
  ['S2.B', 'department.headcounts', []],
  ['S2.B', 'recruitment.budgets', []],
  ['S2.B', 'recruitment.headcounts', []],
];
