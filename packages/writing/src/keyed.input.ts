import { Field, InputType } from 'type-graphql';
import type { WriteInput } from './outcome.ts';

@InputType()
export abstract class KeyedInput implements WriteInput {
  @Field(() => String, {
    description:
      'Of the caller’s making, new for each request: sent again with the same input, it has the same answer.',
  })
  readonly idempotencyKey!: string;
}
