import { KeyedInput } from '@mandate-graph/writing';
import { Field, ID, InputType, Int } from 'type-graphql';
import { type AdjustmentKind as Kind, MAX_REQUEST } from './adjustment.rules.ts';
import { AdjustmentKind } from './adjustment.type.ts';

@InputType()
export class SaveAdjustmentInput extends KeyedInput {
  @Field(() => ID)
  readonly application!: string;
  @Field(() => ID, { nullable: true, description: 'Of the adjustment that is changed. Left out: it is a new one.' })
  readonly id?: string | null;
  @Field(() => Int, { nullable: true, description: 'The version the change is made on. Left out for a new one.' })
  readonly version?: number | null;
  @Field(() => AdjustmentKind)
  readonly kind!: Kind;
  @Field(() => String, {
    description: `What is needed during the tests, in at most ${MAX_REQUEST} characters. A diagnosis need not be given.`,
  })
  readonly request!: string;
}

@InputType()
export class RemoveAdjustmentInput extends KeyedInput {
  @Field(() => ID)
  readonly application!: string;
  @Field(() => ID)
  readonly id!: string;
  @Field(() => Int, { description: 'The version the removal is made on.' })
  readonly version!: number;
}
