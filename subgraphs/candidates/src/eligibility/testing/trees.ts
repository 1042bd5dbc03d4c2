import {
  type ConditionKind,
  type EligibilityRule,
  ours,
  type RuleNote,
  type RuleParameter,
  type Sources,
  stated,
} from '@mandate-graph/domain';
import type { Judgement } from '../evidence.rules.ts';

/** Trees in the shapes that notices have, with neutral names. */

export const parameter = (name: string, values: readonly string[], quantity: string | null = null): RuleParameter => ({
  name,
  values,
  quantity,
});

const NOTES: Partial<Record<RuleNote['kind'], RuleNote['label']>> = {
  EQUIVALENCE: ours('Wat gelijkgesteld is, volstaat.', 'Ce qui est assimilé suffit.', 'What is equated is accepted.'),
  CONDITIONAL_PARTICIPATION: ours(
    'Uit een ander land of in een andere taal: deelname onder voorbehoud, mogelijk met taaltest.',
    'D’un autre pays ou dans une autre langue : participation sous réserve, avec test linguistique éventuel.',
    'Of another country or in another language: participation is conditional, possibly with a language test.',
  ),
};
const note = (kind: RuleNote['kind']): RuleNote => ({ kind, label: NOTES[kind] ?? ours('Noot', 'Note', 'Note') });

interface Shape {
  readonly parameters?: readonly RuleParameter[];
  readonly evidence?: 'DIPLOMA' | 'APPOINTMENT_DECREE' | 'SPECIFIC_SECTIONS' | 'STAFF_RECORD';
  readonly notes?: readonly RuleNote['kind'][];
  readonly contentKnown?: boolean;
}

export const conditionRule = (
  key: string,
  kind: ConditionKind,
  [nl, fr, en]: readonly [string, string, string],
  { parameters = [], evidence, notes = [], contentKnown = true }: Shape = {},
): EligibilityRule & { operator: 'CONDITION' } => ({
  key,
  operator: 'CONDITION',
  label: ours(nl, fr, en),
  condition: {
    kind,
    parameters,
    evidence: evidence === undefined ? [] : [evidence],
    evidenceExclusive: evidence !== undefined,
    contentKnown,
  },
  notes: notes.map(note),
});

export const group = (
  key: string,
  operator: 'ALL_OF' | 'ANY_OF',
  [nl, fr, en]: readonly [string, string, string],
  ...rules: readonly EligibilityRule[]
): EligibilityRule => ({ key, operator, label: ours(nl, fr, en), rules, notes: [] });

export const EMPLOYER = 'example:unit:ministry';

/** Staff of one employer, under further conditions in a document that the notice does not reproduce. */
export const INTERNAL = group(
  'participation',
  'ALL_OF',
  ['Deelnemingsvoorwaarden', 'Conditions de participation', 'Participation conditions'],
  conditionRule(
    'employer',
    'EMPLOYER',
    ['Personeelslid van het ministerie', 'Membre du personnel du ministère', 'Member of staff of the ministry'],
    {
      parameters: [parameter('employer', [EMPLOYER])],
    },
  ),
  group(
    'relation',
    'ANY_OF',
    [
      'Contractueel of statutair in dienst',
      'En service comme contractuel ou statutaire',
      'Employed under contract or as a statutory member of staff',
    ],
    conditionRule('contractual', 'EMPLOYMENT_RELATION', ['Contractueel', 'Contractuel', 'Under contract'], {
      parameters: [parameter('relation', ['CONTRACTUAL'])],
    }),
    conditionRule('statutory', 'EMPLOYMENT_RELATION', ['Statutair', 'Statutaire', 'Statutory'], {
      parameters: [parameter('relation', ['STATUTORY'])],
    }),
  ),
  conditionRule(
    'document',
    'EXTERNAL_DOCUMENT',
    [
      'Voorwaarden uit een nota die niet bekend is',
      'Conditions d’une note qui n’est pas connue',
      'Conditions in a note that is not known',
    ],
    { parameters: [parameter('document', ['NOTE'])], contentKnown: false },
  ),
);

export const DEGREE = conditionRule(
  'degree',
  'DEGREE',
  ['Diploma van de 2e cyclus', 'Diplôme de 2e cycle', 'Second-cycle degree'],
  {
    parameters: [
      parameter('cycle', [], '2'),
      parameter('exampleDegree', ['MASTER']),
      parameter('education', ['UNIVERSITY', 'ACADEMIC_LEVEL_HIGHER_EDUCATION']),
      parameter('unconditionalCountry', ['BE']),
      parameter('unconditionalLanguage', ['nl']),
    ],
    evidence: 'DIPLOMA',
    notes: ['EQUIVALENCE', 'CONDITIONAL_PARTICIPATION'],
  },
);

