import { Field, ID, InputType, Int } from 'type-graphql';
import type { WriteInput } from '../write.service.ts';
import { VacancyChangesInput, VacancyContentInput } from './vacancy.content.input.ts';
import { ApplicationDeadlineInput } from './vacancy.parts.input.ts';

const REASON = 'Why: stands in the history, and is told to those who follow the vacancy.';

@InputType()
abstract class KeyedInput implements WriteInput {
  @Field(() => String, {
    description:
      'Of the caller’s making, new for each request: sent again with the same input, it has the same answer.',
  })
  readonly idempotencyKey!: string;
}

@InputType()
abstract class VacancyInput extends KeyedInput {
  @Field(() => ID)
  readonly id!: string;
  @Field(() => Int, { description: 'The version the change is made on: `validity.version`.' })
  readonly version!: number;
}

@InputType()
export class CreateVacancyInput extends KeyedInput {
  @Field(() => String, {
    nullable: true,
    description: 'Last part of its id: lower-case words with hyphens. Made up when left out.',
  })
  readonly local?: string | null;
  @Field(() => String, { nullable: true, description: 'Why: stands in the history.' })
  readonly reason?: string | null;
  @Field(() => VacancyContentInput)
  readonly content!: VacancyContentInput;
}

@InputType()
export class AmendVacancyInput extends VacancyInput {
  @Field(() => String, { nullable: true, description: `${REASON} Required for what is public.` })
  readonly reason?: string | null;
  @Field(() => VacancyChangesInput)
  readonly changes!: VacancyChangesInput;
}

@InputType()
export class PublishVacancyInput extends VacancyInput {
  @Field(() => String, { nullable: true, description: REASON })
  readonly reason?: string | null;
}

@InputType()
export class ExtendVacancyInput extends VacancyInput {
  @Field(() => String, { description: REASON })
  readonly reason!: string;
  @Field(() => ApplicationDeadlineInput, { description: 'Later than the present one, and still to come.' })
  readonly applicationDeadline!: ApplicationDeadlineInput;
}

@InputType()
export class WithdrawVacancyInput extends VacancyInput {
  @Field(() => String, { description: REASON })
  readonly reason!: string;
}
