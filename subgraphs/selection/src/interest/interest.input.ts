import { graphEnum } from '@mandate-graph/runtime';
import { KeyedInput } from '@mandate-graph/writing';
import { Field, ID, InputType, Int } from 'type-graphql';
import {
  type InterestAssessment as Assessment,
  INTEREST_ASSESSMENTS,
  INTEREST_KINDS,
  type InterestKind as Kind,
} from './interest.rules.ts';

export const InterestKind = graphEnum(
  'InterestKind',
  INTEREST_KINDS,
  'What a member declares: NONE, nothing ties them to the candidates before the committee but what they declared as a CONFLICT.',
);
export const InterestAssessment = graphEnum(
  'InterestAssessment',
  INTEREST_ASSESSMENTS,
  'Whether a declared conflict keeps a member from judging. Until somebody says so, it does.',
);

@InputType()
export class DeclareInterestInput extends KeyedInput {
  @Field(() => ID)
  readonly procedure!: string;
  @Field(() => InterestKind, {
    description:
      'NONE is for the candidates who are before the committee now; for those who come later, declare again.',
  })
  readonly kind!: Kind;
  @Field(() => ID, {
    nullable: true,
    description: 'Of a CONFLICT: with which candidate; left out: with the procedure as a whole.',
  })
  readonly application?: string | null;
  @Field(() => String, { nullable: true, description: 'Of a CONFLICT, at least 20 characters. Kept encrypted.' })
  readonly reasons?: string | null;
}

@InputType()
export class AssessInterestInput extends KeyedInput {
  @Field(() => ID)
  readonly member!: string;
  @Field(() => ID, { nullable: true, description: 'As in the declaration.' })
  readonly application?: string | null;
  @Field(() => Int, { description: 'Of the declaration, as it was read.' })
  readonly version!: number;
  @Field(() => InterestAssessment)
  readonly assessment!: Assessment;
  @Field(() => String, { description: 'At least 20 characters. Kept encrypted.' })
  readonly reasons!: string;
}

@InputType()
export class RecordPositionHeldInput extends KeyedInput {
  @Field(() => ID)
  readonly application!: string;
  @Field(() => Int, { nullable: true, description: 'Of what was recorded before; left out for the first time.' })
  readonly version?: number | null;
  @Field(() => ID, {
    nullable: true,
    description: 'Global id of the position the candidate holds, by the file; left out: none. Kept encrypted.',
  })
  readonly position?: string | null;
  @Field(() => String, { description: 'What in the file says so, at least 20 characters. Kept encrypted.' })
  readonly reasons!: string;
}
