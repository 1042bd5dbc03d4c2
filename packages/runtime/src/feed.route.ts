import type { CloudEvent } from '@mandate-graph/domain';
import type { Router } from 'express';

/** A page of a feed: events in an order that no later commit can get in front of, and where to go on. */
export interface FeedPage {
  readonly events: readonly CloudEvent[];
  /** Opaque; to be given as `after`. The given one again when nothing is new. */
  readonly cursor: string;
}

/** What a producer offers to whoever follows its events. */
export interface EventFeed {
  page(after: string | null, limit: number): Promise<FeedPage>;
  /** Like {@link page}, but waits for news up to `waitMs` when there are none. */
  nextPage(after: string | null, limit: number, waitMs: number, signal: AbortSignal): Promise<FeedPage>;
  isCursor(text: string): boolean;
}

const MAX_LIMIT = 500;
const MAX_WAIT_SECONDS = 30;

/** `GET /events?after=<cursor>&limit=<1-500>&wait=<seconds, 0-30>`: CloudEvents 1.0 in JSON. */
export function serveFeed(router: Router, feed: EventFeed, closing: AbortSignal): void {
  router.get('/events', async (request, response) => {
    const after = text(request.query['after']);
    const limit = whole(request.query['limit'], 100);
    const wait = whole(request.query['wait'], 0);
    const problems: string[] = [];
    if (after !== null && !feed.isCursor(after))
      problems.push(`after must be a cursor of this feed, but got: ${after.slice(0, 50)}.`);
    if (limit === null || limit < 1 || limit > MAX_LIMIT)
      problems.push(`limit must be a whole number from 1 to ${MAX_LIMIT}.`);
    if (wait === null || wait > MAX_WAIT_SECONDS)
      problems.push(`wait must be a whole number of seconds from 0 to ${MAX_WAIT_SECONDS}.`);
    if (problems.length > 0) {
      response
        .status(400)
        .json({ errors: problems.map((message) => ({ message, extensions: { code: 'BAD_USER_INPUT' } })) });
      return;
    }
    const gone = new AbortController();
    response.once('close', () => gone.abort());
    const signal = AbortSignal.any([gone.signal, closing]);
    try {
      response.json(await feed.nextPage(after, limit!, wait! * 1000, signal));
    } catch (error) {
      // Nobody waits for this page any more, and what it is read from may be closed by now: that is no failure.
      if (!signal.aborted) throw error;
      response.destroy();
    }
  });
}

const text = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null);

function whole(value: unknown, fallback: number): number | null {
  if (value === undefined) return fallback;
  return typeof value === 'string' && /^\d{1,6}$/.test(value) ? Number(value) : null;
}
