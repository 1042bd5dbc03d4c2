import { LocalDate } from '@mandate-graph/runtime';
import { Field, ID, InputType, Int } from 'type-graphql';
import type { WriteInput } from '../write.service.ts';

const FROM = 'First day on which it is so; today by default. A day in the past corrects what was known of it.';

/** What every mutation of an organisation is given. */
@InputType()
export abstract class DatedInput implements WriteInput {
  @Field(() => String, { description: 'Of your choice, another for each request; the same when it is sent again.' })
  readonly idempotencyKey!: string;
  @Field(() => LocalDate, { nullable: true, description: FROM })
  readonly effectiveFrom!: string | null | undefined;
}

@InputType()
export abstract class CreationInput extends DatedInput {
  @Field(() => String, {
    nullable: true,
    description: 'Last part of its id: lower-case words and digits with hyphens. Made up when left out.',
  })
  readonly local!: string | null | undefined;
}

@InputType()
export abstract class ReasonedInput extends DatedInput {
  @Field(() => String, { description: 'Why, for those who read the history.' })
  readonly reason!: string;
}

@InputType()
export abstract class ChangeInput extends ReasonedInput {
  @Field(() => ID)
  readonly id!: string;
  @Field(() => Int, { description: 'The version that you saw.' })
  readonly version!: number;
}

@InputType({ description: 'What is no longer there from a day on.' })
export class EndInput extends ChangeInput {}
