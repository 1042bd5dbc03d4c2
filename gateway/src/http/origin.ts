import type { IncomingHttpHeaders } from 'node:http';

/** A page elsewhere can set none of these without asking first, and is then told no. */
const ASKED_FOR = ['apollo-require-preflight', 'x-apollo-operation-name', 'authorization'];

/**
 * Whether a browser may have sent this GET for a page of another origin without asking first. Such a page cannot read
 * the answer, but it could make work, measure how long it takes, and use the place in the network of whoever visits it.
 */
export function mayComeFromElsewhere(headers: IncomingHttpHeaders): boolean {
  if (ASKED_FOR.some((name) => typeof headers[name] === 'string' && headers[name] !== '')) return false;
  if (headers['content-type']?.split(';', 1)[0]?.trim().toLowerCase() === 'application/json') return false;
  const site = headers['sec-fetch-site'];
  if (site !== undefined) return site !== 'same-origin' && site !== 'none';
  // Browsers without this header, and those that speak plain HTTP, can still be told from programs.
  return headers.origin !== undefined || headers.referer !== undefined || /mozilla/i.test(headers['user-agent'] ?? '');
}
