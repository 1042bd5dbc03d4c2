import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { BOUND_TO, ROLES } from '@mandate-graph/runtime';
import { procedureIdOf } from '@mandate-graph/writing';
import { type Graph, startGraph } from '../support/graph.ts';
import { type Example, examplesOf } from './examples.ts';

const examples = examplesOf('docs/access.md', 'Asking in each role');
const BOUND = {
  institution: { institution: 'gob-connectit' },
  procedure: { procedure: procedureIdOf('gob-connectit:vacancy:a5-ad-interim-2025') },
  subject: {},
};

describe('each example of docs/access.md', () => {
  let graph: Graph;
  beforeAll(async () => {
    graph = await startGraph();
  });
  afterAll(() => graph?.close());

  const ask = ({ role, query }: Example) => {
    if (role === 'public') return graph.ask(query);
    const bound = BOUND_TO[role];
    const scopes = role === 'integration' ? { scopes: ['history:read'] } : {};
    return graph.as(role, { ...(bound && BOUND[bound]), ...scopes }).ask(query);
  };

  test.each(examples.map((example) => [example.title, example.role, example] as const))(
    '%s (%s) is answered as printed',
    async (_title, _role, example) => expect(await ask(example)).toEqual(example.answer),
  );

  test('there is one for the public and for every role', () =>
    expect(new Set(examples.map(({ role }) => role))).toEqual(new Set(['public', ...ROLES])));
});
