import { LEAST_REASONS } from '@mandate-graph/domain';
import { KeyedInput } from '@mandate-graph/writing';
import { Field, ID, InputType, Int } from 'type-graphql';

@InputType()
export class StartApplicationInput extends KeyedInput {
  @Field(() => ID, { description: 'One that is announced or open. A day in it makes no difference.' })
  readonly vacancy!: string;
}

@InputType({ description: 'What is done with an application, and the version that it is done on.' })
export class ApplicationActInput extends KeyedInput {
  @Field(() => ID)
  readonly application!: string;
  @Field(() => Int, { description: 'The version the act is done on.' })
  readonly version!: number;
}

@InputType()
export class WithdrawApplicationInput extends ApplicationActInput {
  @Field(() => String, { nullable: true, description: 'Nobody has to give any.' })
  readonly reasons?: string | null;
}

@InputType()
export class ContestLapseInput extends ApplicationActInput {
  @Field(() => String, { description: 'Why it should not have lapsed, in words of the candidate.' })
  readonly reasons!: string;
}

@InputType()
export class DecideContestInput extends ApplicationActInput {
  @Field(() => Boolean, { description: 'True: the candidate is right, and the application is definitive.' })
  readonly upheld!: boolean;
  @Field(() => String, {
    description: `Why, in at least ${LEAST_REASONS} characters (law of 29 July 1991): told to the candidate.`,
  })
  readonly reasons!: string;
}
