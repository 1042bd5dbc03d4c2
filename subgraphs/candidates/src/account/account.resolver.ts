import { answerTo } from '@mandate-graph/writing';
import { Arg, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from 'type-graphql';
import type { CandidatesContext } from '../candidates.context.ts';
import { CandidateRecorded, CandidateResult, type RecordedOfCandidate } from '../writing/result.types.ts';
import { SaveAccountInput } from './account.input.ts';
import { Candidate, type CandidateView } from './account.type.ts';

@Resolver()
export class AccountRoots {
  @Query(() => Candidate, { nullable: true, description: 'The account of the caller; null before there is one.' })
  me(@Ctx() { services }: CandidatesContext): Promise<CandidateView | null> {
    return services.accounts.mine();
  }

  @Mutation(() => CandidateResult, {
    nullable: true,
    description:
      'Makes the account of the caller, or changes it: everything in it is replaced. No national register number may stand in it.',
  })
  async saveAccount(
    @Arg('input', () => SaveAccountInput) input: SaveAccountInput,
    @Ctx() { services }: CandidatesContext,
  ) {
    return answerTo(await services.accounts.save(input));
  }
}

@Resolver(() => CandidateRecorded)
export class CandidateRecordedFields {
  @FieldResolver(() => Candidate, { nullable: true, description: 'As they stand after it.' })
  candidate(
    @Root() answer: RecordedOfCandidate,
    @Ctx() { services }: CandidatesContext,
  ): Promise<CandidateView | null> {
    return services.accounts.recorded(answer);
  }
}
