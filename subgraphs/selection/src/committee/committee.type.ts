import type { LanguageRole as Role, LocalizedText as Text } from '@mandate-graph/domain';
import { Instant, LanguageRole, LocalDate, LocalizedText } from '@mandate-graph/runtime';
import { Field, ID, Int, ObjectType } from 'type-graphql';
import { RuleBasis } from '../notification/notification.type.ts';
import type { RuleBasis as Basis } from '../regime/regime.grounds.rules.ts';
import { CommitteeFunction } from './committee.input.ts';
import type { MemberFunction, Parity } from './committee.rules.ts';

@ObjectType({ description: 'Somebody who is on the committee of a procedure, or was.' })
export class CommitteeMember {
  @Field(() => ID)
  readonly id!: string;
  @Field(() => String, { nullable: true, description: 'Null once the member was erased.' })
  readonly name!: string | null;
  @Field(() => String, { nullable: true, description: 'What the member is an expert in; null where nobody said so.' })
  readonly expertise!: string | null;
  @Field(() => CommitteeFunction)
  readonly function!: MemberFunction;
  @Field(() => LanguageRole, { nullable: true, description: 'Null where it is not known: it is never inferred.' })
  readonly languageRole!: Role | null;
  @Field(() => ID, { nullable: true, description: 'Global id of the position the member holds, where it is known.' })
  readonly position!: string | null;
  @Field(() => Boolean, { description: 'Whether it is whoever asks.' })
  readonly you!: boolean;
  @Field(() => Instant)
  readonly joinedAt!: string;
  @Field(() => Instant, { nullable: true, description: 'Null while on the committee.' })
  readonly leftAt!: string | null;
  @Field(() => ID, { nullable: true, description: 'The member whose place it is.' })
  readonly replaces!: string | null;
  @Field(() => String, { nullable: true, description: 'Why the member left, for the institution; null for others.' })
  readonly leavingReasons!: string | null;
  @Field(() => [LocalDate], { description: 'Days of hearings on which the member was there.' })
  readonly present!: readonly string[];
  @Field(() => Boolean, {
    description: 'Whether the member has declared their interests for everybody who is before the committee now.',
  })
  readonly declared!: boolean;
  @Field(() => Int, { description: 'From 1; grows by one with each act.' })
  readonly version!: number;
}

/** What a rule rests on, beside what it asks for. */
@ObjectType()
abstract class CommitteeRule {
  @Field(() => RuleBasis)
  readonly basis!: Basis;
  @Field(() => LocalizedText, { description: 'The text it stands in; of a choice, why it was made so.' })
  readonly source!: Text;
}

@ObjectType({
  description: 'How many members there are by language role, as it was given (coordinated laws of 18 July 1966).',
})
export class CommitteeParity extends CommitteeRule implements Parity {
  @Field(() => Int)
  readonly nl!: number;
  @Field(() => Int)
  readonly fr!: number;
  @Field(() => Int, { description: 'Whose role is not known.' })
  readonly unknown!: number;
  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether there are as many of either role; null while the role of somebody is not known.',
  })
  readonly balanced!: boolean | null;
  @Field(() => Boolean, { description: 'Whether it must be so for candidates to be heard; if not, it is told only.' })
  readonly required!: boolean;
}

@ObjectType({ description: 'How many members there must be on the day of a hearing, the chair included.' })
export class CommitteeRange extends CommitteeRule {
  @Field(() => Int, { nullable: true, description: 'Null where neither notice nor regime says so.' })
  readonly min!: number | null;
  @Field(() => Int, { nullable: true })
  readonly max!: number | null;
  @Field(() => Int, { description: 'Members who count now: whoever may judge nobody does not.' })
  readonly now!: number;
  @Field(() => Boolean, { nullable: true, description: 'Null where there is nothing to check.' })
  readonly withinRange!: boolean | null;
}

@ObjectType({ description: 'How many members must be there.' })
export class CommitteeQuorum extends CommitteeRule {
  @Field(() => Int, { description: 'Of the members who count now.' })
  readonly needed!: number;
}

@ObjectType({ description: 'Whether a chair must be there.' })
export class CommitteeChairing extends CommitteeRule {
  @Field(() => Boolean)
  readonly required!: boolean;
  @Field(() => CommitteeMember, { nullable: true, description: 'Null while nobody chairs.' })
  readonly chair!: CommitteeMember | null;
}
