import { describe, expect, it } from '@jest/globals';
import { buildSchema, getOperationAST, parse, validate } from 'graphql';
import { OperationCost } from './operation.cost.ts';

const SCHEMA = buildSchema(`
  type Query { one: Node list: [Node!]! pages(first: Int, last: Int, after: String): Connection! any: Named }
  type Mutation { write: Outcome! }
  union Outcome = Node | Edge
  interface Named { name: String list: [Named] }
  type Connection { edges: [Edge!]! total: Int facets: Facets }
  type Facets { counts: [Node!] }
  type Edge { cursor: String node: Node }
  type Node implements Named {
    name: String names: [String!]! one: Node list: [Node] lines(depth: Int = 1): [Node!]!
    pages(first: Int): Connection
  }
`);

const points = (text: string, variables?: Record<string, unknown>): number => {
  const document = parse(text);
  expect(validate(SCHEMA, document)).toEqual([]);
  return new OperationCost(SCHEMA, document, getOperationAST(document)!).points(variables);
};
const page = 'pages(first: $n) { edges { node { name one { name } } } }';

describe('the cost of an operation', () => {
  it.each([
    ['leaves, which are free', '{ one { name names } }', 1],
    ['20 entries where no number is given: 1 + 2×20 objects', '{ pages { edges { node { name } } } }', 1],
    ['pages from the start', '{ pages(first: 100) { edges { node { name } } } }', 3],
    ['pages from the end', '{ pages(last: 100) { edges { node { name } } } }', 3],
    ['lists without pages, 5 entries each: 5 + 25 + 125', '{ list { list { list { name } } } }', 2],
    ['lists beside the entries of a page', '{ pages(first: 100) { total facets { counts { name } } } }', 1],
    ['lists of several levels: 5 + 5×5×4', '{ list { lines(depth: 4) { name } } }', 2],
    ['pages within pages', '{ pages(first: 50) { edges { node { pages(first: 40) { edges { cursor } } } } } }', 22],
    ['interfaces and fragments', '{ any { list { ... on Node { pages(first: 60) { edges { cursor } } } } } }', 4],
    ['no more than there may be of a page', '{ pages(first: 2000000000) { edges { cursor } } }', 2],
    ['introspection, which is free', '{ __schema { types { fields { name } } } }', 1],
  ])('counts %s', (_name, text, expected) => {
    expect(points(text)).toBe(expected);
  });

  it('grows with the variables', () => {
    const text = `query ($n: Int) { ${page} }`;
    expect([1, 33, 34, 100].map((n) => points(text, { n }))).toEqual([1, 1, 2, 4]);
    expect(points(text, { n: null })).toBe(1);
    for (const odd of [-5, 0, 1e300, 'all', [100]]) expect(points(text, { n: odd })).toBeLessThanOrEqual(4);
    expect(points(`query ($n: Int = 90) { ${page} }`)).toBe(3);
    const twice = `query ($n: Int, $m: Int) { a: pages(first: $m) { edges { node { ${page} } } } ${page} }`;
    expect(points(twice, { n: 10, m: 100 })).toBe(Math.ceil((1 + 100 + 100 + 100 * (1 + 30) + 1 + 30) / 100));
  });

  it('counts fragments wherever they are spread', () => {
    const fragment = 'fragment F on Query { pages(first: 100) { edges { node { name } } } }';
    expect(points(`{ ...F } ${fragment}`)).toBe(3);
    expect(points(`{ ...F ... { ...F } } ${fragment}`)).toBe(5);
  });

  it('counts each mutation, beside what it answers', () => {
    expect(points('mutation { write { ... on Node { name } } }')).toBe(11);
    expect(points('mutation { ...W b: write { __typename } } fragment W on Mutation { a: write { __typename } }')).toBe(
      21,
    );
  });
});
