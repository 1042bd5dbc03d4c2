import http, { type ClientRequest, type IncomingMessage } from 'node:http';
import https from 'node:https';
import {
  ACTOR_ISSUER,
  type Actor,
  CREDENTIAL_HEADER,
  type CredentialSigner,
  expectUpload,
  HttpRefusal,
  type Logger,
  PUBLIC_ACTOR,
  REQUEST_ID_HEADER,
} from '@mandate-graph/runtime';
import type { Request, Response } from 'express';
import { graphqlUrl, reasonOf, SubgraphFailure } from '../subgraph.client.ts';
import { boundedBody, requireDeclaredSize } from './bounded.body.ts';

/** The subgraph that keeps the documents. */
export const KEEPER = 'candidates';

export interface DocumentRelayOptions {
  /** Where the keeper is, asked at each request; null: nowhere. */
  readonly url: () => string | null;
  readonly credentials: CredentialSigner<Actor>;
  /** From the end of what is sent to the keeper to the beginning of its answer, in milliseconds. */
  readonly timeout: number;
  readonly log: Logger;
}

const CONNECT_TIMEOUT = 3_000;
/** For all of an answer, which goes as fast as its reader. */
const ANSWER_TIMEOUT = 5 * 60_000;

/** What of an upload its keeper is told, and what of an answer its reader. */
const SENT_HEADERS = ['content-type', 'content-length'] as const;
const PASSED_HEADERS = [
  'content-type',
  'content-length',
  'content-disposition',
  'cache-control',
  'x-content-type-options',
  'retry-after',
] as const;
const POLICY = 'content-security-policy';

/**
 * Carries documents between their sender or reader and the subgraph that keeps them, as fast as the slower side goes:
 * nothing is gathered here. Each request is sent once, on a connection of its own.
 */
export class DocumentRelay {
  constructor(private readonly options: DocumentRelayOptions) {}

  async carry(ticket: string, request: Request, response: Response): Promise<void> {
    const isUpload = request.method === 'PUT';
    if (isUpload) requireDeclaredSize(request);
    const requestId = request.get(REQUEST_ID_HEADER)!;
    const warn = (error: unknown): void => {
      this.options.log.warn({ requestId, subgraph: KEEPER, reason: reasonOf(error) }, 'a document was not carried');
    };
    const credential = await this.options.credentials.sign(ACTOR_ISSUER, KEEPER, PUBLIC_ACTOR);
    // Of a client that is gone already, nothing more would be heard.
    if (response.destroyed) return;
    try {
      const upstream = this.#open(ticket, request, { [CREDENTIAL_HEADER]: credential, [REQUEST_ID_HEADER]: requestId });
      response.once('close', () => upstream.destroy());
      if (isUpload) send(request, upstream);
      else upstream.end();
      passOn(await answerOf(upstream, this.options.timeout), response, warn);
    } catch (error) {
      if (response.destroyed) return;
      if (error instanceof HttpRefusal) throw error;
      warn(error);
      throw unavailable();
    } finally {
      // What else comes in is for nobody.
      request.unpipe();
    }
  }

  #open(ticket: string, { method, headers }: Request, own: Readonly<Record<string, string>>): ClientRequest {
    const base = this.options.url();
    if (base === null) throw new SubgraphFailure('no address');
    const url = new URL(`documents/${ticket}`, graphqlUrl(base));
    const sent = method === 'PUT' ? SENT_HEADERS.filter((name) => headers[name] !== undefined) : [];
    const { request } = url.protocol === 'https:' ? https : http;
    return request(url, {
      method,
      agent: false,
      headers: {
        ...Object.fromEntries(sent.map((name) => [name, headers[name]])),
        ...own,
        'accept-encoding': 'identity',
        // Else the other side would close as soon as it has answered, and an answer that comes before the end of what
        // is sent could be lost.
        connection: 'keep-alive',
      },
    });
  }
}

function send(request: Request, upstream: ClientRequest): void {
  expectUpload(request);
  const body = boundedBody();
  body.once('error', (error) => upstream.destroy(error));
  // The ticket can be refused before there is anything of the body.
  upstream.flushHeaders();
  request.pipe(body).pipe(upstream);
}

/** The beginning of an answer, which may come at any time, but not later than `timeout` after all has been sent. */
function answerOf(upstream: ClientRequest, timeout: number): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    let timer: NodeJS.Timeout | undefined;
    const within = (ms: number, what: string): void => {
      clearTimeout(timer);
      timer = setTimeout(() => upstream.destroy(new SubgraphFailure(`no ${what} within ${ms} ms`)), ms);
    };
    const settled = (): void => {
      clearTimeout(timer);
      upstream.off('finish', sent);
    };
    const sent = (): void => within(timeout, 'answer');
    within(CONNECT_TIMEOUT, 'connection');
    upstream.once('socket', (socket) => {
      socket.once(upstream.protocol === 'https:' ? 'secureConnect' : 'connect', () => clearTimeout(timer));
    });
    upstream.once('finish', sent);
    upstream.once('response', (answer) => {
      settled();
      resolve(answer);
    });
    // More than one may come, and none may be without a listener.
    upstream.on('error', (error) => {
      settled();
      reject(error);
    });
  });
}

/** An answer that is cut becomes one that is cut: its reader must not take it for whole. */
function passOn(answer: IncomingMessage, response: Response, warn: (error: unknown) => void): void {
  // It was not the client who was not believed.
  if (answer.statusCode === 401) throw new SubgraphFailure('status 401');
  response.status(answer.statusCode!);
  for (const name of PASSED_HEADERS) {
    const value = answer.headers[name];
    if (value !== undefined) response.setHeader(name, value);
  }
  // Beside ours: browsers hold to all that they are given.
  const policy = answer.headers[POLICY];
  if (policy !== undefined) response.append(POLICY, policy);
  const timer = setTimeout(
    () => answer.destroy(new SubgraphFailure(`no whole answer within ${ANSWER_TIMEOUT} ms`)),
    ANSWER_TIMEOUT,
  );
  response.once('close', () => clearTimeout(timer));
  answer.once('error', (error) => {
    if (response.destroyed) return;
    warn(error);
    response.destroy();
  });
  answer.pipe(response);
}

const unavailable = (): HttpRefusal =>
  new HttpRefusal(503, 'Documents cannot be reached at the moment: try again in a moment.', 'SUBGRAPH_UNAVAILABLE');
