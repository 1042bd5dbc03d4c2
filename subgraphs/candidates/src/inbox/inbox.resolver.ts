import { answerTo } from '@mandate-graph/writing';
import { Arg, Ctx, FieldResolver, Int, Mutation, Resolver, Root } from 'type-graphql';
import { Candidate, type CandidateView } from '../account/account.type.ts';
import { Application, type ApplicationView } from '../application/application.type.ts';
import type { CandidatesContext } from '../candidates.context.ts';
import { CandidateResult } from '../writing/result.types.ts';
import { MarkReadInput } from './inbox.input.ts';
import { InboxConnection, type InboxView, Message, type MessageView } from './inbox.type.ts';

@Resolver(() => Candidate)
export class CandidateInboxFields {
  @FieldResolver(() => InboxConnection, {
    nullable: true,
    description: 'Messages and tasks, newest first, for the candidate alone.',
  })
  inbox(
    @Root() candidate: CandidateView,
    @Arg('unreadOnly', () => Boolean, { defaultValue: false }) unreadOnly: boolean,
    @Arg('tasksOnly', () => Boolean, { defaultValue: false }) tasksOnly: boolean,
    @Arg('first', () => Int, { nullable: true, defaultValue: 20, description: 'From 1 to 100.' })
    first: number | null | undefined,
    @Arg('after', () => String, { nullable: true, description: 'A cursor that the same list gave.' })
    after: string | null | undefined,
    @Ctx() { services }: CandidatesContext,
  ): Promise<InboxView> {
    return services.inbox.of(candidate, { first, after, unreadOnly, tasksOnly });
  }
}

@Resolver(() => InboxConnection)
export class InboxFields {
  @FieldResolver(() => Int, { description: 'Messages of the whole inbox that are not read.' })
  async unreadCount(@Root() inbox: InboxView, @Ctx() { services }: CandidatesContext): Promise<number> {
    return (await services.inbox.countsOf(inbox)).unread;
  }

  @FieldResolver(() => Int, {
    description: 'Tasks of the whole inbox that are not done and can still be done in time.',
  })
  async openTaskCount(@Root() inbox: InboxView, @Ctx() { services }: CandidatesContext): Promise<number> {
    return (await services.inbox.countsOf(inbox)).openTasks;
  }
}

@Resolver(() => Message)
export class MessageFields {
  @FieldResolver(() => Application, { nullable: true, description: 'The application it is about.' })
  async application(
    @Root() { applicationId }: MessageView,
    @Ctx() { services }: CandidatesContext,
  ): Promise<ApplicationView | null> {
    return applicationId === null ? null : services.applications.view(applicationId);
  }
}

@Resolver()
export class InboxMutations {
  @Mutation(() => CandidateResult, {
    nullable: true,
    description: 'Marks messages of the caller as read or unread: all of them, or, if one is not there, none.',
  })
  async markRead(@Arg('input', () => MarkReadInput) input: MarkReadInput, @Ctx() { services }: CandidatesContext) {
    return answerTo(await services.inbox.markRead(input));
  }
}
