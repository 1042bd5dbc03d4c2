/** What an actor may be, beyond one of the public. docs/access.md says what each may do. */
export const ROLES = [
  'candidate',
  'recruiter',
  'committee-member',
  'authority',
  'analyst',
  'integration',
  'privacy-officer',
] as const;
export type Role = (typeof ROLES)[number];

/** What machines may be allowed to do; a person's role says it already. */
export const SCOPES = ['vacancies:write', 'vacancies:publish', 'organisation:write', 'history:read'] as const;
export type Scope = (typeof SCOPES)[number];

/** What a role is bound to. A grant must name the institution or the procedure; the subject is the token's own. */
export const BOUND_TO: Readonly<Record<Role, 'institution' | 'procedure' | 'subject' | null>> = {
  /** To whom the token is of: no claim could name anybody else. */
  candidate: 'subject',
  recruiter: 'institution',
  'committee-member': 'procedure',
  authority: 'institution',
  analyst: null,
  integration: 'institution',
  'privacy-officer': null,
};

/** One role, with what it is held for. */
export interface Grant {
  readonly role: Role;
  /** Code of the institution, for the roles that are bound to one. */
  readonly institution: string | null;
  /** Id of the selection procedure, for a committee member. */
  readonly procedure: string | null;
  /** For an integration. */
  readonly scopes: readonly Scope[];
}

/** Who acts: the public, a signed-in person or machine with what it was granted, or a service of the graph itself. */
export interface Actor {
  readonly kind: 'public' | 'person' | 'machine' | 'service';
  /** Stable subject; `public` for everyone who is not signed in. Never a name or an address. */
  readonly subject: string;
  readonly grants: readonly Grant[];
}

export const PUBLIC_ACTOR: Actor = { kind: 'public', subject: 'public', grants: [] };

/** Subjects that begin so are of services of the graph: no token can be of one. */
const SERVICE_PREFIXES = { content: 'content:', selection: 'selection:' } as const;
export const isServiceSubject = (subject: string): boolean =>
  Object.values(SERVICE_PREFIXES).some((prefix) => subject.startsWith(prefix));

const service = (prefix: string, institution: string): Actor => ({
  kind: 'service',
  subject: `${prefix}${institution}`,
  grants: [],
});

/** The service that loads an institution's own content. */
export const contentLoader = (institution: string): Actor => service(SERVICE_PREFIXES.content, institution);

/** The service that records in an institution's organisation what came of its selections. */
export const selectionFollower = (institution: string): Actor => service(SERVICE_PREFIXES.selection, institution);

const KINDS = ['public', 'person', 'machine', 'service'] as const;
const MAX_SUBJECT = 200;
const MAX_GRANTS = 20;

/** The actor of a claim that another part of the graph made; null for anything that is not one. */
export function parseActor(claim: unknown): Actor | null {
  if (!isRecord(claim)) return null;
  const { kind, subject, grants } = claim;
  if (!isOneOf(KINDS, kind) || !isText(subject, MAX_SUBJECT)) return null;
  if (!Array.isArray(grants) || grants.length > MAX_GRANTS) return null;
  const parsed = grants.map(parseGrant);
  return parsed.every((grant) => grant !== null) ? { kind, subject, grants: parsed } : null;
}

/** A grant in which everything fits: a known role, bound to what such a role is bound to, and known scopes. */
export function parseGrant(claim: unknown): Grant | null {
  if (!isRecord(claim)) return null;
  const { role, institution = null, procedure = null, scopes = [] } = claim;
  if (!isOneOf(ROLES, role)) return null;
  if (!isBound(institution, BOUND_TO[role] === 'institution')) return null;
  if (!isBound(procedure, BOUND_TO[role] === 'procedure')) return null;
  if (!Array.isArray(scopes) || !scopes.every((scope) => isOneOf(SCOPES, scope))) return null;
  if (scopes.length > 0 && role !== 'integration') return null;
  return { role, institution, procedure, scopes };
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;
const isText = (value: unknown, max: number): value is string =>
  typeof value === 'string' && value !== '' && value.length <= max;
const isOneOf = <T extends string>(values: readonly T[], value: unknown): value is T =>
  (values as readonly unknown[]).includes(value);
const isBound = (value: unknown, bound: boolean): value is string | null =>
  bound ? isText(value, MAX_SUBJECT) : value === null;
