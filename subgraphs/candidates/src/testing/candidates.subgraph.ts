import { type Actor, type Role, type RunningSubgraph, startSubgraph } from '@mandate-graph/runtime';
import {
  askSubgraph,
  createDatabase,
  memoryLog,
  type SubgraphAnswer,
  type TestDatabase,
  testEnvironment,
  testPlatform,
  withoutJobs,
} from '@mandate-graph/testkit';
import { createCandidates } from '../module.ts';

/** What a mutation answered: one of the three, by `__typename`. */
export interface TestResult {
  readonly __typename: 'CandidateRecorded' | 'Refused' | 'VersionConflict';
  readonly id: string;
  readonly version: number;
  readonly problems: readonly { path: string; code: string; value: string | null; rule: string }[];
  readonly givenVersion: number;
  readonly currentVersion: number;
}

/** The subgraph on a database of its own, asked as the gateway asks it. */
export interface TestCandidates {
  readonly subgraph: RunningSubgraph;
  readonly database: TestDatabase;
  /** Everything that was logged. */
  readonly lines: readonly string[];
  ask(actor: Actor, query: string, variables?: Record<string, unknown>): Promise<SubgraphAnswer>;
  /** Runs a mutation that answers a CandidateResult; a key is made up unless the input has one. */
  write(actor: Actor, mutation: string, input: object): Promise<TestResult>;
  close(): Promise<void>;
}

export async function testCandidates(variables: Record<string, string> = {}): Promise<TestCandidates> {
  const database = await createDatabase();
  const { log, lines } = memoryLog();
  const platform = testPlatform({ databaseUrl: database.url, log, environment: testEnvironment(variables) });
  const subgraph = await startSubgraph(withoutJobs(createCandidates([])), platform, {
    host: '127.0.0.1',
    port: 0,
    variable: 'none',
  });
  const ask: TestCandidates['ask'] = (actor, query, variables) =>
    askSubgraph(subgraph, platform, query, variables, actor);
  let keys = 0;
  return {
    ...{ subgraph, database, lines, ask },
    write: async (actor, mutation, input) => {
      keys += 1;
      const { data, errors } = await ask(actor, writeOf(mutation), {
        input: { idempotencyKey: `made-${keys}`, ...input },
      });
      if (errors !== undefined) throw new Error(JSON.stringify(errors));
      return data.result;
    },
    close: async () => {
      await subgraph.close();
      await database.drop();
    },
  };
}

/** The document that runs a mutation. */
export const writeOf = (mutation: string): string =>
  `mutation ($input: ${mutation.charAt(0).toUpperCase()}${mutation.slice(1)}Input!) { result: ${mutation}(input: $input) {
    __typename ... on CandidateRecorded { id version } ... on Refused { problems { path code value rule } }
    ... on VersionConflict { id givenVersion currentVersion } } }`;

/** Somebody with one role. */
export const holder = (role: Role, subject: string, institution: string | null = null): Actor => ({
  ...{ kind: 'person', subject },
  grants: [{ role, institution, procedure: null, scopes: [] }],
});

export const candidateOf = (subject: string): Actor => holder('candidate', subject);

/** Every value of every table, as the database would show it to whoever has nothing else. */
export async function everythingIn(database: TestDatabase): Promise<string> {
  const tables = await database.query<{ name: string }>(
    "SELECT table_name AS name FROM information_schema.tables WHERE table_schema = 'candidates'",
  );
  const rows = await Promise.all(
    tables.map(({ name }) => database.query<{ row: string }>(`SELECT t::text AS row FROM candidates."${name}" t`)),
  );
  return rows.flatMap((all) => all.map(({ row }) => row)).join('\n');
}
