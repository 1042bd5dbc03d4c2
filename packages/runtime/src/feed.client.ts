import type { Credentials } from './credential.ts';
import { CREDENTIAL_HEADER } from './credential.ts';
import type { FeedPage } from './feed.route.ts';

/** Follows the feed of another subgraph, as one of the graph's services. */
export function feedClient(options: {
  consumer: string;
  producer: string;
  credentials: Credentials<string>;
  url: () => string | null;
}) {
  return async (after: string | null, limit: number, waitSeconds: number, signal: AbortSignal): Promise<FeedPage> => {
    const base = options.url();
    if (base === null) throw new Error(`The address of ${options.producer} is not known yet.`);
    const query = new URLSearchParams({
      limit: String(limit),
      wait: String(waitSeconds),
      ...(after !== null && { after }),
    });
    const token = await options.credentials.sign(options.consumer, options.producer, options.consumer);
    const deadline = AbortSignal.timeout((waitSeconds + 10) * 1000);
    const response = await fetch(`${base}/events?${query}`, {
      headers: { [CREDENTIAL_HEADER]: token },
      signal: AbortSignal.any([signal, deadline]),
    });
    if (!response.ok) throw new Error(`The feed of ${options.producer} answered with status ${response.status}.`);
    return (await response.json()) as FeedPage;
  };
}
