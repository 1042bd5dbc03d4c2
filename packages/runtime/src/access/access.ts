import { GraphQLError } from 'graphql';
import { type Actor, BOUND_TO, type Grant } from './actor.ts';
import { ACCESS_RULES, type AccessRule, type AccessRuleName } from './rules.ts';

/** What somebody wants to read or change: whose it is. Null where it belongs to no institution, procedure or person. */
export interface Resource {
  readonly institution?: string | null;
  readonly procedure?: string | null;
  /** Subject of the person whose it is. */
  readonly subject?: string | null;
}

/** Whether the actor may, for each of the resources, in their order. */
export const permitted = (actor: Actor, rule: AccessRuleName, resources: readonly Resource[]): readonly boolean[] =>
  resources.map((resource) => isPermitted(actor, rule, resource));

export const isPermitted = (actor: Actor, rule: AccessRuleName, resource: Resource): boolean =>
  ACCESS_RULES[rule].allows === 'everyone' || permittingGrant(actor, rule, resource) !== null;

/** The grant by which the actor may; null for whoever may not, and for whoever needs none. */
export function permittingGrant(actor: Actor, rule: AccessRuleName, resource: Resource): Grant | null {
  const { allows }: AccessRule = ACCESS_RULES[rule];
  if (allows === 'everyone') return null;
  return actor.grants.find((grant) => holds(grant, allows) && covers(actor, grant, resource)) ?? null;
}

/** Whether the actor may for some resource at all: what can be said before it is known which one is meant. */
export function mightBePermitted(actor: Actor, rule: AccessRuleName): boolean {
  const { allows }: AccessRule = ACCESS_RULES[rule];
  return allows === 'everyone' || actor.grants.some((grant) => holds(grant, allows));
}

/** Throws unless the actor may for every resource. The first line of each service that is not for everyone. */
export function requireAccess(actor: Actor, rule: AccessRuleName, ...resources: readonly Resource[]): void {
  if (resources.length === 0 || !permitted(actor, rule, resources).every(Boolean)) throw refusal(actor);
}

/** The same words whether or not there is something: a refusal tells nothing about it. */
export const refusal = (actor: Actor): GraphQLError =>
  actor.kind === 'public'
    ? new GraphQLError('This is not for everyone: sign in with a token of somebody who may.', {
        extensions: { code: 'UNAUTHENTICATED' },
      })
    : new GraphQLError('There is nothing here that this token may read or do.', { extensions: { code: 'FORBIDDEN' } });

function holds(grant: Grant, allows: Exclude<AccessRule['allows'], 'everyone'>): boolean {
  const needed = allows[grant.role];
  if (needed === undefined) return false;
  return needed === true || grant.scopes.includes(needed.scope);
}

function covers(actor: Actor, grant: Grant, resource: Resource): boolean {
  const bound = BOUND_TO[grant.role];
  if (bound === null) return true;
  return (bound === 'subject' ? actor.subject : grant[bound]) === resource[bound];
}
