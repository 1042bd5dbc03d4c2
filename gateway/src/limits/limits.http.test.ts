import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { LIMITS } from '@mandate-graph/runtime';
import { silentLog, testTokens } from '@mandate-graph/testkit';
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
    const all = {
      specifiedByUrl: true,
      directiveIsRepeatable: true,
      schemaDescription: true,
      inputValueDeprecation: true,
    };
    expect((await graph.ask(getIntrospectionQuery(all))).body.errors).toBeUndefined();
    const oneOf = await graph.ask(getIntrospectionQuery({ ...all, oneOf: true }));
    expect(oneOf.status).toBe(400);
    expect(oneOf.body.errors).toMatchObject([{ extensions: { code: 'GRAPHQL_VALIDATION_FAILED' } }]);
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
  });

  it('charge what is looked into, once for a text that is run, and each time for one that is refused', async () => {
    const pointsOf = async (query: string) => (await graph.ask(query)).cost?.points;
    const wide = `query { ${'vacancies { id title id title id title id title } '.repeat(5)} }`;
    expect([await pointsOf(wide), await pointsOf(wide)]).toEqual([1 + 4, 1]);
    const wrong = wide.replace('title', 'titel');
    expect([await pointsOf(wrong), await pointsOf(wrong)]).toEqual([1 + 4, 1 + 4]);
    const values = `query { ${'motto(on: "2025-01-01") '.repeat(10)} }`;
    expect([await pointsOf(values), await pointsOf(values)]).toEqual([1 + 2, 1]);
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
      // At the door: not even a malformed body is read.
      expect(graph.reports.slice(before)).toEqual([]);
      expect(limitsOf(await graph.ask(`{ ${'motto '.repeat(11)} }`))).toEqual(['budget']);
    } finally {
      await graph.close();
    }
  });

  it.each([
    ['is not valid', '{ nothing }', 400, {}],
    ['cannot be read', '{ nothing', 400, {}],
    ['goes beyond a limit', `{ motto ${'\n'.repeat(LIMITS.lines.bound)} }`, 400, {}],
    ['has a bad token', '{ motto }', 401, { authorization: 'Bearer a.b.c' }],
    ['nobody could read the answer to', '{ motto }', 406, { accept: 'text/html' }],
  ])('is used up by whatever %s as well', async (_what, query, status, headers) => {
    const graph = await startGraph({ gateway: { budget: budgetOf(2) } });
    try {
      const statuses = [];
      for (let time = 0; time < 3; time += 1) statuses.push((await graph.ask(query, { headers })).status);
      expect(statuses).toEqual([status, status, 429]);
    } finally {
      await graph.close();
    }
  });

  it('of an address keeps nobody out who is signed in', async () => {
    const tokens = testTokens();
    const graph = await startGraph({ gateway: { budget: budgetOf(1), tokens } });
    try {
      const authorization = `Bearer ${await tokens.token('analyst')}`;
      for (const expected of [401, 429]) {
        expect((await graph.ask('{ motto }', { headers: { authorization: 'Bearer a.b.c' } })).status).toBe(expected);
      }
      expect((await graph.ask('{ motto }', { headers: { authorization } })).body.data).toBeDefined();
    } finally {
      await graph.close();
    }
  });

  it('lets nobody run what costs more than is left', async () => {
    const graph = await startGraph({ gateway: { budget: budgetOf(5) } });
    try {
      const before = graph.reports.length;
      const answer = await graph.ask('mutation { note }');
      expect([answer.status, limitsOf(answer)]).toEqual([429, ['budget']]);
      expect(answer.cost).toMatchObject({ points: 11, limit: 5, remaining: 0 });
      expect(graph.reports.slice(before).flatMap(({ requests }) => requests)).toEqual([]);
    } finally {
      await graph.close();
    }
  });
});
