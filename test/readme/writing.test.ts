import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type Graph, startGraph } from '../support/graph.ts';
import { examplesOf } from './examples.ts';

const examples = examplesOf('docs/writing.md', 'Vacancies');

describe('each example of docs/writing.md about vacancies', () => {
  let graph: Graph;
  beforeAll(async () => {
    graph = await startGraph();
  });
  afterAll(() => graph?.close());

  test.each(examples.map((example) => [example.title, example] as const))(
    '%s: is answered as printed',
    async (_title, example) => {
      const scopes = example.role === 'integration' ? { scopes: ['vacancies:write'] } : {};
      if (example.role === 'public') throw new Error('The public writes nothing.');
      const asker = graph.as(example.role, { institution: 'gob-connectit', subject: 'test:writer', ...scopes });
      const { data, errors } = await asker.ask(example.query, example.variables);
      expect(errors).toBeUndefined();
      expect({ data }).toEqual(example.answer);
    },
  );

  test('is one of nine', () => expect(examples).toHaveLength(9));
});
