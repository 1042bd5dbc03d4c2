import { graphEnum, Instant, LocalizedText, PageInfo } from '@mandate-graph/runtime';
import { Field, ID, ObjectType } from 'type-graphql';
import type { Owned } from '../account/account.type.ts';
import { Vacancy } from '../vacancy/vacancy.type.ts';
import { MESSAGE_CODES, type MessageCode, TASK_CODES, type TaskCode } from './inbox.messages.rules.ts';

const MessageKind = graphEnum('MessageKind', ['MESSAGE', 'TASK'], 'A TASK asks for something to be done.');
const MessageTopic = graphEnum(
  'MessageTopic',
  [...MESSAGE_CODES, ...TASK_CODES],
  `What a message tells, or what a task asks for (${TASK_CODES.join(', ')}).`,
);

@ObjectType({ description: 'Something a candidate was told, or is asked to do.' })
export class Message {
  @Field(() => ID)
  readonly id!: string;
  @Field(() => MessageKind)
  readonly kind!: keyof typeof MessageKind;
  @Field(() => MessageTopic)
  readonly code!: MessageCode | TaskCode;
  @Field(() => LocalizedText, { description: 'One line, in all languages.' })
  readonly subject!: LocalizedText;
  @Field(() => LocalizedText, { description: 'Sentences, in all languages.' })
  readonly text!: LocalizedText;
  @Field(() => String, {
    nullable: true,
    description:
      'The reasons of a decision, or of a change to the vacancy, as the institution wrote them, in one language. Null where none are told: those of the selection stand in the progress of the application.',
  })
  readonly reasons!: string | null;
  @Field(() => Instant)
  readonly sentAt!: string;
  @Field(() => Instant, {
    nullable: true,
    description: 'The first instant at which it is too late for the task, or for what can be done about what is told.',
  })
  readonly dueAt!: string | null;
  @Field(() => Instant, { nullable: true, description: 'Null: unread.' })
  readonly readAt!: string | null;
  @Field(() => Instant, { nullable: true, description: 'Of a task: when it was done, or no longer to be done.' })
  readonly doneAt!: string | null;
  @Field(() => Vacancy, { nullable: true, description: 'The vacancy it is about.' })
  readonly vacancy!: Vacancy | null;
}

@ObjectType({ description: 'A message in a list.' })
export class InboxEdge {
  @Field(() => String)
  readonly cursor!: string;
  @Field(() => Message, { nullable: true })
  readonly node!: Message | null;
}

@ObjectType({
  description:
    'What a candidate was told, newest first. A message counts from the instant at which it stands here; a copy by e-mail counts for nothing.',
})
export class InboxConnection {
  @Field(() => [InboxEdge])
  readonly edges!: readonly InboxEdge[];
  @Field(() => PageInfo)
  readonly pageInfo!: PageInfo;
}

export type MessageView = Message & Owned & { readonly applicationId: string | null };
export type InboxView = InboxConnection & Owned & { readonly candidateId: string };
