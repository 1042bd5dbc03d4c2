import { Field, ObjectType } from 'type-graphql';
import { ConflictOfInterest, InterestDeclaration } from '../interest/interest.type.ts';
import {
  CommitteeChairing,
  CommitteeMember,
  CommitteeParity,
  CommitteeQuorum,
  CommitteeRange,
} from './committee.type.ts';
import { HearingDay } from './hearing.type.ts';

@ObjectType({
  description:
    'The committee of a procedure: one for both language groups. Members see of the interests of others nothing but whether they were declared.',
})
export class SelectionCommittee {
  @Field(() => [CommitteeMember], { description: 'Who is on it now, in the order in which they joined.' })
  readonly members!: readonly CommitteeMember[];
  @Field(() => [CommitteeMember], { description: 'Who was on it before.' })
  readonly formerMembers!: readonly CommitteeMember[];
  @Field(() => CommitteeParity)
  readonly parity!: CommitteeParity;
  @Field(() => CommitteeRange)
  readonly size!: CommitteeRange;
  @Field(() => CommitteeChairing)
  readonly chairing!: CommitteeChairing;
  @Field(() => CommitteeQuorum)
  readonly quorum!: CommitteeQuorum;
  @Field(() => [HearingDay], { description: 'In the order of the days.' })
  readonly hearingDays!: readonly HearingDay[];
  @Field(() => [InterestDeclaration], {
    description: 'To the institution all, to a member their own; to the authority once the result is submitted.',
  })
  readonly declarations!: readonly InterestDeclaration[];
  @Field(() => [ConflictOfInterest], { description: 'To whom declarations are shown, and of the same members.' })
  readonly conflicts!: readonly ConflictOfInterest[];
}
