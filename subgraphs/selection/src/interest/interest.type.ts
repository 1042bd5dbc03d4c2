import { graphEnum, Instant } from '@mandate-graph/runtime';
import { Field, ID, Int, ObjectType } from 'type-graphql';
import { CommitteeMember } from '../committee/committee.type.ts';
import { InterestAssessment, InterestKind } from './interest.input.ts';
import {
  type InterestAssessment as Assessment,
  CONFLICT_KINDS,
  type ConflictKind as Found,
  type InterestKind as Kind,
} from './interest.rules.ts';

export const ConflictKind = graphEnum(
  'ConflictKind',
  CONFLICT_KINDS,
  'DECLARED by the member; or found out: the member IS_CANDIDATE, or is above or below a candidate in a REPORTING_LINE, or in the same position.',
);

@ObjectType({ description: 'What ties a member to a candidate, or to the procedure.' })
export class ConflictOfInterest {
  @Field(() => CommitteeMember)
  readonly member!: CommitteeMember;
  @Field(() => ID, { nullable: true, description: 'Null: the procedure as a whole.' })
  readonly application!: string | null;
  @Field(() => ConflictKind)
  readonly kind!: Found;
  @Field(() => Boolean, {
    description: 'Whether the member takes no part: neither hears, nor scores, nor sees anything of the candidacy.',
  })
  readonly barring!: boolean;
}

@ObjectType({ description: 'What a member declared of their interests.' })
export class InterestDeclaration {
  @Field(() => ID)
  readonly id!: string;
  @Field(() => CommitteeMember)
  readonly member!: CommitteeMember;
  @Field(() => InterestKind)
  readonly kind!: Kind;
  @Field(() => ID, { nullable: true, description: 'Of a conflict; null: the procedure as a whole.' })
  readonly application!: string | null;
  @Field(() => [ID], { description: 'Of NONE: the applications that were before the committee then.' })
  readonly covers!: readonly string[];
  @Field(() => String, { nullable: true, description: 'Of a conflict.' })
  readonly reasons!: string | null;
  @Field(() => Instant)
  readonly declaredAt!: string;
  @Field(() => InterestAssessment, {
    nullable: true,
    description: 'Null until the institution has said something of it.',
  })
  readonly assessment!: Assessment | null;
  @Field(() => String, { nullable: true })
  readonly assessmentReasons!: string | null;
  @Field(() => Int, { description: 'From 1; grows by one with each act.' })
  readonly version!: number;
}
