import { graphEnum, Instant, LocalDate } from '@mandate-graph/runtime';
import { KeyedInput } from '@mandate-graph/writing';
import { Field, ID, InputType, Int } from 'type-graphql';
import { HEARD, type Heard } from './hearing.rules.ts';

const HearingOutcome = graphEnum(
  'HearingOutcome',
  HEARD,
  'HELD: it took place, and the committee concludes on it later. ABSENT: the candidate, who was invited, did not come.',
);

@InputType()
export class InviteToHearingInput extends KeyedInput {
  @Field(() => ID, { description: 'An oral test or an interview.' })
  readonly step!: string;
  @Field(() => [ID], { description: 'Of candidates who are in that step. Who was invited before is invited anew.' })
  readonly applications!: readonly string[];
  @Field(() => Instant, { description: 'Still to come.' })
  readonly startsAt!: string;
  @Field(() => String, { description: 'Where, nothing about a person.' })
  readonly place!: string;
}

@InputType()
export class OpenHearingInput extends KeyedInput {
  @Field(() => ID, { description: 'An oral test or an interview that runs.' })
  readonly step!: string;
  @Field(() => Int, {
    nullable: true,
    description: 'Of the opening of the same day, as it was read; left out for the first of the day.',
  })
  readonly version?: number | null;
  @Field(() => [ID], { description: 'Members who are there.' })
  readonly present!: readonly string[];
}

@InputType()
export class RecordHearingInput extends KeyedInput {
  @Field(() => ID)
  readonly application!: string;
  @Field(() => ID, { description: 'The step the candidate is in.' })
  readonly step!: string;
  @Field(() => Int, {
    nullable: true,
    description: 'Of the hearing, as it was read; left out where the candidate was not invited through the platform.',
  })
  readonly version?: number | null;
  @Field(() => HearingOutcome)
  readonly outcome!: Heard;
  @Field(() => LocalDate, { nullable: true, description: 'The day it was held; left out: today.' })
  readonly heldOn?: string | null;
  @Field(() => [ID], {
    nullable: true,
    description: 'Members who heard the candidate, of those who were there that day.',
  })
  readonly present?: readonly string[] | null;
  @Field(() => Int, { nullable: true, description: 'How long it took, preparation included, where it was noted.' })
  readonly minutes?: number | null;
  @Field(() => String, {
    nullable: true,
    description:
      'Why an absent candidate is out, at least 20 characters, where no rule of the notice excludes whoever is absent; left out otherwise. Kept encrypted.',
  })
  readonly reasons?: string | null;
}
