import type http from 'node:http';
import type { Socket } from 'node:net';

/** An open connection, as far as choosing one to close needs to know it. */
export interface Connection {
  readonly address: string;
  /** Since when it has been as it is: opened, or its last request come in, or its last answer gone out. Monotonic. */
  readonly since: number;
  /** Whether we owe it an answer. If not, we wait for its client: for headers, a body, another request, or to read. */
  readonly owed: boolean;
}

/**
 * The one to close when there are too many: of those that wait for their client, the one that has waited longest at the
 * address that has most connections open. Null when all are owed an answer.
 */
export function connectionToDrop<T extends Connection>(connections: Iterable<T>): T | null {
  const all = [...connections];
  const open = new Map<string, number>();
  for (const { address } of all) open.set(address, (open.get(address) ?? 0) + 1);
  const count = (connection: Connection): number => open.get(connection.address)!;
  let worst: T | null = null;
  for (const connection of all) {
    if (connection.owed) continue;
    const more = worst === null ? 1 : count(connection) - count(worst);
    if (more > 0 || (more === 0 && connection.since < worst!.since)) worst = connection;
  }
  return worst;
}

interface Exchange {
  readonly request: http.IncomingMessage;
  readonly response: http.ServerResponse;
}

class Tracked implements Connection {
  readonly address: string;
  readonly exchanges = new Set<Exchange>();
  since = performance.now();

  constructor(readonly socket: Socket) {
    this.address = socket.remoteAddress ?? '';
  }

  get owed(): boolean {
    for (const { request, response } of this.exchanges) if (request.complete && !response.writableEnded) return true;
    return false;
  }
}

/** Told to a server that stops accepting. */
export const DRAINING = 'draining';

/**
 * Bounds the open connections of a server. Where there are too many, a slow or idle one goes and the new one comes in:
 * whoever holds sockets without using them cannot lock others out.
 */
export function boundConnections(server: http.Server, max: number): void {
  const tracked = new Map<Socket, Tracked>();
  server.on('connection', (socket: Socket) => {
    if (tracked.size >= max) {
      const dropped = connectionToDrop(tracked.values())?.socket ?? socket;
      tracked.delete(dropped);
      dropped.destroy();
      if (dropped === socket) return;
    }
    tracked.set(socket, new Tracked(socket));
    socket.once('close', () => tracked.delete(socket));
  });
  // Node counts a connection that has never said anything as one with a request under way, until its headers are late.
  server.on(DRAINING, () => {
    for (const socket of tracked.keys()) if (socket.bytesRead === 0) socket.destroy();
  });
  server.on('request', (request: http.IncomingMessage, response: http.ServerResponse) => {
    const connection = tracked.get(request.socket);
    if (connection === undefined) return;
    const exchange = { request, response };
    const now = (): void => {
      connection.since = performance.now();
    };
    connection.exchanges.add(exchange);
    request.once('end', now);
    response.once('close', () => {
      connection.exchanges.delete(exchange);
      now();
    });
  });
}
