import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type Graph, startGraph } from '../../support/graph.ts';
import { MISTYPED, MISTYPED_VARIABLES } from './mistyped.ts';
import { REFUSED } from './problems.ts';

let graph: Graph;
beforeAll(async () => {
  graph = await startGraph();
});
afterAll(() => graph?.close());

describe('what does not exist is null, and no error', () => {
  test.each([
    ['vacancy', 'gob-connectit:vacancy:nothing'],
    ['vacancy', 'nobody:vacancy:a5-ad-interim-2025'],
    ['vacancy', 'ksz-ehealth:vacancy:a5-ad-interim-2025'],
    ['organisationalUnit', 'gob-connectit:unit:nothing'],
    ['organisationalUnit', 'nobody:unit:gob'],
    ['organisationalUnit', 'gob-connectit:unit:nothing@2020-01-01'],
    ['position', 'ksz-ehealth:position:nothing'],
    ['body', 'ksz-ehealth:body:nothing'],
  ])('%s %s', async (field, id) => {
    const answer = await graph.ask(
      `query($id: ID!) { ${field}(id: $id) { id institution { code } provenance { path } } }`,
      { id },
    );
    expect(answer).toEqual({ data: { [field]: null } });
  });

  test('neither a selection code nor an institution that nobody has', async () => {
    const answer = await graph.ask(
      '{ vacancyBySelectionCode(selectionCode: "ANG00000") { id } institution(code: "nobody") { code } }',
    );
    expect(answer).toEqual({ data: { vacancyBySelectionCode: null, institution: null } });
  });
});

describe('a value that breaks a rule gets one error with code, field and value', () => {
  test.each(REFUSED.map((refused) => [refused[0], refused] as const))('%s', async (_what, refused) => {
    const [, query, variables, problem] = refused;
    const { errors } = await graph.ask(query, variables);
    expect(errors).toHaveLength(1);
    const { message, extensions } = errors![0]!;
    expect(extensions).toEqual({
      code: 'BAD_USER_INPUT',
      problems: [{ ...problem, rule: expect.stringContaining(problem.value) }],
    });
    expect(message).toBe((extensions['problems'] as { rule: string }[])[0]!.rule);
    expect(message).toMatch(/^\S.* but (got|has).*\.$/);
  });

  test('and all that is wrong with one field is told at once', async () => {
    const { errors } = await graph.ask(
      '{ vacancies(first: 0, after: "x", filter: { institution: ["a", "ksz-ehealth", "b"] }) { totalCount edges { cursor } } }',
    );
    expect(errors).toHaveLength(1);
    const problems = errors![0]!.extensions['problems'] as { path: string; value: string }[];
    expect(problems.map(({ path, value }) => `${path}=${value}`).toSorted()).toEqual([
      'after=x',
      'filter.institution[0]=a',
      'filter.institution[2]=b',
      'first=0',
    ]);
  });
});

describe('a value of the wrong type gets one error with code, field and value', () => {
  test.each(MISTYPED.map((mistyped) => [mistyped[0], mistyped] as const))('%s', async (_what, mistyped) => {
    const [, query, { path, value }, words] = mistyped;
    const { data, errors } = await graph.ask(query);
    expect(data).toBeUndefined();
    expect(errors).toHaveLength(1);
    const { message, extensions } = errors![0]!;
    const problem = { path, code: 'INVALID_VALUE', value, rule: expect.stringMatching(words) };
    expect(extensions).toEqual({ code: 'BAD_USER_INPUT', problems: [problem] });
    expect(message.startsWith(`${path}: `)).toBe(true);
  });

  test.each(MISTYPED_VARIABLES.map((mistyped) => [mistyped[0], mistyped] as const))(
    '%s, in a variable',
    async (_what, mistyped) => {
      const [, query, variables, message] = mistyped;
      const { data, errors } = await graph.ask(query, variables);
      expect(data).toBeUndefined();
      expect(errors).toHaveLength(1);
      expect(errors![0]!.message).toMatch(message);
      const problem = {
        path: expect.stringMatching(/^\$?[a-zA-Z.[\]0-9]+$/),
        code: 'INVALID_VALUE',
        value: expect.any(String),
      };
      expect(errors![0]!.extensions).toMatchObject({ code: 'BAD_USER_INPUT', problems: [problem] });
    },
  );

  test('so does a field there is not', async () => {
    const { errors } = await graph.ask('{ vacancies { edges { node { salary } } } }');
    expect(errors).toHaveLength(1);
    expect(errors![0]).toMatchObject({
      message: expect.stringMatching(/"salary".*"Vacancy"/),
      extensions: { code: 'GRAPHQL_VALIDATION_FAILED' },
    });
  });
});

test('a request that would reach more than a process can bear is refused before it does', async () => {
  const lines = (inner: string) =>
    `lines(depth: 5) { to { id ... on Position { ${inner} } } from { ... on Position { ${inner} } } }`;
  const deep = lines(lines(lines('id')));
  const { errors } = await graph.ask(`{ position(id: "gob-connectit:position:director-general") { ${deep} } }`);
  expect(errors?.map(({ extensions }) => extensions['code'])).toContain('LIMIT_EXCEEDED');
  expect(errors?.find(({ extensions }) => extensions['code'] === 'LIMIT_EXCEEDED')?.message).toMatch(
    /at most 10000 subjects/,
  );
});

test('an error of one field leaves the rest of the answer standing', async () => {
  const { data, errors } = await graph.ask(`{
    good: vacancy(id: "gob-connectit:vacancy:a5-ad-interim-2025") { title { nl } }
    bad: vacancy(id: "nothing") { title { nl } }
  }`);
  expect(data).toEqual({ good: { title: { nl: 'Tijdelijk Directeur-Generaal' } }, bad: null });
  expect(errors).toMatchObject([{ path: ['bad'], extensions: { code: 'BAD_USER_INPUT' } }]);
});
