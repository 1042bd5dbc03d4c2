import { HttpRefusal, LIMITS } from '@mandate-graph/runtime';

export const MOST_BYTES = LIMITS.documentBytes.bound;

export const wrongLength = (announced: number): HttpRefusal =>
  new HttpRefusal(422, `The content must have exactly the ${announced} bytes that were announced.`, 'WRONG_LENGTH');

export const wrongDigest = (got: string): HttpRefusal =>
  new HttpRefusal(422, `The content must have the SHA-256 that was announced, but got: ${got}.`, 'WRONG_DIGEST');

export const unsupportedFormat = (): HttpRefusal =>
  new HttpRefusal(
    415,
    'The content must be a PDF, DOC, DOCX, JPG or TIF file, whatever its name is, but is none of them.',
    'UNSUPPORTED_FORMAT',
  );

/** The same whether somebody has used the link, or what it is a link to is no longer there. */
export const linkUsed = (): HttpRefusal =>
  new HttpRefusal(410, 'This link has served: a link does so once. Ask for another one.', 'LINK_USED');

export const linkExpired = (): HttpRefusal =>
  new HttpRefusal(410, 'This link has expired. Ask for another one.', 'LINK_EXPIRED');

/** Nothing is told apart: a forged link, and one that is good for something else. */
export const noLink = (): HttpRefusal => new HttpRefusal(404, 'There is no such link.', 'NOT_FOUND');

export const notAService = (): HttpRefusal =>
  new HttpRefusal(401, 'Only services of the graph may ask here.', 'UNAUTHENTICATED');
