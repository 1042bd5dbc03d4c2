import { mkdtempSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { startEmbeddedServer } from '../../packages/persistence/dist/index.js';

/** One real PostgreSQL for the whole run; each test file makes a database of its own in it. */
export default async function globalSetup() {
  const dataDir = mkdtempSync(path.join(os.tmpdir(), 'mandate-graph-test-'));
  const server = await startEmbeddedServer({ dataDir, durable: false });
  globalThis.__postgres = { server, dataDir };
  process.env.TEST_DATABASE_URL = server.url;
}
