import { answerTo } from '@mandate-graph/writing';
import { Arg, Ctx, FieldResolver, Int, Mutation, Resolver, Root } from 'type-graphql';
import { Candidacy, type CandidacyView } from '../candidacy/candidacy.type.ts';
import type { ProcedureView } from '../procedure/procedure.service.ts';
import { SelectionProcedure } from '../procedure/procedure.type.ts';
import type { SelectionContext } from '../selection.context.ts';
import { SelectionResult } from '../writing/recorded.type.ts';
import { RankCandidatesInput } from './ranking.input.ts';

@Resolver(() => Candidacy)
export class CandidacyPlace {
  @FieldResolver(() => Int, {
    nullable: true,
    description:
      'Among the suitable, from 1; those of a tie have the same, and the next one comes as much later: 1, 1, 3. Null while they are not ranked; whoever does not see the group does not see it either.',
  })
  async place(@Root() candidacy: CandidacyView, @Ctx() { services }: SelectionContext) {
    return (await services.rankings.of(candidacy))?.place;
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: 'Why. Null like the place; where nobody else was suitable; and once the candidate has been erased.',
  })
  async placeReasons(@Root() candidacy: CandidacyView, @Ctx() { services }: SelectionContext) {
    return (await services.rankings.of(candidacy))?.reasons;
  }
}

@Resolver(() => SelectionProcedure)
export class ProcedureRanking {
  @FieldResolver(() => Int, {
    nullable: true,
    description: 'From 1; grows by one when the committee ranks anew. Null while there is no ranking.',
  })
  rankingVersion(@Root() { id }: ProcedureView, @Ctx() { services }: SelectionContext) {
    return services.rankings.versionOf(id);
  }

  @Mutation(() => SelectionResult, {
    nullable: true,
    description:
      'Records how the committee ranks those whom it found suitable, by its chair; anew until the result is submitted. The id that is answered is of the procedure, the version of the ranking.',
  })
  async rankCandidates(
    @Arg('input', () => RankCandidatesInput) input: RankCandidatesInput,
    @Ctx() { services }: SelectionContext,
  ) {
    return answerTo(await services.ranking.rank(input));
  }
}
