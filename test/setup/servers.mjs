import { mkdtempSync, rmSync, statfsSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { startEmbeddedServer } from '../../packages/persistence/dist/index.js';

const GIB = 2 ** 30;
const IN_MEMORY = '/dev/shm';

/** One more PostgreSQL, whose data is worth nothing once the run is over. */
export async function startServer() {
  const dataDir = mkdtempSync(path.join(folderOfData(), 'mandate-graph-test-'));
  const server = await startEmbeddedServer({ dataDir, durable: false });
  await leaveAlone(server.url);
  return {
    url: server.url,
    stop: async () => {
      await server.stop();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

/** What it would do on its own is a transaction of the server as well, and could hold back a feed that a test reads once. */
async function leaveAlone(url) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query('ALTER SYSTEM SET autovacuum = off');
  await client.query('SELECT pg_reload_conf()');
  await client.end();
}

/**
 * In memory, where there is plenty of it: a run makes hundreds of databases, of hundreds of files each, and on some disks
 * most of its time went into that.
 */
function folderOfData() {
  return roomOf(IN_MEMORY) >= 4 * GIB && os.freemem() >= 8 * GIB ? IN_MEMORY : os.tmpdir();
}

function roomOf(folder) {
  try {
    const { bavail, bsize } = statfsSync(folder);
    return bavail * bsize;
  } catch {
    return 0;
  }
}
