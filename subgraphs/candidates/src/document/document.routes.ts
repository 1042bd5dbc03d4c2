import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { systemClock } from '@mandate-graph/domain';
import {
  type Actor,
  CREDENTIAL_HEADER,
  type CredentialVerifier,
  expectUpload,
  type Logger,
} from '@mandate-graph/runtime';
import type { Request, Response, Router } from 'express';
import { Temporal } from 'temporal-polyfill';
import { linkExpired, noLink, notAService } from './document.refusals.ts';
import { attachment } from './document.rules.ts';
import type { LinkAction, Tickets } from './document.tickets.ts';
import type { DownloadService } from './download.service.ts';
import type { UploadService } from './upload.service.ts';

export interface DocumentRoutes {
  /** Name of this subgraph, to which credentials are made out. */
  readonly audience: string;
  readonly credentials: CredentialVerifier<Actor>;
  readonly tickets: Tickets;
  readonly uploads: UploadService;
  readonly downloads: DownloadService;
  readonly log: Logger;
}

const PATH = '/documents/:ticket';
/** How long nothing may come of an upload, in milliseconds. For all of it the server has a limit. */
const UPLOAD_SILENCE = 60_000;

/**
 * `PUT` and `GET /documents/<ticket>`: the contents of documents. The ticket says what may be done, once; a credential
 * shows that it comes through the gateway.
 */
export function serveDocuments(router: Router, routes: DocumentRoutes): void {
  router.use(PATH, async (request, _response, next) => {
    const actor = await routes.credentials.verify(request.get(CREDENTIAL_HEADER), routes.audience);
    if (actor === null) throw notAService();
    next();
  });
  router.put(PATH, (request, response) => receive(routes, request, response));
  // A request for the headers alone would use the link up.
  router.head(PATH, (_request, _response, next) => next('router'));
  router.get(PATH, (request, response) => give(routes, request, response));
}

async function receive({ tickets, uploads }: DocumentRoutes, request: Request, response: Response): Promise<void> {
  const link = linkOf(tickets, 'UPLOAD', request);
  expectUpload(request);
  request.setTimeout(UPLOAD_SILENCE, () => request.destroy());
  const gone = new AbortController();
  response.once('close', () => gone.abort());
  try {
    // What is refused is not read to its end; the connection stays open, so that the refusal can be read.
    const body: AsyncIterable<Buffer> = request.iterator({ destroyOnReturn: false });
    response.status(201).json(await uploads.receive(link, body, lengthOf(request), gone.signal));
  } catch (error) {
    // Whoever breaks off gets no answer.
    if (!gone.signal.aborted) throw error;
  }
}

async function give({ tickets, downloads, log }: DocumentRoutes, request: Request, response: Response): Promise<void> {
  const { name, mediaType, bytes, content } = await downloads.open(linkOf(tickets, 'DOWNLOAD', request));
  response.set({
    'content-type': mediaType,
    'content-length': String(bytes),
    'content-disposition': attachment(name),
    'x-content-type-options': 'nosniff',
    'content-security-policy': "default-src 'none'; sandbox",
    'cache-control': 'no-store',
  });
  try {
    await pipeline(Readable.from(content), response);
  } catch (error) {
    // The connection is closed by now: that is how its reader learns that something lacks.
    if (!isGone(error)) log.error({ err: error }, 'a document could not be given whole');
  }
}

const isGone = (error: unknown): boolean => (error as NodeJS.ErrnoException).code === 'ERR_STREAM_PREMATURE_CLOSE';

function linkOf(tickets: Tickets, action: LinkAction, request: Request): string {
  const ticket = tickets.read(request.params['ticket'] as string);
  if (ticket?.action !== action) throw noLink();
  if (Temporal.Instant.compare(systemClock.now(), ticket.expiresAt) >= 0) throw linkExpired();
  return ticket.link;
}

function lengthOf(request: Request): number | null {
  const length = request.get('content-length');
  return length === undefined ? null : Number(length);
}
