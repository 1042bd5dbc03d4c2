import { answerTo } from '@mandate-graph/writing';
import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import { Candidacy, type CandidacyView } from '../candidacy/candidacy.type.ts';
import type { SelectionContext } from '../selection.context.ts';
import { SelectionResult } from '../writing/recorded.type.ts';
import { RecordInterviewInput } from './interview.input.ts';
import { AdditionalInterview } from './interview.type.ts';

@Resolver(() => Candidacy)
export class CandidacyInterview {
  @FieldResolver(() => AdditionalInterview, {
    nullable: true,
    description:
      'Null until the authority has recorded it; to the candidate, until chosen or the decision was sent; to the committee.',
  })
  interview(@Root() candidacy: CandidacyView, @Ctx() { services }: SelectionContext) {
    return services.interviewReader.of(candidacy);
  }

  @Mutation(() => SelectionResult, {
    nullable: true,
    description:
      'Records the additional interview of a suitable candidate, where the notice announces one, once the result is submitted; anew, to correct it, until the decision.',
  })
  async recordInterview(
    @Arg('input', () => RecordInterviewInput) input: RecordInterviewInput,
    @Ctx() { services }: SelectionContext,
  ) {
    return answerTo(await services.interviews.record(input));
  }
}
