import { setTimeout as delay } from 'node:timers/promises';

const POLL_MS = 25;
const PATIENCE_MS = 60_000;

/** Waits until it is so. */
export async function eventually(isSo: () => boolean | Promise<boolean>): Promise<void> {
  const deadline = Date.now() + PATIENCE_MS;
  while (!(await isSo())) {
    if (Date.now() > deadline) throw new Error(`It was not so within ${PATIENCE_MS / 1000} seconds: ${isSo}`);
    await delay(POLL_MS);
  }
}
