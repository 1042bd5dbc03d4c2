import type { NotificationSent, LocalizedText as Text } from '@mandate-graph/domain';
import { graphEnum, Instant, LocalDate, LocalizedText } from '@mandate-graph/runtime';
import { Field, ID, ObjectType } from 'type-graphql';
import { type RuleBasis as Basis, RULE_BASES } from '../regime/regime.grounds.rules.ts';
import { type WindowCode as Code, WINDOW_CODES } from '../window/window.rules.ts';
import { NotificationAbout } from './notification.input.ts';

export const WindowCode = graphEnum(
  'DeadlineCode',
  WINDOW_CODES,
  'What can be done in a time, or what it keeps from: feedback, appeal, complaint, contest, the answer of the one who was chosen; exemption and waiting period.',
);
export const RuleBasis = graphEnum(
  'RuleBasis',
  RULE_BASES,
  'What a rule rests on: FOUND in a law, STATED by a notice, UNVERIFIED, or a CHOICE of this platform where both are silent.',
);

@ObjectType({ description: 'A computed deadline: its rule, the event it starts with, and its arithmetic.' })
export class Deadline {
  @Field(() => WindowCode)
  readonly code!: Code;
  @Field(() => LocalDate, { description: 'The day of the event it runs from; it does not count.' })
  readonly startsOn!: string;
  @Field(() => LocalDate, { nullable: true, description: 'The last day, which counts whole; null: there is none.' })
  readonly lastDay!: string | null;
  @Field(() => Boolean, { description: 'Whether it is open now.' })
  readonly open!: boolean;
  @Field(() => LocalizedText)
  readonly rule!: Text;
  @Field(() => LocalizedText)
  readonly arithmetic!: Text;
  @Field(() => RuleBasis)
  readonly basis!: Basis;
  @Field(() => LocalizedText, { description: 'The text it stands in; of a choice, why it was made so.' })
  readonly source!: Text;
}

@ObjectType({ description: 'What was sent to a candidate, and when.' })
export class Notification {
  @Field(() => ID)
  readonly id!: string;
  @Field(() => NotificationAbout)
  readonly about!: NotificationSent['about'];
  @Field(() => Instant, {
    description: 'As it was told. The windows run from it, or from when the account showed it, where that was later.',
  })
  readonly sentAt!: string;
  @Field(() => Boolean, { description: 'Whether it named the remedy and its time.' })
  readonly remedyStated!: boolean;
  @Field(() => Boolean)
  readonly byLetter!: boolean;
  @Field(() => Boolean, { description: 'Whether it is against the candidate.' })
  readonly negative!: boolean;
}
