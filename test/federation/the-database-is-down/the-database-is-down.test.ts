import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { testServer } from '@mandate-graph/testkit';
import pg from 'pg';
import { type Graph, startGraph } from '../../support/graph.ts';

let graph: Graph;
let database: string;
let server: pg.Client;

beforeAll(async () => {
  graph = await startGraph();
  database = new URL(graph.database.url).pathname.slice(1);
  server = new pg.Client({ connectionString: testServer().url });
  await server.connect();
});
afterAll(async () => {
  await server.end();
  await graph.close();
});

const query = '{ vacancies { totalCount edges { node { id title { nl } } } } }';
const readiness = async () => (await fetch(new URL('/health/ready', graph.url))).status;

async function turns(holds: () => Promise<boolean>): Promise<void> {
  while (!(await holds())) await new Promise((resolve) => setTimeout(resolve, 50));
}

test('without its database the graph is not ready, and says so without a word of it; afterwards it recovers by itself', async () => {
  expect(await readiness()).toBe(200);

  await server.query(`ALTER DATABASE ${database} ALLOW_CONNECTIONS false`);
  // Waits for each of them to be gone: otherwise one part might still be served while another is not.
  await server.query(
    `SELECT pg_terminate_backend(pid, 60000) FROM pg_stat_activity
     WHERE datname = $1 AND application_name LIKE 'mandate-graph %'`,
    [database],
  );
  await turns(async () => (await readiness()) === 503);
  const down = await graph.ask(query);
  expect(down.errors).toEqual([
    expect.objectContaining({
      message: expect.stringMatching(
        /^Something went wrong on our side\. Give this id when you report it: [0-9a-f-]{36}\.$/,
      ),
      extensions: { code: 'INTERNAL_SERVER_ERROR', id: expect.any(String) },
    }),
  ]);
  expect(JSON.stringify(down)).not.toMatch(/postgres|select|127\.0\.0\.1|ECONN|node_modules|connection/i);

  await server.query(`ALTER DATABASE ${database} ALLOW_CONNECTIONS true`);
  await turns(async () => (await readiness()) === 200);
  const up = await graph.ask(query);
  expect(up.errors).toBeUndefined();
  expect(up.data.vacancies.totalCount).toBe(2);
});
