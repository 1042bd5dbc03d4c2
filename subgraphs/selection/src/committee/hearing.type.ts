import { graphEnum, Instant, LocalDate, type Resource } from '@mandate-graph/runtime';
import { Field, ID, Int, ObjectType } from 'type-graphql';
import { CommitteeMember } from './committee.type.ts';
import { HEARING_STATUSES, type HearingStatus as Status } from './hearing.repository.ts';

export const HearingStatus = graphEnum(
  'HearingStatus',
  HEARING_STATUSES,
  'INVITED until it is recorded that it was HELD, or that the candidate was ABSENT.',
);

@ObjectType({ description: 'A day on which the committee hears candidates, as it was opened.' })
export class HearingDay {
  @Field(() => ID)
  readonly id!: string;
  @Field(() => ID, { description: 'The oral test or the interview.' })
  readonly step!: string;
  @Field(() => LocalDate)
  readonly heldOn!: string;
  @Field(() => [CommitteeMember], { description: 'Who counted as a member.' })
  readonly members!: readonly CommitteeMember[];
  @Field(() => CommitteeMember, { nullable: true })
  readonly chair!: CommitteeMember | null;
  @Field(() => [CommitteeMember], { description: 'Who of them was there.' })
  readonly present!: readonly CommitteeMember[];
  @Field(() => Instant)
  readonly openedAt!: string;
  @Field(() => Int, { description: 'From 1; grows by one each time it is opened anew on the same day.' })
  readonly version!: number;
}

@ObjectType({ description: 'The oral test or the interview of a candidate.' })
export class Hearing {
  @Field(() => ID)
  readonly id!: string;
  @Field(() => ID, { description: 'The oral test or the interview.' })
  readonly step!: string;
  @Field(() => HearingStatus)
  readonly status!: Status;
  @Field(() => Instant, { nullable: true, description: 'Of the invitation; null where there was none.' })
  readonly startsAt!: string | null;
  @Field(() => String, { nullable: true })
  readonly place!: string | null;
  @Field(() => LocalDate, { nullable: true, description: 'Null until it was held.' })
  readonly heldOn!: string | null;
  @Field(() => Int, { nullable: true, description: 'How long it took, preparation included, where it was noted.' })
  readonly minutes!: number | null;
  @Field(() => [CommitteeMember], {
    nullable: true,
    description: 'Who heard the candidate; nobody until it was held.',
  })
  readonly present!: readonly CommitteeMember[];
  @Field(() => Int, { description: 'From 1; grows by one with each act.' })
  readonly version!: number;
}

/** A hearing in an answer: by whose it is, who may see who held it is judged. */
export interface HearingView extends Hearing {
  readonly whose: Resource;
}
