const LOOPBACK = new Set(['127.0.0.1', '[::1]', 'localhost']);

export const ISSUER_RULE =
  'must start with https:// (or http:// on this machine alone) and have no password, query or fragment';

/** Whether what comes from there can be believed: nobody on the way can put another answer in its place. */
export const isTrustworthy = (url: URL): boolean =>
  url.protocol === 'https:' || (url.protocol === 'http:' && LOOPBACK.has(url.hostname));

/** The identifier of an OpenID Connect issuer: an address without anything that could hide another one. */
export function isIssuer(text: string): boolean {
  const url = new URL(text);
  return isTrustworthy(url) && url.username === '' && url.password === '' && !/[?#]/.test(text);
}
