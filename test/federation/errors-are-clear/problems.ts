/** A request that breaks one rule: what is wrong, the operation, its variables, and the one problem to be told. */
export type Refused = readonly [
  what: string,
  query: string,
  variables: Readonly<Record<string, unknown>>,
  problem: { readonly path: string; readonly code: string; readonly value: string },
];

const ROOTS = [
  ['vacancy', 'vacancy', 'gob-connectit:unit:gob'],
  ['organisationalUnit', 'unit', 'gob-connectit:vacancy:a5-ad-interim-2025'],
  ['position', 'position', 'gob-connectit:body:directors-council'],
  ['body', 'body', 'gob-connectit:position:director-general'],
] as const;

const byId = (field: string) => `query($id: ID!) { ${field}(id: $id) { id } }`;
export const page = (args: string) => `{ vacancies(${args}) { edges { node { id } } } }`;
const cursorOf = (...parts: readonly unknown[]): string => Buffer.from(JSON.stringify(parts)).toString('base64url');

const IDS: readonly Refused[] = ROOTS.flatMap(([field, kind, wrongKind]) =>
  [
    ['without the form of an id', 'nothing'],
    ['of another kind', wrongKind],
    ['with a day that does not exist', `gob-connectit:${kind}:x@2025-02-30`],
    ['that breaks off', `gob-connectit:${kind}:`],
    ['with a quote and a semicolon', `gob-connectit:${kind}:x'; DROP TABLE vacancy`],
    ['of nothing', ''],
  ].map(
    ([what, id]): Refused => [
      `${field}: an id ${what}`,
      byId(field),
      { id },
      { path: 'id', code: 'INVALID_ID', value: id! },
    ],
  ),
);

const PAGES: readonly Refused[] = [
  ['a page of none', page('first: 0'), {}, { path: 'first', code: 'OUT_OF_RANGE', value: '0' }],
  ['a page of less than none', page('first: -1'), {}, { path: 'first', code: 'OUT_OF_RANGE', value: '-1' }],
  ['a page of too many', page('first: 101'), {}, { path: 'first', code: 'OUT_OF_RANGE', value: '101' }],
  ['a last page of too many', page('last: 1000'), {}, { path: 'last', code: 'OUT_OF_RANGE', value: '1000' }],
  ['a page from both ends', page('first: 2, last: 3'), {}, { path: 'last', code: 'CONFLICT', value: '3' }],
  [
    'a cursor that is none',
    page('after: "not a cursor"'),
    {},
    { path: 'after', code: 'INVALID_CURSOR', value: 'not a cursor' },
  ],
  ...[cursorOf('TITLE', 'x', 'gob-connectit:vacancy:x'), cursorOf('CLOSING_DATE', '2025-02-30', 'gob:vacancy:x')].map(
    (cursor): Refused => [
      `a cursor of another list: ${Buffer.from(cursor, 'base64url')}`,
      page(`after: "${cursor}"`),
      {},
      { path: 'after', code: 'INVALID_CURSOR', value: cursor },
    ],
  ),
];

const FILTERS: readonly Refused[] = [
  [
    'an institution there is not',
    page('filter: { institution: ["nobody"] }'),
    {},
    { path: 'filter.institution[0]', code: 'UNKNOWN_INSTITUTION', value: 'nobody' },
  ],
  [
    'a unit that is a vacancy',
    page('filter: { unit: "gob-connectit:vacancy:a5-ad-interim-2025" }'),
    {},
    { path: 'filter.unit', code: 'INVALID_ID', value: 'gob-connectit:vacancy:a5-ad-interim-2025' },
  ],
  [
    'a range that ends before it begins',
    page('filter: { closingFrom: "2025-10-02", closingTo: "2025-10-01" }'),
    {},
    { path: 'filter.closingFrom', code: 'INVALID_RANGE', value: '2025-10-02' },
  ],
  [
    'relevance without a search',
    page('orderBy: RELEVANCE'),
    {},
    { path: 'orderBy', code: 'TEXT_REQUIRED', value: 'RELEVANCE' },
  ],
];

export const VACANCY = 'gob-connectit:vacancy:a5-ad-interim-2025';
export const POST = 'gob-connectit:position:director-general';

const FIELDS: readonly Refused[] = [
  [
    'provenance of a field there is not',
    `{ vacancy(id: "${VACANCY}") { id provenance(paths: ["title", "salary"]) { path } } }`,
    {},
    { path: 'paths', code: 'UNKNOWN_PATH', value: 'salary' },
  ],
  [
    'provenance of what is kept from view',
    `{ vacancy(id: "${VACANCY}") { id provenance(paths: ["sources"]) { path } } }`,
    {},
    { path: 'paths', code: 'UNKNOWN_PATH', value: 'sources' },
  ],
  [
    'provenance of a place beyond a list',
    `{ vacancy(id: "${VACANCY}") { id provenance(paths: ["aims[3]"]) { path } } }`,
    {},
    { path: 'paths', code: 'UNKNOWN_PATH', value: 'aims[3]' },
  ],
  ...[0, 6, -1].map(
    (depth): Refused => [
      `lines ${depth} away`,
      `{ position(id: "${POST}") { id lines(depth: ${depth}) { id } } }`,
      {},
      { path: 'depth', code: 'OUT_OF_RANGE', value: String(depth) },
    ],
  ),
  [
    'two days at once',
    `{ vacancy(id: "${VACANCY}@2025-01-01", asOf: "2025-01-02") { id } }`,
    {},
    { path: 'asOf', code: 'CONFLICT', value: '2025-01-02' },
  ],
];

export const REFUSED: readonly Refused[] = [...IDS, ...PAGES, ...FILTERS, ...FIELDS];
