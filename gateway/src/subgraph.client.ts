import { Agent } from 'undici';

/** Connections to one subgraph; more requests than this wait for one, within their deadline. */
const MAX_CONNECTIONS = 64;
const MAX_ANSWER_BYTES = 16 * 1024 * 1024;

/** An answer as it came: nothing in it has been looked at. */
export interface RawAnswer {
  readonly status: number;
  readonly text: string;
  header(name: string): string | null;
}

/** Why a subgraph gave no usable answer, in words for the log: never an address. */
export class SubgraphFailure extends Error {
  constructor(readonly reason: string) {
    super(`A subgraph gave no usable answer: ${reason}.`);
    this.name = 'SubgraphFailure';
  }
}

/** Speaks HTTP with one subgraph: kept connections, bounded answers, and a deadline that covers all of a request. */
export class SubgraphClient {
  readonly #agent = new Agent({
    connections: MAX_CONNECTIONS,
    maxResponseSize: MAX_ANSWER_BYTES,
    // The one deadline below covers connecting, waiting, headers and body.
    headersTimeout: 0,
    bodyTimeout: 0,
  });

  /** `url` is asked at each request: the subgraph may come up, or move, after the gateway. */
  constructor(readonly url: () => string) {}

  async post(body: string, headers: Readonly<Record<string, string>>, timeoutMs: number): Promise<RawAnswer> {
    return this.#request('POST', graphqlUrl(this.url()), headers, body, timeoutMs);
  }

  async isReady(timeoutMs: number): Promise<boolean> {
    try {
      const { status } = await this.#request(
        'GET',
        new URL('health/ready', graphqlUrl(this.url())),
        {},
        null,
        timeoutMs,
      );
      return status === 200;
    } catch {
      return false;
    }
  }

  close(): Promise<void> {
    return this.#agent.destroy();
  }

  async #request(
    method: 'GET' | 'POST',
    url: URL,
    headers: Readonly<Record<string, string>>,
    body: string | null,
    timeoutMs: number,
  ): Promise<RawAnswer> {
    const deadline = new AbortController();
    const timer = setTimeout(() => deadline.abort(), timeoutMs);
    try {
      const response = await this.#agent.request({
        origin: url.origin,
        path: url.pathname,
        method,
        headers: { ...headers, 'accept-encoding': 'identity' },
        body,
        signal: deadline.signal,
      });
      const text = await response.body.text();
      return {
        status: response.statusCode,
        text,
        header: (name) => [response.headers[name] ?? null].flat()[0] ?? null,
      };
    } catch (error) {
      throw new SubgraphFailure(deadline.signal.aborted ? `no answer within ${timeoutMs} ms` : reasonOf(error));
    } finally {
      clearTimeout(timer);
    }
  }
}

/** `http://host:1234` and `http://host:1234/graphql` both name the subgraph at that address. */
export function graphqlUrl(address: string): URL {
  const url = new URL(address);
  return url.pathname === '/' ? new URL('/graphql', url) : url;
}

/** In words for the log: of a transport error only the code, since its message would tell the address. */
export function reasonOf(error: unknown): string {
  if (error instanceof SubgraphFailure) return error.reason;
  const { code } = error as { code?: unknown };
  if (code === 'UND_ERR_RES_EXCEEDED_MAX_SIZE') return `an answer of more than ${MAX_ANSWER_BYTES} bytes`;
  return typeof code === 'string' ? `connection failed (${code})` : 'connection failed';
}
