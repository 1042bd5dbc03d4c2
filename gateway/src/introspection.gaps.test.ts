import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type GraphQLField, getNamedType, introspectionTypes, isLeafType, isObjectType } from 'graphql';
import { startGraph, type TestGraph } from './testing/graph.ts';

/** Ways to each type of which introspection answers. */
const WAYS: Readonly<Record<string, (part: string) => string>> = {
  __Schema: (part) => `{ __schema { ${part} } }`,
  __Type: (part) => `{ __type(name: "Query") { ${part} } }`,
  __Field: (part) => `{ __type(name: "Query") { fields { ${part} } } }`,
  __InputValue: (part) => `{ __schema { directives { args { ${part} } } } }`,
  __EnumValue: (part) => `{ __type(name: "__TypeKind") { enumValues { ${part} } } }`,
  __Directive: (part) => `{ __schema { directives { ${part} } } }`,
};
const GAPS = [
  '__Schema.directives(includeDeprecated)',
  '__Type.isOneOf',
  '__Directive.isDeprecated',
  '__Directive.deprecationReason',
];

const asked = introspectionTypes.filter(isObjectType).flatMap((type) =>
  Object.values(type.getFields()).flatMap((field: GraphQLField<unknown, unknown>) => {
    const within = isLeafType(getNamedType(field.type)) ? '' : '{ __typename }';
    const plain = [`${type.name}.${field.name}`, WAYS[type.name]!(`${field.name} ${within}`)] as const;
    const given = field.args.map(
      ({ name }) =>
        [`${type.name}.${field.name}(${name})`, WAYS[type.name]!(`${field.name}(${name}: true) ${within}`)] as const,
    );
    return [plain, ...given];
  }),
);

describe('what can be asked about the schema', () => {
  let graph: TestGraph;
  beforeAll(async () => {
    graph = await startGraph();
  });
  afterAll(() => graph.close());

  it.each(asked)('is answered, or refused as what is not known here: %s', async (name, query) => {
    const { status, body } = await graph.ask(query);
    if (!GAPS.includes(name)) return expect([status, body.errors]).toEqual([200, undefined]);
    expect(status).toBe(400);
    expect(body.errors).toMatchObject([
      { message: expect.stringContaining('not known here'), extensions: { code: 'GRAPHQL_VALIDATION_FAILED' } },
    ]);
  });

  it('holds all that the library knows', () => {
    expect(GAPS.filter((gap) => !asked.some(([name]) => name === gap))).toEqual([]);
  });
});
