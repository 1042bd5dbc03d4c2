/** A request that costs little to send and, without limits, much to answer; and the limits that it must be refused by. */
export interface Attack {
  readonly name: string;
  readonly query: string;
  readonly limits: readonly string[];
}

const repeat = (count: number, part: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => part(index)).join(' ');

const nest = (levels: number, open: string, innermost: string): string => {
  const braces = open.split('{').length - 1;
  return `${open.repeat(levels)} ${innermost} ${'}'.repeat(levels * braces)}`;
};

/** Each fragment spreads the next one twice, under two names: so many levels make two to that power. */
const doubling = (levels: number): string =>
  `{ organisationalUnit(id: "x") { ...F0 } }
  ${repeat(levels, (level) => `fragment F${level} on OrganisationalUnit { a: parent { ...F${level + 1} } b: parent { ...F${level + 1} } }`)}
  fragment F${levels} on OrganisationalUnit { id }`;

const flags = (count: number): string => repeat(count, (index) => `$v${index}: Boolean = true`);

export const ATTACKS: readonly Attack[] = [
  {
    name: 'fragments that double at each of 10 levels, in 1.2 KB',
    query: doubling(10),
    limits: ['spreads', 'fields', 'aliases'],
  },
  {
    name: 'fragments that double at each of 40 levels',
    query: doubling(40),
    limits: ['spreads', 'depth', 'fields', 'aliases'],
  },
  {
    name: 'fragments that spread themselves',
    query: `{ ...A } fragment A on Query { ${repeat(20, () => '...B')} } fragment B on Query { ${repeat(20, () => '...A')} }`,
    limits: ['spreads', 'sameName'],
  },
  {
    name: 'a field that stands thirteen hundred times',
    query: `{ ${repeat(1_300, () => '__typename')} }`,
    limits: ['fields', 'rootFields', 'sameName'],
  },
  {
    name: 'a thousand aliases',
    query: `{ ${repeat(1_000, (index) => `a${index}: institutions { code }`)} }`,
    limits: ['tokens'],
  },
  {
    name: 'a few hundred aliases below the root',
    query: `{ institutions { ${repeat(300, (index) => `a${index}: code`)} } }`,
    limits: ['aliases'],
  },
  {
    name: 'fragments that must be compared pair by pair',
    query: `{ ${repeat(120, (index) => `...F${index}`)} } ${repeat(120, (index) => `fragment F${index} on Query { institutions { code name { nl } } }`)}`,
    limits: ['fragments', 'rootFields'],
  },
  {
    name: 'fields within fields',
    query: `{ organisationalUnit(id: "x") { ${nest(30, 'parent { ', 'id')} } }`,
    limits: ['depth'],
  },
  {
    name: 'inline fragments within inline fragments',
    query: nest(300, '... { ', 'institutions { code }').replace('... {', '{ ... {').concat(' }'),
    limits: ['spreads'],
  },
  {
    name: 'back and forth between subgraphs, whose ways multiply, in 300 bytes',
    query: `{ vacancy(id: "gob-connectit:vacancy:x") { ${nest(5, 'selectionProcedure { vacancy { applicationCount ', 'id')} } }`,
    limits: ['plans'],
  },
  {
    name: 'the same, further',
    query: `{ vacancy(id: "gob-connectit:vacancy:x") { ${nest(20, 'selectionProcedure { vacancy { applicationCount ', 'id')} } }`,
    limits: ['depth'],
  },
  {
    name: 'conditions around conditions',
    query: `query (${flags(40)}) { ${repeat(40, (index) => `... @include(if: $v${index}) {`)} institutions { ${repeat(20, (index) => `a${index}: code`)} } ${'}'.repeat(40)} }`,
    limits: ['directives'],
  },
  {
    name: 'one directive, hundreds of times',
    query: `{ institutions { code ${repeat(301, () => '@include(if: true)')} } }`,
    limits: ['directives'],
  },
  {
    name: 'many operations of which one is run',
    query: repeat(11, (index) => `query Q${index} { institutions { code } }`),
    limits: ['operations'],
  },
  {
    name: 'lists of lists in a value',
    query: `{ vacancies(filter: { rank: ${'['.repeat(50)}${']'.repeat(50)} }) { totalCount } }`,
    limits: ['nesting'],
  },
  {
    name: 'a list of a thousand values',
    query: `{ vacancies(filter: { rank: [${repeat(1_000, () => '"A5"')}] }) { totalCount } }`,
    limits: ['values', 'listEntries'],
  },
  {
    name: 'one field of a value, sixteen hundred times',
    query: `{ vacancies(filter: { ${repeat(1_600, () => 'text: "a"')} }) { totalCount } }`,
    limits: ['values'],
  },
  {
    name: 'values in a fragment that is spread many times',
    query: `{ ${repeat(20, (index) => `a${index}: institutions { ...F }`)} } fragment F on Institution { code @include(if: true) ${repeat(12, (index) => `x${index}(a: [[1], [2]])`)} }`,
    limits: ['values'],
  },
  {
    name: 'arguments of one field',
    query: `{ __typename(${repeat(900, (index) => `x${index}: 1`)}) }`,
    limits: ['arguments'],
  },
  {
    name: 'variables that are not used',
    query: `query (${repeat(1_200, (index) => `$v${index}: Int`)}) { __typename }`,
    limits: ['definedVariables'],
  },
  {
    name: 'empty lines, which are counted again for each mistake',
    query: `{ ${'\n'.repeat(100_000)} ${repeat(15, (index) => `a${index}`)} }`,
    limits: ['lines'],
  },
  {
    name: 'one long text',
    query: `{ vacancies(filter: { text: "${'x'.repeat(60_000)}" }) { totalCount } }`,
    limits: ['textLength'],
  },
  {
    name: 'pages of pages, that would hold half a million objects and more',
    query: `{ vacancies(first: 100) { edges { node { unitsConcerned { subtree { unit { vacancies { unitsConcerned { subtree { unit { id } } } } } } } } } } }`,
    limits: ['points'],
  },
  {
    name: 'many long lists in one request',
    query: `{ ${repeat(15, (index) => `a${index}: vacancies(first: 100) { edges { node { unitsConcerned { positions { lines(depth: 5) { from { id } to { id } } } } } } }`)} }`,
    limits: ['points'],
  },
];
