import { createDatabase } from '../../packages/testkit/dist/index.js';
import { startServer } from './servers.mjs';
import { loadWholeGraph } from './whole-graph.mjs';

/**
 * One real PostgreSQL for each worker, since a feed waits for the oldest transaction of a whole server: that of another
 * worker's test would hold it back. Each test file makes a database of its own. The content of the notices is loaded
 * once per server, into a template that whole graphs start from.
 */
export default async function globalSetup({ maxWorkers }) {
  const servers = [];
  globalThis.__postgres = servers;
  stopWhenInterrupted(servers);
  const databases = [];
  for (let worker = 0; worker < maxWorkers; worker += 1) {
    const server = await startServer();
    servers.push(server);
    process.env.TEST_DATABASES = JSON.stringify([{ url: server.url }]);
    databases.push({ url: server.url, ...(await templateOf()) });
  }
  process.env.TEST_DATABASES = JSON.stringify(databases);
}

/** Without it (`TEST_TEMPLATE=none`) whole graphs load the content themselves: tests of one part need no built programs. */
async function templateOf() {
  if (process.env.TEST_TEMPLATE === 'none') return {};
  const template = await createDatabase();
  await loadWholeGraph(template.url);
  await template.release();
  return { template: template.name };
}

/** A run that is broken off has no teardown: its servers would go on for ever. */
function stopWhenInterrupted(servers) {
  for (const signal of ['SIGINT', 'SIGTERM']) {
    process.once(signal, async () => {
      await Promise.allSettled(servers.map((server) => server.stop()));
      process.kill(process.pid, signal);
    });
  }
}
