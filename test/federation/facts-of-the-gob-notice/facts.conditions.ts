import { count, factsOf, silent, stated } from '../support/fact.table.ts';

const ROOT = 'vacancy.participationConditions';

/** Who may apply: the footnote to the contract type. The service note's own conditions are not in the notice. */
export const CONDITIONS = factsOf('S1.', [
  ['E', 'vacancy.internalOnly', true, stated(39)],
  ['E1', `${ROOT}.operator`, 'ALL_OF', stated([39, 41])],
  ['E1', `${ROOT}.rules`, count(3), stated([39, 41])],
  ['E1a', `${ROOT}.rules[0].condition.kind`, 'EMPLOYER', stated(39)],
  ['E1a', `${ROOT}.rules[0].condition.parameters`, parameter('employer', 'gob-connectit:unit:gob'), stated(39)],
  ['E1a', `${ROOT}.rules[0].condition.contentKnown`, true, stated(39)],
  ['E1a', `${ROOT}.rules[1].operator`, 'ANY_OF', stated(39)],
  ['E1a', `${ROOT}.rules[1].rules`, count(2), stated(39)],
  ['E1a', `${ROOT}.rules[1].rules[0].condition.kind`, 'EMPLOYMENT_RELATION', stated(39)],
  ['E1a', `${ROOT}.rules[1].rules[0].condition.parameters`, parameter('relation', 'CONTRACTUAL'), stated(39)],
  ['E1a', `${ROOT}.rules[1].rules[1].condition.kind`, 'EMPLOYMENT_RELATION', stated(39)],
  ['E1a', `${ROOT}.rules[1].rules[1].condition.parameters`, parameter('relation', 'STATUTORY'), stated(39)],
  ['E1b', `${ROOT}.rules[2].condition.kind`, 'EXTERNAL_DOCUMENT', stated([40, 41])],
  ['E1b', `${ROOT}.rules[2].condition.parameters`, parameter('document', 'SERVICE_NOTE'), stated([40, 41])],
  ['E1b', `${ROOT}.rules[2].condition.contentKnown`, false, stated([40, 41])],
  ['E1', `${ROOT}.rules[2].condition.evidence`, [], silent()],
  ['E', `${ROOT}.notes[0].kind`, 'SCOPE', stated([39, 40])],
  ['E', `${ROOT}.notes[0].label.en`, /procedures.*plural/, stated([39, 40])],
]);

function parameter(name: string, value: string) {
  return [{ name, values: [value], quantity: null }];
}
