import { answerTo } from '@mandate-graph/writing';
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import type { SelectionContext } from '../selection.context.ts';
import { SelectionResult } from '../writing/recorded.type.ts';
import {
  AppointMemberInput,
  EraseMemberInput,
  MakeChairInput,
  ReleaseMemberInput,
  ReplaceMemberInput,
} from './committee.input.ts';

@Resolver()
export class CommitteeMutations {
  @Mutation(() => SelectionResult, {
    nullable: true,
    description:
      'Somebody joins the committee of a procedure that runs: not a candidate of it, and nobody twice. There is one committee for both language groups.',
  })
  async appointMember(
    @Arg('input', () => AppointMemberInput) input: AppointMemberInput,
    @Ctx() { services }: SelectionContext,
  ) {
    return answerTo(await services.committees.appoint(input));
  }

  @Mutation(() => SelectionResult, {
    nullable: true,
    description: 'A member leaves, with reasons, and another joins in their place. The answer is of the new one.',
  })
  async replaceMember(
    @Arg('input', () => ReplaceMemberInput) input: ReplaceMemberInput,
    @Ctx() { services }: SelectionContext,
  ) {
    return answerTo(await services.committees.replace(input));
  }

  @Mutation(() => SelectionResult, {
    nullable: true,
    description: 'A member leaves, with reasons, without a successor.',
  })
  async releaseMember(
    @Arg('input', () => ReleaseMemberInput) input: ReleaseMemberInput,
    @Ctx() { services }: SelectionContext,
  ) {
    return answerTo(await services.committees.release(input));
  }

  @Mutation(() => SelectionResult, {
    nullable: true,
    description: 'A member becomes the chair; whoever was it stays a member.',
  })
  async makeChair(@Arg('input', () => MakeChairInput) input: MakeChairInput, @Ctx() { services }: SelectionContext) {
    return answerTo(await services.committees.makeChair(input));
  }

  @Mutation(() => SelectionResult, {
    nullable: true,
    description:
      'Nobody can read any more who a member was, nor what was said of them, once the procedure is final. What they did stays in the trail.',
  })
  async eraseMember(
    @Arg('input', () => EraseMemberInput) input: EraseMemberInput,
    @Ctx() { services }: SelectionContext,
  ) {
    return answerTo(await services.memberErasure.erase(input));
  }
}
