import { count, derived, type Fact, factsOf, type Lines, stated } from '../support/fact.table.ts';
import { copiesOf, twice } from './copies.ts';

/** The six purposes of the job. */
export const PURPOSE = factsOf('S2.G', [
  ['', 'vacancy.aims', count(6), twice([20, 25])],
  ['1', 'vacancy.aims[0].summary.en', /strategy of the CBSS and of the eHealth platform/i, twice(20)],
  ['2', 'vacancy.aims[1].summary.en', /ICT architecture for the sector and basic ICT services/i, twice(21)],
  [
    '3',
    'vacancy.aims[2].summary.en',
    /complex strategies, such as the eHealth action plan.*all levels.*minimum of formalities/i,
    twice(22),
  ],
  ['4', 'vacancy.aims[3].summary.en', /quality.*promote their use/i, twice(23)],
  ['5', 'vacancy.aims[4].summary.en', /interfederal eHealth action plan.*resources/i, twice(24)],
  ['6', 'vacancy.aims[5].summary.en', /final responsibility.*administrator-general is absent/i, twice(25)],
  ['', 'vacancy.mission.summary.en', /deputise/i, derived('SUMMARY_OF_THE_PURPOSE', ...copiesOf([20, 25], 28))],
]);

const relations = (
  number: number,
  [title, heading]: readonly [string, number],
  activities: readonly (readonly [RegExp, Lines])[],
): readonly Fact[] => {
  const at = `vacancy.responsibilities[${number - 1}]`;
  return factsOf('S2.L', [
    ['', `${at}.title.nl`, title, twice(heading)],
    ['', `${at}.activities`, count(activities.length), twice(SECTIONS[number - 1]!)],
    ...activities.map(
      ([words, lines], index): Fact => ['', `${at}.activities[${index}].summary.en`, words, twice(lines)],
    ),
  ]);
};
/** Where the three sections on relations stand. */
const SECTIONS: readonly Lines[] = [
  [27, 41],
  [43, 58],
  [59, 73],
];

/** Relations within the organisation, within the federal government, and outside it: 6, 6 and 5 points. */
export const RELATIONS: readonly Fact[] = [
  ['S2.L', 'vacancy.responsibilities', count(3), twice([27, 73])],
  ...relations(
    1,
    ['Interne relaties binnen de organisatie', 27],
    [
      [/boards informed of budget, management plan, programmes and projects/i, 31],
      [/boards in advance/i, 33],
      [/represent both institutions in the network/i, 35],
      [/a vision and strategies/i, 37],
      [/social partners and care actors/i, 39],
      [/IT security, IT processes/i, 41],
    ],
  ),
  ...relations(
    2,
    ['Interne relaties binnen de federale overheid', 43],
    [
      [/negotiate the management agreements with the Government and report/i, 45],
      [/leading officials/i, 47],
      [/coordination committee.*user consultation committee/i, 49],
      [/coordination bodies/i, 51],
      [/eHealth action plan strategically/i, 53],
      [/three ministers, the supervising minister among them/i, [55, 58]],
    ],
  ),
  ...relations(
    3,
    ['Externe relaties bij de federale overheid', 59],
    [
      [/federated entities and international and private institutions/i, 61],
      [/management and contact persons of other actors/i, 63],
      [/intermediary and network manager/i, 65],
      [/College.*Court of Audit and working groups/i, [69, 73]],
    ],
  ),
  ['S2.L19', 'vacancy.values', count(1), twice(67)],
  [
    'S2.L19',
    'vacancy.values[0].summary.en',
    /accessibility and added value for the citizen.*fair use of public resources/i,
    twice(67),
  ],
];

const KSZ = { id: 'ksz-ehealth:unit:ksz' };
const EHEALTH = { id: 'ksz-ehealth:unit:ehealth-platform' };

/** Ten common ones under line 77, one of the KSZ under line 102, three of the platform under line 104. */
const AREAS: readonly (readonly [id: string, words: RegExp, lines: Lines, unit: object | null, heading: number])[] = [
  ['1', /common eGovernment and ICT strategy.*availability, integrity and confidentiality/i, [78, 82], null, 77],
  ['2', /permanent relations/i, 85, null, 77],
  ['3', /authorities of other levels/i, 87, null, 77],
  ['4', /programmes of cooperation.*eHealth action plan/i, 89, null, 77],
  ['5', /management agreement and negotiate.*monitor/i, 91, null, 77],
  ['6', /departments of both institutions/i, 93, null, 77],
  ['7', /budgetary, financial, material, staff.*division of tasks/i, 95, null, 77],
  ['8', /changes needed inside and outside/i, 97, null, 77],
  ['9', /control and internal audit/i, 99, null, 77],
  ['10', /deputise for the administrator-general.*final responsibility/i, 101, null, 77],
  ['K1', /cycle.*priorities/i, 103, KSZ, 102],
  ['E1', /strategy, programmes and projects in line/i, 106, EHEALTH, 104],
  ['E2', /trust between the partners/i, 108, EHEALTH, 104],
  ['E3', /strategy internally.*autonomy for the heads of department/i, 110, EHEALTH, 104],
];

export const RESULT_AREAS: readonly Fact[] = [
  ['S2.R', 'vacancy.resultAreas', count(14), twice([76, 110])],
  ...AREAS.flatMap(([id, words, lines, unit, heading], index): readonly Fact[] => {
    const at = `vacancy.resultAreas[${index}]`;
    return [
      [`S2.R${id}`, `${at}.description.summary.en`, words, twice(lines)],
      [`S2.R${id}`, `${at}.unit`, unit, twice(heading)],
      [`S2.R${id}`, `${at}.kind`, 'PERMANENT', twice(76)],
    ];
  }),
];

/** Rules of the notice that fit no other field. */
export const REMARKS = factsOf('S2.', [
  ['S', 'vacancy.remarks[0].summary.en', /coordinated laws on the use of languages/i, stated(364)],
  ['F', 'vacancy.remarks[1].summary.en', /diversity/i, stated(329)],
  ['A', 'vacancy.remarks[2].summary.en', /registration procedure exactly/i, stated(...copiesOf(17), 369)],
  ['H14', 'vacancy.remarks[3].summary.en', /mandate functions/i, twice(18)],
]);
