import { Decimal } from '@mandate-graph/runtime';
import { answerTo } from '@mandate-graph/writing';
import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import { Candidacy, type CandidacyView } from '../candidacy/candidacy.type.ts';
import type { ProcedureView } from '../procedure/procedure.service.ts';
import { SelectionProcedure } from '../procedure/procedure.type.ts';
import type { SelectionContext } from '../selection.context.ts';
import { SelectionResult } from '../writing/recorded.type.ts';
import { ScoreCandidateInput } from './scoring.input.ts';
import { CommitteeScore, ScoreIn, ScoreSheet } from './scoring.type.ts';

@Resolver(() => Candidacy)
export class CandidacyScores {
  @FieldResolver(() => [CommitteeScore], {
    nullable: true,
    description:
      'Of those who judge the candidate now. Null to members until their own are in, and where a conflict of interest bars them; to the institution until all are in; to everybody else.',
  })
  scores(@Root() candidacy: CandidacyView, @Ctx() { services }: SelectionContext) {
    return services.scores.scoresOf(candidacy);
  }

  @FieldResolver(() => Decimal, { nullable: true, description: 'Of these scores, in hundredths; null like them.' })
  averageScore(@Root() candidacy: CandidacyView, @Ctx() { services }: SelectionContext) {
    return services.scores.averageOf(candidacy);
  }

  @FieldResolver(() => [ScoreIn], {
    nullable: true,
    description:
      'Of each who judges the candidate: on the committee, present when the candidate was heard, and free of conflict. To members who are, and to the institution.',
  })
  scoresIn(@Root() candidacy: CandidacyView, @Ctx() { services }: SelectionContext) {
    return services.scores.scoresInOf(candidacy);
  }
}

@Resolver(() => SelectionProcedure)
export class ProcedureScoring {
  @FieldResolver(() => ScoreSheet, { nullable: true, description: 'Null until the procedure has started.' })
  scoreSheet(@Root() procedure: ProcedureView, @Ctx() { services }: SelectionContext) {
    return services.scores.sheetOf(procedure);
  }

  @Mutation(() => SelectionResult, {
    nullable: true,
    description:
      'Records how a member of the committee scores a candidate, or corrects it until the committee has concluded: with reasons once the scores of others are open to the member. The id that is answered is of the scores.',
  })
  async scoreCandidate(
    @Arg('input', () => ScoreCandidateInput) input: ScoreCandidateInput,
    @Ctx() { services }: SelectionContext,
  ) {
    return answerTo(await services.scoring.score(input));
  }
}
