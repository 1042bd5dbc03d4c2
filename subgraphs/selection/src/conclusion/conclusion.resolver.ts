import { Instant } from '@mandate-graph/runtime';
import { answerTo } from '@mandate-graph/writing';
import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import { Candidacy, type CandidacyView } from '../candidacy/candidacy.type.ts';
import type { SelectionContext } from '../selection.context.ts';
import { SelectionResult } from '../writing/recorded.type.ts';
import { ConcludeCandidateInput } from './conclusion.input.ts';
import { SuitabilityGroup } from './conclusion.type.ts';

@Resolver(() => Candidacy)
export class CandidacyConclusion {
  @FieldResolver(() => SuitabilityGroup, {
    nullable: true,
    description:
      'In which the committee put the candidate. Null until it has; to the candidate, until the result was sent; to members whom a conflict of interest bars.',
  })
  async group(@Root() candidacy: CandidacyView, @Ctx() { services }: SelectionContext) {
    return (await services.conclusions.of(candidacy))?.group;
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: 'Why (law of 29 July 1991). Null like the group, and once the candidate has been erased.',
  })
  async groupReasons(@Root() candidacy: CandidacyView, @Ctx() { services }: SelectionContext) {
    return (await services.conclusions.of(candidacy))?.reasons;
  }

  @FieldResolver(() => Instant, {
    nullable: true,
    description: 'When the committee concluded so; null like the group.',
  })
  async concludedAt(@Root() candidacy: CandidacyView, @Ctx() { services }: SelectionContext) {
    return (await services.conclusions.of(candidacy))?.concludedAt.toISOString();
  }

  @Mutation(() => SelectionResult, {
    nullable: true,
    description:
      'Records what the committee concludes on a candidate, by its chair, once the scores of all who judge the candidate are in; anew until the result is submitted.',
  })
  async concludeCandidate(
    @Arg('input', () => ConcludeCandidateInput) input: ConcludeCandidateInput,
    @Ctx() { services }: SelectionContext,
  ) {
    return answerTo(await services.concluding.conclude(input));
  }
}
