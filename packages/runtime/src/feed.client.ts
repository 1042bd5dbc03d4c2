import { CREDENTIAL_HEADER } from './credential.ts';
import type { FeedPage } from './feed.route.ts';
import type { Platform } from './subgraph.ts';

/** Reads the feeds of other subgraphs, as one of the graph's services: a page at a time, by producer. */
export const feedClients =
  (consumer: string, { feedCredentials, feedUrlOf }: Pick<Platform, 'feedCredentials' | 'feedUrlOf'>) =>
  (producer: string) =>
  async (after: string | null, limit: number, waitSeconds: number, signal: AbortSignal): Promise<FeedPage> => {
    const base = feedUrlOf(producer);
    if (base === null) throw new Error(`The address of ${producer} is not known yet.`);
    const query = new URLSearchParams({
      limit: String(limit),
      wait: String(waitSeconds),
      ...(after !== null && { after }),
    });
    const token = await feedCredentials.sign(consumer, producer, consumer);
    const deadline = AbortSignal.timeout((waitSeconds + 10) * 1000);
    const response = await fetch(`${base}/events?${query}`, {
      headers: { [CREDENTIAL_HEADER]: token },
      signal: AbortSignal.any([signal, deadline]),
    });
    if (!response.ok) throw new Error(`The feed of ${producer} answered with status ${response.status}.`);
    return (await response.json()) as FeedPage;
  };
