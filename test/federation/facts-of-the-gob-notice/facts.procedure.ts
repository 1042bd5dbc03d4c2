import { count, derived, type Fact, factsOf, silent, stated } from '../support/fact.table.ts';

const step = (number: number): string => `vacancy.announcedSteps[${number - 1}]`;

/** On which the notice is silent for each of the three. */
const nothingMore = (number: number): readonly Fact[] => [
  ...['passMark', 'duration', 'committeeSize', 'testCount', 'weightingClasses'].map(
    (field): Fact => [`${number}`, `${step(number)}.${field}`, null, silent()],
  ),
  [`${number}`, `${step(number)}.rules`, [], silent()],
];

/** Screening, interview, result. */
export const PROCEDURE = factsOf('S1.S', [
  ['', 'vacancy.announcedSteps', count(3), stated([437, 474])],
  ['1', `${step(1)}.kind`, 'ELIGIBILITY_SCREENING', stated([441, 447])],
  ['1', `${step(1)}.name.nl`, 'Screening van de deelnemingsvoorwaarden en ontvankelijkheid', stated(441)],
  ['1', `${step(1)}.eliminatory`, true, derived('SCREENING_PRECEDES_INVITATION', [443, 447], 452)],
  ['1', `${step(1)}.actor`, null, silent()],
  ['1', `${step(1)}.failureNotice`, 'LETTER', stated([445, 447])],
  ['1', `${step(1)}.evaluates`, count(2), stated([441, 447])],
  ['1', `${step(1)}.evaluates[0].en`, /participation conditions/i, stated(441, 445)],
  ['1', `${step(1)}.evaluates[1].en`, /admissibility/i, stated(441)],
  ['1', `${step(1)}.inputs[0].en`, /application/i, stated(443)],
  ...nothingMore(1),
  ['2', `${step(2)}.kind`, 'INTERVIEW', stated([451, 456])],
  ['2', `${step(2)}.name.nl`, 'Selectiegesprek', stated(451)],
  ['2', `${step(2)}.evaluates`, count(3), stated([451, 456])],
  ['2', `${step(2)}.evaluates[0].nl`, 'Motivatie (interesse, inzicht, verwachtingen)', stated([452, 454])],
  ['2', `${step(2)}.evaluates[1].nl`, 'Technische kennis', stated(454)],
  ['2', `${step(2)}.evaluates[2].nl`, 'Gedragsgerichte competenties', stated(454)],
  ['2', `${step(2)}.description.summary.en`, /invitation/i, stated([452, 456])],
  ['2', `${step(2)}.eliminatory`, null, silent()],
  ['2', `${step(2)}.actor`, null, silent()],
  ['2', `${step(2)}.failureNotice`, null, silent()],
  ...nothingMore(2),
  ['3', `${step(3)}.kind`, 'RESULT', stated([460, 474])],
  ['3', `${step(3)}.name.nl`, 'Resultaat', stated(460)],
  ['3', `${step(3)}.inputs`, count(2), stated(462)],
  ['3', `${step(3)}.inputs[0].nl`, 'Schriftelijke kandidatuur', stated(462)],
  ['3', `${step(3)}.inputs[1].nl`, 'Selectiegesprek', stated(462)],
  ['3', `${step(3)}.actor.name.nl`, 'Selectiecommissie', stated(464), 'announcedSteps[2].actor'],
  ['3', `${step(3)}.outcomes`, count(4), stated([460, 474])],
  ['3', `${step(3)}.outcomes[0].en`, /suitable or not suitable/i, stated([462, 464])],
  ['3', `${step(3)}.suitabilityScheme`, 'SUITABLE_UNSUITABLE', stated([462, 464])],
  ['3', `${step(3)}.outcomes[1].en`, /ranking by results when more than one/i, stated([464, 468])],
  ['3', `${step(3)}.outcomes[2].en`, /ranking and its reasons.*Government/i, stated([470, 472])],
  ['3', `${step(3)}.outcomes[3].en`, /reasoned decision of the Government on titles and merits/i, stated([472, 474])],
  ['3', `${step(3)}.decidedBy.id`, 'gob-connectit:body:government', stated([470, 474]), 'announcedSteps[2].decidedBy'],
  ['3', `${step(3)}.eliminatory`, null, silent()],
  ...nothingMore(3),
]);

/** Everyone the notice names, apart from candidates and the units of the organisation. */
export const ACTORS = factsOf('S1.A', [
  ['', 'secretary.title.nl', 'Secretaris-generaal', stated(112)],
  ['', 'secretary.function', 'SECRETARY_GENERAL', stated(112)],
  ['', 'deputySecretary.title.nl', 'Adjunct-secretaris-generaal', stated(112)],
  ['', 'deputySecretary.function', 'DEPUTY_SECRETARY_GENERAL', stated(112)],
  ['', 'council.kind', 'DIRECTORS_COUNCIL', stated(165)],
  ['', 'council.name.nl', 'Directieraad', stated(68, 114, 120, 165, 175, 399)],
  ['', 'ministers.kind', 'MINISTER', stated(129)],
  ['', 'ministers.name.nl', 'Voogdijminister(s)', stated(129)],
  ['', 'ministers.aliases[0]', 'Minister(s)', stated(98, 135, 141, 269)],
  ['.L16', 'ministers.plural', true, stated(98, 129)],
  ['', 'government.kind', 'GOVERNMENT', stated([53, 55])],
  ['', 'government.name.nl', 'Regering van het Brussels Hoofdstedelijk Gewest', stated([53, 55])],
  ['', 'government.aliases[0]', 'Regering', stated(59, 472)],
  ['', 'region.kind', 'TERRITORY', stated(55)],
  ['', 'region.name.nl', 'Brussels Hoofdstedelijk Gewest', stated(55, 307)],
  ['', 'committee.kind', 'SELECTION_COMMITTEE', stated(464)],
  ['', 'committee.name.nl', 'Selectiecommissie', stated(464)],
  ['', 'services.kind', 'GROUP', stated(82)],
  ['', 'services.name.en', 'Own services', stated(82, 104, 108, 135, 169, 195)],
  ['', 'staff.name.nl', 'Directe medewerkers', stated(228, 393)],
  ['', 'higher.name.nl', 'Hogere instanties', stated(159)],
  ['', 'inhabitants.name.nl', 'Inwoners', stated(57, 118)],
  ['', 'citizens.name.nl', 'Burgers', stated(273, 366)],
  ['', 'interestGroups.name.nl', 'Vertegenwoordigers van belangengroeperingen', stated([266, 268])],
  ['', 'keyPartners.name.nl', 'Externe sleutelpartners', stated(264)],
]);
