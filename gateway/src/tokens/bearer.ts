/** Of a whole token. Twenty grants fit into it several times. */
const MAX_TOKEN = 8_192;
/** `Bearer` and one space, or more; then three parts of base64url. */
const BEARER = /^Bearer +([A-Za-z0-9_-]+\.[A-Za-z0-9_-]+\.[A-Za-z0-9_-]+)$/i;

/** The token in the values of the `Authorization` headers of one request; null for anything but one bearer token. */
export function bearerOf(values: readonly string[]): string | null {
  const [value, ...more] = values;
  if (value === undefined || more.length > 0 || value.length > MAX_TOKEN) return null;
  return BEARER.exec(value)?.[1] ?? null;
}
