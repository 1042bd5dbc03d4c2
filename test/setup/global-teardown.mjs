import { rmSync } from 'node:fs';

export default async function globalTeardown() {
  for (const { server, dataDir } of globalThis.__postgres) {
    await server.stop();
    rmSync(dataDir, { recursive: true, force: true });
  }
}