export const LEVEL_A = conditionRule(
  'level',
  'FUNCTION_LEVEL',
  ['Functie van niveau A', 'Fonction de niveau A', 'Level A function'],
  {
    parameters: [parameter('level', ['A']), parameter('service', ['PUBLIC_SERVICE'])],
    evidence: 'APPOINTMENT_DECREE',
  },
);

export const MANAGEMENT = conditionRule(
  'management',
  'MANAGEMENT_EXPERIENCE',
  [
    'Minstens 6 jaar managementervaring',
    'Au moins 6 ans d’expérience en management',
    'At least 6 years of management experience',
  ],
  {
    parameters: [
      parameter('minimum', [], 'P6Y'),
      parameter('setting', ['PUBLIC_SERVICE', 'PRIVATE_SECTOR_ORGANISATION']),
    ],
    evidence: 'SPECIFIC_SECTIONS',
  },
);

export const USEFUL = conditionRule(
  'useful',
  'USEFUL_EXPERIENCE',
  ['Minstens 10 jaar nuttige ervaring', 'Au moins 10 ans d’expérience utile', 'At least 10 years of useful experience'],
  {
    parameters: [
      parameter('minimum', [], 'P10Y'),
      parameter('domain', ['SOCIAL_SECURITY', 'HEALTH', 'ICT_ARCHITECTURE']),
    ],
    evidence: 'SPECIFIC_SECTIONS',
  },
);

/** A degree or a function, and years of one kind or of the other. */
export const OPEN = group(
  'participation',
  'ALL_OF',
  ['Deelnemingsvoorwaarden', 'Conditions de participation', 'Participation conditions'],
  group(
    'qualification',
    'ANY_OF',
    ['Diploma of functie', 'Diplôme ou fonction', 'Degree or function'],
    DEGREE,
    LEVEL_A,
  ),
  group('experience', 'ANY_OF', ['Ervaring', 'Expérience', 'Experience'], MANAGEMENT, USEFUL),
);

export const OPEN_SOURCES: Sources = {
  participationConditions: stated([297, 299]),
  'participationConditions.rules[0]': stated(298),
  'participationConditions.rules[0].rules[0].notes[0]': stated([303, 304]),
  'participationConditions.rules[0].rules[0].notes[1]': stated([305, 306]),
  'participationConditions.rules[1]': stated(299),
  'participationConditions.rules[1].rules[1]': stated(299, [301, 302]),
};

export const NATIONALITY = conditionRule(
  'nationality',
  'NATIONALITY',
  ['Belg, EER of Zwitser', 'Belge, EEE ou Suisse', 'Belgian, EEA or Swiss'],
  { parameters: [parameter('nationality', ['BE', 'EEA', 'CH'])], notes: ['EQUIVALENCE'] },
);

export const NOT_DISMISSED = conditionRule(
  'not-dismissed',
  'NOT_DISMISSED',
  [
    'Niet ontslagen in de laatste drie jaar',
    'Pas licencié dans les trois dernières années',
    'Not dismissed in the last three years',
  ],
  {
    parameters: [
      parameter('ground', ['URGENT_CAUSE', 'EX_OFFICIO']),
      parameter('service', ['HIRING_SERVICE']),
      parameter('lookBack', ['DISMISSAL_DECISION'], 'P3Y'),
    ],
    notes: ['LOOK_BACK'],
  },
);

export const APPOINTMENT = group(
  'appointment',
  'ALL_OF',
  ['Aanstellingsvoorwaarden', 'Conditions d’affectation', 'Appointment conditions'],
  NATIONALITY,
  conditionRule('rights', 'CIVIL_AND_POLITICAL_RIGHTS', [
    'Burgerlijke en politieke rechten',
    'Droits civils et politiques',
    'Civil and political rights',
  ]),
  conditionRule('conduct', 'CONDUCT', ['Passend gedrag', 'Conduite conforme', 'Fitting conduct']),
  conditionRule('conflict', 'NO_CONFLICT_OF_INTEREST', [
    'Geen belangenconflict',
    'Aucun conflit d’intérêts',
    'No conflict of interest',
  ]),
  NOT_DISMISSED,
);

/** The deadline day of {@link OPEN}, and a candidate of three weeks before. */
export const AT: Judgement = {
  judgedOn: '2026-10-22',
  dateOfCandidacy: '2026-10-01',
  specificSectionsLanguage: 'nl',
  documents: 'REQUIRED',
};
