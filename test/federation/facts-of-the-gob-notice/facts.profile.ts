import { count, derived, type Fact, factsOf, type Lines, silent, stated } from '../support/fact.table.ts';

/** The interview evaluates technical knowledge and behavioural competences, so each of them. */
const ASSESSED = derived('COMPETENCES_OF_A_KIND_THE_STEP_EVALUATES', [452, 456]);

const technical = (index: number, label: string, level: string, lines: Lines): readonly Fact[] => {
  const at = `vacancy.competences[${index}]`;
  return factsOf(`S1.C.T${index + 1}`, [
    ['', `${at}.kind`, 'TECHNICAL', stated(324)],
    ['', `${at}.group.nl`, 'Technische competenties', stated(324)],
    ['', `${at}.label.nl`, label, stated(lines)],
    ['', `${at}.masteryLevel`, level, stated(lines)],
    ['', `${at}.masteryType`, null, silent()],
    ['', `${at}.assessedIn`, ['interview'], ASSESSED],
  ]);
};

const behavioural = (
  index: number,
  [label, heading]: readonly [string, number],
  statements: readonly (readonly [RegExp, Lines])[],
): readonly Fact[] => {
  const at = `vacancy.competences[${index}]`;
  return factsOf(`S1.C.B${index - 4}`, [
    ['', `${at}.kind`, 'BEHAVIOURAL', stated(340)],
    ['', `${at}.group.nl`, 'Gedragsgerichte competenties', stated(340)],
    ['', `${at}.label.nl`, label, stated(heading)],
    ['', `${at}.masteryLevel`, null, silent()],
    ['', `${at}.masteryType`, null, silent()],
    ['', `${at}.assessedIn`, ['interview'], ASSESSED],
    ['', `${at}.statements`, count(statements.length), stated(heading)],
    ...statements.map(
      ([words, lines], at2): Fact => [`.${at2 + 1}`, `${at}.statements[${at2}].summary.en`, words, stated(lines)],
    ),
  ]);
};

/** Five technical subjects with the adjective of each, and six groups of 3 + 3 + 3 + 3 + 2 + 3 = 17 statements. */
export const COMPETENCES: readonly Fact[] = [
  ['S1.C', 'vacancy.competences', count(11), stated([322, 431])],
  ...technical(0, 'Federale, gewestelijke en gemeenschapsinstellingen', 'GOOD_KNOWLEDGE', 326),
  ...technical(1, 'Management-, coaching- en leiderschapstechnieken', 'GOOD_COMMAND', 328),
  ...technical(2, 'IT-wereld, recente evoluties en tendenzen', 'THOROUGH_KNOWLEDGE', [330, 332]),
  [
    'S1.C.T3',
    'vacancy.competences[2].statements[0].summary.en',
    /strategic vision and its tactical deployment/i,
    stated([330, 332]),
  ],
  ...technical(3, 'IT-project- en programmaleidingstechnieken', 'GOOD_KNOWLEDGE', 334),
  ...technical(4, 'Gewestelijk IT-landschap en regelgeving', 'GOOD_KNOWLEDGE', 336),
  ...behavioural(
    5,
    ['Leiderschap', 342],
    [
      [/whole.*thinking critically/i, [344, 348]],
      [/strategies.*action plans/i, [350, 354]],
      [/commitment to a vision and to objectives/i, [356, 358]],
    ],
  ),
  ...behavioural(
    6,
    ['Initiatief', 360],
    [
      [/change.*efficient administration.*citizens.*image/i, [362, 366]],
      [/new ideas and solutions/i, [368, 370]],
      [/initiative and creativity/i, 372],
    ],
  ),
  ...behavioural(
    7,
    ['Management', 374],
    [
      [/independently.*best results/i, [376, 378]],
      [/teams.*other administrations/i, [380, 382]],
      [/delegating/i, [384, 386]],
    ],
  ),
  ...behavioural(
    8,
    ['Ontwikkeling van teams/medewerkers', 387],
    [
      [/developing competences.*coaching direct staff/i, [389, 393]],
      [/short-term and long-term objectives/i, [395, 397]],
      [/directors’ council.*feedback/i, [399, 403]],
    ],
  ),
  ...behavioural(
    9,
    ['Klantgerichtheid', 405],
    [
      [/quality for customers inside and outside/i, [407, 409]],
      [/anticipating the needs.*long-term/i, [411, 413]],
    ],
  ),
  ...behavioural(
    10,
    ['Beïnvloeden', 415],
    [
      [/main contacts, inside and outside/i, [417, 419]],
      [/formal and informal structures of influence/i, [421, 427]],
      [/conflicts.*arbitrating/i, [429, 431]],
    ],
  ),
];

/** One scale code, and no amount. */
export const PAY = factsOf('S1.P', [
  ['', 'vacancy.pay.payScale', 'A500', stated(435)],
  ['', 'vacancy.pay.payee.nl', 'Tijdelijke mandataris', stated(435)],
]);
