import { LEAST_REASONS } from '@mandate-graph/domain';
import { graphEnum, LocalDate } from '@mandate-graph/runtime';
import { KeyedInput } from '@mandate-graph/writing';
import { Field, ID, InputType, Int } from 'type-graphql';
import { END_CAUSES, type EndCause } from './mandate.record.ts';

export const MandateEndCause = graphEnum(
  'MandateEndCause',
  END_CAUSES,
  'Why a mandate ends before its term: the holder resigns or takes another function, an insufficient evaluation, the age limit, certain leave; of an interim mandate, the return of the holder.',
);

@InputType()
export class EndMandateInput extends KeyedInput {
  @Field(() => ID)
  readonly mandate!: string;
  @Field(() => Int, { description: 'Of the mandate, as it was read.' })
  readonly version!: number;
  @Field(() => LocalDate, { description: 'The last day: from the first one to the last of its term.' })
  readonly endsOn!: string;
  @Field(() => MandateEndCause)
  readonly cause!: EndCause;
  @Field(() => String, {
    description: `Why, in at least ${LEAST_REASONS} characters (law of 29 July 1991): seen by the holder and the institution.`,
  })
  readonly reasons!: string;
}

@InputType()
export class PublishAppointmentInput extends KeyedInput {
  @Field(() => ID)
  readonly procedure!: string;
  @Field(() => Int, {
    nullable: true,
    description: 'Of the publication that is corrected; left out for the first one.',
  })
  readonly version?: number | null;
  @Field(() => String, {
    description: 'The name of the appointee, as it is made public, on one line. Erased with the data of the person.',
  })
  readonly publishedName!: string;
}
