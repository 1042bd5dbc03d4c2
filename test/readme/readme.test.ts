import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { printAnswer, readmeQueries, requestsOf, withAnswers } from '../../scripts/benchmarks/readme.mjs';
import { type Graph, startGraph } from '../support/graph.ts';
import { readText } from './markdown.ts';

const queries = readmeQueries(readText('README.md'));

describe('each query of the README', () => {
  let graph: Graph;
  beforeAll(async () => {
    graph = await startGraph();
  });
  afterAll(() => graph?.close());

  test.each(queries.map((query) => [query.title, query] as const))(
    '%s: is answered as printed',
    async (_title, one) => {
      expect(one.answer).not.toBeNull();
      expect(await graph.ask(one.query)).toEqual(JSON.parse(one.answer!.text));
    },
  );

  test('is one of ten', () => expect(queries).toHaveLength(10));
});

describe('reading and writing the answers of a text', () => {
  const text = '## 1. First\n```graphql\n{ a }\n```\n```json\n{}\n```\n### Second\n```graphql\n{ b }\n```\n';

  test('finds each query with its title and its answer', () => {
    expect(readmeQueries(text)).toEqual([
      { title: 'First', query: '{ a }', answer: { text: '{}', first: 5, last: 6 } },
      { title: 'Second', query: '{ b }', answer: null },
    ]);
  });

  test('refuses a block without an end', () => {
    expect(() => readmeQueries('```graphql\n{ a }')).toThrow('The block that begins in line 1 has no end.');
  });

  test('replaces answers and nothing else', () => {
    expect(withAnswers(text, ['[\n1\n]', '2'])).toBe(text.replace('{}', '[\n1\n]'));
    expect(withAnswers(text, [undefined])).toBe(text);
  });

  test('prints JSON that reads back the same, on one line where it fits', () => {
    const value = { a: [1, null, 'x"y'], b: {}, c: Array.from({ length: 20 }, (_, index) => ({ index })) };
    expect(JSON.parse(printAnswer(value))).toEqual(value);
    expect(printAnswer(value).split('\n').slice(0, 3)).toEqual(['{', '  "a": [1, null, "x\\"y"],', '  "b": {},']);
  });

  test('reads the cost of an answer from its header', () => {
    expect(requestsOf('ksz-ehealth;dur=1.5;desc="1 statement", catalogue;dur=12;desc="3 statements"')).toEqual([
      { subgraph: 'ksz-ehealth', ms: 1.5, statements: 1 },
      { subgraph: 'catalogue', ms: 12, statements: 3 },
    ]);
  });
});
