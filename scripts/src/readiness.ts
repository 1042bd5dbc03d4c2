import { setTimeout as delay } from 'node:timers/promises';

const POLL_MS = 100;

/** Waits until a gateway is ready, or patience ends; gives the names of the subgraphs that still do not answer. */
export async function waitUntilReady(url: string, patienceMs: number, signal: AbortSignal): Promise<readonly string[]> {
  const deadline = Date.now() + patienceMs;
  for (;;) {
    const response = await fetch(`${url}/health/ready`, { signal });
    const { subgraphs } = (await response.json()) as { subgraphs: Record<string, boolean> };
    if (response.ok) return [];
    if (Date.now() > deadline) return Object.keys(subgraphs).filter((name) => !subgraphs[name]);
    await delay(POLL_MS, undefined, { signal });
  }
}

/** Waits for all of them, but not for ever: what another process runs may be down. */
export async function settledWithin(
  patienceMs: number,
  settling: readonly Promise<void>[],
  signal: AbortSignal,
): Promise<void> {
  const over = new AbortController();
  const late = delay(patienceMs, undefined, { signal: AbortSignal.any([signal, over.signal]) });
  await Promise.race([Promise.all(settling), late]).finally(() => over.abort());
}
