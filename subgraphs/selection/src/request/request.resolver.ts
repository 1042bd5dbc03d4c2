import { answerTo } from '@mandate-graph/writing';
import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import { Candidacy, type CandidacyView } from '../candidacy/candidacy.type.ts';
import type { SelectionContext } from '../selection.context.ts';
import { SelectionResult } from '../writing/recorded.type.ts';
import {
  AnswerRequestInput,
  ContestOutcomeInput,
  FileComplaintInput,
  RecordAppealInput,
  RecordAppealOutcomeInput,
  RequestFeedbackInput,
} from './request.input.ts';
import { CandidateRequest } from './request.type.ts';

@Resolver(() => Candidacy)
export class CandidacyRequests {
  @FieldResolver(() => [CandidateRequest], { description: 'Oldest first.' })
  requests(@Root() candidacy: CandidacyView, @Ctx() { services }: SelectionContext) {
    return services.requests.ofCandidacy(candidacy);
  }
}

@Resolver()
export class RequestMutations {
  @Mutation(() => SelectionResult, {
    nullable: true,
    description: 'Contests an outcome that followed from a rule, once: the institution decides.',
  })
  async contestOutcome(
    @Arg('input', () => ContestOutcomeInput) input: ContestOutcomeInput,
    @Ctx() { services }: SelectionContext,
  ) {
    return answerTo(await services.requestFiling.contest(input));
  }

  @Mutation(() => SelectionResult, {
    nullable: true,
    description:
      'Asks for feedback in writing on the final result, within the window of the notice or the regime; under federal law two months from its sending (law of 11 April 1994).',
  })
  async requestFeedback(
    @Arg('input', () => RequestFeedbackInput) input: RequestFeedbackInput,
    @Ctx() { services }: SelectionContext,
  ) {
    return answerTo(await services.requestFiling.feedback(input));
  }

  @Mutation(() => SelectionResult, { nullable: true, description: 'Files a complaint about the procedure.' })
  async fileComplaint(
    @Arg('input', () => FileComplaintInput) input: FileComplaintInput,
    @Ctx() { services }: SelectionContext,
  ) {
    return answerTo(await services.requestFiling.complaint(input));
  }

  @Mutation(() => SelectionResult, {
    nullable: true,
    description:
      'Notes that an appeal was lodged with the Council of State, once for each case. It is LODGED until its outcome is noted.',
  })
  async recordAppeal(
    @Arg('input', () => RecordAppealInput) input: RecordAppealInput,
    @Ctx() { services }: SelectionContext,
  ) {
    return answerTo(await services.requestAppeals.record(input));
  }

  @Mutation(() => SelectionResult, {
    nullable: true,
    description:
      'Notes how an appeal ended: until then nothing of its candidate is final. An annulment changes nothing by itself.',
  })
  async recordAppealOutcome(
    @Arg('input', () => RecordAppealOutcomeInput) input: RecordAppealOutcomeInput,
    @Ctx() { services }: SelectionContext,
  ) {
    return answerTo(await services.requestAppeals.outcome(input));
  }

  @Mutation(() => SelectionResult, {
    nullable: true,
    description: 'Answers a request. A contest that is found right brings the candidate in again.',
  })
  async answerRequest(
    @Arg('input', () => AnswerRequestInput) input: AnswerRequestInput,
    @Ctx() { services }: SelectionContext,
  ) {
    return answerTo(await services.requestAnswering.answer(input));
  }
}
