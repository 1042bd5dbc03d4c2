import { POST, page, VACANCY } from './problems.ts';

const DAYS = ['2025-02-30', '12/09/2025', '2025-9-1', 'today'];

/** What the schema refuses where it is written: the field, the value as written, and what the message says of it. */
export const MISTYPED: readonly (readonly [
  what: string,
  query: string,
  problem: { readonly path: string; readonly value: string },
  message: RegExp,
])[] = [
  ...DAYS.map(
    (day) =>
      [
        `the day ${day}`,
        `{ vacancy(id: "${VACANCY}", asOf: "${day}") { id } }`,
        { path: 'asOf', value: `"${day}"` },
        /LocalDate must be a day/,
      ] as const,
  ),
  [
    'a day that is a number',
    `{ vacancy(id: "${VACANCY}", asOf: 20250912) { id } }`,
    { path: 'asOf', value: '20250912' },
    /LocalDate must be a day/,
  ],
  [
    'an amount with a comma',
    page('filter: { payFrom: "100000,00" }'),
    { path: 'filter.payFrom', value: '"100000,00"' },
    /Decimal must be a decimal number/,
  ],
  [
    'a language the graph does not have',
    `{ vacancy(id: "${VACANCY}") { title { text(language: DE) { value } } } }`,
    { path: 'language', value: 'DE' },
    /"Language"/,
  ],
  [
    'a status there is not',
    page('filter: { status: [OPENED] }'),
    { path: 'filter.status', value: 'OPENED' },
    /"VacancyStatus"/,
  ],
  [
    'a kind of line there is not',
    `{ position(id: "${POST}") { lines(kinds: [OWNS]) { id } } }`,
    { path: 'kinds', value: 'OWNS' },
    /"LineKind"/,
  ],
];

/** The same in variables: the message names the variable, the value and the rule. */
export const MISTYPED_VARIABLES: readonly (readonly [
  what: string,
  query: string,
  variables: Readonly<Record<string, unknown>>,
  message: RegExp,
])[] = [
  ...DAYS.map(
    (day) =>
      [
        `the day ${day}`,
        `query($day: LocalDate) { vacancy(id: "${VACANCY}", asOf: $day) { id } }`,
        { day },
        new RegExp(`"\\$day".*LocalDate must be a day.*"${day}"`),
      ] as const,
  ),
  [
    'a status there is not',
    'query($status: [VacancyStatus!]) { vacancies(filter: { status: $status }) { totalCount } }',
    { status: ['OPENED'] },
    /"\$status".*"OPENED".*"VacancyStatus"/,
  ],
  [
    'a page that is a word',
    'query($first: Int) { vacancies(first: $first) { totalCount } }',
    { first: 'many' },
    /"\$first".*"many".*Int/,
  ],
];
