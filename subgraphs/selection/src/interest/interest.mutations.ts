import { answerTo } from '@mandate-graph/writing';
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import type { SelectionContext } from '../selection.context.ts';
import { SelectionResult } from '../writing/recorded.type.ts';
import { AssessInterestInput, DeclareInterestInput, RecordPositionHeldInput } from './interest.input.ts';

@Resolver()
export class InterestMutations {
  @Mutation(() => SelectionResult, {
    nullable: true,
    description:
      'A member declares whether anything ties them to the candidates. Nobody is heard or scored before each member has.',
  })
  async declareInterest(
    @Arg('input', () => DeclareInterestInput) input: DeclareInterestInput,
    @Ctx() { services }: SelectionContext,
  ) {
    return answerTo(await services.interests.declare(input));
  }

  @Mutation(() => SelectionResult, {
    nullable: true,
    description:
      'The institution says, with reasons, whether a declared conflict bars. What was found out, nobody can set aside.',
  })
  async assessInterest(
    @Arg('input', () => AssessInterestInput) input: AssessInterestInput,
    @Ctx() { services }: SelectionContext,
  ) {
    return answerTo(await services.interests.assess(input));
  }

  @Mutation(() => SelectionResult, {
    nullable: true,
    description: 'Which position a candidate holds, by the file, so that a reporting line to a member is found.',
  })
  async recordPositionHeld(
    @Arg('input', () => RecordPositionHeldInput) input: RecordPositionHeldInput,
    @Ctx() { services }: SelectionContext,
  ) {
    return answerTo(await services.interests.holdsPosition(input));
  }
}
