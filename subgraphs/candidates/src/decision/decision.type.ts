import { graphEnum, Instant, LocalDate } from '@mandate-graph/runtime';
import { Field, ID, Int, ObjectType } from 'type-graphql';
import type { Owned } from '../account/account.type.ts';
import { EligibilityOutcome } from '../eligibility/eligibility.type.ts';
import type { Outcome } from '../eligibility/value.rules.ts';
import {
  CONDITION_SETS,
  type ConditionSet as Conditions,
  DECISION_OUTCOMES,
  type DecisionOutcome as Decided,
} from './decision.rules.ts';

export const ConditionSet = graphEnum(
  'ConditionSet',
  CONDITION_SETS,
  'Which conditions of a vacancy are meant: those for taking part, or those for being appointed.',
);
export const DecisionOutcome = graphEnum(
  'DecisionOutcome',
  DECISION_OUTCOMES,
  'What a person decided on a file. Nobody leaves it undetermined.',
);

@ObjectType({
  description:
    'What a person decided on a file, with the reasons (law of 29 July 1991), beside what the rules proposed. Nothing is decided by the platform (GDPR, article 22).',
})
export class EligibilityDecision {
  @Field(() => ID)
  readonly id!: string;
  @Field(() => Int, { description: 'From 1; grows by one when the decision is changed.' })
  readonly version!: number;
  @Field(() => ConditionSet)
  readonly conditions!: Conditions;
  @Field(() => DecisionOutcome)
  readonly outcome!: Decided;
  @Field(() => EligibilityOutcome, { description: 'What the rules proposed for the same file.' })
  readonly proposed!: Outcome;
  @Field(() => LocalDate, { description: 'Day for which it is judged.' })
  readonly judgedOn!: string;
  @Field(() => Instant, { description: 'The deadline for which the file that was judged had been frozen.' })
  readonly fileFrozenAt!: string;
  @Field(() => Boolean, {
    description:
      'False once the vacancy is open again, or has closed at another deadline: another file is judged then, by the rules recorded by then, and the decision has to be made anew. One on being appointed falls with the one on taking part.',
  })
  readonly stands!: boolean;
  @Field(() => Instant)
  readonly decidedAt!: string;
  @Field(() => String, { nullable: true, description: 'Null once the candidate has been erased.' })
  readonly reasons!: string | null;
  @Field(() => Boolean, {
    description: 'Whether the candidate was told how and until when to contest it, from which the time for that runs.',
  })
  readonly remedyStated!: boolean;
}

/** A decision in an answer. */
export type DecisionView = EligibilityDecision & Owned;
