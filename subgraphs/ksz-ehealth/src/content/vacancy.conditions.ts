import { derived, type EligibilityRule, ours, type Sources, stated } from '@mandate-graph/domain';
import { type Part, under } from './sources.ts';

/** The two places that say which evidence counts, and nothing else. */
const EXCLUSIVE = stated([335, 340], [415, 428]);

const qualification: EligibilityRule = {
  key: 'qualification',
  operator: 'ANY_OF',
  label: ours('Diploma of functie van niveau A', 'Diplôme ou fonction de niveau A', 'Degree or level A function'),
  rules: [
    {
      key: 'degree',
      operator: 'CONDITION',
      label: ours(
        'Diploma van de 2e cyclus (zoals licentiaat of master) van universitair of academisch hoger onderwijs',
        'Diplôme de 2e cycle (par exemple licence ou master) de l’enseignement universitaire ou supérieur de type académique',
        'Second-cycle degree (such as licentiate or master) of university or academic-level higher education',
      ),
      condition: {
        kind: 'DEGREE',
        parameters: [
          { name: 'cycle', values: [], quantity: '2' },
          { name: 'exampleDegree', values: ['LICENTIATE', 'MASTER'], quantity: null },
          { name: 'education', values: ['UNIVERSITY', 'ACADEMIC_LEVEL_HIGHER_EDUCATION'], quantity: null },
          { name: 'unconditionalCountry', values: ['BE'], quantity: null },
          { name: 'unconditionalLanguage', values: ['nl'], quantity: null },
        ],
        evidence: ['DIPLOMA'],
        evidenceExclusive: true,
        contentKnown: true,
      },
      notes: [
        {
          kind: 'EQUIVALENCE',
          label: ours(
            'Een vroeger diploma dat met een vermeld diploma is gelijkgesteld, volstaat.',
            'Un diplôme antérieur assimilé à un diplôme mentionné suffit.',
            'An earlier degree equated with a listed one is accepted.',
          ),
        },
        {
          kind: 'CONDITIONAL_PARTICIPATION',
          label: ours(
            'Buitenlands of niet-Nederlandstalig diploma: deelname onder voorbehoud, mogelijk met taaltest.',
            'Diplôme d’un autre pays que la Belgique ou dans une autre langue que le néerlandais : participation sous réserve, avec test linguistique éventuel.',
            'Degree from a country other than Belgium or in a language other than Dutch: participation is conditional, possibly with a language test.',
          ),
        },
      ],
    },
    {
      key: 'level-a-function',
      operator: 'CONDITION',
      label: ours(
        'Functie van niveau A in het federaal administratief openbaar ambt',
        'Titulaire d’une fonction de niveau A dans la fonction publique administrative fédérale',
        'Holder of a level A function in the federal administrative public service',
      ),
      condition: {
        kind: 'FUNCTION_LEVEL',
        parameters: [
          { name: 'level', values: ['A'], quantity: null },
          { name: 'service', values: ['FEDERAL_ADMINISTRATIVE_PUBLIC_SERVICE'], quantity: null },
        ],
        evidence: ['APPOINTMENT_DECREE'],
        evidenceExclusive: true,
        contentKnown: true,
      },
      notes: [],
    },
  ],
  notes: [],
};

