import { expect } from '@jest/globals';
import { createSubgraph } from '@mandate-graph/gob-connectit';
import { type Actor, type RunningSubgraph, startSubgraph } from '@mandate-graph/runtime';
import {
  askSubgraph,
  createDatabase,
  type TestDatabase,
  testPlatform,
  wholeGraphTemplate,
} from '@mandate-graph/testkit';
import { callOf, type DayClock, GOB, type MutationName, mutationOf } from './written.ts';

type Input = Record<string, unknown>;

export interface Writer {
  readonly database: TestDatabase;
  ask(query: string, variables?: Input): ReturnType<typeof askSubgraph>;
  write(name: MutationName, input: Input): Promise<Input & { version: number }>;
  /** A draft that breaks no rule but by what is given. */
  created(own?: Input): Promise<{ id: string; version: number }>;
  /** The same, published. */
  publicCall(own?: Input): Promise<{ id: string; version: number }>;
  /** Path, code and value of each problem. */
  refused(name: MutationName, input: Input): Promise<unknown[][]>;
  close(): Promise<void>;
}

const MACHINE: Actor = {
  kind: 'service',
  subject: 'm-1',
  grants: [
    {
      role: 'integration',
      institution: GOB.code,
      procedure: null,
      scopes: ['vacancies:write', 'vacancies:publish', 'organisation:write'],
    },
  ],
};

/** One institution's subgraph alone, written to as a machine of its own does: each request under a new key. */
export async function openWriter(clock: DayClock): Promise<Writer> {
  const database = await createDatabase(wholeGraphTemplate());
  const platform = testPlatform({ databaseUrl: database.url, clock });
  const subgraph: RunningSubgraph = await startSubgraph(createSubgraph(), platform, {
    host: '127.0.0.1',
    port: 0,
    variable: 'none',
  });
  let keys = 0;
  const ask = (query: string, variables: Input = {}) => askSubgraph(subgraph, platform, query, variables, MACHINE);
  const write: Writer['write'] = async (name, input) => {
    keys += 1;
    const { data, errors } = await ask(mutationOf(GOB, name), { input: { idempotencyKey: `k-${keys}`, ...input } });
    expect(errors).toBeUndefined();
    return data.result;
  };
  const created: Writer['created'] = async (own = {}) => {
    const { id, version } = await write('CreateVacancy', { content: callOf(GOB, own) });
    return { id: id as string, version };
  };
  return {
    database,
    ask,
    write,
    created,
    publicCall: async (own) => {
      const { id, version } = await write('PublishVacancy', await created(own));
      return { id: id as string, version };
    },
    refused: async (name, input) => {
      const result = (await write(name, input)) as unknown as { problems: Record<string, string>[] };
      expect(result).toMatchObject({ __typename: 'Refused' });
      for (const { path, rule } of result.problems) {
        expect(rule).toMatch(/ must .* but got: .*\.$/s);
        expect(rule!.startsWith(`${path} `)).toBe(true);
      }
      return result.problems.map(({ path, code, value }) => [path, code, value]);
    },
    close: async () => {
      await subgraph.close();
      await database.drop();
    },
  };
}
