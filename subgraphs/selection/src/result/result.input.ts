import { KeyedInput } from '@mandate-graph/writing';
import { Field, ID, InputType, Int } from 'type-graphql';

@InputType()
export class SubmitResultInput extends KeyedInput {
  @Field(() => ID)
  readonly procedure!: string;
  @Field(() => Int, { description: 'Of the procedure, as it was read.' })
  readonly version!: number;
}
