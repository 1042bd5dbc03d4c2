import { LEAST_REASONS } from '@mandate-graph/domain';
import { LocalDate } from '@mandate-graph/runtime';
import { KeyedInput } from '@mandate-graph/writing';
import { Field, ID, InputType, Int } from 'type-graphql';
import type { ConditionSet as Conditions, DecisionOutcome as Decided, GivenDecision } from './decision.rules.ts';
import { ConditionSet, DecisionOutcome } from './decision.type.ts';

@InputType({ description: 'A decision of a person on a file.' })
export class DecideEligibilityInput extends KeyedInput implements GivenDecision {
  @Field(() => ID)
  readonly application!: string;
  @Field(() => Int, {
    nullable: true,
    description: 'The version of the decision that is changed. Left out for the first one on these conditions.',
  })
  readonly version?: number | null;
  @Field(() => ConditionSet, {
    description: 'APPOINTMENT once it stands that PARTICIPATION is ELIGIBLE or CONDITIONAL.',
  })
  readonly conditions!: Conditions;
  @Field(() => DecisionOutcome)
  readonly outcome!: Decided;
  @Field(() => LocalDate, {
    nullable: true,
    description: 'With APPOINTMENT: the day of appointment, which is judged. After the last day for applying.',
  })
  readonly appointmentOn?: string | null;
  @Field(() => String, {
    description: `Why, in at least ${LEAST_REASONS} characters (law of 29 July 1991): told to the candidate.`,
  })
  readonly reasons!: string;
  @Field(() => Boolean, { description: 'Whether the candidate is told how and until when to contest it.' })
  readonly remedyStated!: boolean;
}
