import { mkdtempSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { startEmbeddedServer } from '../../packages/persistence/dist/index.js';
import { createDatabase } from '../../packages/testkit/dist/index.js';
import { loadWholeGraph } from './whole-graph.mjs';

/**
 * One real PostgreSQL for the whole run; each test file makes a database of its own in it. The content of the notices
 * is loaded once, into a template that whole graphs start from.
 */
export default async function globalSetup() {
  const dataDir = mkdtempSync(path.join(os.tmpdir(), 'mandate-graph-test-'));
  const server = await startEmbeddedServer({ dataDir, durable: false });
  globalThis.__postgres = { server, dataDir };
  process.env.TEST_DATABASE_URL = server.url;
  const template = await createDatabase();
  await loadWholeGraph(template.url);
  await template.release();
  process.env.TEST_GRAPH_TEMPLATE = template.name;
}
