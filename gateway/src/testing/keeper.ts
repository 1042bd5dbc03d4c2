import { once } from 'node:events';
import http, { type ClientRequest, type IncomingMessage } from 'node:http';
import { listen } from '@mandate-graph/runtime';
import { parse } from 'graphql';
import type { GatewayOptions } from '../gateway.ts';
import { type Handler, startGraph, type TestGraph } from './graph.ts';
import { define, subgraphs } from './subgraphs.ts';

const CANDIDATES = define('candidates', parse('type Query { candidates: Int }'), { Query: { candidates: () => 0 } });

export const TICKET = 'eyJkb2N1bWVudCI6MX0.c2lnbmF0dXJl-_';

export interface TestKeeper {
  readonly graph: TestGraph;
  /** What came in, the first first. */
  readonly requests: readonly IncomingMessage[];
  /** How the keeper answers from now on; it must read what it wants itself. */
  script(handler: Handler): void;
  /** Opens a request to the gateway, of which the headers are sent at once. */
  open(method: string, headers?: http.OutgoingHttpHeaders, path?: string): ClientRequest;
  close(): Promise<void>;
}

/** A gateway, and a server that does as a test says in place of the subgraph that keeps documents. */
export async function startKeeper(
  options: Omit<Parameters<typeof startGraph>[0] & object, 'subgraphs'> & { gateway?: Partial<GatewayOptions> } = {},
): Promise<TestKeeper> {
  const graph = await startGraph({ ...options, subgraphs: [...subgraphs(), CANDIDATES] });
  const requests: IncomingMessage[] = [];
  let handler: Handler = (_request, response) => void response.end();
  const server = http.createServer((request, response) => {
    requests.push(request);
    handler(request, response);
  });
  graph.redirect('candidates', `${await listen(server, '127.0.0.1', 0, 'PORT')}/graphql`);
  return {
    graph,
    requests,
    script: (given) => {
      handler = given;
    },
    open: (method, headers = {}, path = `/documents/${TICKET}`) => {
      const request = http.request(graph.gateway.url, { path, method, headers, agent: false });
      // Its answer may come before its end, and then nobody listens to the rest.
      request.on('error', () => {});
      request.flushHeaders();
      return request;
    },
    close: async () => {
      await graph.close();
      server.close();
      server.closeAllConnections();
    },
  };
}

export interface Received {
  readonly status: number;
  readonly headers: http.IncomingHttpHeaders;
  readonly body: Buffer;
}

/** The whole answer to a request; rejects when it is cut. */
export async function received(request: ClientRequest): Promise<Received> {
  const [answer] = (await once(request, 'response')) as [IncomingMessage];
  const chunks: Buffer[] = [];
  for await (const chunk of answer) chunks.push(chunk as Buffer);
  return { status: answer.statusCode!, headers: answer.headers, body: Buffer.concat(chunks) };
}

export const codeOf = ({ body }: Received): unknown => JSON.parse(body.toString()).errors[0].extensions.code;
