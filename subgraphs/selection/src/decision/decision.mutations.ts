import { answerTo } from '@mandate-graph/writing';
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import type { SelectionContext } from '../selection.context.ts';
import { SelectionResult } from '../writing/recorded.type.ts';
import {
  AcceptAppointmentInput,
  DecideAppointmentInput,
  DeclineAppointmentInput,
  RecordNoAnswerInput,
} from './decision.input.ts';

@Resolver()
export class DecisionMutations {
  @Mutation(() => SelectionResult, {
    nullable: true,
    description:
      'The authority appoints one of the suitable, who is asked for an answer, or nobody; with reasons on titles and merits. Once, until whoever was chosen declines, or gives no answer.',
  })
  async decideAppointment(
    @Arg('input', () => DecideAppointmentInput) input: DecideAppointmentInput,
    @Ctx() { services }: SelectionContext,
  ) {
    return answerTo(await services.decisions.decide(input));
  }

  @Mutation(() => SelectionResult, {
    nullable: true,
    description:
      'The one who was chosen accepts: the mandate is given, and the selection has ended. Accepted after the day that was decided, the mandate begins on the day of acceptance.',
  })
  async acceptAppointment(
    @Arg('input', () => AcceptAppointmentInput) input: AcceptAppointmentInput,
    @Ctx() { services }: SelectionContext,
  ) {
    return answerTo(await services.decisionAnswers.accept(input));
  }

  @Mutation(() => SelectionResult, {
    nullable: true,
    description: 'The one who was chosen declines: the authority decides again, among those who are left.',
  })
  async declineAppointment(
    @Arg('input', () => DeclineAppointmentInput) input: DeclineAppointmentInput,
    @Ctx() { services }: SelectionContext,
  ) {
    return answerTo(await services.decisionAnswers.decline(input));
  }

  @Mutation(() => SelectionResult, {
    nullable: true,
    description:
      'The authority records, once the last day for it is over, that the one who was chosen gave no answer, and decides again, among those who are left. Until it is recorded, an answer still counts.',
  })
  async recordNoAnswer(
    @Arg('input', () => RecordNoAnswerInput) input: RecordNoAnswerInput,
    @Ctx() { services }: SelectionContext,
  ) {
    return answerTo(await services.decisionAnswers.recordNoAnswer(input));
  }
}
