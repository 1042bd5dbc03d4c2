import { composeServices } from '@apollo/composition';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { badInput, countStatement, LocalDate, problem, type SubgraphDefinition } from '@mandate-graph/runtime';
import { type DocumentNode, parse } from 'graphql';

const LINK = 'extend schema @link(url: "https://specs.apollo.dev/federation/v2.11", import: ["@key"])';

const CATALOGUE = parse(`${LINK}
  scalar LocalDate
  type Query {
    vacancies: [Vacancy!]!
    "Waits until the test lets it go."
    slow: String
    refused: String
    broken: String
  }
  type Mutation { note: String }
  type Vacancy @key(fields: "id") { id: ID! title(on: LocalDate): String! }
`);

const INSTITUTION = parse(`${LINK}
  scalar LocalDate
  type Query { motto(on: LocalDate): String }
  type Vacancy @key(fields: "id") { id: ID! unit: Unit days: Int }
  type Unit { name: String! }
`);

/** The vacancy that the institution no longer shows. */
export const GONE = 'v3';

/** What a test makes the catalogue do. */
export interface Behaviour {
  slow(): Promise<string>;
}

/** Two subgraphs: a catalogue with titles, and an institution that knows the unit of each vacancy. */
export function subgraphs(behaviour: Partial<Behaviour> = {}): readonly TestSubgraph[] {
  return [
    define('catalogue', CATALOGUE, {
      LocalDate,
      Query: {
        vacancies: () => {
          countStatement();
          countStatement();
          return ['v1', 'v2', GONE].map((id) => ({ id, title: `Vacancy ${id}` }));
        },
        slow: () => behaviour.slow?.() ?? 'no hurry',
        refused: () => {
          throw badInput([problem('filter.text', 'TOO_LONG', 'abc', 'filter.text is too long.')]);
        },
        broken: () => {
          throw new Error('select secret from 127.0.0.1');
        },
      },
      Mutation: { note: () => 'noted' },
    }),
    define('ksz-ehealth', INSTITUTION, {
      LocalDate,
      Query: { motto: () => 'one graph' },
      Vacancy: {
        __resolveReference: ({ id }: { id: string }) => {
          countStatement();
          return id === GONE ? null : { id, unit: { name: `Unit of ${id}` }, days: 7 };
        },
      },
    }),
  ];
}

export interface TestSubgraph {
  readonly name: string;
  readonly typeDefs: DocumentNode;
  readonly definition: SubgraphDefinition;
}

export function define(name: string, typeDefs: DocumentNode, resolvers: object): TestSubgraph {
  const schema = buildSubgraphSchema([{ typeDefs, resolvers: resolvers as never }]);
  return {
    name,
    typeDefs,
    definition: {
      name,
      port: 0,
      schema: async () => ({ schema, sdl: '', rules: [] }),
      open: async () => ({
        context: (actor) => ({ actor }),
        check: async () => {},
        routes: () => {},
        start: () => {},
        settled: async () => {},
        close: async () => {},
      }),
    },
  };
}

/** The supergraph of these subgraphs, at addresses where nothing listens. */
export function compose(parts: readonly TestSubgraph[]): string {
  const result = composeServices(parts.map(({ name, typeDefs }) => ({ name, typeDefs, url: 'http://127.0.0.1:9' })));
  if (result.supergraphSdl === undefined) throw new Error(String(result.errors));
  return result.supergraphSdl;
}
