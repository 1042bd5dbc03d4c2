import 'reflect-metadata';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { printSchemaWithDirectives } from '@graphql-tools/utils';
import { type GraphQLSchema, lexicographicSortSchema, parse, specifiedDirectives } from 'graphql';
import { buildSchema, createResolversMap, type NonEmptyArray } from 'type-graphql';
import { type FieldRule, fieldRules } from './access/field-rules.ts';
import { guardFields, type ResourceOf } from './access/guard.ts';
import type { AccessTable } from './access/table.ts';

const FEDERATION = 'https://specs.apollo.dev/federation/v2.11';
const IMPORTS = ['@key', '@shareable', '@interfaceObject'];

// biome-ignore lint/suspicious/noExplicitAny: type-graphql and Apollo both take classes and resolvers of any shape
type Any = any;

/** Resolves the references that other subgraphs make to a type: by type name. */
export type ReferenceResolvers = Readonly<Record<string, (reference: { id: string }, context: Any) => unknown>>;

export interface FederatedSchemaOptions {
  readonly resolvers: readonly Function[];
  /** Types that no field of this subgraph reaches by name, such as implementations of an interface. */
  readonly orphanedTypes: readonly Function[];
  readonly references: ReferenceResolvers;
  /** The rule of every field; a schema with a field that has none is not built. */
  readonly access: AccessTable;
  /** Whose it is that a field is asked of, where that is known before it resolves. */
  readonly resourceOf?: ResourceOf;
}

export interface FederatedSchema {
  readonly schema: GraphQLSchema;
  /** The subgraph's own SDL with its federation directives: what composition reads. */
  readonly sdl: string;
  /** Under which rule each field stands. */
  readonly rules: readonly FieldRule[];
}

/** An executable subgraph schema that checks access, and the SDL to compose, from type-graphql classes. */
export async function buildFederatedSchema(options: FederatedSchemaOptions): Promise<FederatedSchema> {
  const plain = await buildSchema({
    resolvers: options.resolvers as NonEmptyArray<Function>,
    orphanedTypes: [...options.orphanedTypes],
    directives: [...specifiedDirectives],
    validate: false,
    skipCheck: true,
  });
  const rules = fieldRules(plain, options.access);
  const link = `extend schema @link(url: "${FEDERATION}", import: ${JSON.stringify(IMPORTS)})\n\n`;
  const sdl = link + printSchemaWithDirectives(lexicographicSortSchema(plain));
  const resolvers: Record<string, Any> = createResolversMap(plain);
  for (const [type, resolve] of Object.entries(options.references)) {
    resolvers[type] = { ...resolvers[type], __resolveReference: resolve };
  }
  const schema = buildSubgraphSchema([{ typeDefs: parse(sdl), resolvers }]);
  guardFields(schema, rules, options.resourceOf ?? (() => null));
  return { schema, sdl, rules };
}
