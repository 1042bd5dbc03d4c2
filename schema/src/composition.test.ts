import { describe, expect, test } from '@jest/globals';
import { type DefinitionNode, type InterfaceTypeDefinitionNode, parse } from 'graphql';
import { breakingChanges } from './breaking.ts';
import { composeSupergraph, type SubgraphSdl } from './composition.ts';
import { apiOf } from './files.ts';
import { forbiddenDirectives } from './forbidden.rules.ts';

const LINK =
  'extend schema @link(url: "https://specs.apollo.dev/federation/v2.11", import: ["@key", "@shareable", "@interfaceObject", "@requires", "@external", "@authenticated"])';
const subgraph = (name: string, sdl: string): SubgraphSdl => ({
  name,
  url: `http://127.0.0.1/${name}`,
  sdl: `${LINK}\n${sdl}`,
});

const catalogue = `
  interface Vacancy @key(fields: "id") { id: ID! }
  type AVacancy implements Vacancy @key(fields: "id") { id: ID! }
  type BVacancy implements Vacancy @key(fields: "id") { id: ID! }
  type Query { vacancies: [Vacancy] }`;
const institution = (prefix: string, more = '') => `
  interface Vacancy { id: ID! title: String }
  type ${prefix}Vacancy implements Vacancy @key(fields: "id") { id: ID! title: String }
  ${more}`;
const graph = (parts: Partial<Record<'catalogue' | 'a' | 'b' | 'candidates', string>> = {}) => [
  subgraph('catalogue', parts.catalogue ?? catalogue),
  subgraph('a', parts.a ?? institution('A')),
  subgraph('b', parts.b ?? institution('B')),
  subgraph(
    'candidates',
    parts.candidates ?? 'type Vacancy @key(fields: "id") @interfaceObject { id: ID! applicationCount: Int }',
  ),
];

const isNamed = (name: string) => (node: DefinitionNode) => 'name' in node && node.name?.value === name;

describe('composition', () => {
  test('makes one interface of what each institution and the others say of a vacancy', () => {
    const api = apiOf(composeSupergraph(graph()));
    const { fields } = parse(api).definitions.find(isNamed('Vacancy'))! as InterfaceTypeDefinitionNode;
    expect(fields!.map((field) => field.name.value).sort()).toEqual(['applicationCount', 'id', 'title']);
    expect(api).toMatch(/type BVacancy implements Vacancy/);
  });

  test('fails when the catalogue forgets an institution, and names its type', () => {
    const forgetful = catalogue.replace(/type BVacancy.*\n/, '');
    expect(() => composeSupergraph(graph({ catalogue: forgetful }))).toThrow(/BVacancy/);
  });

  test('fails on a shared value that drifts between institutions', () => {
    const paid = (prefix: string, fields: string) => `
      interface Vacancy { id: ID! pay: Pay }
      type ${prefix}Vacancy implements Vacancy @key(fields: "id") { id: ID! pay: Pay }
      type Pay @shareable { ${fields} }`;
    expect(composeSupergraph(graph({ a: paid('A', 'scale: String'), b: paid('B', 'scale: String') }))).toContain('Pay');
    const drifting = graph({ a: paid('A', 'scale: String'), b: paid('B', 'scale: String band: Int') });
    expect(() => composeSupergraph(drifting)).toThrow(/SATISFIABILITY_ERROR/);
  });

  test('fails on a hint: an input that drifts would silently lose its field', () => {
    const query = (input: string) =>
      `input Filter { ${input} } extend type Query { list(filter: Filter): Int @shareable }`;
    const drifting = graph({
      a: institution('A', query('text: String')),
      b: institution('B', query('text: String, code: String')),
    });
    expect(() => composeSupergraph(drifting)).toThrow(/hint /);
  });

  test('reports everything that is wrong at once', () => {
    const wrong = graph({
      catalogue: catalogue.replace(/type BVacancy.*\n/, ''),
      candidates:
        'type Vacancy @key(fields: "id") @interfaceObject { id: ID! title: String @external shout: String @requires(fields: "title") }',
    });
    expect(() => composeSupergraph(wrong)).toThrow(/@requires on an interface object[\s\S]*BVacancy/);
  });
});

describe('uses that compose and go wrong at run time', () => {
  const found = (sdl: string) => forbiddenDirectives('x', parse(sdl));

  test('@requires with arguments, or on an interface object, is refused by name', () => {
    expect(found('type A { b(c: Int): Int @requires(fields: "d") }')).toEqual([
      expect.stringMatching(/^x: A\.b has @requires and arguments/),
    ]);
    expect(found('type A @interfaceObject { b: Int @requires(fields: "d") }')).toEqual([
      expect.stringMatching(/interface object/),
    ]);
    expect(found('type A { b: Int @requires(fields: "d") }')).toEqual([]);
  });

  test.each([
    ['a field', 'type A { b: Int @authenticated }', 'A.b', 'authenticated'],
    ['a field of an interface', 'interface A { b: Int @policy(policies: [["p"]]) }', 'A.b', 'policy'],
    ['a type', 'type A @authenticated { b: Int }', 'A', 'authenticated'],
    ['an extension of a type', 'extend type A @authenticated { b: Int }', 'A', 'authenticated'],
    ['an interface', 'interface A @requiresScopes(scopes: [["s"]]) { b: Int }', 'A', 'requiresScopes'],
    ['an enum', 'enum A @policy(policies: [["p"]]) { B }', 'A', 'policy'],
    ['a scalar', 'scalar A @authenticated', 'A', 'authenticated'],
  ])('access directives, with which the gateway does not start, are refused on %s', (_what, sdl, where, directive) => {
    expect(found(sdl)).toEqual([`x: ${where} has @${directive}, with which the gateway does not start.`]);
  });
});

describe('changes since the released API', () => {
  const released = 'type Query { a: Int b(c: Int): String }';

  test('that take something away are breaking', async () => {
    expect(await breakingChanges(released, 'type Query { b(c: Int): String }', '')).toEqual([
      expect.stringContaining('Query.a'),
    ]);
    expect(await breakingChanges(released, 'type Query { a: Int b(c: Int!): String }', '')).toHaveLength(1);
  });

  test('that only add are not', async () =>
    expect(await breakingChanges(released, 'type Query { a: Int b(c: Int, d: Int): String e: Int }', '')).toEqual([]));

  test('pass once the changelog names them by path', async () => {
    const gone = 'type Query { b(c: Int): String }';
    const named = '# Changelog\n\n## [Unreleased]\n\n### Removed\n\n- `Query.a`, which nobody used.\n\n## [0.1.0]\n';
    expect(await breakingChanges(released, gone, named)).toEqual([]);
    expect(await breakingChanges(released, gone, named.replaceAll('`', ''))).toHaveLength(1);
  });

  test.each([
    ['of an earlier version', '# Changelog\n\n## [Unreleased]\n\n## [0.1.0]\n\n### Removed\n\n- `Query.a`\n'],
    ['about the file itself', '# Changelog\n\nA field as `Query.a`.\n\n## [Unreleased]\n\n## [0.1.0]\n'],
    ['of a changelog without unreleased changes', '# Changelog\n\n## [0.1.0]\n\n- `Query.a`\n'],
  ])('are not excused by the words %s', async (_where, changelog) => {
    const gone = 'type Query { b(c: Int): String }';
    expect(await breakingChanges(released, gone, changelog)).toEqual([expect.stringContaining('Query.a')]);
  });
});
