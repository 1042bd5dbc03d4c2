import { randomInt } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import type { DataFolder } from './data.folder.ts';
import { EmbeddedServerError } from './embedded.error.ts';

// Below 32768, where Linux begins to hand out ports to outgoing connections: those could take ours while it is down.
const LOWEST = 20_000;
const HIGHEST = 32_000;
const ATTEMPTS = 50;

/** The port of last time while it is free, so that addresses last; else a random free one. */
export async function freePort(folder: DataFolder): Promise<number> {
  const remembered = rememberedPort(folder);
  if (remembered !== undefined && (await isFree(remembered))) return remembered;
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const port = randomInt(LOWEST, HIGHEST);
    if (await isFree(port)) return port;
  }
  throw new EmbeddedServerError(
    `The embedded database found no free port on 127.0.0.1 in ${ATTEMPTS} attempts between ${LOWEST} and ${HIGHEST}: set DATABASE_URL to a PostgreSQL server.`,
  );
}

export function rememberPort(folder: DataFolder, port: number): void {
  if (rememberedPort(folder) !== port) folder.write(folder.port, `${port}\n`);
}

function rememberedPort(folder: DataFolder): number | undefined {
  if (!existsSync(folder.port)) return undefined;
  const port = Number(readFileSync(folder.port, 'utf8'));
  return Number.isInteger(port) && port >= LOWEST && port < HIGHEST ? port : undefined;
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => resolve(false));
    probe.listen({ port, host: '127.0.0.1', exclusive: true }, () => probe.close(() => resolve(true)));
  });
}
