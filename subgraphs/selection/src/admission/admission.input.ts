import { LEAST_REASONS } from '@mandate-graph/domain';
import { KeyedInput } from '@mandate-graph/writing';
import { Field, ID, InputType, Int } from 'type-graphql';

@InputType()
export class DeclareInadmissibleInput extends KeyedInput {
  @Field(() => ID)
  readonly application!: string;
  @Field(() => Int, { description: 'Of the candidacy, as it was read.' })
  readonly version!: number;
  @Field(() => String, {
    description: `Why it cannot be received: at least ${LEAST_REASONS} characters (law of 29 July 1991 on formal reasons).`,
  })
  readonly reasons!: string;
}
