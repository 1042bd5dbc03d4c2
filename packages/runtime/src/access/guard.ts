import { defaultFieldResolver, type GraphQLSchema, isObjectType } from 'graphql';
import { isPermitted, mightBePermitted, type Resource, refusal } from './access.ts';
import type { Actor } from './actor.ts';
import type { FieldRule } from './field-rules.ts';
import { ACCESS_RULES, type AccessRuleName } from './rules.ts';

/**
 * Whose it is that is asked for, as far as it is known before the field resolves: from the context, where everything in
 * a subgraph is of one institution, or from the object that the field is of. Null while it is not known.
 */
// biome-ignore lint/suspicious/noExplicitAny: contexts and objects have the shapes of their subgraph
export type ResourceOf = (context: any, object: any, type: string) => Resource | null;

/**
 * Puts the access check before every field that is not for everyone, so that what a service forgets to check is still
 * denied. A service checks for itself what is known only there.
 */
export function guardFields(schema: GraphQLSchema, rules: readonly FieldRule[], resourceOf: ResourceOf): void {
  for (const { type: name, field: fieldName, rule } of rules) {
    const type = schema.getType(name);
    if (!isObjectType(type) || ACCESS_RULES[rule].allows === 'everyone') continue;
    const field = type.getFields()[fieldName]!;
    const resolve = field.resolve ?? defaultFieldResolver;
    field.resolve = (object, args, context: { readonly actor: Actor }, info) => {
      if (!may(context.actor, rule, resourceOf(context, object, name))) throw refusal(context.actor);
      return resolve(object, args, context, info);
    };
  }
}

const may = (actor: Actor, rule: AccessRuleName, resource: Resource | null): boolean =>
  resource === null ? mightBePermitted(actor, rule) : isPermitted(actor, rule, resource);
