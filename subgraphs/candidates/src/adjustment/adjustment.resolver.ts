import { answerTo } from '@mandate-graph/writing';
import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import { Application, type ApplicationView } from '../application/application.type.ts';
import type { CandidatesContext } from '../candidates.context.ts';
import { ApplicationResult } from '../writing/result.types.ts';
import { RemoveAdjustmentInput, SaveAdjustmentInput } from './adjustment.input.ts';
import { Adjustment } from './adjustment.type.ts';

@Resolver(() => Application)
export class ApplicationAdjustments {
  @FieldResolver(() => [Adjustment], {
    nullable: true,
    description:
      'Adjustments asked for, for the candidate, and, while the application is submitted and runs, for the recruiter of the institution, whose readings are noted in the access log.',
  })
  adjustments(
    @Root() application: ApplicationView,
    @Ctx() { services }: CandidatesContext,
  ): Promise<readonly Adjustment[]> {
    return services.adjustments.of(application);
  }
}

@Resolver()
export class AdjustmentMutations {
  @Mutation(() => ApplicationResult, {
    nullable: true,
    description:
      'Asks for an adjustment, or changes what was asked for: also after the deadline, until the application is withdrawn or lapses.',
  })
  async saveAdjustment(
    @Arg('input', () => SaveAdjustmentInput) input: SaveAdjustmentInput,
    @Ctx() { services }: CandidatesContext,
  ) {
    return answerTo(await services.adjustments.save(input));
  }

  @Mutation(() => ApplicationResult, {
    nullable: true,
    description: 'Takes back an adjustment that was asked for, as long as one can be asked for.',
  })
  async removeAdjustment(
    @Arg('input', () => RemoveAdjustmentInput) input: RemoveAdjustmentInput,
    @Ctx() { services }: CandidatesContext,
  ) {
    return answerTo(await services.adjustments.remove(input));
  }
}
