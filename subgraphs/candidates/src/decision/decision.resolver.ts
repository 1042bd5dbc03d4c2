import { answerTo } from '@mandate-graph/writing';
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import type { CandidatesContext } from '../candidates.context.ts';
import { ApplicationResult } from '../writing/result.types.ts';
import { DecideEligibilityInput } from './decision.input.ts';

@Resolver()
export class DecisionMutations {
  @Mutation(() => ApplicationResult, {
    nullable: true,
    description:
      'A person of the institution decides on the frozen file of a definitive application. What the rules propose is kept beside it; the candidate is told the decision with its reasons. A changed decision is a new version.',
  })
  async decideEligibility(
    @Arg('input', () => DecideEligibilityInput) input: DecideEligibilityInput,
    @Ctx() { services }: CandidatesContext,
  ) {
    return answerTo(await services.decisions.decide(input));
  }
}
