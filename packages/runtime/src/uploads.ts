import type http from 'node:http';

/** How long a server waits for the body of a request, in milliseconds. */
export interface BodyTimes {
  /** From the end of the headers to the end of the body; an upload may take longer. */
  readonly requestTimeout: number;
  /** From an answer to the end of a body that goes on: meanwhile its sender can read the answer. */
  readonly lingerTimeout: number;
}

const uploads = new WeakSet<http.IncomingMessage>();

/** Gives the body of a request the time of an upload. For the route that reads it. */
export const expectUpload = (request: http.IncomingMessage): void => void uploads.add(request);

/** Lets clients go whose body does not come in time, or goes on although they have their answer. */
export function boundBodies(server: http.Server, { requestTimeout, lingerTimeout }: BodyTimes): void {
  server.on('request', (request: http.IncomingMessage, response: http.ServerResponse) => {
    const late = () => {
      if (!uploads.has(request)) letGo(request, response);
    };
    let timer = setTimeout(late, requestTimeout).unref();
    request.once('close', () => clearTimeout(timer));
    response.once('finish', () => {
      clearTimeout(timer);
      if (request.complete) return;
      request.resume();
      timer = setTimeout(() => letGo(request, response), lingerTimeout).unref();
    });
  });
}

/** In the way of Node, where it ends a request itself. */
function letGo(request: http.IncomingMessage, response: http.ServerResponse): void {
  if (request.complete) return;
  if (!response.headersSent) request.socket.write('HTTP/1.1 408 Request Timeout\r\nConnection: close\r\n\r\n');
  request.socket.destroy();
}
