import { LEAST_SHOWN_COUNT } from '@mandate-graph/domain';
import { Instant, type Resource } from '@mandate-graph/runtime';
import { Field, Int, ObjectType } from 'type-graphql';

@ObjectType({ description: 'What the committee submitted, as far as it concerns nobody in particular.' })
export class SubmittedResult {
  @Field(() => Instant)
  readonly submittedAt!: string;
  @Field(() => Int, {
    nullable: true,
    description: `How many were found suitable, as it was then. Null to everybody but the institution when this or the number of the unsuitable is below ${LEAST_SHOWN_COUNT}, or a number below it would follow from these and the counts.`,
  })
  readonly suitable!: number | null;
  @Field(() => Int, { nullable: true, description: 'How many were not; null like the other number.' })
  readonly unsuitable!: number | null;
  @Field(() => Int, {
    nullable: true,
    description: 'How many of the suitable were ranked: all where they are several, else none. Null like the others.',
  })
  readonly ranked!: number | null;
}

/** A result in an answer. */
export interface SubmittedResultView extends SubmittedResult {
  readonly whose: Resource;
}
