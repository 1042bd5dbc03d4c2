const repeat = (count, part) => Array.from({ length: count }, (_, index) => part(index)).join(' ');

/** Documents that take the longest to refuse: beyond the limits, or within them with as many mistakes as there can be. */
export const REFUSED = [
  {
    name: '1,600 input fields of one name',
    query: `{ vacancies(filter: { ${repeat(1_600, () => 'text: "a"')} }) { totalCount } }`,
  },
  {
    name: '990 input fields of one name',
    query: `{ vacancies(filter: { ${repeat(990, () => 'text: "a"')} }) { totalCount } }`,
  },
  {
    name: '990 input fields that are none',
    query: `{ vacancies(filter: { ${repeat(990, (index) => `textual${index}: 1`)} }) { totalCount } }`,
  },
  { name: '1,600 arguments of one field', query: `{ __typename(${repeat(1_600, (index) => `x${index}: 1`)}) }` },
  {
    name: '1,200 variables that are not used',
    query: `query (${repeat(1_200, (index) => `$v${index}: Int`)}) { __typename }`,
  },
  {
    name: '490 variables that are not defined',
    query: `{ vacancies(filter: { rank: [${repeat(490, (index) => `$v${index}`)}] }) { totalCount } }`,
  },
  {
    name: '490 wrong values in one list',
    query: `{ vacancies(filter: { rank: [${repeat(490, (index) => `A${index}X`)}] }) { totalCount } }`,
  },
  {
    name: '400,000 empty lines before 15 mistakes',
    query: `{ ${'\n'.repeat(400_000)} ${repeat(15, (index) => `a${index}`)} }`,
  },
  {
    name: '4,900 empty lines before 1,100 mistakes',
    query: `{ ${'\n'.repeat(4_900)} institutions { ${repeat(1_100, (index) => `vacancyTitle${index}`)} } }`,
  },
  {
    name: '299 directives that are none',
    query: `{ institutions { code ${repeat(299, (index) => `@inclu${index}(if: true)`)} } }`,
  },
  {
    name: '20 names of 9,000 letters',
    query: `{ ${repeat(20, (index) => `a${'b'.repeat(9_000)}${index}`)} }`,
  },
];
