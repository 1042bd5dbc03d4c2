import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type Graph, startGraph } from '../support/graph.ts';
import { settled } from '../support/settled.ts';
import { examplesOf } from './examples.ts';

let graph: Graph;
beforeAll(async () => {
  graph = await startGraph();
});
afterAll(() => graph?.close());

describe.each([
  ['Vacancies', 'vacancies:write', 9],
  ['The organisation', 'organisation:write', 7],
])('each example of docs/writing.md: %s', (part, scope, count) => {
  const examples = examplesOf('docs/writing.md', part);

  test.each(examples.map((example) => [example.title, example] as const))(
    '%s: is answered as printed',
    async (_title, example) => {
      const scopes = example.role === 'integration' ? { scopes: [scope] } : {};
      if (example.role === 'public') throw new Error('The public writes nothing.');
      // What was written a moment ago, the catalogue may not yet know of.
      await settled(graph);
      const asker = graph.as(example.role, { institution: 'gob-connectit', subject: 'test:writer', ...scopes });
      const { data, errors } = await asker.ask(example.query, example.variables);
      expect(errors).toBeUndefined();
      expect({ data }).toEqual(example.answer);
    },
  );

  test('is one of as many as there are', () => expect(examples).toHaveLength(count));
});
