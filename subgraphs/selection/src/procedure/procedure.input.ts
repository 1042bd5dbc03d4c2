import { KeyedInput } from '@mandate-graph/writing';
import { Field, ID, InputType, Int } from 'type-graphql';

@InputType()
export class StartSelectionInput extends KeyedInput {
  @Field(() => ID)
  readonly procedure!: string;
  @Field(() => Int, { description: 'Of the procedure, as it was read.' })
  readonly version!: number;
}

@InputType()
export class ConcludeStepInput extends KeyedInput {
  @Field(() => ID, { description: 'A step that has begun, in which nobody waits for an outcome any more.' })
  readonly step!: string;
  @Field(() => Int, { description: 'Of the step, as it was read.' })
  readonly version!: number;
}
