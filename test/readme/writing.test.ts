import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Role } from '@mandate-graph/runtime';
import { type Graph, startGraph } from '../support/graph.ts';
import { readText } from './markdown.ts';

const BLOCK = '^```json\\n([\\s\\S]*?)^```\\n';
const REQUEST = new RegExp(`^\`\`\`graphql\\n([\\s\\S]*?)^\`\`\`\\n\\s*${BLOCK}\\s*${BLOCK}`, 'gm');
const HEADING = /^### (.+) \((recruiter|authority|integration)\)$/gm;

/** The requests below a heading, each with its variables and its answer, and the role that asks them. */
const examples = [
  ...(/^## Vacancies$[\s\S]*?(?=^## |(?![\s\S]))/m.exec(readText('docs/writing.md'))?.[0] ?? '').split(/(?=^### )/m),
].flatMap((part) => {
  const [, title = '', role = ''] = [...part.matchAll(HEADING)][0] ?? [];
  return [...part.matchAll(REQUEST)].map(([, query, variables, answer]) => ({
    title,
    role: role as Role,
    query: query!,
    variables: JSON.parse(variables!),
    answer: JSON.parse(answer!),
  }));
});

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
      const asker = graph.as(example.role, { institution: 'gob-connectit', subject: 'test:writer', ...scopes });
      const { data, errors } = await asker.ask(example.query, example.variables);
      expect(errors).toBeUndefined();
      expect({ data }).toEqual(example.answer);
    },
  );

  test('is one of nine', () => expect(examples).toHaveLength(9));
});
