import { type InstitutionEntry, rootFieldOf } from '@mandate-graph/domain';
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import type { InstitutionContext } from '../../institution.context.ts';
import { answerTo } from '../write.resolver.ts';
import type { WriteInput } from '../write.service.ts';
import { ORGANISATION_MUTATIONS, type OrganisationMutation } from './organisation.mutations.ts';

/** The mutations of an institution's organisation, from their table: each is a root field of its own. */
export function organisationMutations(entry: InstitutionEntry): Function {
  class OrganisationMutations {}
  for (const mutation of ORGANISATION_MUTATIONS) define(OrganisationMutations, entry, mutation);
  Resolver()(OrganisationMutations);
  return OrganisationMutations;
}

/** What decorators would do to a method that stands in the class. */
function define(target: Function, entry: InstitutionEntry, mutation: OrganisationMutation): void {
  const name = rootFieldOf(entry, mutation.name);
  const value = (input: WriteInput, context: InstitutionContext) =>
    answerTo(context, { mutation: name, rule: 'ORGANISATION_WRITE', input, plan: mutation.plan });
  Object.defineProperty(target.prototype, name, { value });
  Arg('input', () => mutation.input as never)(target.prototype, name, 0);
  Ctx()(target.prototype, name, 1);
  const { description } = mutation;
  // Nullable: what is refused to one must not take the answers of the mutations before it along.
  Mutation(() => mutation.result as never, { description, nullable: true })(target.prototype, name, { value });
}
