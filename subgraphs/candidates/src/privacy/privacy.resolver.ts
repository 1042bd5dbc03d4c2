import { Json } from '@mandate-graph/runtime';
import { answerTo } from '@mandate-graph/writing';
import { Arg, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from 'type-graphql';
import { Candidate, type CandidateView } from '../account/account.type.ts';
import type { CandidatesContext } from '../candidates.context.ts';
import { EraseCandidateInput, EraseMeInput } from './privacy.input.ts';
import { ErasureResult, RetentionRule } from './privacy.type.ts';
import { RETENTION } from './retention.table.rules.ts';

@Resolver()
export class PrivacyRoots {
  @Query(() => [RetentionRule], {
    nullable: true,
    description:
      'For how long what is kept of candidates is kept, by purpose. The periods are choices of this platform.',
  })
  retention(): readonly RetentionRule[] {
    return RETENTION;
  }

  @Mutation(() => ErasureResult, {
    nullable: true,
    description:
      'Erases the account of the caller and all that can be read of them (GDPR, article 17). Refused while a window is open: a problem for each says which, of which vacancy and until when. Numbers of applications stay as they are.',
  })
  async eraseMe(@Ctx() { services }: CandidatesContext, @Arg('input', () => EraseMeInput) input: EraseMeInput) {
    return answerTo(await services.privacy.eraseMe(input));
  }

  @Mutation(() => ErasureResult, {
    nullable: true,
    description: 'The same for a candidate who asked the privacy officer for it.',
  })
  async eraseCandidate(
    @Ctx() { services }: CandidatesContext,
    @Arg('input', () => EraseCandidateInput) input: EraseCandidateInput,
  ) {
    return answerTo(await services.privacy.eraseCandidate(input));
  }
}

@Resolver(() => Candidate)
export class CandidatePrivacyFields {
  @FieldResolver(() => Json, {
    nullable: true,
    description:
      'All that is held about the candidate (GDPR, articles 15 and 20): for each table a list of its rows, earlier versions under `<table>_history`, and what is sealed, opened as `data`. Others are named by their role only. The content of documents is downloaded by links; where an application stands in a selection is its `progress`.',
  })
  everything(@Root() candidate: CandidateView, @Ctx() { services }: CandidatesContext): Promise<unknown> {
    return services.privacy.everything(candidate);
  }
}
