import { createHash } from 'node:crypto';
import { MAX_TOKEN_SECONDS } from '@mandate-graph/runtime';
import { decodeJwt, type JWTPayload } from 'jose';

const ID = /^\S{1,200}$/;
/** More than the clocks of issuer, gateway and database may differ. */
const MARGIN_SECONDS = 60;

/** Whether the list of revoked tokens takes this for a name; a token with another is not taken. */
export const isRevocationId = (id: string): boolean => ID.test(id);

/** The name a token has of its issuer; or else the hash of what is signed in it, which nobody can write otherwise. */
export function revocationId({ jti }: JWTPayload, token: string): string {
  if (typeof jti === 'string' && jti !== '') return jti;
  const signed = token.slice(0, token.lastIndexOf('.'));
  return `sha256:${createHash('sha256').update(signed).digest('base64url')}`;
}

/**
 * What to write into the list of revoked tokens for a token, or for the id of one: no token outlives a day. Null for a
 * text that is neither.
 */
export function revocationOf(text: string, now: number = Date.now()): { id: string; until: Date } | null {
  const id = idOf(text.trim());
  return isRevocationId(id) ? { id, until: new Date(now + (MAX_TOKEN_SECONDS + MARGIN_SECONDS) * 1000) } : null;
}

function idOf(text: string): string {
  try {
    return revocationId(decodeJwt(text), text);
  } catch {
    return text;
  }
}
