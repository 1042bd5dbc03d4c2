import { mkdtempSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { startEmbeddedServer } from '../../packages/persistence/dist/index.js';
import { createDatabase } from '../../packages/testkit/dist/index.js';
import { loadWholeGraph } from './whole-graph.mjs';

/**
 * One real PostgreSQL for each worker, since a feed waits for the oldest transaction of a whole server: that of another
 * worker's test would hold it back. Each test file makes a database of its own. The content of the notices is loaded
 * once per server, into a template that whole graphs start from.
 */
export default async function globalSetup({ maxWorkers }) {
  const servers = [];
  globalThis.__postgres = servers;
  const databases = [];
  for (let worker = 0; worker < maxWorkers; worker += 1) {
    const dataDir = mkdtempSync(path.join(os.tmpdir(), 'mandate-graph-test-'));
    const server = await startEmbeddedServer({ dataDir, durable: false });
    servers.push({ server, dataDir });
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
