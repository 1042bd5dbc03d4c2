import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { accessMatrix } from '@mandate-graph/schema';
import {
  askSubgraph,
  createDatabase,
  TEST_PERSON_KEY,
  type TestDatabase,
  testPlatform,
  wholeGraphTemplate,
} from '@mandate-graph/testkit';
import { HolderDigest } from '@mandate-graph/writing';
import { execute, type GraphQLObjectType, GraphQLSchema, isInterfaceType, isObjectType, parse } from 'graphql';
import { registry } from '../../support/graph.ts';
import { type Holder, holders, PROCEDURES, SUBJECTS } from './holders.ts';
import { letsHave, type Row, readMatrix } from './matrix.ts';
import { type FieldRequest, requestFor } from './requests.ts';
import { definitions, type Served, serve } from './served.ts';

const ENTRIES = registry();
const NAMES = definitions().map(({ name }) => name);
const REFUSALS = ['FORBIDDEN', 'UNAUTHENTICATED'];
let database: TestDatabase;
let platform: ReturnType<typeof testPlatform>;
let served: Map<string, Served>;
let matrix: Row[];

beforeAll(async () => {
  database = await createDatabase(wholeGraphTemplate());
  platform = testPlatform({ databaseUrl: database.url });
  const all = await Promise.all(definitions().map((definition) => serve(definition, platform)));
  served = new Map(all.map((one) => [one.name, one]));
  matrix = readMatrix(accessMatrix(new Map(all.map(({ name, rules }) => [name, rules])), ENTRIES));
});
afterAll(async () => {
  await Promise.all([...served.values()].map(({ running }) => running.close()));
  await database.drop();
});

/** The rows of the matrix about a subgraph, with an institution's own prefix in the names. */
function rowsOf(name: string): Row[] {
  const entry = ENTRIES.find(({ code }) => code === name);
  if (entry === undefined) return matrix.filter(({ section }) => section.toLowerCase() === name);
  const { typePrefix } = entry;
  const prefix = typePrefix.charAt(0).toLowerCase() + typePrefix.slice(1);
  const named = (text: string) => text.replace('<Prefix>', typePrefix).replace('<prefix>', prefix);
  return matrix
    .filter(({ section }) => section === 'Each institution')
    .map((row) => ({ ...row, type: named(row.type), field: named(row.field) }));
}

describe('every field of every subgraph', () => {
  test('stands under one rule, and is counted', () => {
    let walked = 0;
    for (const { schema, rules, name } of served.values()) {
      const types = Object.values(schema.getTypeMap()).filter((type) => isObjectType(type) || isInterfaceType(type));
      const fields = types
        .filter((type) => !type.name.startsWith('_'))
        .flatMap((type) => Object.keys(type.getFields()).map((field) => `${type.name}.${field}`))
        .filter((field) => field !== 'Query._entities' && field !== 'Query._service');
      expect({ name, fields: rules.map(({ type, field }) => `${type}.${field}`).toSorted() }).toEqual({
        ...{ name, fields: fields.toSorted() },
      });
      walked += fields.length;
    }
    expect(walked).toBeGreaterThan(1_000);
  });

  test('stands in the matrix on a row of its own unless it is for everyone', () => {
    for (const { name, rules } of served.values()) {
      const guarded = rules.filter(({ type, rule }) => rule !== 'PUBLIC' || type === 'Mutation');
      const own = guarded.filter(({ inherited }) => !inherited).map(({ type, field }) => `${type}.${field}`);
      expect(
        rowsOf(name)
          .map(({ type, field }) => `${type}.${field}`)
          .toSorted(),
      ).toEqual(own.toSorted());
    }
  });
});

/** What came of asking for a field: whether access was refused, and what is wrong with the way it was. */
interface Outcome {
  readonly refused: boolean;
  readonly wrong: string | null;
}
interface Asked {
  readonly subgraph: Served;
  readonly row: Row;
  readonly institution: string;
}

