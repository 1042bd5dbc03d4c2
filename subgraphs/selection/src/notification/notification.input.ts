import { NOTIFIED, type NotificationSent } from '@mandate-graph/domain';
import { graphEnum, Instant } from '@mandate-graph/runtime';
import { KeyedInput } from '@mandate-graph/writing';
import { Field, ID, InputType } from 'type-graphql';

export const NotificationAbout = graphEnum(
  'NotificationAbout',
  NOTIFIED,
  'What a notification tells: the outcome of a STEP, the RESULT of the committee, or the DECISION of the authority.',
);

@InputType()
export class SendOutcomesInput extends KeyedInput {
  @Field(() => ID)
  readonly procedure!: string;
  @Field(() => NotificationAbout)
  readonly about!: NotificationSent['about'];
  @Field(() => ID, { nullable: true, description: 'The step, where it is about one; left out otherwise.' })
  readonly step?: string | null;
  @Field(() => [ID], {
    nullable: true,
    description: 'Applications of those it is sent to; left out: everybody whom it has not been sent to yet.',
  })
  readonly applications?: readonly string[] | null;
  @Field(() => Boolean, {
    description:
      'Whether it names the remedy and its time. If not, the time for an appeal starts 4 months later (article 19 of the laws on the Council of State).',
  })
  readonly remedyStated!: boolean;
  @Field(() => Boolean, { description: 'Whether it went by letter as well, as some notices say of a failed step.' })
  readonly byLetter!: boolean;
  @Field(() => Instant, {
    nullable: true,
    description:
      'When it was sent, where that was before; left out: now. It stays as told; the windows run from now on, since the account shows it only now.',
  })
  readonly sentAt?: string | null;
}
