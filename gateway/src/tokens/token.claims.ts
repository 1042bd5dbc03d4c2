import {
  type Actor,
  GRANTS_CLAIM,
  type Grant,
  isServiceSubject,
  parseActor,
  parseGrant,
  SCOPES,
  type Scope,
} from '@mandate-graph/runtime';
import type { JWTPayload } from 'jose';

/** The actor that the claims of a genuine token describe; null where they are not as docs/access.md has them. */
export function actorOfClaims(claims: JWTPayload): Actor | null {
  const grants = grantsOf(claims);
  if (grants === null) return null;
  const kind = grants.some(({ role }) => role === 'integration') ? 'machine' : 'person';
  const actor = parseActor({ kind, subject: claims.sub, grants });
  return actor === null || isServiceSubject(actor.subject) ? null : actor;
}

/** Who is signed in without a word about grants has none. */
function grantsOf(claims: JWTPayload): readonly Grant[] | null {
  const claim = claims[GRANTS_CLAIM];
  if (claim === undefined) return [];
  const scopes = scopesOf(claims['scope']);
  if (!isRecord(claim) || !Array.isArray(claim['grants']) || scopes === null) return null;
  const grants = claim['grants'].map((grant) =>
    isRecord(grant) ? parseGrant({ ...grant, scopes: grant['role'] === 'integration' ? scopes : [] }) : null,
  );
  return grants.every((grant) => grant !== null) ? grants : null;
}

/** Of the scopes of a token, those of this graph; an issuer may give others beside them. */
function scopesOf(scope: unknown): readonly Scope[] | null {
  if (scope === undefined) return [];
  if (typeof scope !== 'string') return null;
  const given = new Set(scope.split(' '));
  return SCOPES.filter((known) => given.has(known));
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
