import { randomUUID } from 'node:crypto';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import express, { type Express, type NextFunction, type Request, type Response } from 'express';
import { boundConnections, DRAINING } from './connections.ts';
import { type Excess, limitRefusal } from './limits.ts';
import type { Logger } from './log.ts';
import type { TrustedProxies } from './proxies.ts';
import { type BodyTimes, boundBodies } from './uploads.ts';

export const REQUEST_ID_HEADER = 'x-request-id';
/** Anything freer could be used to write into the log, such as the number of a person. */
const REQUEST_ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** A request that is refused before it is looked into; its message is for the client. */
export class HttpRefusal extends Error {
  override readonly name = 'HttpRefusal';

  constructor(
    readonly status: number,
    message: string,
    readonly code = 'BAD_REQUEST',
    readonly headers: Readonly<Record<string, string>> = {},
  ) {
    super(message);
  }
}

/** A body that goes beyond a limit. */
export function tooLarge(excess: Excess): HttpRefusal {
  const { message, extensions } = limitRefusal([excess]);
  return new HttpRefusal(413, message, extensions.code);
}

export interface AppOptions {
  /** Who is believed about the address of the client; by default nobody, so that no header can forge it. */
  readonly trustedProxies?: TrustedProxies;
}

/** An Express application as every server of the graph has it: no banner, and a request id in and out. */
export function createApp({ trustedProxies = 0 }: AppOptions = {}): Express {
  const app = express();
  app.disable('x-powered-by');
  app.disable('etag');
  app.set('trust proxy', trustedProxies);
  app.use((request: Request, response: Response, next: NextFunction) => {
    const given = request.get(REQUEST_ID_HEADER);
    const id = given !== undefined && REQUEST_ID.test(given) ? given : randomUUID();
    request.headers[REQUEST_ID_HEADER] = id;
    response.setHeader(REQUEST_ID_HEADER, id);
    next();
  });
  return app;
}

/** Last in line: whatever was not caught is logged under an id, and answered without its text. */
export function finish(app: Express, log: Logger): void {
  app.use((_request: Request, response: Response) => {
    response.status(404).json({ errors: [{ message: 'There is nothing here.', extensions: { code: 'NOT_FOUND' } }] });
  });
  app.use((error: unknown, request: Request, response: Response, next: NextFunction) => {
    if (response.headersSent) return next(error);
    if (error instanceof HttpRefusal) {
      const { message, code } = error;
      response
        .status(error.status)
        .set(error.headers)
        .json({ errors: [{ message, extensions: { code } }] });
      return;
    }
    const status = statusOf(error);
    if (status === 413) {
      const { message, extensions } = limitRefusal([{ name: 'bodyBytes', value: null }]);
      response.status(status).json({ errors: [{ message, extensions }] });
      return;
    }
    if (status < 500) {
      response.status(status).json({
        errors: [
          {
            message: `The request is not readable: ${REASONS[status] ?? 'it is malformed'}.`,
            extensions: { code: 'BAD_REQUEST' },
          },
        ],
      });
      return;
    }
    const id = request.get(REQUEST_ID_HEADER);
    log.error({ errorId: id, err: error }, 'a request failed unexpectedly');
    response.status(500).json({
      errors: [
        {
          message: `Something went wrong on our side. Give this id when you report it: ${id}.`,
          extensions: { code: 'INTERNAL_SERVER_ERROR', id },
        },
      ],
    });
  });
}

const REASONS: Readonly<Record<number, string>> = {
  400: 'its body is malformed or incomplete',
  415: 'its encoding or charset is not supported',
};

function statusOf(error: unknown): number {
  const status = (error as { status?: unknown }).status;
  return typeof status === 'number' && status >= 400 && status < 600 ? status : 500;
}

/** Starts listening; a taken or forbidden port is a sentence that names the port and the variable. */
export async function listen(server: http.Server, host: string, port: number, variable: string): Promise<string> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => reject(listenError(error, host, port, variable)));
    server.listen(port, host, resolve);
  });
  const bound = (server.address() as AddressInfo).port;
  const shown = host === '0.0.0.0' || host === '::' ? '127.0.0.1' : host.includes(':') ? `[${host}]` : host;
  return `http://${shown}:${bound}`;
}

function listenError(error: NodeJS.ErrnoException, host: string, port: number, variable: string): Error {
  if (error.code === 'EADDRINUSE') {
    return new Error(
      `Port ${port} on ${host} is in use by another program. Stop that program, or set ${variable} to a free port.`,
    );
  }
  if (error.code === 'EACCES') {
    return new Error(
      `Port ${port} on ${host} may not be used by this user. Set ${variable} to a port of 1024 or more.`,
    );
  }
  if (error.code === 'EADDRNOTAVAIL' || error.code === 'ENOTFOUND') {
    return new Error(`This machine has no address ${host}. Set HOST to one it has, such as 127.0.0.1.`);
  }
  return error;
}

/** How long a server waits for its clients, in milliseconds, and for how many of them at a time. */
export interface ServerLimits extends BodyTimes {
  /** From the first byte, or the opening of the connection, to the end of the headers. */
  readonly headersTimeout: number;
  /** From the first byte to the end of the body of an upload: 8 MiB at 256 kbit/s, with some time to spare. */
  readonly uploadTimeout: number;
  /** How often the two above are looked at. */
  readonly connectionsCheckingInterval: number;
  /** From an answer to the next request: longer than the 60 seconds of common load balancers, which must close first. */
  readonly keepAliveTimeout: number;
  /** Without a byte in either direction: a client that does not read its answer. Longer than any answer takes. */
  readonly silenceTimeout: number;
  /** Beyond this, a connection that waits for its client is closed for each new one. */
  readonly maxConnections: number;
}

export const SERVER_LIMITS: ServerLimits = {
  headersTimeout: 10_000,
  requestTimeout: 30_000,
  uploadTimeout: 300_000,
  lingerTimeout: 2_000,
  connectionsCheckingInterval: 1_000,
  keepAliveTimeout: 65_000,
  silenceTimeout: 300_000,
  maxConnections: 1_000,
};

/** A server with bounded waits: slow or idle clients can neither hold sockets for ever nor lock others out. */
export function createServer(app: Express, given: Partial<ServerLimits> = {}): http.Server {
  const limits = { ...SERVER_LIMITS, ...given };
  const { headersTimeout, uploadTimeout, connectionsCheckingInterval, keepAliveTimeout } = limits;
  const server = http.createServer(
    { keepAlive: true, headersTimeout, requestTimeout: uploadTimeout, connectionsCheckingInterval, keepAliveTimeout },
    app,
  );
  server.timeout = limits.silenceTimeout;
  boundConnections(server, limits.maxConnections);
  boundBodies(server, limits);
  // Once the server no longer accepts, a kept connection goes with its last answer: draining need not wait for it.
  server.on('request', (_request, response) => {
    response.once('finish', () => {
      if (!server.listening) setImmediate(() => server.closeIdleConnections());
    });
  });
  return server;
}

/** Stops accepting, lets requests in flight finish within the grace, then closes what is left. */
export async function drain(server: http.Server, graceMs = 10_000): Promise<void> {
  if (!server.listening) return;
  await new Promise<void>((resolve) => {
    const force = setTimeout(() => server.closeAllConnections(), graceMs);
    server.close(() => {
      clearTimeout(force);
      resolve();
    });
    server.emit(DRAINING);
    server.closeIdleConnections();
  });
}
