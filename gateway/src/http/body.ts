import { isUtf8 } from 'node:buffer';
import { HttpRefusal, LIMITS } from '@mandate-graph/runtime';
import express, { type NextFunction, type Request, type RequestHandler, type Response } from 'express';
import { JsonProblem, parseJson } from './json.ts';
import { JSON_TYPE } from './media-type.ts';

const MAX_SHOWN = 100;

/** Reads the body of a POST: bounded, JSON, in UTF-8. Nothing in it is repaired or replaced. */
export function readBody(): RequestHandler[] {
  const read = express.raw({ type: () => true, limit: LIMITS.bodyBytes.bound });
  return [
    (request: Request, response: Response, next: NextFunction) => {
      if (request.method !== 'POST') {
        request.body = undefined;
        return next();
      }
      requireJson(request.get('content-type'));
      read(request, response, next);
    },
    (request: Request, _response: Response, next: NextFunction) => {
      if (request.method === 'POST') request.body = parse(request.body);
      next();
    },
  ];
}

function requireJson(contentType: string | undefined): void {
  const [type, ...parameters] = (contentType ?? '').split(';').map((part) => part.trim().toLowerCase());
  if (type !== JSON_TYPE) throw unsupported(`The content-type must be ${JSON_TYPE}`, type || 'none');
  const charset = parameters.find((parameter) => parameter.startsWith('charset='))?.slice('charset='.length);
  if (charset !== undefined && !/^"?utf-?8"?$/.test(charset)) {
    throw unsupported('The charset of the body must be utf-8', charset);
  }
}

const unsupported = (rule: string, value: string): HttpRefusal =>
  new HttpRefusal(415, `${rule}, but got: ${value.slice(0, MAX_SHOWN)}.`);

function parse(body: unknown): unknown {
  if (!Buffer.isBuffer(body) || body.length === 0) throw new HttpRefusal(400, 'The request has no body.');
  if (!isUtf8(body)) throw new HttpRefusal(400, 'The body is not valid UTF-8.');
  try {
    return parseJson(body.toString('utf8'));
  } catch (error) {
    if (error instanceof JsonProblem) throw new HttpRefusal(400, `The body ${error.message}.`);
    throw error;
  }
}
