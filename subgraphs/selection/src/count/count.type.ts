import { LEAST_SHOWN_COUNT } from '@mandate-graph/domain';
import { Field, Int, ObjectType } from 'type-graphql';
import type { StepView } from '../procedure/procedure.service.ts';

const SHOWN = `Null where it is not shown: under ${LEAST_SHOWN_COUNT}, or where a number under ${LEAST_SHOWN_COUNT} would follow from it; exact for the institution and its authority.`;

@ObjectType({ description: 'How many candidates a step let through.' })
export class SelectionStepCount {
  @Field(() => Int, {
    nullable: true,
    description: `At the result: those found suitable. For everyone once the step is concluded, or the result submitted. ${SHOWN}`,
  })
  readonly passed!: number | null;
}

@ObjectType({ description: 'Numbers of candidates in a procedure.' })
export class SelectionCounts {
  @Field(() => Int, { nullable: true, description: `Who took part, whatever became of it. ${SHOWN}` })
  readonly candidates!: number | null;
  @Field(() => Int, {
    nullable: true,
    description: `Whom the screening let through; null as well where there is none, and for everyone until it is concluded. ${SHOWN}`,
  })
  readonly admitted!: number | null;
  @Field(() => Int, {
    nullable: true,
    description: `Who was found suitable; for everyone once the result was submitted. ${SHOWN}`,
  })
  readonly suitable!: number | null;
  @Field(() => [SelectionStepCount], { description: 'In the order of the procedure.' })
  readonly steps!: readonly SelectionStepCount[];
}

/** A count of a step in an answer. */
export interface StepCountView extends SelectionStepCount {
  readonly step: StepView;
}
