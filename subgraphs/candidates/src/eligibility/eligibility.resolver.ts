import { Arg, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { CandidatesContext } from '../candidates.context.ts';
import { Vacancy } from '../vacancy/vacancy.type.ts';
import { EligibilityProfileInput } from './eligibility.input.ts';
import { EligibilityEvaluation } from './eligibility.type.ts';

@Resolver(() => Vacancy)
export class EligibilityFields {
  @FieldResolver(() => EligibilityEvaluation, {
    nullable: true,
    description:
      'Whether somebody with this profile would be eligible, by the conditions of the day: a dry run for anyone, of which nothing is stored or logged. A proposal only: a person decides. Null for what is not public, and where it is read by earlier knowledge than the newest.',
  })
  eligibility(
    @Root() vacancy: Vacancy,
    @Arg('profile', () => EligibilityProfileInput, { description: 'What they would show; all of it may be left out.' })
    profile: EligibilityProfileInput,
    @Ctx() { services }: CandidatesContext,
  ): Promise<EligibilityEvaluation | null> {
    return services.eligibility.tried(vacancy.id, profile);
  }
}
