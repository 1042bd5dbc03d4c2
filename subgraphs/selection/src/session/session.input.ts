import { LEAST_REASONS } from '@mandate-graph/domain';
import { Instant } from '@mandate-graph/runtime';
import { KeyedInput } from '@mandate-graph/writing';
import { Field, ID, InputType, Int } from 'type-graphql';

const END = 'Either endsAt or minutes; at most 24 hours.';

@InputType()
export class PlanSessionInput extends KeyedInput {
  @Field(() => ID)
  readonly procedure!: string;
  @Field(() => Instant)
  readonly startsAt!: string;
  @Field(() => Instant, { nullable: true, description: END })
  readonly endsAt?: string | null;
  @Field(() => Int, { nullable: true, description: END })
  readonly minutes?: number | null;
  @Field(() => Int, { description: 'Seats, from 1.' })
  readonly capacity!: number;
  @Field(() => Instant, {
    nullable: true,
    description: 'From when candidates can register: now or later. Left out: now.',
  })
  readonly registrationFrom?: string | null;
  @Field(() => Instant, {
    description: 'The first instant at which it is too late to register: when the session starts, or before.',
  })
  readonly registrationUntil!: string;
  @Field(() => String, { description: 'Where it is held, as candidates are shown it.' })
  readonly place!: string;
}

@InputType({ description: 'What is left out stays as it is. Those who have a seat are told where it concerns them.' })
export class ChangeSessionInput extends KeyedInput {
  @Field(() => ID)
  readonly session!: string;
  @Field(() => Int, { description: 'Of the session, as it was read.' })
  readonly version!: number;
  @Field(() => Instant, { nullable: true, description: 'Alone: the session lasts as long as before.' })
  readonly startsAt?: string | null;
  @Field(() => Instant, { nullable: true, description: END })
  readonly endsAt?: string | null;
  @Field(() => Int, { nullable: true, description: END })
  readonly minutes?: number | null;
  @Field(() => Int, { nullable: true, description: 'Never below the seats that are taken.' })
  readonly capacity?: number | null;
  @Field(() => Instant, { nullable: true, description: 'Only until registration has begun.' })
  readonly registrationFrom?: string | null;
  @Field(() => Instant, {
    nullable: true,
    description: 'Only until registration is over, and once it has begun, only a later one.',
  })
  readonly registrationUntil?: string | null;
  @Field(() => String, { nullable: true })
  readonly place?: string | null;
}

@InputType()
export class CallOffSessionInput extends KeyedInput {
  @Field(() => ID)
  readonly session!: string;
  @Field(() => Int, { description: 'Of the session, as it was read.' })
  readonly version!: number;
  @Field(() => String, {
    description: `Why, in at least ${LEAST_REASONS} characters, and without naming anybody: shown to whoever had a seat.`,
  })
  readonly reasons!: string;
}

@InputType()
export class RegisterForSessionInput extends KeyedInput {
  @Field(() => ID)
  readonly application!: string;
  @Field(() => ID)
  readonly session!: string;
}

@InputType()
export class CancelRegistrationInput extends KeyedInput {
  @Field(() => ID, { description: 'The seat that it has is given up.' })
  readonly application!: string;
}
