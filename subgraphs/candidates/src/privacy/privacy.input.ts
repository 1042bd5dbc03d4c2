import { KeyedInput } from '@mandate-graph/writing';
import { Field, ID, InputType } from 'type-graphql';

@InputType()
export class EraseMeInput extends KeyedInput {}

@InputType()
export class EraseCandidateInput extends KeyedInput {
  @Field(() => ID, { description: 'Id of the account, a UUID.' })
  readonly candidate!: string;
  @Field(() => String, {
    description:
      'Why: how the candidate asked for it. To be stated, and not kept, since whatever it says of the candidate is erased with the rest.',
  })
  readonly reasons!: string;
}
