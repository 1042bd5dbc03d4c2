import { answerTo } from '@mandate-graph/writing';
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import type { SelectionContext } from '../selection.context.ts';
import { SelectionResult } from '../writing/recorded.type.ts';
import {
  CallOffSessionInput,
  CancelRegistrationInput,
  ChangeSessionInput,
  PlanSessionInput,
  RegisterForSessionInput,
} from './session.input.ts';

@Resolver()
export class SessionMutations {
  @Mutation(() => SelectionResult, {
    nullable: true,
    description:
      'Plans a session of the computer assessment. Candidates in that step who have no seat are asked to choose one.',
  })
  async planSession(
    @Arg('input', () => PlanSessionInput) input: PlanSessionInput,
    @Ctx() { services }: SelectionContext,
  ) {
    return answerTo(await services.sessionPlanning.plan(input));
  }

  @Mutation(() => SelectionResult, {
    nullable: true,
    description: 'Changes a session that has not started. Whoever has a seat is told of another time or place.',
  })
  async changeSession(
    @Arg('input', () => ChangeSessionInput) input: ChangeSessionInput,
    @Ctx() { services }: SelectionContext,
  ) {
    return answerTo(await services.sessionPlanning.change(input));
  }

  @Mutation(() => SelectionResult, {
    nullable: true,
    description:
      'Calls a session off, until attendance at it is recorded. Whoever had a seat is told and asked to choose another session, and is never out for it.',
  })
  async callOffSession(
    @Arg('input', () => CallOffSessionInput) input: CallOffSessionInput,
    @Ctx() { services }: SelectionContext,
  ) {
    return answerTo(await services.sessionPlanning.callOff(input));
  }

  @Mutation(() => SelectionResult, {
    nullable: true,
    description:
      'Takes a seat in a session, by its candidate: in the registration period and while seats are left. What is recorded is the booking.',
  })
  async registerForSession(
    @Arg('input', () => RegisterForSessionInput) input: RegisterForSessionInput,
    @Ctx() { services }: SelectionContext,
  ) {
    return answerTo(await services.sessionRegistration.register(input));
  }

  @Mutation(() => SelectionResult, {
    nullable: true,
    description:
      'Gives up the seat, by its candidate, until the last instant for it. Once registration for every session is over, whoever gives up a seat is out.',
  })
  async cancelRegistration(
    @Arg('input', () => CancelRegistrationInput) input: CancelRegistrationInput,
    @Ctx() { services }: SelectionContext,
  ) {
    return answerTo(await services.sessionRegistration.cancel(input));
  }
}
