import { answerTo } from '@mandate-graph/writing';
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import type { SelectionContext } from '../selection.context.ts';
import { SelectionResult } from '../writing/recorded.type.ts';
import { InviteToHearingInput, OpenHearingInput, RecordHearingInput } from './hearing.input.ts';

@Resolver()
export class HearingMutations {
  @Mutation(() => SelectionResult, {
    nullable: true,
    description: 'Invites candidates to the oral test or the interview; each is told when it begins.',
  })
  async inviteToHearing(
    @Arg('input', () => InviteToHearingInput) input: InviteToHearingInput,
    @Ctx() { services }: SelectionContext,
  ) {
    return answerTo(await services.hearings.invite(input));
  }

  @Mutation(() => SelectionResult, {
    nullable: true,
    description:
      'Opens a day of hearings, on the day itself: the committee has the size it must have, its chair and enough members are there, and each has declared their interests.',
  })
  async openHearing(
    @Arg('input', () => OpenHearingInput) input: OpenHearingInput,
    @Ctx() { services }: SelectionContext,
  ) {
    return answerTo(await services.hearings.open(input));
  }

  @Mutation(() => SelectionResult, {
    nullable: true,
    description:
      'Records that a candidate was heard, and by whom, which brings them before the committee for its result; or that they did not come, which excludes them where the rules say so. Nobody hears a candidate with whom they have a conflict of interest.',
  })
  async recordHearing(
    @Arg('input', () => RecordHearingInput) input: RecordHearingInput,
    @Ctx() { services }: SelectionContext,
  ) {
    return answerTo(await services.hearings.record(input));
  }
}
