import { mkdtempSync, rmSync, statfsSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { startEmbeddedServer } from '../../packages/persistence/dist/index.js';

const GIB = 2 ** 30;
const IN_MEMORY = '/dev/shm';

/** One more PostgreSQL, whose data is worth nothing once the run is over. */
export async function startServer() {
  const dataDir = mkdtempSync(path.join(folderOfData(), 'mandate-graph-test-'));
  const server = await startEmbeddedServer({ dataDir, durable: false });
  return {
    url: server.url,
    stop: async () => {
      await server.stop();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
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