describe.each(NAMES)('what the matrix says of %s', (name) => {
  const institution = ENTRIES.some(({ code }) => code === name) ? name : ENTRIES[0]!.code;
  const other = ENTRIES.find(({ code }) => code !== institution)!.code;

  test.each(holders(institution, other))('is what is given to: $name', async (holder) => {
    const subgraph = served.get(name)!;
    const differences = await Promise.all(
      rowsOf(name).map(async (row) => {
        const outcomes = await outcomesOf({ subgraph, row, institution }, holder);
        return outcomes.flatMap(({ where, refused, wrong }) => {
          if (wrong !== null) return [`${where} ${wrong}`];
          return refused === letsHave(row, holder) ? [`${where} is ${refused ? 'refused' : 'given'}`] : [];
        });
      }),
    );
    expect(differences.flat()).toEqual([]);
  });
});

/** On every type that has the field: on each that implements it, where it is an interface’s. */
async function outcomesOf({ subgraph, row, institution }: Asked, holder: Holder) {
  const { schema } = subgraph;
  const type = schema.getType(row.type);
  const objects = isInterfaceType(type) ? schema.getPossibleTypes(type) : isObjectType(type) ? [type] : [];
  if (objects.length === 0) throw new Error(`${subgraph.name} has no ${row.type}.`);
  return Promise.all(
    objects.map(async (object) => {
      const request = requestFor(object.getFields()[row.field]!, institution);
      const isRoot = ['Query', 'Mutation'].includes(object.name);
      const outcome = isRoot
        ? await askRoot(subgraph, object.name, request, holder)
        : await askObject(subgraph, object, request, institution, holder);
      return { where: `${object.name}.${row.field}`, ...outcome };
    }),
  );
}

/** A root field, as the gateway asks for it. */
async function askRoot(subgraph: Served, root: string, request: FieldRequest, holder: Holder): Promise<Outcome> {
  const { selection, declared, variables } = request;
  const query = `${root.toLowerCase()} ${declared} { __typename ${selection} }`;
  const answer = await askSubgraph(subgraph.running, platform, query, variables, holder.actor);
  const outcome = outcomeWith(answer.errors ?? [], holder);
  if (!outcome.refused || outcome.wrong !== null) return outcome;
  return { refused: true, wrong: answer.data?.__typename === root ? null : 'takes its neighbours away' };
}

/** An application is shown to those who judge it: to the holder on the committee, and to the authority. */
const JUDGED = {
  ...{ status: 'DEFINITIVE', candidacy: 'SUITABLE', submittedToAuthority: true },
  judges: [new HolderDigest(TEST_PERSON_KEY).of(SUBJECTS.own)],
};

/** A field of an object, which is put where an operation starts: what would lead to it is not asked for. */
async function askObject(
  subgraph: Served,
  query: GraphQLObjectType,
  { selection, declared, variables }: FieldRequest,
  institution: string,
  holder: Holder,
): Promise<Outcome> {
  const { errors = [] } = await execute({
    schema: new GraphQLSchema({ query }),
    document: parse(`query ${declared} { ${selection} }`),
    rootValue: {
      id: `${institution}:vacancy:nowhere`,
      whose: { institution, subject: SUBJECTS.own, procedure: PROCEDURES.own },
      ...JUDGED,
    },
    contextValue: subgraph.open.context(holder.actor, platform.clock.now()),
    variableValues: variables,
  });
  return outcomeWith(errors, holder);
}

function outcomeWith(errors: readonly { extensions: Record<string, unknown> }[], holder: Holder): Outcome {
  const codes = errors.map(({ extensions }) => String(extensions['code']));
  const refused = codes.some((code) => REFUSALS.includes(code));
  if (!refused)
    return { refused, wrong: codes.includes('GRAPHQL_VALIDATION_FAILED') ? 'could not be asked for' : null };
  const expected = holder.actor.kind === 'public' ? 'UNAUTHENTICATED' : 'FORBIDDEN';
  return { refused, wrong: codes.length === 1 && codes[0] === expected ? null : `is refused with: ${codes}` };
}
