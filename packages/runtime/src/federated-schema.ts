import 'reflect-metadata';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { printSchemaWithDirectives } from '@graphql-tools/utils';
import { type GraphQLSchema, lexicographicSortSchema, parse, specifiedDirectives } from 'graphql';
import { buildSchema, createResolversMap, type NonEmptyArray } from 'type-graphql';

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
}

export interface FederatedSchema {
  readonly schema: GraphQLSchema;
  /** The subgraph's own SDL with its federation directives: what composition reads. */
  readonly sdl: string;
}

/** An executable subgraph schema, and the SDL to compose, from type-graphql classes. */
export async function buildFederatedSchema(options: FederatedSchemaOptions): Promise<FederatedSchema> {
  const plain = await buildSchema({
    resolvers: options.resolvers as NonEmptyArray<Function>,
    orphanedTypes: [...options.orphanedTypes],
    directives: [...specifiedDirectives],
    validate: false,
    skipCheck: true,
  });
  const link = `extend schema @link(url: "${FEDERATION}", import: ${JSON.stringify(IMPORTS)})\n\n`;
  const sdl = link + printSchemaWithDirectives(lexicographicSortSchema(plain));
  const resolvers: Record<string, Any> = createResolversMap(plain);
  for (const [type, resolve] of Object.entries(options.references)) {
    resolvers[type] = { ...resolvers[type], __resolveReference: resolve };
  }
  return { schema: buildSubgraphSchema([{ typeDefs: parse(sdl), resolvers }]), sdl };
}
