import { count, derived, type Fact, factsOf, silent, stated } from '../support/fact.table.ts';

type Specific = readonly [domain: string, words: RegExp, type: string, level: string];

/** Six domains from line 256 on, each in four lines: domain, competence, type of mastery, level. */
const SPECIFIC: readonly Specific[] = [
  [
    'Beheer van programma’s en projecten en service management',
    /projects, large programmes and service management/i,
    'APPLICATION',
    'ADVANCED',
  ],
  [
    'Sociale zekerheid en gezondheidszorg',
    /role, working and responsibilities of both institutions/i,
    'INSIGHT',
    'SPECIALIST',
  ],
  ['eGovernment en eGezondheid', /social, political and legal/i, 'ANALYSIS', 'SPECIALIST'],
  ['Strategie en uitdagingen', /strategic vision/i, 'ANALYSIS', 'SPECIALIST'],
  ['Voornaamste actoren en relaties', /negotiation.*social partners/i, 'APPLICATION', 'ADVANCED'],
  ['ICT-techniek', /IT architecture and information security/i, 'APPLICATION', 'SPECIALIST'],
];

const specific = ([domain, words, type, level]: Specific, index: number): readonly Fact[] => {
  const at = `vacancy.competences[${index}]`;
  const line = 256 + 4 * index;
  return factsOf(`S2.C specific ${index + 1}`, [
    ['', `${at}.label.nl`, domain, stated(line)],
    ['', `${at}.statements[0].summary.en`, words, stated(line + 1)],
    ['', `${at}.masteryType`, type, stated(line + 2)],
    ['', `${at}.masteryLevel`, level, stated(line + 3)],
    ['', `${at}.scope`, 'SPECIFIC', stated(254)],
    ['', `${at}.kind`, 'TECHNICAL', derived('SPECIFIC_IS_TECHNICAL', 254)],
    ['', `${at}.assessedIn`, ['oral-test'], stated(254)],
  ]);
};

type Generic = readonly [label: string, words: RegExp, line: number, computerLine?: number];

/** Four groups of two; three of the eight are also assessed by computer, and stay one competence. */
const GENERIC: readonly (readonly [group: string, heading: number, Generic, Generic])[] = [
  [
    'Reflecteren en creëren',
    281,
    ['Kritisch denken', /logical criteria/i, 282],
    ['Een visie ontwikkelen', /medium or long-term vision/i, 283],
  ],
  [
    'Uitwisselen en samenwerken',
    284,
    ['Samenwerken', /team.*share knowledge/i, 285, 251],
    ['Begeleiden', /motivate and inspire/i, 286],
  ],
  [
    'Handelen en resultaten bereiken',
    287,
    ['Oplossingsgericht zijn', /problems positively/i, 288, 252],
    ['Resultaatgericht zijn', /results/i, 289],
  ],
  [
    'Jezelf kennen en groeien',
    290,
    ['Jezelf kennen', /how you work and feel/i, 291, 253],
    ['Wendbaar zijn', /openly and flexibly/i, 292],
  ],
];

const generic = (
  group: string,
  heading: number,
  [label, words, line, computerLine]: Generic,
  index: number,
): readonly Fact[] => {
  const at = `vacancy.competences[${index}]`;
  const own = computerLine === undefined ? [line] : [computerLine, line];
  const headings = computerLine === undefined ? [280] : [249, 280];
  const steps = computerLine === undefined ? ['oral-test'] : ['computer-assessment', 'oral-test'];
  return factsOf(`S2.C generic ${index - 5}`, [
    ['', `${at}.label.nl`, label, stated(...own)],
    ['', `${at}.statements[0].summary.en`, words, stated(...own)],
    ['', `${at}.group.nl`, group, stated(heading)],
    ['', `${at}.scope`, 'GENERIC', stated(...headings)],
    ['', `${at}.kind`, 'BEHAVIOURAL', derived('GENERIC_IS_BEHAVIOURAL', ...headings)],
    ['', `${at}.assessedIn`, steps, stated(...headings)],
    ['', `${at}.masteryType`, null, silent()],
    ['', `${at}.masteryLevel`, null, silent()],
  ]);
};

export const COMPETENCES: readonly Fact[] = [
  ['S2.C', 'vacancy.competences', count(14), stated([249, 292])],
  ...SPECIFIC.flatMap(specific),
  ...GENERIC.flatMap(([group, heading, ...pair], place) =>
    pair.flatMap((one, second) => generic(group, heading, one, 6 + 2 * place + second)),
  ),
];