const experience: EligibilityRule = {
  key: 'experience',
  operator: 'ANY_OF',
  label: ours('Ervaring', 'Expérience', 'Experience'),
  rules: [
    {
      key: 'management-experience',
      operator: 'CONDITION',
      label: ours(
        'Minstens 6 jaar managementervaring',
        'Au moins 6 ans d’expérience en management',
        'At least 6 years of management experience',
      ),
      condition: {
        kind: 'MANAGEMENT_EXPERIENCE',
        parameters: [
          { name: 'minimum', values: [], quantity: 'P6Y' },
          { name: 'setting', values: ['PUBLIC_SERVICE', 'PRIVATE_SECTOR_ORGANISATION'], quantity: null },
        ],
        evidence: ['SPECIFIC_SECTIONS'],
        evidenceExclusive: true,
        contentKnown: true,
      },
      notes: [
        {
          kind: 'DEFINITION',
          label: ours(
            'Ervaring met beheer in een overheidsdienst of een private organisatie.',
            'Expérience de gestion dans un service public ou une organisation du secteur privé.',
            'Experience of management in a public service or a private-sector organisation.',
          ),
        },
      ],
    },
    {
      key: 'useful-experience',
      operator: 'CONDITION',
      label: ours(
        'Minstens 10 jaar nuttige professionele ervaring',
        'Au moins 10 ans d’expérience professionnelle utile',
        'At least 10 years of useful professional experience',
      ),
      condition: {
        kind: 'USEFUL_EXPERIENCE',
        parameters: [
          { name: 'minimum', values: [], quantity: 'P10Y' },
          { name: 'domain', values: ['SOCIAL_SECURITY', 'HEALTH', 'ICT_ARCHITECTURE'], quantity: null },
        ],
        evidence: ['SPECIFIC_SECTIONS'],
        evidenceExclusive: true,
        contentKnown: true,
      },
      notes: [
        {
          kind: 'DEFINITION',
          label: ours(
            'Ervaring in de sociale zekerheid, de gezondheid of de ICT-architectuur.',
            'Expérience dans la sécurité sociale, la santé ou l’architecture TIC.',
            'Experience in social security, health or ICT architecture.',
          ),
        },
      ],
    },
  ],
  notes: [
    {
      kind: 'NOT_ADDITIVE',
      label: ours(
        'Zes jaar van de ene soort of tien van de andere: dat ze mogen worden opgeteld, staat er niet.',
        'Six ans de l’une ou dix de l’autre : rien ne dit qu’on peut les additionner.',
        'Six years of the one or ten of the other: nothing says that the two may be added.',
      ),
    },
  ],
};

const rule: EligibilityRule = {
  key: 'participation',
  operator: 'ALL_OF',
  label: ours('Deelnemingsvoorwaarden', 'Conditions de participation', 'Participation conditions'),
  rules: [qualification, experience],
  notes: [
    {
      kind: 'SCOPE',
      label: ours(
        'Absolute vereisten, te vervullen op de uiterste inschrijvingsdatum.',
        'Exigences absolues, à remplir à la date limite d’inscription.',
        'Absolute requirements, to be met on the application deadline.',
      ),
    },
  ],
};

const sources: Sources = {
  '': stated([297, 299]),
  'notes[0]': stated(126, 295, 297),
  'rules[0]': stated(298),
  'rules[0].rules[0].condition.evidenceExclusive': EXCLUSIVE,
  'rules[0].rules[0].condition.parameters[3]': stated(305),
  'rules[0].rules[0].condition.parameters[4]': stated(305),
  'rules[0].rules[0].notes[0]': stated([303, 304]),
  'rules[0].rules[0].notes[1]': stated([305, 306]),
  'rules[0].rules[1].condition.evidenceExclusive': EXCLUSIVE,
  'rules[1]': stated(299),
  'rules[1].notes[0]': derived('ALTERNATIVES_ARE_NOT_ADDED', ['line 299'], 299),
  'rules[1].rules[0].condition.evidenceExclusive': EXCLUSIVE,
  'rules[1].rules[0].condition.parameters[1]': stated(300),
  'rules[1].rules[0].notes[0]': stated(300),
  'rules[1].rules[1].condition.evidenceExclusive': EXCLUSIVE,
  'rules[1].rules[1].condition.parameters[1]': stated(301),
  'rules[1].rules[1].notes[0]': stated(301),
};

/** Who may take part, judged at the application deadline. */
export const participation: Part<'participationConditions'> = {
  fields: { participationConditions: rule },
  sources: under('participationConditions', sources),
};
