import { graphEnum, Instant } from '@mandate-graph/runtime';
import { Field, ID, Int, ObjectType } from 'type-graphql';
import { ADJUSTMENT_KINDS, type AdjustmentFacts, type AdjustmentKind as Kind } from './adjustment.rules.ts';

export const AdjustmentKind = graphEnum(
  'AdjustmentKind',
  ADJUSTMENT_KINDS,
  'Why an adjustment is asked for: a disability, a learning disability, an illness, pregnancy, breastfeeding.',
);

@ObjectType({
  description:
    'A reasonable adjustment that a candidate asks for. Health data (article 9 of the GDPR): it is no part of the file that is judged.',
})
export class Adjustment implements AdjustmentFacts {
  @Field(() => ID)
  readonly id!: string;
  @Field(() => Int, { description: 'From 1; grows by one with each change.' })
  readonly version!: number;
  @Field(() => AdjustmentKind)
  readonly kind!: Kind;
  @Field(() => String, { description: 'What is needed, in the words of the candidate.' })
  readonly request!: string;
  @Field(() => Instant)
  readonly recordedAt!: string;
}
