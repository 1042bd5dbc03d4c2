import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Budget } from '@mandate-graph/gateway';
import { COST, LIMITS } from '@mandate-graph/runtime';
import { buildSchema, type GraphQLObjectType, getNamedType, isLeafType, isRequiredArgument } from 'graphql';
import { MAX_PAGE } from '../../../packages/persistence/src/keyset.ts';
import { readmeQueries } from '../../../scripts/benchmarks/readme.mjs';
import { REFUSED } from '../../../scripts/benchmarks/refused.mjs';
import { type Answer, type Graph, readRoot, startGraph } from '../../support/graph.ts';
import { DEEP, LIST, WALK } from '../one-query-lists-both-institutions/queries.ts';
import { ATTACKS } from './attacks.ts';

const KSZ = 'ksz-ehealth:vacancy:adjunct-administrateur-generaal-2025';

/** For everybody, and never made whole again: what is left between two requests is what they took. */
function lastingBudget(): Budget {
  let remaining = 1_000_000;
  return {
    spend: async (_caller, points) => {
      remaining -= points;
      return { allowed: true, limit: 1_000_000, remaining, resetAt: '2025-09-01T07:01:00.000Z' };
    },
    close: async () => undefined,
  };
}

let graph: Graph;
beforeAll(async () => {
  graph = await startGraph({ budget: lastingBudget() });
});
afterAll(() => graph?.close());

const limitsOf = ({ errors = [] }: Answer) =>
  errors.flatMap(({ extensions }) => (extensions['problems'] ?? []) as { path: string; rule: string }[]);

/** With its cost, which the usual way to ask leaves out. */
async function post(query: string, variables: object = {}) {
  const response = await fetch(new URL('/graphql', graph.url), {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query, variables }),
  });
  return { status: response.status, answer: (await response.json()) as Answer };
}

describe('what costs much to answer is refused', () => {
  test.each(ATTACKS.map((attack) => [attack.name, attack] as const))('%s', async (_name, { query, limits }) => {
    const before = graph.reports.length;
    const { status, answer } = await post(query);
    expect(status).toBe(400);
    expect(answer.errors).toMatchObject([{ extensions: { code: 'LIMIT_EXCEEDED' } }]);
    expect(limitsOf(answer).map(({ path }) => path)).toEqual(limits);
    for (const { path, rule } of limitsOf(answer)) {
      expect(rule).toContain(`${path} must be at most ${LIMITS[path as keyof typeof LIMITS].bound} `);
    }
    expect(graph.reports.slice(before).flatMap(({ requests }) => requests)).toEqual([]);
  });
});

describe('what cannot be run is refused, and for points', () => {
  test.each(REFUSED.map(({ name, query }) => [name, query] as const))('%s', async (_name, query) => {
    const { status, answer } = await post(query);
    expect(status).toBe(400);
    const codes = new Set((answer.errors ?? []).map(({ extensions }) => extensions['code']));
    for (const code of codes) expect(['LIMIT_EXCEEDED', 'GRAPHQL_VALIDATION_FAILED', 'BAD_USER_INPUT']).toContain(code);
    expect((answer.errors ?? []).length).toBeLessThanOrEqual(21);
    expect(answer.extensions!['cost']).toMatchObject({ points: expect.any(Number) });
  });

  test('a question that only the planner does not know', async () => {
    const { status, answer } = await post('{ __type(name: "Vacancy") { isOneOf } }');
    expect(status).toBe(400);
    expect(answer.errors).toMatchObject([{ extensions: { code: 'GRAPHQL_VALIDATION_FAILED' } }]);
  });
});

describe('what people ask is answered', () => {
  const points = ({ extensions }: Answer) => (extensions!['cost'] as { points: number }).points;

  test.each([
    ['the list with all that belongs to it, 100 entries long', LIST, { first: 100 }],
    ['a list of 100 that goes deep', DEEP, { first: 100 }],
    ['a walk along all lines of all units', WALK, { id: KSZ }],
  ])('%s', async (_name, query, variables) => {
    const { status, answer } = await post(query, variables);
    expect([status, answer.errors]).toEqual([200, undefined]);
    expect(points(answer)).toBeLessThanOrEqual(LIMITS.points.bound);
  });

  test('every query of the README, for little', async () => {
    for (const { query } of readmeQueries(readRoot('README.md'))) {
      const { answer } = await post(query);
      expect(answer.errors).toBeUndefined();
      expect(points(answer)).toBeLessThanOrEqual(25);
    }
  });

  test('a vacancy with every field that it has', async () => {
    const { answer } = await post(`query ($id: ID!) { vacancy(id: $id) { ${everything('Vacancy')} } }`, { id: KSZ });
    // Some of it is not for everyone; but that is all.
    expect((answer.errors ?? []).filter(({ extensions }) => extensions['code'] !== 'UNAUTHENTICATED')).toEqual([]);
    expect(answer.data.vacancy.id).toBe(KSZ);
  });

  test('for a cost that grows with the page that is asked for, and is taken from the budget', async () => {
    const [short, long] = [await post(LIST, { first: 1 }), await post(LIST, { first: 100 })];
    expect(points(long.answer)).toBeGreaterThan(50 * points(short.answer));
    const costs = [short, long].map(({ answer }) => answer.extensions!['cost'] as { remaining: number });
    expect(costs[0]!.remaining - costs[1]!.remaining).toBe(points(long.answer));
  });
});

describe('the limits are told', () => {
  test('by the graph, as refusals name them', async () => {
    const { data } = await graph.ask('{ limits { name bound unit description } }');
    expect(data.limits).toEqual(Object.entries(LIMITS).map(([name, limit]) => ({ name, ...limit })));
  });

  test('by docs/limits.md, each with its bound, and no others', () => {
    const rows = readRoot('docs/limits.md').matchAll(/^\| `(\w+)` +\| +([\d,]+) +\| (.+?) +\| (.+?) +\|$/gm);
    expect([...rows].map(([, name, bound, unit, description]) => [name, bound, unit, description])).toEqual(
      Object.entries(LIMITS).map(([name, { bound, unit, description }]) => [
        name,
        bound.toLocaleString('en-GB'),
        unit,
        description,
      ]),
    );
  });

  test('with the numbers that a cost is made of', () => {
    const page = readRoot('docs/limits.md');
    for (const words of [
      `${COST.objectsPerPoint} objects`,
      `${COST.pageSize} entries`,
      `${COST.listSize} entries`,
      `${COST.mutationPoints} points more`,
    ]) {
      expect(page).toContain(words);
    }
  });

  test('and are those of the lists themselves', () => expect(LIMITS.pageSize.bound).toBe(MAX_PAGE));
});

/** All fields of a type, and of what belongs to it; of other subjects their id, and nothing that needs an argument. */
function everything(type: string): string {
  const schema = buildSchema(readRoot('schema/api.graphql'));
  const subjects = new Set(['Vacancy', 'OrganisationalUnit', 'Position', 'Body', 'Party', 'SelectionProcedure']);
  const fieldsOf = (name: string, within: readonly string[]): string =>
    Object.values((schema.getType(name) as GraphQLObjectType).getFields())
      .filter(({ args }) => !args.some(isRequiredArgument))
      .flatMap((field) => {
        const inner = getNamedType(field.type);
        if (isLeafType(inner)) return [field.name];
        if (subjects.has(inner.name)) return [`${field.name} { id }`];
        return within.includes(inner.name)
          ? []
          : [`${field.name} { ${fieldsOf(inner.name, [...within, inner.name])} }`];
      })
      .join(' ');
  return fieldsOf(type, [type]);
}
