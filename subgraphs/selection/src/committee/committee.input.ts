import type { LanguageRole as Role } from '@mandate-graph/domain';
import { graphEnum, LanguageRole } from '@mandate-graph/runtime';
import { KeyedInput } from '@mandate-graph/writing';
import { Field, ID, InputType, Int } from 'type-graphql';
import { MEMBER_FUNCTIONS, type MemberFunction } from './committee.rules.ts';

export const CommitteeFunction = graphEnum(
  'CommitteeFunction',
  MEMBER_FUNCTIONS,
  'What a member is in the committee. It has one CHAIR at most.',
);

/** Who becomes a member. */
@InputType()
abstract class NewMemberInput extends KeyedInput {
  @Field(() => String, {
    description: 'Subject of the token that the member signs in with. Only a digest of it is kept.',
  })
  readonly subject!: string;
  @Field(() => String, { description: 'Kept encrypted.' })
  readonly name!: string;
  @Field(() => LanguageRole, {
    nullable: true,
    description:
      'Left out where it is not known: it follows from admission or diploma, never from a name or a language.',
  })
  readonly languageRole?: Role | null;
  @Field(() => ID, {
    nullable: true,
    description: 'Global id of the position the member holds, by which a reporting line to a candidate is found.',
  })
  readonly position?: string | null;
  @Field(() => String, { nullable: true, description: 'What the member is an expert in. Kept encrypted.' })
  readonly expertise?: string | null;
}

@InputType()
export class AppointMemberInput extends NewMemberInput {
  @Field(() => ID)
  readonly procedure!: string;
  @Field(() => CommitteeFunction)
  readonly function!: MemberFunction;
}

@InputType({ description: 'The new member has the function of the one who is replaced.' })
export class ReplaceMemberInput extends NewMemberInput {
  @Field(() => ID, { description: 'Who is replaced.' })
  readonly member!: string;
  @Field(() => Int, { description: 'Of that member, as it was read.' })
  readonly version!: number;
  @Field(() => String, { description: 'At least 20 characters. Kept encrypted.' })
  readonly reasons!: string;
}

@InputType()
export class ReleaseMemberInput extends KeyedInput {
  @Field(() => ID)
  readonly member!: string;
  @Field(() => Int, { description: 'Of the member, as it was read.' })
  readonly version!: number;
  @Field(() => String, { description: 'At least 20 characters. Kept encrypted.' })
  readonly reasons!: string;
}

@InputType()
export class MakeChairInput extends KeyedInput {
  @Field(() => ID)
  readonly member!: string;
  @Field(() => Int, { description: 'Of the member, as it was read.' })
  readonly version!: number;
}

@InputType()
export class EraseMemberInput extends KeyedInput {
  @Field(() => ID)
  readonly member!: string;
  @Field(() => String, {
    description:
      'Why, in at least 20 characters. To be stated, and not kept: whatever it says of the member is erased with the rest.',
  })
  readonly reasons!: string;
}

/** What the two ways of becoming a member have in common. */
export type NewMemberGiven = Pick<NewMemberInput, 'subject' | 'name' | 'languageRole' | 'position' | 'expertise'>;
