import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { LIMITS } from '@mandate-graph/runtime';
import { silentLog } from '@mandate-graph/testkit';
import { getIntrospectionQuery } from 'graphql';
import { type Answer, startGraph, type TestGraph } from '../testing/graph.ts';
import { openBudget } from './budget.ts';

const budgetOf = (anonymous: number) =>
  openBudget({ databaseUrl: null, secret: 's', log: silentLog, points: { anonymous } });
const problemsOf = ({ body }: Answer) =>
  (body.errors ?? []).flatMap(
    ({ extensions }) => (extensions?.['problems'] ?? []) as { path: string; value: string }[],
  );
const limitsOf = (answer: Answer) => problemsOf(answer).map(({ path }) => path);

describe('limits at the door', () => {
  let graph: TestGraph;
  beforeAll(async () => {
    graph = await startGraph();
  });
  afterAll(() => graph.close());

  it('refuse by name, value and bound, each time, before anything is asked', async () => {
    const query = `{ ${'vacancies { id } '.repeat(LIMITS.rootFields.bound + 1)} }`;
    const before = graph.reports.length;
    for (let time = 0; time < 3; time += 1) {
      const answer = await graph.ask(query);
      expect(answer.status).toBe(400);
      expect(answer.body).toEqual({
        errors: [
          {
            message:
              'The request goes beyond what is allowed: rootFields must be at most 20 fields, but is 21. sameName must be at most 10 fields, but is 21.',
            extensions: {
              code: 'LIMIT_EXCEEDED',
              problems: [
                {
                  path: 'rootFields',
                  code: 'LIMIT_EXCEEDED',
                  value: '21',
                  rule: 'rootFields must be at most 20 fields, but is 21.',
                },
                expect.objectContaining({ path: 'sameName', value: '21' }),
              ],
            },
          },
        ],
      });
    }
    expect(graph.reports.slice(before).flatMap(({ requests }) => requests)).toEqual([]);
  });

  it('come before the rules of the schema, and before the question which operation to run', async () => {
    const query = `query A { ${'nothing '.repeat(11)} } query B { ${'{ a '.repeat(20)} ${'}'.repeat(20)} }`.replace(
      '{ {',
      '{ b {',
    );
    expect(limitsOf(await graph.ask(query))).toEqual(['depth', 'sameName']);
  });

  it('refuse all at once, in the text and in the variables', async () => {
    const query = `query ($a: [Int]) { ${'motto '.repeat(11)} }`;
    const variables = { a: Array(LIMITS.listEntries.bound + 1).fill(1) };
    expect(limitsOf(await graph.ask(query, { variables }))).toEqual(['sameName', 'listEntries']);
  });

  it('name what the parser and the body are bound to', async () => {
    const tokens = await graph.ask(`{ ${'motto '.repeat(LIMITS.tokens.bound)} }`);
    expect([tokens.status, limitsOf(tokens)]).toEqual([400, ['tokens']]);
    expect(problemsOf(tokens)[0]).toMatchObject({
      value: null,
      rule: 'tokens must be at most 5000 tokens, but is more.',
    });
    const lists = 2_400;
    const nesting = await graph.ask(`{ motto(on: ${'['.repeat(lists)}${']'.repeat(lists)}) }`);
    expect([nesting.status, limitsOf(nesting)]).toEqual([400, ['nesting']]);
    const body = await graph.ask(`{ motto } # ${'x'.repeat(LIMITS.bodyBytes.bound)}`);
    expect([body.status, limitsOf(body)]).toEqual([413, ['bodyBytes']]);
  });

  it('hold for a text that was not seen before', async () => {
    for (const name of ['A', 'B']) {
      expect(limitsOf(await graph.ask(`query ${name} { ${'motto '.repeat(11)} }`))).toEqual(['sameName']);
    }
  });

  it('take no text that holds null characters, each named by its path', async () => {
    const answer = await graph.ask('query ($on: LocalDate) { a: motto(on: "2025\\u0000") b: motto(on: $on) }', {
      variables: { on: '\0' },
    });
    expect(answer.status).toBe(400);
    expect(answer.body.errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
    expect(limitsOf(answer)).toEqual(['on', '$on']);
  });

  it('let the whole of introspection through, where it is on, but nothing that nests it', async () => {
    expect((await graph.ask(getIntrospectionQuery())).body.errors).toBeUndefined();
    const nested = await graph.ask(
      `{ __schema { types { ${'fields { type { '.repeat(4)} name ${'} }'.repeat(4)} } } }`,
    );
    expect(nested.status).toBe(400);
  });

  it('say with each answer what it cost', async () => {
    const { cost } = await graph.ask('{ vacancies { id } motto }');
    expect(cost).toEqual({
      points: 1,
      limit: LIMITS.budgetAnonymous.bound,
      remaining: expect.any(Number),
      resetAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/),
    });
    const mutation = await graph.ask('mutation { note }');
    expect(mutation.cost).toMatchObject({ points: 11, remaining: cost!.remaining - 11 });
    expect((await graph.ask('{ nothing }')).cost).toBeNull();
  });
});

describe('a budget that is used up', () => {
  it('refuses with 429, when to ask again, and without asking a subgraph', async () => {
    const graph = await startGraph({ gateway: { budget: budgetOf(2) } });
    try {
      for (const remaining of [1, 0]) expect((await graph.ask('{ motto }')).cost).toMatchObject({ remaining });
      const before = graph.reports.length;
      const answer = await graph.ask('{ motto }');
      expect(answer.status).toBe(429);
      expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(50);
      expect(answer.body.data).toBeUndefined();
      expect(answer.body.errors).toMatchObject([{ extensions: { code: 'LIMIT_EXCEEDED' } }]);
      expect(limitsOf(answer)).toEqual(['budget']);
      expect(answer.cost).toMatchObject({ points: 1, limit: 2, remaining: 0 });
      expect(graph.reports.slice(before)).toMatchObject([{ requests: [] }]);
      // What is refused for another reason says so, and costs nothing.
      expect(limitsOf(await graph.ask(`{ ${'motto '.repeat(11)} }`))).toEqual(['sameName']);
    } finally {
      await graph.close();
    }
  });
});
