import { count, derived, type Fact, factsOf, silent, stated } from '../support/fact.table.ts';

const ROOT = 'vacancy.participationConditions';
const LATER = 'vacancy.appointmentConditions';
/** Both places that say which evidence counts, and no other. */
const EXCLUSIVE = stated([335, 340], [415, 428]);

const leaf = (at: string, kind: string, evidence: string, line: number): readonly Fact[] => [
  ['', `${at}.operator`, 'CONDITION', stated(line)],
  ['', `${at}.condition.kind`, kind, stated(line)],
  ['', `${at}.condition.contentKnown`, true, stated(line)],
  ['', `${at}.condition.evidence`, [evidence], stated(line)],
  ['', `${at}.condition.evidenceExclusive`, true, EXCLUSIVE],
];
const one = (name: string, values: readonly string[], quantity: string | null = null) => ({ name, values, quantity });

/** Who may take part, judged at the deadline. */
export const PARTICIPATION = factsOf('S2.E', [
  ['', `${ROOT}.operator`, 'ALL_OF', stated([297, 299])],
  ['', `${ROOT}.rules`, count(2), stated([297, 299])],
  ['', `${ROOT}.notes[0].label.en`, /application deadline/i, stated(126, 295, 297)],
  ['1', `${ROOT}.rules[0].operator`, 'ANY_OF', stated(298)],
  ['1', `${ROOT}.rules[0].rules`, count(2), stated(298)],
  ...leaf(`${ROOT}.rules[0].rules[0]`, 'DEGREE', 'DIPLOMA', 298),
  ['1', `${ROOT}.rules[0].rules[0].condition.parameters[0]`, one('cycle', [], '2'), stated(298)],
  [
    '1',
    `${ROOT}.rules[0].rules[0].condition.parameters[1]`,
    one('exampleDegree', ['LICENTIATE', 'MASTER']),
    stated(298),
  ],
  [
    '1',
    `${ROOT}.rules[0].rules[0].condition.parameters[2]`,
    one('education', ['UNIVERSITY', 'ACADEMIC_LEVEL_HIGHER_EDUCATION']),
    stated(298),
  ],
  ...leaf(`${ROOT}.rules[0].rules[1]`, 'FUNCTION_LEVEL', 'APPOINTMENT_DECREE', 298),
  ['1', `${ROOT}.rules[0].rules[1].condition.parameters[0]`, one('level', ['A']), stated(298)],
  [
    '1',
    `${ROOT}.rules[0].rules[1].condition.parameters[1]`,
    one('service', ['FEDERAL_ADMINISTRATIVE_PUBLIC_SERVICE']),
    stated(298),
  ],
  ['2', `${ROOT}.rules[1].operator`, 'ANY_OF', stated(299)],
  ['2', `${ROOT}.rules[1].rules`, count(2), stated(299)],
  ...leaf(`${ROOT}.rules[1].rules[0]`, 'MANAGEMENT_EXPERIENCE', 'SPECIFIC_SECTIONS', 299),
  ['2', `${ROOT}.rules[1].rules[0].condition.parameters[0]`, one('minimum', [], 'P6Y'), stated(299)],
  [
    '2',
    `${ROOT}.rules[1].rules[0].condition.parameters[1]`,
    one('setting', ['PUBLIC_SERVICE', 'PRIVATE_SECTOR_ORGANISATION']),
    stated(300),
  ],
  ['2', `${ROOT}.rules[1].rules[0].notes[0].kind`, 'DEFINITION', stated(300)],
  ...leaf(`${ROOT}.rules[1].rules[1]`, 'USEFUL_EXPERIENCE', 'SPECIFIC_SECTIONS', 299),
  ['2', `${ROOT}.rules[1].rules[1].condition.parameters[0]`, one('minimum', [], 'P10Y'), stated(299)],
  [
    '2',
    `${ROOT}.rules[1].rules[1].condition.parameters[1]`,
    one('domain', ['SOCIAL_SECURITY', 'HEALTH', 'ICT_ARCHITECTURE']),
    stated(301),
  ],
  ['2', `${ROOT}.rules[1].rules[1].notes[0].kind`, 'DEFINITION', stated(301)],
  ['', `${ROOT}.rules[1].notes[0].kind`, 'NOT_ADDITIVE', derived('ALTERNATIVES_ARE_NOT_ADDED', 299)],
  ['3', `${ROOT}.rules[0].rules[0].notes[0].kind`, 'EQUIVALENCE', stated([303, 304])],
  ['4', `${ROOT}.rules[0].rules[0].notes[1].kind`, 'CONDITIONAL_PARTICIPATION', stated([305, 306])],
  ['4', `${ROOT}.rules[0].rules[0].notes[1].label.en`, /possibly with a language test/i, stated([305, 306])],
  ['4', `${ROOT}.rules[0].rules[0].condition.parameters[3]`, one('unconditionalCountry', ['BE']), stated(305)],
  ['4', `${ROOT}.rules[0].rules[0].condition.parameters[4]`, one('unconditionalLanguage', ['nl']), stated(305)],
]);

const appointment = (number: number, kind: string, parameters: readonly object[]): readonly Fact[] => {
  const at = `${LATER}.rules[${number - 1}]`;
  const line = 312 + number;
  return [
    [`${number}`, `${at}.condition.kind`, kind, stated(line)],
    [`${number}`, `${at}.condition.parameters`, parameters, parameters.length === 0 ? silent() : stated(line)],
    [`${number}`, `${at}.condition.evidence`, [], silent()],
  ];
};

/** What must hold on the day of appointment: five conditions, in lines 313 to 317. */
export const APPOINTMENT = factsOf('S2.N', [
  ['', `${LATER}.operator`, 'ALL_OF', stated([312, 317])],
  ['', `${LATER}.rules`, count(5), stated([312, 317])],
  ['', `${LATER}.notes[0].label.en`, /day of appointment/i, stated(312)],
  ...appointment(1, 'NATIONALITY', [one('nationality', ['BE', 'EEA', 'CH'])]),
  ['1', `${LATER}.rules[0].notes[0].label.en`, /equivalent.*certain conditions/i, stated(313)],
  ...appointment(2, 'CIVIL_AND_POLITICAL_RIGHTS', []),
  ...appointment(3, 'CONDUCT', []),
  ...appointment(4, 'NO_CONFLICT_OF_INTEREST', []),
  ...appointment(5, 'NOT_DISMISSED', [
    one('ground', ['URGENT_CAUSE', 'EX_OFFICIO', 'REMOVAL_AFTER_DISCIPLINARY_PROCEDURE']),
    one('service', ['HIRING_FEDERAL_SERVICE']),
    one('lookBack', ['DISMISSAL_DECISION', 'FINAL_DISCIPLINARY_RULING'], 'P3Y'),
  ]),
  ['5', `${LATER}.rules[4].notes[0].kind`, 'LOOK_BACK', stated(317)],
]);
